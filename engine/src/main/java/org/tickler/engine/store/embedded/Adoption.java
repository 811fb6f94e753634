package org.tickler.engine.store.embedded;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalInt;
import org.tickler.engine.store.StoreUnavailable;

/// Finds a server that runs already, because others use it or because its starter was killed, and proves that it is
/// the one of this cluster. To be called with the turn.
final class Adoption {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long PAUSE_MILLIS = 50;
    private static final String LOGIN_REFUSED = "28";

    private final Cluster cluster;
    private final Superuser superuser;

    Adoption(Cluster cluster, Superuser superuser) {
        this.cluster = cluster;
        this.superuser = superuser;
    }

    /// The port of the running server, once it answers; empty where none runs, or the one that ran has gone. What a
    /// dead one left under a number that a stranger bears now is put out of the way of the next start.
    OptionalInt find() throws IOException {
        long began = System.nanoTime();
        while (System.nanoTime() - began < PATIENCE.toNanos()) {
            PostmasterFile file = PostmasterFile.in(cluster.path()).orElse(null);
            if (file == null) {
                return OptionalInt.empty();
            }
            switch (file.holder(cluster.path())) {
                case NOBODY -> {
                    return OptionalInt.empty();
                }
                case STRANGER -> {
                    PostmasterFile.disown(cluster.path());
                    return OptionalInt.empty();
                }
                case OUR_SERVER -> {
                    if (file.port().isPresent() && proves(file.port().getAsInt())) {
                        return file.port();
                    }
                }
            }
            Pause.millis(PAUSE_MILLIS);
        }
        throw new StoreUnavailable(
                "the embedded database in " + cluster.path() + " runs but has not answered for " + PATIENCE.toMinutes()
                        + " minutes",
                "See the end of postgres.log beside it; it may still be recovering");
    }

    /// Whether the server answers and is ours; false while it is starting, stopping or full.
    private boolean proves(int port) throws IOException {
        try (Connection connection = superuser.login(port)) {
            long named = Superuser.identifier(connection);
            long ours = cluster.identifier();
            if (named != ours) {
                throw new StoreUnavailable(
                        "the server on port " + port + " works on another cluster (" + named + ") than the one in "
                                + cluster.path() + " (" + ours + ")",
                        "End that server, and start again");
            }
            return true;
        } catch (SQLException e) {
            if (e.getSQLState() != null && e.getSQLState().startsWith(LOGIN_REFUSED)) {
                throw new StoreUnavailable(
                        "the server on port " + port + " refused the password kept beside " + cluster.path(),
                        "Restore the folder secrets of that home from a backup",
                        e);
            }
            return false;
        }
    }
}
