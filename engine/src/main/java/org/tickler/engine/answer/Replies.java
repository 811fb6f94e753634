package org.tickler.engine.answer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.tickler.engine.audit.Audit;
import org.tickler.engine.audit.AuditRecord;
import org.tickler.engine.store.Answer;
import org.tickler.engine.store.AnswerWay;
import org.tickler.engine.store.InboundStore;
import org.tickler.engine.store.InboundStore.Inbound;
import org.tickler.engine.store.PersonStore;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.Person;

/// Handles what people write back by SMS: answers by reply code, STOP and START. Each text is handled once, whatever
/// happens meanwhile; what is written back to the sender is a courtesy and may be lost.
public final class Replies {

    private static final String STRANGER = "stranger-answered";
    private static final Duration DAY = Duration.ofDays(1);

    private final Intake intake;
    private final AnswerDesk desk;
    private final OptOuts optOuts;
    private final BiConsumer<String, String> say;

    /// @param say sends a text to a number, once, whatever comes of it
    public Replies(Intake intake, AnswerDesk desk, OptOuts optOuts, BiConsumer<String, String> say) {
        this.intake = intake;
        this.desk = desk;
        this.optOuts = optOuts;
        this.say = say;
    }

    /// Handles every text that waits, and says how many there were.
    public int sweep() {
        return intake.sweep(
                "text message",
                (handle, later) -> InboundStore.next(handle, Channel.SMS, InboundStore.Kind.REPLY, later),
                (handle, inbound, now) -> {
                    Said said = understand(handle, inbound.field("From").orElse(""), inbound, now);
                    return new Intake.Taken(
                            said.outcome(), () -> said.back().ifPresent(text -> say.accept(said.number(), text)));
                });
    }

    private Said understand(Handle handle, String number, Inbound inbound, Instant now) {
        String text = inbound.field("Body").orElse("");
        String word = text.strip().toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
        String optOut = inbound.field("OptOutType").orElse("");
        List<Person> people = PersonStore.readable(handle).all().stream()
                .filter(person -> person.reach().mobile().filter(number::equals).isPresent())
                .toList();
        if (optOut.equals("STOP") || optOut.isEmpty() && InboundStore.STOPS.contains(word)) {
            optOuts.stop(handle, number, people, now);
            return new Said(number, "stop", Optional.empty());
        }
        if (optOut.equals("START") || optOut.isEmpty() && InboundStore.STARTS.contains(word)) {
            optOuts.start(handle, number, people, now);
            return new Said(number, "start", Optional.empty());
        }
        PersonStore.refuseUnreadable(handle, number);
        if (people.isEmpty()) {
            return stranger(handle, number, text, now);
        }
        return answered(handle, number, people, ReplyText.read(text), now);
    }

    private static Said stranger(Handle handle, String number, String text, Instant now) {
        boolean before = InboundStore.answeredSince(handle, Channel.SMS, number, STRANGER, now.minus(DAY));
        Audit.record(
                handle,
                AuditRecord.of(
                        now, "tickler", "text-from-stranger", Map.of("number", number, "length", text.length())));
        return before
                ? new Said(number, "stranger", Optional.empty())
                : new Said(
                        number,
                        STRANGER,
                        Optional.of("This number only takes answers to docket reminders, and does "
                                + "not know yours. Please call the firm."));
    }

    private Said answered(Handle handle, String number, List<Person> people, ReplyText text, Instant now) {
        String usage = ReplyWords.usage(Meant.codes(handle, people));
        if (text.answer().isEmpty() || text.codes().size() > 1) {
            return new Said(number, "not-understood", Optional.of(usage));
        }
        List<Meant> meant = people.stream()
                .flatMap(person -> (text.codes().isEmpty()
                                ? Meant.waiting(handle, person)
                                : Meant.byCode(handle, person, text.codes().getFirst()))
                        .stream())
                .toList();
        if (meant.size() != 1) {
            String back = text.codes().isEmpty()
                    ? usage
                    : "There is no open reminder with code " + text.codes().getFirst() + ". " + usage;
            return new Said(number, meant.isEmpty() ? "nothing-meant" : "several-meant", Optional.of(back));
        }
        Meant one = meant.getFirst();
        Colleagues to = Colleagues.of(PersonStore.readable(handle), text.rest());
        if (text.answer().get() == Answer.PASS_ON && to.found().size() != 1) {
            String back = "Not recorded: " + to.why() + ". Reply the code, 4 and a name or id.";
            return new Said(number, "nobody-meant", Optional.of(back));
        }
        AnswerGiven given = switch (text.answer().get()) {
            case PASS_ON ->
                AnswerGiven.passOn(
                        one.by().id(), AnswerWay.SMS, to.found().getFirst().id());
            case DONE -> AnswerGiven.done(one.by().id(), AnswerWay.SMS, Proof.of(text.rest(), Optional.empty()));
            case HAVE_IT, NOT_READY ->
                AnswerGiven.of(text.answer().get(), one.by().id(), AnswerWay.SMS);
        };
        Recorded recorded = desk.record(handle, one.ask(), given, now);
        return new Said(number, "answered", Optional.of(ReplyWords.of(handle, recorded, one.reader())));
    }

    /// What was understood, what it is stored as, and what is written back.
    private record Said(String number, String outcome, Optional<String> back) {}
}
