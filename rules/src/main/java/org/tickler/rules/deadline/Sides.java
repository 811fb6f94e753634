package org.tickler.rules.deadline;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tickler.rules.pack.Duty;

/** Tells the firm's own duties from those of the other side, as far as the docket says who is who. */
public final class Sides {
    private static final Map<String, String> OTHER = Map.of(
            "plaintiff", "defendant",
            "defendant", "plaintiff",
            "petitioner", "respondent",
            "respondent", "petitioner",
            "appellant", "appellee",
            "appellee", "appellant",
            "claimant", "defendant");

    private Sides() {}

    /**
     * Whether a duty is surely the other side's. A duty of whom nobody knows is the firm's: a reminder too many does no harm.
     *
     * @param side whom the firm acts for
     * @param party whose paper the trigger is about: of one that was served, who was
     */
    public static boolean isTheirs(Duty duty, Optional<String> side, Optional<String> party) {
        Optional<String> theirs = side.flatMap(Sides::other);
        Optional<String> whose = switch (duty) {
            case PLAINTIFF, DEFENDANT, PETITIONER, RESPONDENT, APPELLANT, APPELLEE -> Optional.of(duty.words());
            case SERVED_PARTY, RECEIVING_PARTY -> party.map(Sides::word);
            case SERVING_PARTY -> party.flatMap(Sides::other);
            case MOVANT, GOVERNMENT, ANY_PARTY, COURT -> Optional.empty();
        };
        return theirs.isPresent() && theirs.equals(whose);
    }

    private static Optional<String> other(String party) {
        return Optional.ofNullable(OTHER.get(word(party)));
    }

    private static String word(String party) {
        return party.strip().toLowerCase(Locale.ROOT);
    }
}
