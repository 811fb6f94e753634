package org.tickler.rules.lang;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tickler.calendars.text.Fields;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.Span;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.MatterAct;
import org.tickler.rules.matteract.MatterActRule;
import org.tickler.rules.matteract.MatterActRule.Opens;
import org.tickler.rules.remind.Match;
import org.tickler.rules.remind.RungTime.Side;
import org.tickler.rules.remind.TimeSpan;

/** Reads what the firm's rules say of acts on whole matters. */
final class MatterActReader {
    private static final Match EVERY_MATTER = new Match(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    private final Names names;

    MatterActReader(Known known) {
        this.names = new Names(known);
    }

    Optional<Located<MatterActRule>> read(Fields fields) {
        Names.needSingle(fields, "id");
        Optional<String> id = Names.id(fields, "id");
        if (id.filter(MatterAct.Reach.BUILT_IN::equals).isPresent()) {
            fields.error(
                    "id", RuleProblem.BAD_ID, "id: \"" + id.get() + "\" is a word of Tickler's own; choose another");
        }
        Optional<MatterAct.Sort> act = fields.oneOf("act", MatterAct.Sort.class);
        Match match = fields.findMap("for").map(this::match).orElse(EVERY_MATTER);
        Set<EntryKind> suspends = kinds(fields, "suspends");
        refuse(
                fields,
                "suspends",
                suspends,
                EntryKind.LIMITATION,
                "a last day to sue is never suspended, whatever is written; take limitation out");
        refuse(
                fields,
                "suspends",
                suspends,
                EntryKind.EVENT,
                "what happened is not suspended; name the kinds that are counted from it");
        Set<EntryKind> survives = kinds(fields, "survives");
        List<Opens> opens = opens(fields);
        Optional<Boolean> second = fields.findBool("second-person");
        if (!fields.finish() || act.isEmpty() || id.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Located<>(
                new MatterActRule(id.get(), act.get(), match, suspends, survives, opens, second.orElse(false)),
                fields.at("id")));
    }

    private Match match(Fields fields) {
        Match match = new Match(
                Set.of(),
                Set.of(),
                Set.of(),
                names.words(fields, "practice"),
                names.words(fields, "phase"),
                names.matters(fields, "matter"));
        fields.finish();
        return match;
    }

    /** Left out: none is named. */
    private Set<EntryKind> kinds(Fields parent, String key) {
        return parent.findMap(key)
                .map(fields -> {
                    Names.needSingle(fields, "kind");
                    Set<EntryKind> kinds = names.kinds(fields, "kind");
                    fields.finish();
                    return kinds;
                })
                .orElse(Set.of());
    }

    private static void refuse(Fields fields, String key, Set<EntryKind> kinds, EntryKind never, String sentence) {
        if (kinds.contains(never)) {
            fields.error(key, RuleProblem.OUT_OF_PLACE, key + ": " + sentence);
        }
    }

    private List<Opens> opens(Fields parent) {
        Map<String, Span> seen = new HashMap<>();
        List<Opens> opens = new ArrayList<>();
        for (Fields fields : parent.maps("opens")) {
            one(fields).ifPresent(one -> {
                Span first = seen.putIfAbsent(one.id(), fields.at());
                if (first == null) {
                    opens.add(one);
                } else {
                    fields.error(
                            fields.at(),
                            RuleProblem.DUPLICATE_ID,
                            "another that this act opens, at " + first + ", is called \"" + one.id()
                                    + "\" too; give one of them another id");
                }
            });
        }
        return opens;
    }

    private Optional<Opens> one(Fields fields) {
        Names.needSingle(fields, "id");
        Optional<String> id = Names.id(fields, "id");
        Names.needSingle(fields, "title");
        Optional<String> title = fields.findText("title");
        Names.needSingle(fields, "kind");
        Optional<EntryKind> kind = names.kind(fields, "kind");
        if (kind.filter(EntryKind.LIMITATION::equals).isPresent()) {
            fields.error(
                    "kind",
                    RuleProblem.UNKNOWN_KIND,
                    "kind: no act opens a last day to sue; it follows from a claim of the matter");
        }
        Names.needSingle(fields, "due");
        Optional<TimeSpan> due = fields.read("due", MatterActReader::after, RuleProblem.BAD_SPAN, "30 days after");
        Optional<String> owner = DeadlineReader.owner(fields, names);
        Optional<String> fact = fields.findText("if-fact");
        if (!fields.finish() || id.isEmpty() || title.isEmpty() || kind.isEmpty() || due.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Opens(id.get(), title.get(), kind.get(), due.get(), owner, fact));
    }

    private static TimeSpan after(String text) {
        Phrases.Sided sided = Phrases.sided(text);
        if (sided.side() != Side.AFTER || sided.span().unit().ofClock()) {
            throw new IllegalArgumentException("it is due days or longer after the act");
        }
        return sided.span();
    }

    /** What only shows when all of them are seen together. */
    static void check(List<Located<MatterActRule>> rules, Problems problems) {
        Map<String, Span> seen = new HashMap<>();
        for (int at = 0; at < rules.size(); at++) {
            Located<MatterActRule> rule = rules.get(at);
            Span first = seen.putIfAbsent(rule.value().id(), rule.at());
            if (first != null) {
                problems.error(
                        rule.at(),
                        RuleProblem.DUPLICATE_ID,
                        "the matter act at " + first + " is called \""
                                + rule.value().id() + "\" too; give one of them another id");
            }
            rules.subList(0, at).forEach(before -> tie(before, rule, problems));
        }
    }

    private static void tie(Located<MatterActRule> first, Located<MatterActRule> second, Problems problems) {
        MatterActRule one = first.value();
        MatterActRule other = second.value();
        if (one.act() == other.act()
                && !one.id().equals(other.id())
                && LadderChecks.areTied(one.match(), other.match())) {
            problems.error(
                    second.at(),
                    RuleProblem.MATTER_ACT_TIE,
                    "the matter act \"" + other.id() + "\" and the matter act \"" + one.id() + "\" at " + first.at()
                            + " say what a "
                            + one.act().noun()
                            + " does on the same matters, and neither is more specific; add to the for: of one, as in"
                            + " practice: commercial");
        }
    }
}
