package org.tickler.engine.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickler.engine.store.DatabaseAddress;
import org.tickler.engine.store.StoreUnavailable;

/// The server of one data folder: found running and taken over, or started. Every method that changes anything is to
/// be called with the turn.
final class Server {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final Duration ORPHANS = Duration.ofSeconds(30);
    private static final long PAUSE_MILLIS = 100;
    private static final long SPACE_FOR_NEW = 400L << 20;

    private final DataFolder data;
    private final ServerAccount account;
    private final EmbeddedOptions options;
    private final Cluster cluster;
    private final Secrets secrets;
    private final ServerLog log;
    private final PortChoice ports;

    Server(DataFolder data, ServerAccount account, EmbeddedOptions options) {
        this.data = data;
        this.account = account;
        this.options = options;
        this.cluster = new Cluster(data, account);
        this.secrets = new Secrets(data, account);
        this.log = new ServerLog(data.log());
        this.ports = new PortChoice(data.port(), account);
    }

    /// Makes the server run, with its roles and its database.
    ///
    /// @param alone whether no other process uses it, so that its port may change
    Running run(boolean alone) throws IOException {
        boolean freshSecrets = ensureSecrets();
        Superuser superuser = new Superuser(secrets.of(Superuser.NAME));
        OptionalInt found = cluster.exists() ? new Adoption(cluster, superuser).find() : OptionalInt.empty();
        int port = found.isPresent() ? ports.remember(found.getAsInt()) : start(superuser, alone);
        try (Connection connection = superuser.login(port)) {
            superuser.prepare(connection, secrets, freshSecrets);
        } catch (SQLException e) {
            throw new StoreUnavailable(
                    "the roles of the embedded database in " + data.root() + " could not be made: " + e.getMessage(),
                    "See the end of " + data.log(),
                    e);
        }
        DatabaseAddress address = new DatabaseAddress(
                Superuser.url(port, Superuser.DATABASE),
                Optional.of(secrets.of(Superuser.OWNER)),
                secrets.of(Superuser.RUNNER));
        return new Running(address, found.isPresent());
    }

    /// Whether a server of this cluster has its process.
    boolean isAlive() throws IOException {
        Optional<PostmasterFile> file = PostmasterFile.in(cluster.path());
        return file.isPresent() && file.get().holder(cluster.path()) == PostmasterFile.Holder.OUR_SERVER;
    }

    /// Stops the server, if it runs.
    void stop() throws IOException {
        if (isAlive()) {
            ServerPrograms.Ran stopped = programs().stop(cluster.path());
            if (!stopped.succeeded()) {
                LOG.warn("the embedded database in {} did not stop: {}", data.root(), stopped.output());
            }
        }
    }

    ServerLog log() {
        return log;
    }

    private boolean ensureSecrets() throws IOException {
        if (cluster.exists() && !secrets.has(Superuser.NAME)) {
            throw new StoreUnavailable(
                    "the password of the embedded database is missing: "
                            + data.secrets().resolve(Superuser.NAME),
                    "Restore the folder " + data.secrets() + " from a backup of the home");
        }
        secrets.ensure(List.of(Superuser.NAME));
        return secrets.ensure(Superuser.ROLES);
    }

    private int start(Superuser superuser, boolean alone) throws IOException {
        if (!cluster.exists()) {
            refuseFullDisk();
        }
        ServerPrograms programs = programs();
        if (!cluster.exists()) {
            cluster.make(programs, superuser.credentials(), options.durable());
        }
        log.prepare(account);
        long began = System.nanoTime();
        while (true) {
            int port = ports.forStart(alone);
            cluster.configure(port, options.durable());
            long place = log.end();
            ServerPrograms.Ran started = programs.start(cluster.path(), data.log());
            if (started.succeeded()) {
                return port;
            }
            String said = log.since(place);
            boolean mayTry = System.nanoTime() - began < ORPHANS.toNanos();
            if (!mayTry || !(isPassing(said) || (alone && portIsTaken(said)))) {
                throw Trouble.programFailed(
                        "the embedded database in " + data.root() + " did not start", started.output() + "\n" + said);
            }
            Pause.millis(PAUSE_MILLIS);
        }
    }

    /// Orphans of a killed server end by themselves, and until then PostgreSQL refuses to start beside them.
    private static boolean isPassing(String said) {
        return said.contains("pre-existing shared memory block");
    }

    /// Somebody was quicker between our look at the port and the start; the next round chooses another.
    private static boolean portIsTaken(String said) {
        return said.contains("could not bind IPv4 address");
    }

    private ServerPrograms programs() throws IOException {
        Path unpacked = options.binaries().unpackedUnder(data.binaries());
        account.giveIfHomeIsTheirs(data.binaries());
        return new ServerPrograms(unpacked, account);
    }

    private void refuseFullDisk() throws IOException {
        long free = Files.getFileStore(data.root()).getUsableSpace();
        if (free < SPACE_FOR_NEW) {
            throw Trouble.noSpace(data.root(), (free >> 20) + " MB free");
        }
    }

    /// A server that runs.
    ///
    /// @param address where, and the credentials of its roles
    /// @param adopted whether it ran before
    record Running(DatabaseAddress address, boolean adopted) {}
}
