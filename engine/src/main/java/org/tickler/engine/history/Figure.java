package org.tickler.engine.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A share, as an insurer asks for it.
 *
 * @param id its stable name
 * @param label in words
 * @param part how many are of the part that is looked for
 * @param whole of how many
 * @param how how it is counted
 * @param listed those that somebody should look at, by id
 */
public record Figure(String id, String label, int part, int whole, String how, List<String> listed) {
    public Figure {
        listed = List.copyOf(listed);
        if (part < 0 || part > whole) {
            throw new IllegalArgumentException(part + " of " + whole + " is no share");
        }
    }

    /** {@code 12 of 14 (85 %)}, never rounded up; {@code none} where there is nothing to be counted. */
    public String words() {
        return whole == 0 ? "none" : part + " of " + whole + " (" + percent() + " %)";
    }

    private int percent() {
        return (int) (100L * part / whole);
    }

    /** For programs; {@code percent} is absent where there is nothing to be counted. */
    public Map<String, Object> keys() {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("id", id);
        keys.put("label", label);
        keys.put("numerator", part);
        keys.put("denominator", whole);
        if (whole > 0) {
            keys.put("percent", percent());
        }
        keys.put("how", how);
        keys.put("listed", listed);
        return keys;
    }
}
