package org.tickler.rules.lang;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tickler.calendars.text.Words;
import org.tickler.rules.check.Check;
import org.tickler.rules.deadline.FirmDeadline;
import org.tickler.rules.deadline.Repeat;
import org.tickler.rules.drill.Drill;
import org.tickler.rules.guard.Guard;
import org.tickler.rules.limitation.LimitationRule;
import org.tickler.rules.matteract.MatterActRule;
import org.tickler.rules.remind.Addressee;
import org.tickler.rules.remind.AnswerWanted;
import org.tickler.rules.remind.AnswerWanted.From;
import org.tickler.rules.remind.Escalating;
import org.tickler.rules.remind.Ladder;
import org.tickler.rules.remind.Match;
import org.tickler.rules.remind.Rung;
import org.tickler.rules.remind.RungTime;
import org.tickler.rules.remind.SheetRule;
import org.tickler.rules.remind.SheetRule.Readers;
import org.tickler.rules.remind.SilenceStep;

/**
 * What a rule calls for, in one form whatever the order of its sets, without since when it is known, and without a rung's
 * template: other words for what is owed do not make it owed anew.
 * Two rules of equal form call for the same.
 */
final class Canonical {
    private Canonical() {}

    static String of(Ladder ladder) {
        return "ladder " + quoted(ladder.id()) + " for " + of(ladder.match())
                + ladder.effort().map(effort -> " effort " + effort).orElse("")
                + ladder.rungs().stream().map(Canonical::of).collect(Collectors.joining());
    }

    static String of(Match match) {
        return "kinds" + sorted(match.kinds()) + "events" + sorted(match.events()) + "courts" + sorted(match.courts())
                + "practices" + sorted(match.practices()) + "phases" + sorted(match.phases()) + "matters"
                + sorted(match.matters());
    }

    static String of(FirmDeadline deadline) {
        FirmDeadline.Due due = deadline.due();
        FirmDeadline.Product product = deadline.product();
        return "deadline " + quoted(deadline.id()) + " of " + quoted(deadline.trigger()) + " due " + due.span() + " "
                + Words.of(due.side()) + " roll " + Words.of(due.roll()) + " then "
                + deadline.then().map(Canonical::of).orElse("-") + " as " + Words.of(product.kind())
                + quoted(product.owner()) + quoted(product.title()) + quoted(product.authority());
    }

    /** Its examples and where it stands call for nothing. */
    static String of(LimitationRule rule) {
        return "limitation " + quoted(rule.id()) + " of " + quoted(rule.claim()) + " in " + rule.courts() + " "
                + rule.period()
                + " by " + rule.law() + " majority " + rule.majority() + " repose " + rule.repose() + " as "
                + rule.title()
                + " from " + rule.source();
    }

    static String of(Check check) {
        return "check " + quoted(check.id()) + " for " + of(check.match()) + " verify "
                + check.verify().map(Words::of).orElse("-") + " done " + sorted(check.done());
    }

    static String of(MatterActRule rule) {
        return "matter act " + quoted(rule.id()) + " " + Words.of(rule.act()) + " for " + of(rule.match()) + " suspends"
                + sorted(rule.suspends()) + " survives" + sorted(rule.survives()) + " opens "
                + rule.opens().stream()
                        .map(opens -> quoted(opens.id()) + quoted(opens.title()) + Words.of(opens.kind()) + " "
                                + opens.due() + quoted(opens.owner()) + quoted(opens.ifFact()))
                        .toList()
                + (rule.secondPerson() ? " two people" : " one person");
    }

    static String of(SheetRule sheet) {
        return "sheet " + quoted(sheet.id()) + " " + Words.of(sheet.kind()) + " to " + of(sheet.to()) + " of "
                + quoted(sheet.of()) + " every " + sheet.rhythm() + " within " + quoted(sheet.within()) + " if-silent "
                + of(sheet.ifSilent()) + " level " + Words.of(sheet.level());
    }

    private static String of(Readers readers) {
        return switch (readers) {
            case Readers.Everyone everyone -> "everyone";
            case Readers.Named named ->
                named.to().stream().map(Canonical::of).toList().toString();
            case Readers.Outside outside ->
                outside.to().stream()
                        .map(one -> quoted(one.name()) + quoted(one.email()))
                        .toList()
                        .toString();
        };
    }

    private static String of(List<SilenceStep> steps) {
        return steps.stream()
                .map(step -> step.after() + " " + of(step.tell()))
                .toList()
                .toString();
    }

    static String of(Guard guard) {
        return "watch " + quoted(guard.id()) + " " + Words.of(guard.watch()) + " practices"
                + sorted(guard.scope().practices()) + "phases"
                + sorted(guard.scope().phases()) + "sides"
                + sorted(guard.scope().sides()) + "matters"
                + sorted(guard.scope().matters()) + " every "
                + Words.of(guard.every()) + " " + guard.time() + " to "
                + guard.to().stream().map(Canonical::of).toList();
    }

    static String of(Drill drill) {
        return "drill " + quoted(drill.id()) + " " + drill.on() + " " + drill.time() + " " + quoted(drill.matter())
                + " " + Words.of(drill.kind());
    }

    private static String of(Repeat repeat) {
        return "every " + repeat.every() + " until " + quoted(repeat.until());
    }

    private static String of(Rung rung) {
        return "\nrung " + quoted(rung.id()) + " at " + of(rung.at()) + " to "
                + rung.to().stream().map(Canonical::of).toList() + " by "
                + rung.by().channels() + (rung.by().all() ? "all" : "first") + " answer "
                + rung.answer().map(Canonical::of).orElse("-") + " if-silent "
                + of(rung.ifSilent())
                + (rung.escalating() == Escalating.AROUND_THE_CLOCK ? "" : Words.of(rung.escalating()));
    }

    private static String of(RungTime at) {
        return switch (at) {
            case RungTime.WhenKnown known -> "known";
            case RungTime.Offset offset ->
                offset.span() + " " + Words.of(offset.side()) + " " + quoted(offset.time())
                        + (offset.courtZone() ? "court" : "reader");
        };
    }

    private static String of(Addressee addressee) {
        return switch (addressee) {
            case Addressee.Role role -> "role" + quoted(role.name());
            case Addressee.Named named -> "person" + quoted(named.id());
            case Addressee.DelegateOfAsked delegate -> "delegate";
            case Addressee.Owner owner -> "owner";
        };
    }

    private static String of(AnswerWanted answer) {
        String from = switch (answer.from()) {
            case From.Role role -> "role" + quoted(role.name());
            case From.Any any -> "any";
            case From.Each each -> "each";
        };
        return from + " within " + answer.within();
    }

    private static List<String> sorted(Collection<?> values) {
        return values.stream().map(Canonical::quoted).sorted().toList();
    }

    private static String quoted(Optional<?> value) {
        return value.map(Canonical::quoted).orElse("-");
    }

    private static String quoted(Object value) {
        return '"' + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
