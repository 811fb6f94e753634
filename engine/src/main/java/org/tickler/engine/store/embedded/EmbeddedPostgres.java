package org.tickler.engine.store.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickler.engine.store.DatabaseAddress;

/// Our share in the embedded PostgreSQL of one home. The server belongs to all processes that joined it: the first
/// starts it, the last to leave stops it, and one that is killed neither stops it nor keeps it. While any process has
/// its share, a server that dies is started again at the same address.
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final DataFolder data;
    private final DataLock lock;
    private final Server server;
    private final Server.Running running;
    private final ServerWatch watch;
    private final Departure departure;
    private boolean left;

    private EmbeddedPostgres(
            DataFolder data, DataLock lock, Server server, Server.Running running, Departure departure) {
        this.data = data;
        this.lock = lock;
        this.server = server;
        this.running = running;
        this.departure = departure;
        this.watch = new ServerWatch(server, this::revive);
    }

    /// Joins the server of a data folder, after starting it where it does not run. Another process that starts or
    /// stops it at this moment is waited for.
    ///
    /// @param data the home's folder `data`; made where it is missing
    /// @throws StoreUnavailable with what happened, where, and what to do, if the server cannot be had
    /// @throws IllegalStateException if this process has joined it already
    public static EmbeddedPostgres join(Path data) {
        return join(data, EmbeddedOptions.shipped());
    }

    static EmbeddedPostgres join(Path path, EmbeddedOptions options) {
        try {
            DataFolder data = DataFolder.at(path);
            ServerAccount account = ServerAccount.of(data);
            account.giveIfHomeIsTheirs(data.root());
            DataLock lock = DataLock.open(data, account);
            try {
                return join(data, lock, new Server(data, account, options));
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw Trouble.of(path, e);
        }
    }

    private static EmbeddedPostgres join(DataFolder data, DataLock lock, Server server) throws IOException {
        AtomicReference<@Nullable EmbeddedPostgres> joined = new AtomicReference<>();
        Departure departure = Departure.prepare(() -> leave(lock, joined));
        try {
            return lock.inTurn(() -> {
                Server.Running running = started(lock, server);
                EmbeddedPostgres ours = new EmbeddedPostgres(data, lock, server, running, departure);
                joined.set(ours);
                return ours;
            });
        } catch (IOException | RuntimeException e) {
            departure.cancel();
            throw e;
        }
    }

    private static Server.Running started(DataLock lock, Server server) throws IOException {
        try {
            return server.run(lock.joinUse());
        } catch (IOException | RuntimeException e) {
            stopIfUnused(lock, server);
            throw e;
        }
    }

    /// Leaves once joining, if it is under way, has come to its end.
    private static void leave(DataLock lock, AtomicReference<@Nullable EmbeddedPostgres> joined) {
        try {
            EmbeddedPostgres ours = joined.get() == null ? lock.inTurn(joined::get) : joined.get();
            if (ours != null) {
                ours.close();
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("the embedded database was not left in order; who comes next adopts it: {}", e.getMessage());
        }
    }

    /// Where the server is, with the credentials of its owner and its runner. The same as long as we have our share.
    public DatabaseAddress address() {
        return running.address();
    }

    /// Whether the server ran before we joined: others use it, or its starter was killed.
    public boolean adopted() {
        return running.adopted();
    }

    /// Leaves the server, and stops it if nobody else uses it. A process that ends by SIGINT or SIGTERM does so by
    /// itself.
    @Override
    public synchronized void close() {
        if (left) {
            return;
        }
        left = true;
        watch.close();
        try (lock) {
            boolean last = lock.inTurn(() -> stopIfUnused(lock, server));
            LOG.debug("left the embedded database in {}{}", data.root(), last ? ", and stopped it" : "");
        } catch (IOException e) {
            throw Trouble.of(data.root(), e);
        } finally {
            departure.cancel(); // only now: whoever is told to end in the midst of leaving waits until it has left
        }
    }

    private static boolean stopIfUnused(DataLock lock, Server server) throws IOException {
        boolean last = lock.leaveUse();
        if (last) {
            server.stop();
        }
        return last;
    }

    private void revive() throws IOException {
        lock.inTurn(() -> server.run(false));
    }
}
