package org.tickler.engine.escalate;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.HandleCallback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.book.BookKeeper;
import org.tickler.engine.book.LastResort;
import org.tickler.engine.store.AskStore;
import org.tickler.engine.store.CodeStore;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.DueStore;
import org.tickler.engine.store.FollowUpStore;
import org.tickler.engine.store.StoreUnavailable;
import org.tickler.rules.remind.AskId;

/// Makes sure that somebody hears. Every ask it handles is locked while it is, in a transaction of its own, so that
/// an answer and an escalation have one outcome; any number of processes may sweep at once.
public final class Escalator {

    private static final Logger LOG = LoggerFactory.getLogger(Escalator.class);
    private static final int AT_ONCE = 200;

    private final Database database;
    private final BookKeeper books;
    private final InstantSource clock;

    public Escalator(Database database, BookKeeper books, InstantSource clock) {
        this.database = database;
        this.books = books;
        this.clock = clock;
    }

    /// What a sweep did.
    ///
    /// @param failures how many failed reminders led on
    /// @param silences how many asks were passed on because no answer came, or *not ready* did
    public record Swept(int failures, int silences) {}

    /// Follows up what failed, and passes on what was silent too long, until nothing of either is left.
    public Swept sweep() {
        Optional<ActiveBook> book = books.find();
        if (book.isEmpty()) {
            return new Swept(0, 0);
        }
        Instant now = clock.instant();
        Swept swept = new Swept(failures(book.get(), now), silences(book.get(), now));
        database.inTransaction(handle -> CodeStore.closeSettled(handle, now));
        if (swept.failures() + swept.silences() > 0) {
            LOG.info("followed up {} failed reminders, passed on {} silent asks", swept.failures(), swept.silences());
        }
        return swept;
    }

    private int failures(ActiveBook book, Instant now) {
        int followed = 0;
        List<FollowUpStore.Line> failed = database.withHandle(handle -> FollowUpStore.failed(handle, AT_ONCE));
        while (!failed.isEmpty()) {
            int before = followed;
            for (FollowUpStore.Line line : failed) {
                followed += one(
                                line.id(),
                                book,
                                handle ->
                                        Failures.follow(handle, book, line, now).isPresent())
                        ? 1
                        : 0;
            }
            failed = followed == before
                    ? List.of()
                    : database.withHandle(handle -> FollowUpStore.failed(handle, AT_ONCE));
        }
        return followed;
    }

    /// Takes one on. What cannot be taken on, for a reason of its own, stands in nobody else's way; the last resort
    /// hears of it once, and it is tried again.
    private boolean one(Object what, ActiveBook book, HandleCallback<Boolean, RuntimeException> work) {
        try {
            return database.inTransaction(work);
        } catch (RuntimeException e) {
            // What fails because the database is away ends the sweep here.
            database.withHandle(DueStore::next);
            LOG.error("{} could not be taken on; the next sweep tries again", what, e);
            if (!StoreUnavailable.mayPass(e)) {
                alarm(what, book, e);
            }
            return false;
        }
    }

    private void alarm(Object what, ActiveBook book, RuntimeException failure) {
        database.inTransaction(handle -> {
            LastResort.tell(
                    handle,
                    book,
                    "not taken on " + what,
                    "What was not told, or not answered, could not be passed on to the next person: "
                            + LastResort.reason(failure) + ". It is tried again; the audit has it under " + what,
                    clock.instant());
            return what;
        });
    }

    private int silences(ActiveBook book, Instant now) {
        int passed = 0;
        List<AskId> silent = database.withHandle(handle -> AskStore.silent(handle, now, AT_ONCE));
        while (!silent.isEmpty()) {
            int before = passed;
            for (AskId id : silent) {
                passed += one(id, book, handle -> Silences.pass(handle, book, id, now)) ? 1 : 0;
            }
            List<AskId> still = database.withHandle(handle -> AskStore.silent(handle, now, AT_ONCE));
            boolean stuck = passed == before && still.equals(silent);
            silent = still;
            if (stuck) {
                LOG.warn("{} silent asks could not be passed on; the next sweep tries again", silent.size());
                return passed;
            }
        }
        return passed;
    }
}
