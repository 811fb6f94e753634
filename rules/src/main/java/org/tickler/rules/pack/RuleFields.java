package org.tickler.rules.pack;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickler.calendars.text.Fields;
import org.tickler.calendars.text.MapNode;
import org.tickler.calendars.text.TextProblem;
import org.tickler.rules.count.LawId;
import org.tickler.rules.count.Period;
import org.tickler.rules.count.Roll;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.pack.CourtRule.Condition;

/** Reads one rule of a pack. */
final class RuleFields {
    private static final String SUSPENDED = "suspended";

    private final Fields fields;

    RuleFields(Fields fields) {
        this.fields = fields;
    }

    Optional<CourtRule> rule() {
        return rule(Optional.empty());
    }

    /** @param replaced the id of the rule that it stands in place of, which is then its own */
    Optional<CourtRule> rule(Optional<String> replaced) {
        if (replaced.isEmpty()) {
            fields.need("id");
        }
        Optional<String> id = PackReader.name(fields, "id").or(() -> replaced);
        Optional<CourtRule.Act> act = act();
        fields.need("trigger");
        Optional<String> trigger = PackReader.name(fields, "trigger");
        Optional<Condition> condition = fields.findText("if").map(RuleFields::condition);
        Optional<DueRule> due = due();
        Optional<Period> notBefore = fields.read("not-before", Phrase::period, PackProblem.BAD_PERIOD, "7 days before");
        CourtRule.Counting counting = counting();
        CourtRule.Movement movement = movement();
        Optional<CourtRule.Source> source = SourceFields.read(fields);
        List<CourtRule.Example> examples = examples();
        refuseSuspended();
        if (!fields.finish()
                || id.isEmpty()
                || act.isEmpty()
                || trigger.isEmpty()
                || due.isEmpty()
                || source.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CourtRule(
                id.get(),
                act.get(),
                trigger.get(),
                condition,
                due.get(),
                notBefore,
                counting,
                movement,
                source.get(),
                examples,
                fields.at()));
    }

    private void refuseSuspended() {
        if (fields.has(SUSPENDED)) {
            fields.error(
                    SUSPENDED,
                    PackProblem.NOT_SUPPORTED,
                    "suspended: days on which a period does not run are not left out by this program; take the key out,"
                            + " say so in a comment, and set the dates of a stayed action by hand (tickler order)");
        }
    }

    private List<CourtRule.Example> examples() {
        List<CourtRule.Example> examples = new ArrayList<>();
        for (Fields example : fields.maps("examples")) {
            new ExampleFields(example).example().ifPresent(examples::add);
        }
        if (fields.maps("examples").isEmpty()) {
            fields.error(
                    fields.at(),
                    PackProblem.NO_EXAMPLE,
                    "a rule needs a worked example; add examples: with on:, due: and source:");
        }
        return examples;
    }

    private Optional<CourtRule.Act> act() {
        String title = fields.text("title");
        Optional<EntryKind> kind = fields.oneOf("kind", EntryKind.class);
        Optional<Duty> duty = fields.oneOf("duty", Duty.class);
        Optional<String> silence = fields.findText("silence");
        return kind.isPresent() && duty.isPresent()
                ? Optional.of(new CourtRule.Act(title, kind.get(), duty.get(), silence))
                : Optional.empty();
    }

    private static Condition condition(String text) {
        return text.startsWith("not ") ? new Condition(text.substring(4), false) : new Condition(text, true);
    }

    private Optional<DueRule> due() {
        fields.need("due");
        if (fields.node("due").filter(MapNode.class::isInstance).isEmpty()) {
            return fields.read("due", Phrase::period, PackProblem.BAD_PERIOD, "21 days after")
                    .map(DueRule.Single::new);
        }
        Fields map = fields.map("due");
        boolean later = map.has("later-of");
        List<DueRule.Item> items = items(map, later ? "later-of" : "earlier-of");
        if (!map.finish()) {
            return Optional.empty();
        }
        if (items.size() < 2) {
            map.error(map.at(), PackProblem.BAD_PERIOD, "due: the later or earlier of several dates names two or more");
            return Optional.empty();
        }
        return Optional.of(later ? new DueRule.LaterOf(items) : new DueRule.EarlierOf(items));
    }

    private static List<DueRule.Item> items(Fields map, String key) {
        map.need(key);
        List<DueRule.Item> items = new ArrayList<>();
        map.node(key).stream().flatMap(node -> Phrase.items(node).stream()).forEach(node -> {
            if (node instanceof MapNode) {
                Fields item = Fields.of(node, map.problems());
                Optional<String> trigger = PackReader.name(item, "trigger");
                Optional<Period> period = item.read("due", Phrase::period, PackProblem.BAD_PERIOD, "7 days after");
                item.need("due");
                if (item.finish()) {
                    items.add(new DueRule.Item(trigger, period.orElseThrow()));
                }
            } else if (node instanceof org.tickler.calendars.text.TextNode text) {
                map.parse(key, text, Phrase::period, PackProblem.BAD_PERIOD, "21 days after")
                        .ifPresent(period -> items.add(new DueRule.Item(Optional.empty(), period)));
            } else {
                map.error(
                        node.at(),
                        TextProblem.WRONG_TYPE,
                        key + ": expected a period, or a trigger with its due:, found " + node.kind());
            }
        });
        return items;
    }

    private CourtRule.Counting counting() {
        Optional<LawId> law = fields.read("law", LawId::new, PackProblem.BAD_NAME, "us-frcp");
        boolean serviceDays = fields.findBool("service-days").orElse(false);
        Optional<Boolean> clear = fields.findBool("clear");
        Optional<Roll> roll = fields.findWord("roll", List.of("on", "back", "none", "toward-trial"))
                .map(Phrase::roll);
        Optional<Roll> actAt = fields.findWord("act-at", List.of("court-office", "elsewhere"))
                .map(place -> place.equals("elsewhere") ? Roll.NONE : Roll.ON);
        boolean first = fields.findWord("bound", List.of("earliest", "latest"))
                .filter("earliest"::equals)
                .isPresent();
        boolean monday =
                fields.findWord("terminal", List.of("monday-next-10am")).isPresent();
        Optional<LocalTime> hour = fields.findTime("hour");
        boolean fromLastDay = fields.findWord("runs-from", List.of("act", "last-day"))
                .filter("last-day"::equals)
                .isPresent();
        return new CourtRule.Counting(law, serviceDays, clear, roll.or(() -> actAt), first, monday, hour, fromLastDay);
    }

    private CourtRule.Movement movement() {
        WhenTriggerMoves moves =
                fields.findOneOf("when-trigger-moves", WhenTriggerMoves.class).orElse(WhenTriggerMoves.FOLLOW);
        boolean enlarge = fields.findBool("enlarge").orElse(true);
        Optional<String> cite = fields.findText("enlarge-authority");
        List<CourtRule.Restart> restarts = new ArrayList<>();
        for (Fields map : fields.maps("restarts")) {
            map.need("on");
            Optional<String> on = PackReader.name(map, "on");
            String where = map.text("cite");
            if (map.finish()) {
                restarts.add(new CourtRule.Restart(on.orElseThrow(), where));
            }
        }
        return new CourtRule.Movement(moves, enlarge, cite, restarts);
    }
}
