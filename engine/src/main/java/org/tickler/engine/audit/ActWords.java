package org.tickler.engine.audit;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The words of the audit that sheets tell again, in one place: whoever adds an act that changes a docket adds its word here. */
public final class ActWords {
    /** That something came onto the docket: by a person, by a source, by a rule. */
    public static final Set<String> ENTERED = Set.of("entered", "loaded", "derived");

    /** That something of an entry was struck off, or changed: by a person, by a court, by a rule. */
    public static final Set<String> CHANGED = Set.of(
            "moved",
            "corrected",
            "cancelled",
            "waived",
            "superseded",
            "ordered",
            "extended",
            "extension-asked",
            "extension-refused",
            "by-rule",
            "loaded",
            "derived",
            "court-closed",
            "closure-taken-back",
            "claimed",
            "confirmed",
            "receipted",
            "rejected",
            "reopened",
            "undone");

    /** That something was done to a matter as a whole. */
    public static final Set<String> MATTER = Set.of(
            "settled",
            "settlement-asked",
            "settlement-withdrawn",
            "settlement-ended",
            "settlement-undone",
            "stayed",
            "stay-asked",
            "stay-withdrawn",
            "stay-ended",
            "stay-undone",
            "closed",
            "closing-asked",
            "closing-withdrawn",
            "closing-ended",
            "closing-undone",
            "transferred",
            "reassigned");

    /** That a sheet was made. */
    public static final String SHEET_MADE = "sheet-made";

    /** That its list was signed. */
    public static final String SHEET_SIGNED = "sheet-signed";

    /** That its reader would not sign it. */
    public static final String SHEET_REFUSED = "sheet-refused";

    private ActWords() {}

    /** {@code Extension asked}. */
    public static String words(String act) {
        return act.substring(0, 1).toUpperCase(Locale.ROOT) + act.substring(1).replace('-', ' ');
    }

    /** All that an exit control tells. */
    public static List<String> ofExitControl() {
        return Stream.of(ENTERED, CHANGED, MATTER)
                .flatMap(Set::stream)
                .distinct()
                .sorted()
                .toList();
    }
}
