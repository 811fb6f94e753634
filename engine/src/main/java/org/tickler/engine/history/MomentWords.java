package org.tickler.engine.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tickler.engine.store.Json;
import org.tickler.engine.store.LifeStore;

/** Puts what happened into sentences. */
final class MomentWords {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm", Locale.ENGLISH);

    private final Naming names;
    private final ZoneId zone;

    /** @param zone in which hours are told */
    MomentWords(Naming names, ZoneId zone) {
        this.names = names;
        this.zone = zone;
    }

    /** A sentence without a full stop, in lower case. */
    String of(LifeStore.Row row) {
        JsonNode facts = row.facts();
        return switch (row.what()) {
            case ACT, MATTER_ACT -> act(facts);
            case TRIED -> tried(facts);
            case NOT_TOLD -> notTold(facts);
            case ANSWERED -> answered(facts);
            case FORMER_ANSWER ->
                name(facts, "who") + " answered " + text(facts, "answer") + " by " + text(facts, "how")
                        + ", to a date that did not hold any more";
            case ESCALATED ->
                "escalated from " + name(facts, "from") + " to " + name(facts, "to") + ": " + text(facts, "why")
                        + passedOver(facts);
            case RECEIPT -> receipt(facts);
            case QUESTION -> question(row);
            case FOUND ->
                "the guard " + text(facts, "guard") + " found: " + text(facts, "sentence")
                        + row.until().map(at -> "; cleared " + minute(at)).orElse("; not cleared yet");
            case GAP -> "alarm of the coverage proof: " + text(facts, "sentence");
            case FEED -> feed(row);
        };
    }

    private String act(JsonNode facts) {
        String act = text(facts, "act");
        StringBuilder words = new StringBuilder(participle(act));
        words.append(" by ").append(name(facts, "who"));
        find(facts, "place").ifPresent(place -> words.append(", from ").append(place));
        if (facts.path("read-from-paper").asBoolean()) {
            words.append(", who read the date from the paper");
        }
        dates(facts).ifPresent(dates -> words.append(": ").append(dates));
        if (act.equals("differed")) {
            find(facts, "read")
                    .ifPresent(read -> words.append(": the paper says ").append(read));
        }
        whose(act).ifPresent(whose -> words.append(" (").append(whose).append(')'));
        find(facts, "source")
                .filter(source -> !act.equals("loaded"))
                .ifPresent(source -> words.append(", ").append(source));
        find(facts, "closure").ifPresent(closure -> words.append(": ").append(closure));
        find(facts, "reason")
                .or(() -> find(facts, "why"))
                .ifPresent(why -> words.append(": ").append(why));
        return words.append(passedOver(facts)).toString();
    }

    private static String passedOver(JsonNode facts) {
        List<String> skipped = new ArrayList<>();
        facts.path("passed-over").forEach(one -> skipped.add(one.asText()));
        return skipped.isEmpty() ? "" : "; passed over: " + String.join(", ", skipped);
    }

    private static String participle(String act) {
        return act.equals("differed") ? "read otherwise" : act.replace('-', ' ');
    }

    /** The dates, where they are new. */
    private static Optional<String> dates(JsonNode facts) {
        Optional<String> was = find(facts, "date-was");
        return find(facts, "date-is")
                .map(is -> was.map(before -> before + " -> " + is).orElse(is));
    }

    /** History keeps apart whose doing a change is. */
    private static Optional<String> whose(String act) {
        return switch (act) {
            case "moved" -> Optional.of("the court changed it");
            case "corrected" -> Optional.of("we had it wrong");
            case "ordered" -> Optional.of("the court set it");
            default -> Optional.empty();
        };
    }

    private String tried(JsonNode facts) {
        String outcome = text(facts, "outcome");
        String told = outcome.equals("accepted") ? "told " : "tried to tell ";
        StringBuilder words =
                new StringBuilder(told).append(name(facts, "to")).append(" by ").append(text(facts, "channel"));
        find(facts, "address").ifPresent(address -> words.append(" at ").append(address));
        if (!text(facts, "asked").equals(text(facts, "to"))) {
            words.append(", in place of ").append(name(facts, "asked"));
        }
        words.append(": ").append(text(facts, "why"));
        words.append("; ").append(outcome.replace('-', ' '));
        find(facts, "detail")
                .filter(detail -> !detail.equals(outcome))
                .ifPresent(detail -> words.append(": ").append(detail));
        find(facts, "provider")
                .ifPresent(state -> words.append("; the provider says: ").append(state));
        if (facts.path("possible-duplicate").asBoolean()) {
            words.append("; possibly a second time");
        }
        if (facts.path("late-result").asBoolean()) {
            words.append("; this became known late");
        }
        return words.append(" (message ")
                .append(text(facts, "message"))
                .append(')')
                .toString();
    }

    private String notTold(JsonNode facts) {
        return "not told to " + name(facts, "to") + " by " + text(facts, "channel") + ": " + text(facts, "why") + "; "
                + text(facts, "state")
                + find(facts, "reason").map(why -> ": " + why).orElse("");
    }

    private String answered(JsonNode facts) {
        String by = text(facts, "by");
        return name(facts, "by") + " answered " + text(facts, "answer") + " by " + text(facts, "how")
                + (text(facts, "for").equals(by) ? "" : ", for " + name(facts, "for"))
                + (facts.path("late").asBoolean() ? ", late: others had been told by then" : "")
                + find(facts, "passed-to").map(to -> ", to " + names.name(to)).orElse("") + ": to "
                + text(facts, "rung")
                + " of " + text(facts, "ladder");
    }

    private String receipt(JsonNode facts) {
        return "receipt " + text(facts, "verdict") + ": "
                + find(facts, "text").map(text -> text + ", ").orElse("")
                + find(facts, "sha256")
                        .map(hash -> text(facts, "name") + ", "
                                + facts.path("size").asLong() + " bytes, SHA-256 " + hash + ", ")
                        .orElse("")
                + "given by " + name(facts, "by") + " by " + text(facts, "road");
    }

    private String question(LifeStore.Row row) {
        JsonNode facts = row.facts();
        return "asked " + name(facts, "asked") + ": " + text(facts, "sentence")
                + row.until()
                        .map(at -> "; settled " + minute(at) + " by " + name(facts, "settled-by")
                                + find(facts, "settled-as").map(as -> ": " + as).orElse(""))
                        .orElse("; not settled yet");
    }

    private String feed(LifeStore.Row row) {
        JsonNode facts = row.facts();
        return "the feed " + text(facts, "feed") + " of " + name(facts, "viewer") + " showed revision "
                + facts.path("revision").asInt()
                + find(facts, "date-is").map(is -> ", " + is).orElse("")
                + row.until().map(at -> " until " + minute(at)).orElse("") + "; "
                + find(facts, "first-fetched")
                        .map(first -> "fetched " + minute(Instant.parse(first)) + " to "
                                + minute(Instant.parse(text(facts, "last-fetched"))) + ", last by "
                                + find(facts, "fetched-by")
                                        .filter(by -> !by.isBlank())
                                        .orElse("a program that did not say its name"))
                        .orElse("fetched by nobody");
    }

    private String minute(Instant at) {
        return MINUTE.format(at.atZone(zone));
    }

    private String name(JsonNode facts, String key) {
        return names.name(text(facts, key));
    }

    private static String text(JsonNode facts, String key) {
        return facts.path(key).asText();
    }

    private static Optional<String> find(JsonNode facts, String key) {
        return Json.find(facts, key);
    }
}
