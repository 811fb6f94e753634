package org.tickler.engine.watch.guard;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.tickler.calendars.LocalMoments;
import org.tickler.engine.audit.Audit;
import org.tickler.engine.audit.AuditRecord;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.book.BookKeeper;
import org.tickler.engine.store.AppointmentStore;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.GuardStore;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.guard.Finding;
import org.tickler.rules.guard.Guard;
import org.tickler.rules.remind.RungTime.Side;
import org.tickler.rules.remind.SpanCounter;
import org.tickler.rules.remind.TimeSpan;
import org.tickler.rules.remind.Unit;

/** Has the guards look at their times, each by one process, keeps what they found, and tells of what is new or a week old. */
public final class GuardWatch {
    private static final TimeSpan NEXT = new TimeSpan(1, Unit.BUSINESS_DAYS);
    /** A round that was cut short is begun again after this. */
    private static final Duration AGAIN = Duration.ofMinutes(5);

    private final Database database;
    private final InstantSource clock;
    private final BookKeeper books;
    private final AtomicReference<String> known = new AtomicReference<>("");

    public GuardWatch(Database database, InstantSource clock, BookKeeper books) {
        this.database = database;
        this.clock = clock;
        this.books = books;
    }

    /** What a guard finds. */
    public record Found(Guard guard, Finding finding) {}

    /** What all guards find now, in the order of the rules, as {@code viewer} may see it; nothing is written or told. */
    public List<Found> look(Optional<PersonId> viewer) {
        ActiveBook book = books.active();
        Instant now = clock.instant();
        return database.inSnapshot(handle -> {
            Seen seen = new Seen(handle, viewer, now);
            List<Found> all = new ArrayList<>();
            Guards.find(handle, book, book.rulebook().habits().watches(), now)
                    .forEach((guard, findings) ->
                            findings.stream().filter(seen::by).forEach(finding -> all.add(new Found(guard, finding))));
            return all;
        });
    }

    /** Has those look whose time has come. */
    public void sweep() {
        Optional<ActiveBook> book = books.find();
        if (book.isEmpty()) {
            return;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Guard> guards = book.get().rulebook().habits().watches();
        if (!book.get().fingerprint().equals(known.get())) {
            settle(book.get(), guards, now);
        }
        List<Guard> due = guards.stream().filter(guard -> isDue(guard, now)).toList();
        if (!due.isEmpty()) {
            look(book.get(), due, now);
        }
    }

    /** Another book: guards that are gone find nothing more, and the others look at the times that it says. */
    private void settle(ActiveBook book, List<Guard> guards, Instant now) {
        database.inTransaction(handle -> {
            GuardStore.keepOnly(handle, guards.stream().map(Guard::id).toList(), now);
            for (Guard guard : guards) {
                Instant next = next(book, guard, now);
                Optional<Instant> set = AppointmentStore.find(handle, name(guard));
                if (set.isEmpty() || set.get().isAfter(next)) {
                    AppointmentStore.set(handle, name(guard), next);
                }
            }
            return guards;
        });
        known.set(book.fingerprint());
    }

    private boolean isDue(Guard guard, Instant now) {
        return database.inTransaction(handle -> AppointmentStore.take(handle, name(guard), now, now.plus(AGAIN)));
    }

    private void look(ActiveBook book, List<Guard> due, Instant now) {
        Map<Guard, List<Finding>> found = database.inSnapshot(handle -> Guards.find(handle, book, due, now));
        database.inTransaction(handle -> {
            List<Telling.News> news = new ArrayList<>();
            found.forEach((guard, findings) -> {
                for (Finding finding : findings) {
                    news.add(new Telling.News(guard, GuardStore.seen(handle, guard, finding, now)));
                }
                int cleared = GuardStore.clear(handle, guard.id(), now);
                Audit.record(
                        handle,
                        AuditRecord.of(
                                now,
                                "tickler",
                                "guard-looked",
                                Map.of("guard", guard.id(), "findings", findings.size(), "cleared", cleared)));
                AppointmentStore.set(handle, name(guard), next(book, guard, now));
            });
            new Telling(handle, book, now).tell(news);
            return news;
        });
    }

    private static String name(Guard guard) {
        return "guard " + guard.id();
    }

    /** The first of the guard's moments after {@code now}. */
    private static Instant next(ActiveBook book, Guard guard, Instant now) {
        LocalDate today = now.atZone(book.firm().zone()).toLocalDate();
        Instant at = moment(book, guard, today);
        return at.isAfter(now) ? at : moment(book, guard, after(guard, today));
    }

    private static LocalDate after(Guard guard, LocalDate today) {
        return guard.every() == Guard.Pace.WEEK
                ? today.plusDays(8L - today.getDayOfWeek().getValue())
                : today.plusDays(1);
    }

    /** The guard's moment on the first fitting day from {@code day} on; of a week, that of its first working day. */
    private static Instant moment(ActiveBook book, Guard guard, LocalDate day) {
        ZoneId zone = book.firm().zone();
        LocalDate fitting = switch (guard.every()) {
            case DAY -> day;
            case BUSINESS_DAY -> workingFrom(book, day);
            case WEEK -> workingFrom(book, day.minusDays(day.getDayOfWeek().getValue() - 1L));
        };
        return LocalMoments.instant(fitting.atTime(guard.time()), zone);
    }

    private static LocalDate workingFrom(ActiveBook book, LocalDate day) {
        return new SpanCounter(book.firm(), book.calendars())
                .days(day.minusDays(1), NEXT, Side.AFTER, Optional.empty())
                .day();
    }
}
