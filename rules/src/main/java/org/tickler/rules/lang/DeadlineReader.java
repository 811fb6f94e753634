package org.tickler.rules.lang;

import java.time.Instant;
import java.util.Optional;
import org.tickler.calendars.text.Fields;
import org.tickler.calendars.text.TextNode;
import org.tickler.rules.deadline.FirmDeadline;
import org.tickler.rules.deadline.Repeat;
import org.tickler.rules.deadline.Roll;
import org.tickler.rules.deadline.Trigger;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.remind.TimeSpan;

/** Reads one of the firm's own deadlines. */
final class DeadlineReader {
    private final Names names;

    DeadlineReader(Known known) {
        this.names = new Names(known);
    }

    Optional<Located<FirmDeadline>> read(Fields fields) {
        Names.needSingle(fields, "id");
        Optional<String> id = Names.id(fields, "id");
        Optional<Trigger> trigger = trigger(fields, "trigger");
        Names.needSingle(fields, "trigger");
        Optional<FirmDeadline.Due> due = due(fields);
        Optional<Repeat> then = then(fields);
        Names.needSingle(fields, "kind");
        Optional<EntryKind> kind = names.kind(fields, "kind");
        kind.filter(EntryKind.LIMITATION::equals).ifPresent(last -> refuse(fields));
        Optional<String> owner = owner(fields, names);
        Optional<String> title = fields.findText("title");
        Optional<String> authority = fields.findText("authority");
        if (!fields.finish() || trigger.isEmpty() || due.isEmpty() || kind.isEmpty()) {
            return Optional.empty();
        }
        FirmDeadline.Product product = new FirmDeadline.Product(kind.get(), owner, title, authority);
        return Optional.of(new Located<>(
                new FirmDeadline(id.orElseThrow(), trigger.get(), due.get(), then, product, Instant.EPOCH),
                fields.at("id")));
    }

    /** A last day to sue takes two people to make it later, which one that follows a trigger would not. */
    private static void refuse(Fields fields) {
        fields.error(
                "kind",
                RuleProblem.UNKNOWN_KIND,
                "kind: a deadline of the firm is no limitation; a last day to sue follows from a claim of a matter"
                        + " and a rule under limitations:, or is entered by hand; give this another kind, such as task");
    }

    private Optional<Trigger> trigger(Fields parent, String key) {
        return parent.findMap(key).flatMap(fields -> {
            boolean nothing = !fields.has("kind") && !fields.has("event");
            Optional<EntryKind> kind = names.kind(fields, "kind");
            Optional<String> event = names.event(fields, "event");
            if (nothing) {
                fields.error(
                        fields.at(),
                        RuleProblem.NOTHING_NAMED,
                        key
                                + ": names nothing; give a kind, as in kind: trial, or an event, as in event: stay-ordered");
            }
            return fields.finish() && (kind.isPresent() || event.isPresent())
                    ? Optional.of(new Trigger(kind, event))
                    : Optional.empty();
        });
    }

    private static Optional<FirmDeadline.Due> due(Fields fields) {
        Names.needSingle(fields, "due");
        Optional<Roll> roll = fields.findOneOf("roll", Roll.class);
        return fields.read(
                "due",
                text -> {
                    Phrases.Sided sided = Phrases.sided(text);
                    return new FirmDeadline.Due(sided.span(), sided.side(), roll.orElse(Roll.NONE));
                },
                RuleProblem.BAD_SPAN,
                "14 court days before");
    }

    private Optional<Repeat> then(Fields fields) {
        if (fields.has("until") && !fields.has("then")) {
            fields.error(
                    "until",
                    RuleProblem.OUT_OF_PLACE,
                    "until: nothing comes again that it could end; add then, as in then: every 60 days");
        }
        Optional<Trigger> until = trigger(fields, "until");
        return fields.read(
                "then",
                text -> {
                    TimeSpan every = Phrases.every(text);
                    if (every.unit().ofClock()) {
                        throw new IllegalArgumentException("a deadline comes again after days or longer");
                    }
                    return new Repeat(every, until);
                },
                RuleProblem.BAD_SPAN,
                "every 60 days");
    }

    /** A role or a person, both of which are there. */
    static Optional<String> owner(Fields fields, Names names) {
        Optional<TextNode> owner = Names.single(fields, "owner");
        if (owner.filter(text -> text.value().equals("owner") || text.value().equals("delegate"))
                .isPresent()) {
            fields.error(
                    "owner",
                    RuleProblem.OUT_OF_PLACE,
                    "owner: names nobody; name a role or a person, as in owner: paralegal");
            return Optional.empty();
        }
        return owner.flatMap(text -> names.addressee(fields, text).map(found -> text.value()));
    }
}
