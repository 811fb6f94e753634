package org.tickler.rules.docket;

import static org.tickler.rules.docket.EntryStatus.CANCELLED;
import static org.tickler.rules.docket.EntryStatus.CLAIMED;
import static org.tickler.rules.docket.EntryStatus.DONE;
import static org.tickler.rules.docket.EntryStatus.OPEN;
import static org.tickler.rules.docket.EntryStatus.PROPOSED;
import static org.tickler.rules.docket.EntryStatus.PROVISIONAL;
import static org.tickler.rules.docket.EntryStatus.STAYED;
import static org.tickler.rules.docket.EntryStatus.SUPERSEDED;
import static org.tickler.rules.docket.EntryStatus.WAITING;
import static org.tickler.rules.docket.EntryStatus.WAIVED;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tickler.calendars.text.Words;

/**
 * The life of an entry as a table: from which status what happening leads to which. What does not stand in it is refused,
 * and nothing sets a status without asking it. That something stays as it is stands there too, where it may happen.
 */
public final class EntryLife {
    private static final Set<EntryStatus> ALL = EnumSet.allOf(EntryStatus.class);
    /** Not suspended, not claimed, not over. */
    private static final Set<EntryStatus> AHEAD = EnumSet.of(WAITING, PROPOSED, OPEN, PROVISIONAL);

    private static final Set<EntryStatus> DATED = EnumSet.of(PROPOSED, OPEN, PROVISIONAL);
    private static final Set<EntryStatus> NOT_OVER = EnumSet.of(WAITING, PROPOSED, OPEN, PROVISIONAL, STAYED, CLAIMED);

    private static final List<Row> TABLE = List.of(
            // a new entry
            Row.born(Happening.ENTERED, EnumSet.of(WAITING, PROPOSED, OPEN)),
            Row.born(Happening.LOADED, ALL),
            Row.born(Happening.DERIVED, EnumSet.of(WAITING, PROPOSED, OPEN, PROVISIONAL, STAYED)),
            // a source that says something else is believed; what a person did meanwhile is for Merge to weigh
            Row.of(Happening.LOADED, ALL, ALL),
            Row.of(
                    Happening.DERIVED,
                    EnumSet.of(WAITING, PROPOSED, OPEN, PROVISIONAL, STAYED, SUPERSEDED),
                    EnumSet.of(WAITING, PROPOSED, OPEN, PROVISIONAL, STAYED)),
            Row.of(Happening.DERIVED, EnumSet.of(CLAIMED), EnumSet.of(CLAIMED)),
            Row.of(Happening.SUPERSEDED, NOT_OVER, EnumSet.of(SUPERSEDED)),
            // its date
            Row.of(Happening.DATED, EnumSet.of(WAITING), EnumSet.of(WAITING, PROPOSED, OPEN, PROVISIONAL)),
            Row.of(Happening.DATED, EnumSet.of(PROPOSED, OPEN), EnumSet.of(PROPOSED, OPEN)),
            Row.of(Happening.DATED, EnumSet.of(PROVISIONAL), DATED),
            Row.same(Happening.DATED, EnumSet.of(STAYED, CLAIMED)),
            Row.of(Happening.EXTENSION_ASKED, DATED, EnumSet.of(PROVISIONAL)),
            Row.same(Happening.EXTENSION_ASKED, EnumSet.of(STAYED, CLAIMED)),
            Row.of(Happening.EXTENSION_REFUSED, DATED, EnumSet.of(PROPOSED, OPEN)),
            Row.same(Happening.EXTENSION_REFUSED, EnumSet.of(WAITING, STAYED, CLAIMED)),
            Row.of(Happening.VERIFIED, EnumSet.of(PROPOSED), EnumSet.of(OPEN)),
            Row.same(Happening.VERIFIED, EnumSet.complementOf(EnumSet.of(PROPOSED, WAITING))),
            Row.of(Happening.COURT_CLOSED, DATED, EnumSet.of(WAITING)),
            Row.of(Happening.CLOSURE_TAKEN_BACK, EnumSet.of(WAITING), EnumSet.of(PROPOSED, OPEN)),
            // its end
            Row.of(Happening.CLAIMED, NOT_OVER, EnumSet.of(CLAIMED, DONE)),
            Row.same(Happening.CLAIMED, EnumSet.of(DONE)),
            Row.of(Happening.CONFIRMED, EnumSet.of(CLAIMED), EnumSet.of(CLAIMED, DONE)),
            Row.of(Happening.REJECTED, EnumSet.of(CLAIMED, DONE), AHEAD),
            Row.same(Happening.REJECTED, EnumSet.of(WAITING, PROPOSED, OPEN, PROVISIONAL, STAYED)),
            Row.of(Happening.WAIVED, NOT_OVER, EnumSet.of(WAIVED)),
            Row.of(Happening.CANCELLED, NOT_OVER, EnumSet.of(CANCELLED)),
            Row.of(Happening.REOPENED, EnumSet.of(CLAIMED, DONE, WAIVED, CANCELLED), AHEAD),
            // a pause
            Row.of(Happening.STAYED, EnumSet.of(WAITING, PROPOSED, OPEN, PROVISIONAL, CLAIMED), EnumSet.of(STAYED)),
            Row.of(Happening.LIFTED, EnumSet.of(STAYED), EnumSet.of(WAITING, PROPOSED, OPEN, PROVISIONAL, CLAIMED)),
            Row.of(Happening.RELEASED, EnumSet.of(STAYED), EnumSet.of(WAITING, PROPOSED, OPEN, PROVISIONAL, CLAIMED)),
            // a slip, taken back at once
            Row.of(Happening.UNDONE, ALL, ALL));

