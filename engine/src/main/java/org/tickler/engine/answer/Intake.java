package org.tickler.engine.answer;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickler.engine.audit.Audit;
import org.tickler.engine.audit.AuditRecord;
import org.tickler.engine.book.BookKeeper;
import org.tickler.engine.book.LastResort;
import org.tickler.engine.store.AdvisoryLock;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.FollowUpStore;
import org.tickler.engine.store.InboundStore;
import org.tickler.engine.store.InboundStore.Inbound;
import org.tickler.engine.store.StoreUnavailable;

/// Takes up what came in, one after the other, each once and in a transaction of its own. One that cannot be
/// handled, for a reason of its own, is set aside with that reason, and the last resort is told of it; it stands
/// in no other's way. One whose receipt cannot be kept waits, and so does what its sender wrote after it, but for STOP
/// and START: both are tried again at every sweep, and the last resort is told once while that lasts.
public final class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private static final int MOST_LOOKED_AT = 10_000;

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

    /// Gives the next that waits, locked; none of these senders, whose turn comes at a later sweep, but
    /// their STOP and START.
    @FunctionalInterface
    public interface Next {
        Optional<Inbound> find(Handle handle, Set<String> later);
    }

    /// Takes up all that waits, and says how many there were.
    ///
    /// @param kind what they are, such as `text message`
    public int sweep(String kind, Next next, Handling handling) {
        Set<String> later = new HashSet<>();
        int taken = 0;
        while (true) {
            switch (one(kind, next, handling, later)) {
                case NONE -> {
                    return taken;
                }
                case TAKEN -> taken++;
                case WAITS -> {}
            }
        }
    }

    private enum Became {
        NONE,
        TAKEN,
        WAITS
    }

    private Became one(String kind, Next next, Handling handling, Set<String> later) {
        AtomicReference<Optional<Inbound>> current = new AtomicReference<>(Optional.empty());
        Optional<Taken> taken;
        try {
            taken = database.inTransaction(handle -> {
                Optional<Inbound> found = next.find(handle, Set.copyOf(later));
                current.set(found);
                return found.map(inbound -> {
                    Instant now = clock.instant();
                    Taken became = handling.take(handle, inbound, now);
                    InboundStore.handled(handle, inbound.id(), became.outcome(), now);
                    return became;
                });
            });
        } catch (ReceiptNotKept e) {
            Inbound waits = current.get().orElseThrow();
            if (later.isEmpty()) {
                tell(kind, waits, e);
            }
            later.add(sender(waits));
            return Became.WAITS;
        } catch (RuntimeException e) {
            if (StoreUnavailable.mayPass(e) || current.get().isEmpty()) {
                throw e;
            }
            setAside(kind, current.get().get(), e);
            return Became.TAKEN;
        }
        taken.ifPresent(became -> afterwards(kind, became));
        return taken.isPresent() ? Became.TAKEN : Became.NONE;
    }

    /// Once while the trouble lasts, that is while any of which it was told still waits, however it came.
    private void tell(String kind, Inbound waits, ReceiptNotKept trouble) {
        String reason = LastResort.reason(trouble);
        String from = sender(waits);
        Instant now = clock.instant();
        boolean news = database.inTransaction(handle -> {
            AdvisoryLock.RECEIPTS.holdInTransaction(handle);
            List<Long> all = InboundStore.waiting(handle, MOST_LOOKED_AT);
            if (FollowUpStore.isAnyRaised(handle, all.stream().map(Intake::key).toList())) {
                return false;
            }
            LastResort.tell(
                    handle,
                    books.active(handle),
                    key(waits.id()),
                    "A " + kind + " from " + from + " came with a receipt that cannot be kept: " + reason
                            + ". Make room on the disk, and let the daemon write to the home's folder receipts. Until"
                            + " then it waits and is not answered, as others with receipts are; it is taken again by"
                            + " itself. What it answers goes on being escalated meanwhile",
                    now);
            if (FollowUpStore.isRaised(handle, key(waits.id()))) {
                Audit.record(
                        handle,
                        AuditRecord.of(
                                now,
                                "tickler",
                                "inbound-waits",
                                Map.of("inbound", waits.id(), "from", from, "why", reason)));
            }
            return true;
        });
        if (news) {
            LOG.error("{} {} waits: {}", kind, waits.id(), reason, trouble);
        }
    }

    private static String key(long inbound) {
        return "receipt of inbound " + inbound;
    }

    private static String sender(Inbound inbound) {
        return inbound.field("From").orElse("");
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
        String from = sender(inbound);
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
