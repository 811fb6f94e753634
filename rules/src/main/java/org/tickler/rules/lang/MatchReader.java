package org.tickler.rules.lang;

import java.util.Set;
import org.tickler.calendars.text.Fields;
import org.tickler.rules.remind.Match;

/** Reads for which entries a rule is. */
final class MatchReader {
    private static final Match EVERYTHING = new Match(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    private final Names names;

    MatchReader(Names names) {
        this.names = names;
    }

    /** What stands behind {@code for}; left out it is for every entry. */
    Match read(Fields rule) {
        return rule.findMap("for").map(this::match).orElse(EVERYTHING);
    }

    private Match match(Fields fields) {
        Match match = new Match(
                names.kinds(fields, "kind"),
                names.events(fields, "event"),
                names.courts(fields, "court"),
                names.words(fields, "practice"),
                names.words(fields, "phase"),
                names.matters(fields, "matter"));
        fields.finish();
        return match;
    }
}
