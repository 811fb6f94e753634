package org.tickler.rules.lang;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickler.calendars.text.Fields;
import org.tickler.calendars.text.ListNode;
import org.tickler.calendars.text.TextNode;
import org.tickler.calendars.text.Words;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.remind.Addressee;
import org.tickler.rules.remind.AnswerWanted;
import org.tickler.rules.remind.By;
import org.tickler.rules.remind.Escalating;
import org.tickler.rules.remind.Rung;
import org.tickler.rules.remind.RungTime;
import org.tickler.rules.remind.SilenceStep;

/** Reads one rung of a ladder. */
final class RungReader {
    private static final String WHEN_KNOWN = "when known";

    private final Names names;
    private final AnswerReader answers;

    RungReader(Names names) {
        this.names = names;
        this.answers = new AnswerReader(names);
    }

    Optional<Rung> read(Fields fields) {
        Names.needSingle(fields, "at");
        Optional<RungTime> at = time(fields);
        Optional<String> id = Names.id(fields, "id").or(() -> at.map(RungReader::idOf));
        List<Addressee> to = to(fields);
        Names.needSingle(fields, "by");
        Optional<By> by = channels(fields);
        Optional<AnswerWanted> answer = answers.answer(fields, to, at);
        List<SilenceStep> ifSilent = answers.ifSilent(fields, answer);
        Escalating escalating = answers.escalating(fields);
        Optional<String> template = names.template(fields, "template");
        if (!fields.finish()) {
            return Optional.empty();
        }
        return Optional.of(new Rung(
                id.orElseThrow(), at.orElseThrow(), to, by.orElseThrow(), answer, ifSilent, escalating, template));
    }

    /** {@code 7 days before} gives {@code 7-days-before}, whatever its time of day. */
    private static String idOf(RungTime at) {
        String words = switch (at) {
            case RungTime.WhenKnown known -> WHEN_KNOWN;
            case RungTime.Offset offset -> offset.span() + " " + Words.of(offset.side());
        };
        return words.replace(' ', '-');
    }

    private static Optional<RungTime> time(Fields fields) {
        Optional<LocalTime> time = fields.findTime("time");
        boolean court = courtZone(fields);
        Optional<RungTime> at = fields.read(
                "at", text -> rungTime(text, time, court), RuleProblem.BAD_TIME, "7 days before, or when known");
        boolean onDays = at.filter(read -> read instanceof RungTime.Offset offset
                        && !offset.span().unit().ofClock())
                .isPresent();
        if (at.isPresent() && !onDays) {
            for (String key : List.of("time", "zone")) {
                if (fields.has(key)) {
                    fields.error(
                            key,
                            RuleProblem.TIME_NOT_WANTED,
                            key + ": goes only with a number of days, weeks or months, as in at: 7 days before;"
                                    + " take it out, or count in days");
                }
            }
        }
        return at;
    }

    private static RungTime rungTime(String text, Optional<LocalTime> time, boolean court) {
        if (text.equals(WHEN_KNOWN)) {
            return new RungTime.WhenKnown();
        }
        Phrases.Sided sided = Phrases.sided(text);
        return new RungTime.Offset(sided.span(), sided.side(), time, court);
    }

    private static boolean courtZone(Fields fields) {
        Optional<String> zone = fields.findText("zone");
        if (zone.isPresent() && !zone.get().equals("court")) {
            fields.error(
                    "zone",
                    RuleProblem.BAD_ZONE,
                    "zone: \"" + zone.get() + "\" is not taken here; write zone: court for the court's time,"
                            + " or leave it out for the reader's");
        }
        return zone.isPresent();
    }

    private List<Addressee> to(Fields fields) {
        fields.need("to");
        List<Addressee> to = new ArrayList<>();
        for (TextNode text : fields.list("to")) {
            Optional<Addressee> addressee = names.addressee(fields, text);
            if (addressee.filter(Addressee.DelegateOfAsked.class::isInstance).isPresent()) {
                fields.error(
                        text.at(),
                        RuleProblem.OUT_OF_PLACE,
                        "to: nobody was asked yet whose delegate could be told; name a role, as in to: lead-attorney;"
                                + " the delegate of somebody away is told in any case");
            }
            addressee.ifPresent(to::add);
        }
        return to;
    }

    private static Optional<By> channels(Fields fields) {
        if (fields.node("by").filter(ListNode.class::isInstance).isEmpty()) {
            return fields.read("by", Phrases::channels, RuleProblem.BAD_CHANNELS, "sms, else email");
        }
        List<Channel> channels = fields.list("by", Phrases::channel, RuleProblem.BAD_CHANNELS, "[sms, email]");
        if (channels.size() < fields.list("by").size()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Phrases.channels(channels, true));
        } catch (IllegalArgumentException e) {
            fields.error(
                    "by", RuleProblem.BAD_CHANNELS, "by: " + e.getMessage() + "; expected something like [sms, email]");
            return Optional.empty();
        }
    }
}
