package org.tickler.engine.store.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tickler.engine.store.StoreUnavailable;

/// Who may do what with the embedded server, as locks on one file that the kernel lets go when a process dies.
///
/// The *turn* is held by the one process that is starting, taking over or stopping the server. The *use* is shared by
/// all that work with it; to win it alone shows that nobody else does.
final class DataLock implements AutoCloseable {

    private static final long TURN = 0;
    private static final long USE = 1;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long PAUSE_MILLIS = 20;

    /// Closing any channel of a file lets go of all locks that this process has on it, so there is one at most.
    private static final Set<Path> HELD_BY_US = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;
    private @Nullable FileLock use;

    private DataLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// Opens the lock file; nothing is locked yet.
    ///
    /// @throws IllegalStateException if this very process has it open: it must share what it has
    static DataLock open(DataFolder data, ServerAccount account) throws IOException {
        Path file = data.lock();
        if (!HELD_BY_US.add(file)) {
            throw new IllegalStateException("this process uses the database in " + data.root()
                    + " already; pass that one on instead of joining twice");
        }
        try {
            FileChannel channel = FileChannel.open(
                    file,
                    Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            account.giveIfHomeIsTheirs(file);
            return new DataLock(file, channel);
        } catch (IOException | RuntimeException e) {
            HELD_BY_US.remove(file);
            throw e;
        }
    }

    /// Does work with the turn, after waiting for it.
    ///
    /// @throws StoreUnavailable if another process keeps the turn for minutes
    <T> T inTurn(Work<T> work) throws IOException {
        FileLock turn = waitForTurn();
        try {
            return work.run();
        } finally {
            turn.release();
        }
    }

    /// Joins those who use the server. To be called with the turn.
    ///
    /// @return whether nobody else does
    boolean joinUse() throws IOException {
        boolean alone = isAlone();
        FileLock shared = tryLock(USE, true);
        if (shared == null) {
            throw new IOException("the lock on " + file + " was taken without its turn");
        }
        use = shared;
        return alone;
    }

    /// Leaves those who use the server. To be called with the turn.
    ///
    /// @return whether nobody is left
    boolean leaveUse() throws IOException {
        FileLock shared = use;
        if (shared != null) {
            shared.release();
            use = null;
        }
        return isAlone();
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD_BY_US.remove(file);
        }
    }

    private FileLock waitForTurn() throws IOException {
        long began = System.nanoTime();
        while (System.nanoTime() - began < PATIENCE.toNanos()) {
            FileLock lock = tryLock(TURN, false);
            if (lock != null) {
                return lock;
            }
            Pause.millis(PAUSE_MILLIS);
        }
        throw new StoreUnavailable(
                "another process has been starting or stopping the database in " + file.getParent() + " for "
                        + PATIENCE.toMinutes() + " minutes",
                "See which one holds " + file + " (lsof shows it), and end it if it hangs");
    }

    private boolean isAlone() throws IOException {
        try (FileLock exclusive = tryLock(USE, false)) {
            return exclusive != null;
        }
    }

    private @Nullable FileLock tryLock(long place, boolean shared) throws IOException {
        try {
            return channel.tryLock(place, 1, shared);
        } catch (OverlappingFileLockException e) {
            return null; // another thread of this process has it
        }
    }

    /// What is done with the turn.
    interface Work<T> {
        T run() throws IOException;
    }
}
