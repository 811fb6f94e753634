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
import org.tickler.rules.check.Check;
import org.tickler.rules.check.Check.Proof;
import org.tickler.rules.check.Check.Verify;
import org.tickler.rules.check.Checks;
import org.tickler.rules.remind.Match;

/** Reads the firm's checks: what a second person must look at, and what makes an entry done. */
final class CheckReader {
    private final MatchReader matches;
    private final List<Located<Check>> checks = new ArrayList<>();

    CheckReader(Known known) {
        this.matches = new MatchReader(new Names(known));
    }

    /** Reads one more check. */
    void read(Fields fields) {
        Names.needSingle(fields, "id");
        Optional<String> id = Names.id(fields, "id");
        Match match = matches.read(fields);
        Optional<Verify> verify = Names.single(fields, "verify")
                .flatMap(word -> Names.chosen(fields, "verify", word, Verify.class, RuleProblem.UNKNOWN_PROOF));
        Set<Proof> done = Names.chosen(fields, "done", Proof.class, RuleProblem.UNKNOWN_PROOF);
        if (verify.isEmpty() && done.isEmpty() && !fields.has("verify") && !fields.has("done")) {
            fields.error(
                    fields.at(),
                    RuleProblem.CHECKS_NOTHING,
                    "this check asks for nothing; add verify: blind, or done: receipt, or take it out");
        }
        if (fields.finish() && id.isPresent()) {
            checks.add(new Located<>(new Check(id.get(), match, verify, done), fields.at("id")));
        }
    }

    /** All that were read. What only shows when they are seen together is recorded. */
    Checks all(Problems problems) {
        Map<String, Span> seen = new HashMap<>();
        for (int at = 0; at < checks.size(); at++) {
            Located<Check> check = checks.get(at);
            Span first = seen.putIfAbsent(check.value().id(), check.at());
            if (first != null) {
                problems.error(
                        check.at(),
                        RuleProblem.DUPLICATE_ID,
                        "the check at " + first + " is called \""
                                + check.value().id() + "\" too; give one of them another id");
            }
            checks.subList(0, at).forEach(before -> tie(before, check, problems));
        }
        return new Checks(checks.stream().map(Located::value).toList());
    }

    private static void tie(Located<Check> first, Located<Check> second, Problems problems) {
        if (!first.value().id().equals(second.value().id())
                && LadderChecks.areTied(first.value().match(), second.value().match())) {
            problems.error(
                    second.at(),
                    RuleProblem.CHECK_TIE,
                    "the check \"" + second.value().id() + "\" and the check \""
                            + first.value().id() + "\" at " + first.at()
                            + " are for the same entries, and neither is more specific; take what both name out of one,"
                            + " or add to its for:, as in practice: commercial");
        }
    }
}
