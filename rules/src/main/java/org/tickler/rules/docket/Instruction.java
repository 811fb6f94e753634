package org.tickler.rules.docket;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.tickler.rules.firm.PersonId;

/**
 * What a person said about an entry: of its date, beside or in place of what its rule makes of it, or of its life. Instructions
 * are kept in order and never changed; where they leave an entry's date is its {@link Standing}.
 *
 * @param reason in that person's words
 */
public record Instruction(
        EntryId entry, What what, Terms terms, Basis basis, PersonId by, Instant at, Optional<String> reason) {
    public Instruction {
        if (what.dates() && terms.day().isEmpty()) {
            throw new IllegalArgumentException("what is " + what + " has a date, but had none");
        }
        if (what.needsSource()
                && terms.source().filter(source -> !source.isBlank()).isEmpty()) {
            throw new IllegalArgumentException("what is " + what + " says where that is written, but did not");
        }
        if (what.needsReason() && reason.filter(why -> !why.isBlank()).isEmpty()) {
            throw new IllegalArgumentException("who says what is " + what + " says why, but did not");
        }
    }

    /** The same, said while the entry's trigger was on {@code day}. */
    public Instruction whileTriggerOn(Optional<LocalDate> day) {
        return new Instruction(entry, what, terms, new Basis(day, basis.entry()), by, at, reason);
    }

    /** What was said. */
    public enum What {
        /** An order of the court sets the date. */
        ORDERED,
        /** An extension to the date is granted, or agreed where that is enough. */
        EXTENDED,
        /** A person overrides the rule. */
        CHOSEN,
        /** An extension is asked for; until it is granted nothing moves. */
        EXTENSION_ASKED,
        /** An extension that was asked for is not granted. */
        EXTENSION_REFUSED,
        /** What was set no longer holds; the rule's date does. */
        BY_RULE,
        /** A second person found right what was set last; of a last day to sue, one of two people did what tolls it. */
        VERIFIED,
        /** A last day to sue will not be kept; it takes a second person to end it. */
        CANCEL_ASKED,
        /** What was said last is taken back, with all that was said at the same instant. */
        UNDONE,
        /** A person saw the file-stamped pleading that kept a last day to sue. */
        PLEADING_SEEN,
        /** A second person read another date from the paper than the one that stands. */
        DIFFERED,
        /** A person says that it is done; its source is the receipt. */
        CLAIMED,
        /** A person confirms what another one claimed. */
        CONFIRMED,
        /** What was filed was not taken; its source is what says so. */
        REJECTED,
        /** A person lets it go. */
        WAIVED,
        /** A person wants it after all: what was claimed of it before no longer counts. */
        REOPENED,
        /** A person suspends it. */
        STAYED,
        /** A person ends that. */
        LIFTED;

        /** Whether it sets a date in place of the rule's. */
        public boolean dates() {
            return this == ORDERED || this == EXTENDED || this == CHOSEN;
        }

        /** Whether what it calls its source is the fingerprint of the facts that the person looked at. */
        public boolean isOfFacts() {
            return this == VERIFIED || this == CANCEL_ASKED;
        }

        /** Whether it says anything of the date; else it is of the entry's life. */
        public boolean isOfDate() {
            return switch (this) {
                case ORDERED,
                        EXTENDED,
                        CHOSEN,
                        EXTENSION_ASKED,
                        EXTENSION_REFUSED,
                        BY_RULE,
                        VERIFIED,
                        DIFFERED,
                        UNDONE -> true;
                case CANCEL_ASKED, PLEADING_SEEN, CLAIMED, CONFIRMED, REJECTED, WAIVED, REOPENED, STAYED, LIFTED ->
                    false;
            };
        }

        private boolean needsReason() {
            return this == CHOSEN || this == WAIVED || this == REOPENED;
        }

        private boolean needsSource() {
            return this == ORDERED || this == EXTENDED || this == EXTENSION_ASKED;
        }
    }

    /**
     * What it came to.
     *
     * @param date what is set or asked for, with its hour where one is said; empty: nothing is dated
     * @param source where it is written, such as {@code ECF 34}
     */
    public record Terms(Optional<When.AllDay> date, Optional<String> source) {
        /** Nothing is dated, and nothing is written. */
        public static final Terms NONE = new Terms(Optional.empty(), Optional.empty());

        /** The day of {@code when}, with its hour or the one at which it starts. */
        public static Terms of(When when, Optional<String> source) {
            Optional<When.AllDay> date = switch (when) {
                case When.AllDay day -> Optional.of(day);
                case When.Timed timed ->
                    Optional.of(new When.AllDay(
                            timed.start().toLocalDate(),
                            Optional.of(timed.start().toLocalTime()),
                            timed.zone()));
                case When.Waiting waiting -> Optional.empty();
            };
            return new Terms(date, source);
        }

        /** The day that is set or asked for. */
        public Optional<LocalDate> day() {
            return date.map(When.AllDay::day);
        }
    }

    /**
     * What was so when it was said.
     *
     * @param trigger the date of the entry's trigger; empty: it had none
     * @param entry the date of the entry itself; empty: it waited for one
     */
    public record Basis(Optional<LocalDate> trigger, Optional<LocalDate> entry) {}
}
