package org.tickler.engine.answer;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickler.engine.audit.Audit;
import org.tickler.engine.audit.AuditRecord;
import org.tickler.engine.book.BookKeeper;
import org.tickler.engine.book.LastResort;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.InboundStore;
import org.tickler.engine.store.InboundStore.Inbound;
import org.tickler.engine.store.StoreUnavailable;

/// Takes up what came in, one after the other, each once and in a transaction of its own. One that cannot be
/// handled, for a reason of its own, is set aside with that reason, and the last resort is told of it; it stands
/// in no other's way.
public final class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final Database database;
    private final BookKeeper books;
    private final InstantSource clock;

    public Intake(Database database, BookKeeper books, InstantSource clock) {
        this.database = database;
        this.books = books;
        this.clock = clock;
    }

    /// What became of one.
    ///
    /// @param outcome as it is stored
    /// @param afterwards done when that is committed, once; it may be lost
    public record Taken(String outcome, Runnable afterwards) {
        /// With nothing to do afterwards.
        public static Taken of(String outcome) {
            return new Taken(outcome, () -> {});
        }
    }

    /// Handles one, in the handle's transaction.
    @FunctionalInterface
    public interface Handling {
        Taken take(Handle handle, Inbound inbound, Instant now);
    }

    /// Takes up all that waits, and says how many there were.
    ///
    /// @param next gives the next that waits, locked
    /// @param kind what they are, such as `text message`
    public int sweep(String kind, Function<Handle, Optional<Inbound>> next, Handling handling) {
        int taken = 0;
        while (one(kind, next, handling)) {
            taken++;
        }
        return taken;
    }

    private boolean one(String kind, Function<Handle, Optional<Inbound>> next, Handling handling) {
        AtomicReference<Optional<Inbound>> current = new AtomicReference<>(Optional.empty());
        Optional<Taken> taken;
        try {
            taken = database.inTransaction(handle -> {
                Optional<Inbound> found = next.apply(handle);
                current.set(found);
                return found.map(inbound -> {
                    Instant now = clock.instant();
                    Taken became = handling.take(handle, inbound, now);
                    InboundStore.handled(handle, inbound.id(), became.outcome(), now);
                    return became;
                });
            });
        } catch (RuntimeException e) {
            if (StoreUnavailable.mayPass(e) || current.get().isEmpty()) {
                throw e;
            }
            setAside(kind, current.get().get(), e);
            return true;
        }
        taken.ifPresent(became -> afterwards(kind, became));
        return taken.isPresent();
    }

    private static void afterwards(String kind, Taken became) {
        try {
            became.afterwards().run();
        } catch (RuntimeException e) {
            LOG.warn("nothing could be written back to a {}", kind, e);
        }
    }

    private void setAside(String kind, Inbound inbound, RuntimeException failure) {
        LOG.error("{} {} could not be handled, and is set aside", kind, inbound.id(), failure);
        Instant now = clock.instant();
        String reason = LastResort.reason(failure);
        String from = inbound.field("From").orElse("");
        database.inTransaction(handle -> {
            if (InboundStore.setAside(handle, inbound.id(), reason, now)) {
                Audit.record(
                        handle,
                        AuditRecord.of(
                                now,
                                "tickler",
                                "inbound-set-aside",
                                Map.of("inbound", inbound.id(), "from", from, "why", reason)));
                LastResort.tell(
                        handle,
                        books.active(handle),
                        "inbound " + inbound.id(),
                        "A " + kind + (from.isEmpty() ? "" : " from " + from)
                                + " could not be handled and was set aside: " + reason
                                + ". What it says counts as not said; ask who sent it. The audit has it under inbound "
                                + inbound.id(),
                        now);
            }
            return inbound;
        });
    }
}
