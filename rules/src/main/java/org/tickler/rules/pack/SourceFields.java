package org.tickler.rules.pack;

import java.util.Optional;
import org.tickler.calendars.holiday.Validity;
import org.tickler.calendars.text.Fields;
import org.tickler.rules.count.Authority;

/** Reads where a rule is written, and whether somebody has compared it with that text. */
public final class SourceFields {
    private SourceFields() {}

    /** What the keys {@code authority} and {@code unchecked} of a rule say; empty where a citation is missing. */
    public static Optional<CourtRule.Source> read(Fields fields) {
        Fields map = fields.map("authority");
        String cite = map.text("cite");
        Optional<String> url = map.findText("url");
        var checked = map.findDate("checked");
        var from = map.findDate("from");
        var to = map.findDate("to");
        Optional<String> unchecked = fields.findText("unchecked");
        if (map.finish() && checked.isPresent() == unchecked.isPresent()) {
            fields.error(
                    "authority",
                    PackProblem.UNVERIFIED,
                    checked.isPresent()
                            ? "authority: it is checked, and unchecked too; take one of the two out"
                            : "authority: nothing says whether it was compared with its text; add checked: with the day, or"
                                    + " unchecked: with the reason");
        }
        if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
            fields.error("authority", PackProblem.OVERLAP, "to: " + to.get() + " is before from: " + from.get());
            return Optional.empty();
        }
        return cite.isBlank()
                ? Optional.empty()
                : Optional.of(new CourtRule.Source(
                        new Authority(cite, url, checked), new Validity(from, to), unchecked, Optional.empty()));
    }
}
