package org.tickler.rules.remind;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonKind;
import org.tickler.rules.firm.Wants;
import org.tickler.rules.remind.SheetRule.Kind;
import org.tickler.rules.remind.SheetRule.Readers;

/** The morning sheets of a firm, into which reminders are folded that need no answer. */
public final class MorningSheets {
    /** A reminder waits no longer for a sheet than this; it goes by itself then. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(24);

    private final List<SheetRule> sheets;
    private final SheetClock clock;

    /** @param all the firm's sheets, of whatever kind */
    public MorningSheets(List<SheetRule> all, SheetClock clock) {
        this.sheets = all.stream().filter(sheet -> sheet.kind() == Kind.MORNING).toList();
        this.clock = clock;
    }

    /**
     * When the sheet leaves into which a reminder due at {@code at} to {@code person} is folded: the one of the same day, if
     * the reminder was owed by then, else the next within a day, if it leaves before {@code before}. Empty where the person
     * wants no digest, gets no such sheet, or none is in time.
     *
     * @param earliest no reminder goes before it
     */
    Optional<Instant> folding(Person person, Instant at, Instant earliest, Instant before) {
        if (person.wants() != Wants.DIGEST) {
            return Optional.empty();
        }
        LocalDate day = at.atZone(person.zone()).toLocalDate();
        Optional<Instant> sameDay = turns(person, day)
                .filter(turn -> !turn.isBefore(earliest) && turn.isBefore(before))
                .min(Instant::compareTo);
        return sameDay.isPresent()
                ? sameDay
                : Stream.of(day, day.plusDays(1))
                        .flatMap(one -> turns(person, one))
                        .filter(turn -> !turn.isBefore(at) && turn.isBefore(before))
                        .filter(turn -> !turn.isAfter(at.plus(LONGEST_WAIT)))
                        .min(Instant::compareTo);
    }

    private Stream<Instant> turns(Person person, LocalDate day) {
        return person.awayOn(day)
                ? Stream.empty()
                : sheets.stream()
                        .filter(sheet -> reads(person, sheet.to()))
                        .flatMap(sheet -> clock.on(sheet.rhythm(), person.zone(), day).stream())
                        .map(SheetClock.Turn::at);
    }

    private static boolean reads(Person person, Readers readers) {
        return switch (readers) {
            case Readers.Everyone everyone -> person.kind() == PersonKind.STAFF;
            case Readers.Named named -> named.to().stream().anyMatch(addressee -> means(addressee, person));
            case Readers.Outside outside -> false;
        };
    }

    private static boolean means(Addressee addressee, Person person) {
        return switch (addressee) {
            case Addressee.Role role -> person.roles().contains(role.name());
            case Addressee.Named named -> named.id().equals(person.id());
            case Addressee.Owner owner -> false;
            case Addressee.DelegateOfAsked delegate -> false;
        };
    }
}
