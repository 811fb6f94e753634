package org.tickler.engine.docket;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.tickler.engine.store.KeptReceipt;
import org.tickler.rules.docket.Details;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.limitation.Pleading;

/** What a person does to one entry. */
public sealed interface Act {
    /**
     * Puts a new entry on a matter's docket.
     *
     * @param id no other entry has it, and it is the same in preview and act, so that both speak of the same entry
     * @param date without a day: it waits for its date
     * @param zone empty: the court's, else the firm's
     */
    record Add(
            UUID id,
            MatterId matter,
            EntryKind kind,
            String title,
            DateGiven date,
            Optional<ZoneId> zone,
            Details details)
            implements Act {
        /** The source of what a person enters by an act. */
        static final String SOURCE = Origin.Entered.BY_HAND;

        /** The id that the entry has on the docket. */
        public EntryId entry() {
            return EntryId.entered(SOURCE, id.toString());
        }
    }

    /** The court changed its day, hour, room or mode. */
    record Move(EntryId entry, NewDate to) implements Act {}

    /** We had it wrong. A date given for a derived entry overrides its rule, and needs a reason. */
    record Correct(EntryId entry, NewDate to, Optional<String> title, Optional<String> owner) implements Act {}

    /** It will not take place. */
    record Cancel(EntryId entry) implements Act {}

    /**
     * An order sets its date. Of a derived entry that date stands in place of the rule's, does not roll, and stays when the
     * trigger moves.
     *
     * @param source where it is written, such as {@code ECF 34}
     */
    record Order(EntryId entry, DateGiven to, String source) implements Act {}

    /** An order sets the date of something that is not on the docket yet. */
    record OrderNew(Add add, String source) implements Act {}

    /** An extension of its date. */
    record Extend(EntryId entry, Extension extension) implements Act {}

    /** What became of an extension. */
    sealed interface Extension {
        /** It is asked for: until it is granted nothing moves. */
        record Asked(DateGiven to, String source) implements Extension {}

        /** It is granted, or agreed where that is enough. */
        record Granted(DateGiven to, String source) implements Extension {}

        /** It is not granted. */
        record Refused() implements Extension {}
    }

    /** What was set in place of the rule's date no longer holds. */
    record ByRule(EntryId entry) implements Act {}

    /**
     * A second person found right the date that another one gave.
     *
     * @param read the date as that person reads it on the paper; empty: the one that stands was looked at
     */
    record Verify(EntryId entry, Optional<DateGiven> read) implements Act {
        /** Of the date that stands. */
        public Verify(EntryId entry) {
            this(entry, Optional.empty());
        }
    }

    /** A file-stamped pleading kept a last day to sue; it takes two people who saw it. */
    record Done(EntryId entry, Pleading pleading) implements Act {}

    /**
     * A person says that it is done, or gives a receipt: the firm's checks say whether that is enough. A receipt that it was
     * rejected opens it again, and tells those who must know.
     */
    record Claim(EntryId entry, ReceiptGiven receipt) implements Act {}

    /** Another person says too that it is done. */
    record Confirm(EntryId entry) implements Act {}

    /** A person lets it go, with the reason. */
    record Waive(EntryId entry) implements Act {}

    /** It is wanted after all, though it was done, claimed, waived or cancelled; with the reason. */
    record Reopen(EntryId entry) implements Act {}

    /** It is suspended: it stays on the docket and does not remind. */
    record Stay(EntryId entry) implements Act {}

    /** It is suspended no longer. */
    record Lift(EntryId entry) implements Act {}

    /** It is right as it stands: that settles every question about it. One that waits as a probable duplicate reminds. */
    record Keep(EntryId entry) implements Act {}

    /** What whoever got a thing said of it. */
    enum Verdict {
        /** It was handed in; nobody has said yet that it is taken. */
        SUBMITTED,
        /** It was taken. */
        ACCEPTED,
        /** It was not taken. */
        REJECTED
    }

    /**
     * What shows that a thing was done, or that it was not taken.
     *
     * @param text its number, or what it says, such as {@code ECF 41}
     * @param file what is kept of it
     */
    record ReceiptGiven(Optional<String> text, Optional<KeptReceipt> file, Verdict verdict) {
        /** No receipt: a person's word that it is done. */
        public static final ReceiptGiven NONE = new ReceiptGiven(Optional.empty(), Optional.empty(), Verdict.ACCEPTED);

        private static final int LONGEST = 200;

        public ReceiptGiven {
            text.ifPresent(words -> {
                if (words.isBlank() || words.length() > LONGEST || words.chars().anyMatch(Character::isISOControl)) {
                    throw new ActRefused("a receipt's text has 1 to " + LONGEST
                            + " printable characters, such as \"ECF 41\"; what is longer is given as a file");
                }
            });
        }

        /** A text alone, such as {@code ECF 41}. */
        public static ReceiptGiven of(String text, Verdict verdict) {
            return new ReceiptGiven(Optional.of(text), Optional.empty(), verdict);
        }

        /** Whether there is nothing to be kept: neither text nor file. */
        public boolean isEmpty() {
            return text.isEmpty() && file.isEmpty();
        }
    }

    /** A date as a person gives it; what is empty was not given. */
    record DateGiven(Optional<LocalDate> day, Optional<LocalTime> time, Optional<LocalTime> ends) {
        /** Nothing was given. */
        public static final DateGiven NONE = new DateGiven(Optional.empty(), Optional.empty(), Optional.empty());

        /** A day alone. */
        public static DateGiven on(LocalDate day) {
            return new DateGiven(Optional.of(day), Optional.empty(), Optional.empty());
        }

        /** A day and an hour. */
        public static DateGiven at(LocalDate day, LocalTime time) {
            return new DateGiven(Optional.of(day), Optional.of(time), Optional.empty());
        }
    }

    /** What changes; what is empty stays as it is. */
    record NewDate(DateGiven date, Optional<String> location, Optional<String> mode) {
        /** The date alone. */
        public static NewDate of(DateGiven date) {
            return new NewDate(date, Optional.empty(), Optional.empty());
        }
    }
}
