package org.tickler.rules.firm;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tickler.calendars.CalendarId;

/**
 * What one client may sue one defendant for, and the facts from which its last day to sue is counted.
 *
 * @param id unique in its matter, for the claim's whole life
 * @param type as limitation rules call it, such as {@code personal-injury}
 * @param against the one defendant, as a pleading must name it
 * @param born when the person whose claim it is was born, where minority may count
 * @param reposeFrom the act or sale from which a repose runs
 * @param court where it is to be filed; empty: the matter's
 * @param rule the id of the limitation rule; empty: the one for its type and court
 */
public record Claim(
        String id,
        String type,
        String against,
        Accrual accrual,
        Optional<LocalDate> born,
        Optional<LocalDate> reposeFrom,
        Optional<CalendarId> court,
        Optional<String> rule,
        List<Tolling> tolling,
        List<Agreement> agreements) {
    public Claim {
        if (id.isBlank() || type.isBlank() || against.isBlank()) {
            throw new IllegalArgumentException(
                    "a claim has an id, a type and a defendant, but was: " + id + ", " + type + ", " + against);
        }
        if (born.filter(accrual.first()::isBefore).isPresent()) {
            throw new IllegalArgumentException("the claim " + id + " accrued on " + accrual.first()
                    + ", before the person whose it is was born on " + born.get());
        }
        tolling = List.copyOf(tolling);
        agreements = List.copyOf(agreements);
    }

    /** When it accrued: on one of the days from {@code first} to {@code last}, both included. */
    public record Accrual(LocalDate first, LocalDate last) {
        public Accrual {
            inOrder("the days on which a claim may have accrued", first, last);
        }

        /** A day that is known. */
        public static Accrual on(LocalDate day) {
            return new Accrual(day, day);
        }

        public boolean isRange() {
            return !first.equals(last);
        }
    }

    /**
     * Days on which the period did not run.
     *
     * @param to the last of them; empty: it has not ended yet
     * @param why such as {@code bankruptcy stay}
     * @param source where that is written
     */
    public record Tolling(LocalDate from, Optional<LocalDate> to, String why, String source) {
        public Tolling {
            to.ifPresent(last -> inOrder("tolling", from, last));
            needs("tolling", why, source);
        }
    }

    /**
     * A defendant's agreement that the period does not run from {@code from} until {@code until}, both included.
     *
     * @param source where it is written
     */
    public record Agreement(LocalDate from, LocalDate until, String source) {
        public Agreement {
            inOrder("a tolling agreement", from, until);
            needs("a tolling agreement", source);
        }
    }

    private static void inOrder(String what, LocalDate first, LocalDate last) {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException(what + ": " + last + " is before " + first);
        }
    }

    private static void needs(String what, String... words) {
        if (List.of(words).stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException(what + " says why, and where that is written, but did not");
        }
    }
}
