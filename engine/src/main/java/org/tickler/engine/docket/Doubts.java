package org.tickler.engine.docket;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.CourtDay;
import org.tickler.calendars.text.Nearest;
import org.tickler.engine.book.ActiveBook;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.RoleName;

/** Finds what looks wrong about an entry that a source gives. */
final class Doubts {
    private static final int MONTHS_AHEAD = 18;

    private final ActiveBook book;
    private final People people;
    private final Instant now;

    Doubts(ActiveBook book, People people, Instant now) {
        this.book = book;
        this.people = people;
        this.now = now;
    }

    /**
     * What looks wrong, in the order in which a reader would look.
     *
     * @param trial the last day for which the matter has a trial
     */
    List<Doubt> of(RowReader.Understood understood, Entry entry, Matter matter, Optional<LocalDate> trial) {
        List<Doubt> doubts = new ArrayList<>();
        if (!entry.status().reminds()) {
            return doubts;
        }
        entry.when().date().ifPresent(day -> {
            weekday(understood.saying().weekday(), day).ifPresent(doubts::add);
            if (entry.kind() != EntryKind.EVENT) {
                closed(entry, matter, day).ifPresent(doubts::add);
                past(entry).ifPresent(doubts::add);
            }
            place(entry, day, matter, trial).ifPresent(doubts::add);
        });
        owner(understood.row(), entry, matter).ifPresent(doubts::add);
        return doubts;
    }

    private static Optional<Doubt> weekday(Optional<DayOfWeek> written, LocalDate day) {
        return written.filter(weekday -> weekday != day.getDayOfWeek())
                .map(weekday -> new Doubt(
                        Doubt.Code.WEEKDAY,
                        day + " is a " + name(day.getDayOfWeek()) + ", but the row says " + name(weekday)
                                + "; which of the two is right?"));
    }

    private Optional<Doubt> closed(Entry entry, Matter matter, LocalDate day) {
        Optional<CalendarId> calendar =
                entry.courtIn(matter).or(() -> book.firm().calendar());
        Optional<CourtDay> court = calendar.flatMap(book.calendars()::find).map(found -> found.on(day));
        if (CourtDay.Weekend.isWeekend(day)) {
            return Optional.of(new Doubt(
                    Doubt.Code.WEEKEND,
                    DateWords.of(entry.when()) + " is a " + name(day.getDayOfWeek()) + "; is that right?"));
        }
        if (court.isPresent() && court.get() instanceof CourtDay.Closed closed) {
            String why = String.join(
                    ", ", closed.why().stream().map(CourtDay.Reason::name).toList());
            return Optional.of(new Doubt(
                    Doubt.Code.HOLIDAY,
                    DateWords.of(entry.when()) + " is " + why + " (" + calendar.orElseThrow() + "); is that right?"));
        }
        return Optional.empty();
    }

    private Optional<Doubt> past(Entry entry) {
        return entry.when()
                .dueAt()
                .filter(due -> due.isBefore(now))
                .map(due -> new Doubt(
                        Doubt.Code.PAST,
                        DateWords.of(entry.when())
                                + " is past and it is not said to be done; is it, or is the date wrong?"));
    }

    private Optional<Doubt> place(Entry entry, LocalDate day, Matter matter, Optional<LocalDate> trial) {
        LocalDate today = now.atZone(entry.when().zone()).toLocalDate();
        if (day.isAfter(today.plusMonths(MONTHS_AHEAD))) {
            return Optional.of(new Doubt(
                    Doubt.Code.FAR_OFF,
                    DateWords.of(entry.when()) + " is more than 18 months away; is the year right?"));
        }
        if (matter.opened().filter(day::isBefore).isPresent()) {
            return Optional.of(new Doubt(
                    Doubt.Code.BEFORE_OPENED,
                    DateWords.of(entry.when()) + " is before the matter was opened on "
                            + matter.opened().get() + "; is that right?"));
        }
        if (entry.kind() != EntryKind.TRIAL && trial.filter(day::isAfter).isPresent()) {
            return Optional.of(new Doubt(
                    Doubt.Code.AFTER_TRIAL,
                    DateWords.of(entry.when()) + " is after the trial on " + trial.get() + "; is that right?"));
        }
        return Optional.empty();
    }

    /** No owner is a doubt where the file has the column and leaves it empty, or where no lead attorney stands in. */
    private Optional<Doubt> owner(DocketRow row, Entry entry, Matter matter) {
        Optional<String> owner = entry.details().owner();
        if (owner.isEmpty()) {
            boolean led = !people.inRole(RoleName.LEAD_ATTORNEY, matter, person -> person.dayAt(now))
                    .isEmpty();
            return led && !row.hasColumn("owner")
                    ? Optional.empty()
                    : Optional.of(
                            new Doubt(Doubt.Code.NO_OWNER, "\"" + entry.title() + "\" has no owner; whose is it?"));
        }
        String named = owner.get();
        boolean known =
                people.all().stream().anyMatch(person -> person.id().value().equals(named)) || isRole(named, matter);
        return known
                ? Optional.empty()
                : Optional.of(new Doubt(
                        Doubt.Code.UNKNOWN_OWNER,
                        "the owner \"" + named + "\" is neither a person nor a role that anybody holds"
                                + Nearest.hint(
                                        named,
                                        people.all().stream()
                                                .map(person -> person.id().value())
                                                .toList())));
    }

    private boolean isRole(String name, Matter matter) {
        try {
            return !people.inRole(new RoleName(name), matter, person -> person.dayAt(now))
                    .isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
