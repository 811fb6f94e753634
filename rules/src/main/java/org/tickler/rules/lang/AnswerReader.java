package org.tickler.rules.lang;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tickler.calendars.text.Fields;
import org.tickler.calendars.text.TextNode;
import org.tickler.calendars.text.Words;
import org.tickler.rules.remind.Addressee;
import org.tickler.rules.remind.AnswerWanted;
import org.tickler.rules.remind.AnswerWanted.From;
import org.tickler.rules.remind.Escalating;
import org.tickler.rules.remind.RungTime;
import org.tickler.rules.remind.SilenceStep;
import org.tickler.rules.remind.TimeSpan;
import org.tickler.rules.remind.Unit;

/** Reads what answer a rung wants, and what happens when none comes. */
final class AnswerReader {
    private static final TimeSpan AT_ONCE = new TimeSpan(0, Unit.MINUTES);

    private final Names names;

    AnswerReader(Names names) {
        this.names = names;
    }

    /** The {@code answer:} of a rung that speaks to {@code to} at {@code at}. */
    Optional<AnswerWanted> answer(Fields rung, List<Addressee> to, Optional<RungTime> at) {
        return rung.findMap("answer").flatMap(fields -> {
            Names.needSingle(fields, "from");
            Optional<From> from = Names.single(fields, "from").flatMap(text -> from(fields, text, to));
            Names.needSingle(fields, "within");
            Optional<TimeSpan> within = span(fields, "within", "1 business day");
            if (within.filter(span -> span.count() == 0).isPresent()) {
                fields.error("within", RuleProblem.BAD_SPAN, "within: nobody can answer in no time; give 1 or more");
            }
            if (at.isPresent() && within.isPresent() && AnswerRoom.exceeded(at.get(), within.get())) {
                fields.error(
                        "within",
                        RuleProblem.ANSWER_TOO_LATE,
                        "within: the time to answer, " + within.get()
                                + ", is longer than what is left before the entry; shorten it, or remind earlier");
            }
            return fields.finish() && from.isPresent() && within.isPresent()
                    ? Optional.of(new AnswerWanted(from.get(), within.get()))
                    : Optional.empty();
        });
    }

    private Optional<From> from(Fields fields, TextNode text, List<Addressee> to) {
        if (text.value().equals("any")) {
            return Optional.of(new From.Any());
        }
        if (text.value().equals("each")) {
            return Optional.of(new From.Each());
        }
        Optional<Addressee> named = names.addressee(fields, text);
        if (named.isEmpty()) {
            return Optional.empty();
        }
        if (!(named.get() instanceof Addressee.Role role)) {
            fields.error(
                    text.at(),
                    RuleProblem.OUT_OF_PLACE,
                    "from: \"" + text.value() + "\" is no role; name a role of to:, or write any, or each");
            return Optional.empty();
        }
        if (!to.contains(role)) {
            fields.error(
                    text.at(),
                    RuleProblem.ANSWER_FROM_NOBODY,
                    "from: " + role.name()
                            + " is not told by this rung, so cannot answer it; add it to to:, or write any");
        }
        return Optional.of(new From.Role(role.name()));
    }

    /** The {@code if-silent:} of a rung that wants {@code answer}. */
    List<SilenceStep> ifSilent(Fields rung, Optional<AnswerWanted> answer) {
        needsAnswer(rung, "this rung", "answer: {from: any, within: 1 business day}");
        Set<Addressee> told = new HashSet<>();
        answer.ifPresent(wanted -> {
            if (wanted.from() instanceof From.Role role) {
                told.add(new Addressee.Role(role.name()));
            }
        });
        return steps(rung, told);
    }

    /** The {@code if-silent:} of a sheet. */
    List<SilenceStep> ifSilent(Fields sheet) {
        needsAnswer(sheet, "this sheet", "answer: {within: 3 hours}");
        return steps(sheet, new HashSet<>());
    }

    private static void needsAnswer(Fields fields, String what, String example) {
        if (fields.has("if-silent") && !fields.has("answer")) {
            fields.error(
                    "if-silent",
                    RuleProblem.SILENCE_WITHOUT_ANSWER,
                    "if-silent: " + what + " wants no answer, so nobody can be silent; add an answer, as in "
                            + example);
        }
    }

    private List<SilenceStep> steps(Fields rung, Set<Addressee> told) {
        List<SilenceStep> steps = new ArrayList<>();
        for (Fields fields : rung.maps("if-silent")) {
            step(fields, told).ifPresent(steps::add);
        }
        return steps;
    }

    /** The {@code escalate:} of a rung; left out, around the clock. */
    Escalating escalating(Fields rung) {
        if (rung.has("escalate") && !rung.has("answer")) {
            rung.error(
                    "escalate",
                    RuleProblem.SILENCE_WITHOUT_ANSWER,
                    "escalate: this rung wants no answer, so nothing is passed on for want of one; add an answer, as in"
                            + " answer: {from: any, within: 1 business day}");
        }
        return rung.read("escalate", AnswerReader::hours, RuleProblem.BAD_ESCALATE, "in business hours")
                .orElse(Escalating.AROUND_THE_CLOCK);
    }

    private static Escalating hours(String text) {
        return Words.find(Escalating.class, text.replace(' ', '-'))
                .orElseThrow(() ->
                        new IllegalArgumentException("silence is passed on around the clock or in business hours"));
    }

    private Optional<SilenceStep> step(Fields fields, Set<Addressee> told) {
        Names.needSingle(fields, "tell");
        Optional<TextNode> word = Names.single(fields, "tell");
        Optional<Addressee> tell = word.flatMap(text -> names.addressee(fields, text));
        if (tell.isPresent() && !told.add(tell.get())) {
            fields.error(
                    "tell",
                    RuleProblem.ESCALATION_CYCLE,
                    "tell: " + word.orElseThrow().value()
                            + " was asked or told before and kept silent; name somebody else, or take the step out");
        }
        Optional<TimeSpan> after =
                fields.has("after") ? span(fields, "after", "1 business hour") : Optional.of(AT_ONCE);
        return fields.finish() && tell.isPresent()
                ? after.map(span -> new SilenceStep(span, tell.get()))
                : Optional.empty();
    }

    /** A span in which an answer is wanted; not counted in court days. */
    static Optional<TimeSpan> span(Fields fields, String key, String example) {
        Optional<TimeSpan> span = fields.read(key, Phrases::span, RuleProblem.BAD_SPAN, example);
        if (span.filter(read -> read.unit() == Unit.COURT_DAYS).isPresent()) {
            fields.error(
                    key, RuleProblem.BAD_SPAN, key + ": an answer is not counted in court days; write business days");
        }
        return span;
    }
}
