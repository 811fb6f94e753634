package org.tickler.engine.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;
import org.tickler.engine.store.Json;

/** Leaves out where people are reached: addresses of mail, and numbers of telephones as channels use them. */
final class Addresses {
    /** Where a message went, and what a provider answered, which quotes the address in any form it likes. */
    private static final List<String> INSIDE = List.of("address", "detail");

    private static final Pattern WRITTEN = Pattern.compile(
            "[^\\s<>()\\[\\]@,;:\"']+@[^\\s<>()\\[\\]@,;:\"']+|(?<![\\p{Alnum}+])\\+[1-9][0-9]{6,14}(?![0-9])");

    private Addresses() {}

    /** What is known of something that happened, without them. */
    static JsonNode leftOut(JsonNode facts) {
        JsonNode without = Json.mapped(facts, Addresses::leftOut);
        return without instanceof ObjectNode object ? object.without(INSIDE) : without;
    }

    private static String leftOut(String text) {
        return WRITTEN.matcher(text).replaceAll("(address left out)");
    }
}
