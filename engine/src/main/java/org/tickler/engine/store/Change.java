package org.tickler.engine.store;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tickler.rules.docket.Instruction;

/**
 * Why rows of entries are written.
 *
 * @param who a person's id, a source's name, or {@code tickler} for what follows from rules
 * @param reason in that person's words
 * @param at when it was done
 */
public record Change(Cause cause, String who, Optional<String> reason, Instant at) {
    /** What happened to the entry. */
    public enum Cause {
        /** A person entered it. */
        ENTERED,
        /** A source gave it, or changed it. */
        LOADED,
        /** The court changed it. */
        MOVED,
        /** We had it wrong. */
        CORRECTED,
        CANCELLED,
        /** An order sets its date. */
        ORDERED,
        /** An extension is granted. */
        EXTENDED,
        /** An extension is asked for. */
        EXTENSION_ASKED,
        /** An extension is not granted. */
        EXTENSION_REFUSED,
        /** The rule's date holds again. */
        BY_RULE,
        /** A second person found its date right. */
        VERIFIED,
        /** A second person read another date from the paper than the one that stands. */
        DIFFERED,
        /** Somebody saw the receipt of its being done. */
        RECEIPTED,
        /** A person says that it is done, or gave a receipt of it. */
        CLAIMED,
        /** A second person says so too. */
        CONFIRMED,
        /** What was filed was not taken. */
        REJECTED,
        /** A person let it go. */
        WAIVED,
        /** A person wants it after all. */
        REOPENED,
        /** A person suspended it, or settled, stayed or closed its matter. */
        STAYED,
        /** A person ended that. */
        LIFTED,
        /** Its matter came before another court. */
        TRANSFERRED,
        /** It was handed on to another person. */
        REASSIGNED,
        /** A person says that it is right as it stands. */
        KEPT,
        /** What had its matter settled, stayed or closed is over. */
        RESUMED,
        /** An act on its matter put it on the docket. */
        OPENED,
        /** An act was taken back at once. */
        UNDONE,
        /** It follows from other entries by a rule. */
        DERIVED,
        /** Its court does not sit on its day. */
        COURT_CLOSED,
        /** The closure of its court was taken back. */
        CLOSURE_TAKEN_BACK;

        /** Whether a person did it, so that a source that did not change must not undo it. */
        boolean isAct() {
            return switch (this) {
                case LOADED, DERIVED, COURT_CLOSED, CLOSURE_TAKEN_BACK -> false;
                default -> true;
            };
        }
    }

    /** What a person did, in that person's words. */
    public static Change act(Cause cause, String who, String reason, Instant at) {
        return new Change(cause, who, Optional.of(reason), at);
    }

    /** What a source said. */
    public static Change loaded(String source, Instant at) {
        return new Change(Cause.LOADED, source, Optional.empty(), at);
    }

    /** What follows from a closure of the court, or from its being taken back, in these words. */
    public static Change of(Cause cause, String why, Instant at) {
        return new Change(cause, "tickler", Optional.of(why), at);
    }

    /** What a person said about the date of an entry that rules derive, and where that is written. */
    public static Change said(Instruction said) {
        Cause cause = switch (said.what()) {
            case ORDERED -> Cause.ORDERED;
            case EXTENDED -> Cause.EXTENDED;
            case CHOSEN -> Cause.CORRECTED;
            case BY_RULE -> Cause.BY_RULE;
            case UNDONE -> Cause.UNDONE;
            default -> throw new IllegalArgumentException("what is " + said.what() + " changes no date");
        };
        String why = Stream.concat(said.terms().source().stream(), said.reason().stream())
                .collect(Collectors.joining(": "));
        return new Change(cause, said.by().value(), why.isEmpty() ? Optional.empty() : Optional.of(why), said.at());
    }

    /** What follows from rules. */
    public static Change derived(Instant at) {
        return new Change(Cause.DERIVED, "tickler", Optional.empty(), at);
    }
}
