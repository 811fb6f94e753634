package org.tickler.engine.store.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.tickler.engine.FolderTree;
import org.tickler.engine.store.Credentials;

/// The folder in which the server keeps a firm's data.
final class Cluster {

    private static final String SETTINGS = "tickler.conf";

    private final DataFolder data;
    private final ServerAccount account;

    Cluster(DataFolder data, ServerAccount account) {
        this.data = data;
        this.account = account;
    }

    boolean exists() {
        return Files.exists(path().resolve("PG_VERSION"));
    }

    Path path() {
        return data.cluster();
    }

    /// Makes an empty cluster; it appears whole or not at all. To be called with the turn.
    void make(ServerPrograms programs, Credentials superuser, boolean durable) throws IOException {
        Leftovers.removeFrom(data.root());
        Path unfinished = Leftovers.make(data.root());
        account.give(unfinished);
        Path password = unfinished.resolve("password");
        Durable.write(password, superuser.password() + "\n");
        account.give(password);
        Path cluster = unfinished.resolve("cluster");
        ServerPrograms.Ran made = programs.makeCluster(cluster, superuser.user(), password, durable);
        if (!made.succeeded()) {
            FolderTree.remove(unfinished);
            throw Trouble.programFailed("initdb could not make the database in " + data.root(), made.output());
        }
        write(cluster.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
        Files.writeString(
                cluster.resolve("postgresql.conf"),
                "\ninclude_if_exists = '" + SETTINGS + "'\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.APPEND);
        Files.move(cluster, path(), StandardCopyOption.ATOMIC_MOVE);
        Durable.force(data.root());
        FolderTree.remove(unfinished);
    }

    /// Writes the settings that the next start reads.
    void configure(int port, boolean durable) throws IOException {
        write(path().resolve(SETTINGS), settings(port, durable ? "on" : "off"));
    }

    /// The number that PostgreSQL gave this cluster when it was made, from its control file. A server that names the
    /// same one works on this cluster or on a copy of it.
    long identifier() throws IOException {
        ByteBuffer first = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder());
        try (FileChannel control = FileChannel.open(path().resolve("global").resolve("pg_control"))) {
            while (first.hasRemaining() && control.read(first) >= 0) {}
        }
        return first.flip().getLong();
    }

    private void write(Path file, String text) throws IOException {
        Durable.write(file, text);
        account.give(file);
    }

    private static String settings(int port, String durable) {
        return String.format(Locale.ROOT, """
                # Written anew at each start.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                password_encryption = 'scram-sha-256'
                max_connections = 60
                shared_buffers = 128MB
                max_wal_size = 256MB
                jit = off
                max_parallel_workers_per_gather = 0
                wal_level = minimal
                max_wal_senders = 0
                max_logical_replication_workers = 0
                fsync = %2$s
                synchronous_commit = %2$s
                full_page_writes = %2$s
                timezone = 'UTC'
                log_timezone = 'UTC'
                lc_messages = 'C'
                logging_collector = off
                log_destination = 'stderr'
                log_line_prefix = '%%m [%%p] %%u '
                log_checkpoints = off
                # A failed statement may carry a client's name.
                log_min_error_statement = panic
                log_parameter_max_length_on_error = 0
                """, port, durable);
    }
}