    private EntryLife() {}

    /**
     * One move that is allowed.
     *
     * @param from empty: there was no such entry
     */
    public record Move(Optional<EntryStatus> from, Happening by, EntryStatus to) {}

    /** A row of the table; {@code same}: each of {@code from} stays as it is. */
    private record Row(Happening by, boolean born, Set<EntryStatus> from, Set<EntryStatus> to, boolean same) {
        static Row born(Happening by, Set<EntryStatus> to) {
            return new Row(by, true, Set.of(), to, false);
        }

        static Row of(Happening by, Set<EntryStatus> from, Set<EntryStatus> to) {
            return new Row(by, false, from, to, false);
        }

        static Row same(Happening by, Set<EntryStatus> stays) {
            return new Row(by, false, stays, stays, true);
        }

        Stream<Move> moves() {
            return born
                    ? to.stream().map(one -> new Move(Optional.empty(), by, one))
                    : from.stream()
                            .flatMap(before -> (same ? Stream.of(before) : to.stream())
                                    .map(one -> new Move(Optional.of(before), by, one)));
        }
    }

    private static final Set<Move> MOVES = TABLE.stream().flatMap(Row::moves).collect(Collectors.toUnmodifiableSet());

    /** Every move that is allowed. */
    public static Set<Move> moves() {
        return MOVES;
    }

    /** Why {@code by} does not lead from {@code from} to {@code to}, as the end of a sentence about the entry; empty: it does. */
    public static Optional<String> refusal(EntryStatus from, Happening by, EntryStatus to) {
        if (MOVES.contains(new Move(Optional.of(from), by, to))) {
            return Optional.empty();
        }
        String is = "is " + Words.of(from);
        boolean never = MOVES.stream().noneMatch(move -> move.from().equals(Optional.of(from)) && move.by() == by);
        return Optional.of(
                never
                        ? is + " and cannot be " + words(by) + remedy(from)
                        : is + " and does not become " + Words.of(to) + " when it is " + words(by));
    }

    /** The status of a new entry, which {@code by} may give it. */
    public static EntryStatus born(Happening by, EntryStatus status) {
        if (!MOVES.contains(new Move(Optional.empty(), by, status))) {
            throw new MoveRefused("what is " + words(by) + " is not " + Words.of(status) + " from the start");
        }
        return status;
    }

    /**
     * {@code to}, to which {@code by} may lead from {@code from}.
     *
     * @throws MoveRefused if it may not
     */
    static EntryStatus moved(EntryStatus from, Happening by, EntryStatus to) {
        refusal(from, by, to).ifPresent(why -> {
            throw new MoveRefused("what " + why);
        });
        return to;
    }

    private static String remedy(EntryStatus from) {
        return switch (from) {
            case DONE, WAIVED, CANCELLED -> "; if it is wanted after all: tickler reopen, with the reason";
            case SUPERSEDED -> "; it no longer follows from its trigger. If it is wanted after all, add it anew";
            case STAYED -> "; it is suspended until that is lifted";
            case WAITING -> "; it has no date yet";
            case PROPOSED, OPEN, PROVISIONAL, CLAIMED -> "";
        };
    }

    private static String words(Happening by) {
        return String.join(" ", Arrays.asList(Words.of(by).split("-", -1)));
    }
}
