package org.tickler.engine.dispatch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickler.engine.answer.AnswerLinks;
import org.tickler.engine.dispatch.words.Composer;
import org.tickler.engine.dispatch.words.MessageFacts;
import org.tickler.engine.dispatch.words.Wording;
import org.tickler.engine.store.AttemptStore;
import org.tickler.engine.store.CodeStore;
import org.tickler.engine.store.DueReminder;
import org.tickler.engine.store.SheetRow;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.Person;
import org.tickler.rules.remind.Purpose;
import org.tickler.rules.remind.TimeSpan;

/** Makes letters of bundles, and the copies of them that are kept. */
public final class LetterWriter {
    private final Composer composer;
    private final AnswerLinks links;

    public LetterWriter(Composer composer, AnswerLinks links) {
        this.composer = composer;
        this.links = links;
    }

    /** @param codes the reply code of each ask that wants an answer */
    Letter write(Bundle bundle, Channel channel, Map<CodeStore.Key, String> codes, Facts facts) {
        Optional<SheetRow> sheet = facts.sheet(bundle.reminders().getFirst());
        List<MessageFacts.Line> said = new ArrayList<>();
        List<Optional<String>> replies = new ArrayList<>();
        for (DueReminder reminder : bundle.reminders()) {
            Optional<String> code = Optional.ofNullable(codes.get(
                    new CodeStore.Key(reminder.reader(), reminder.ask().id())));
            said.add(line(reminder, code, facts));
            replies.add(code);
        }
        Letter.Words words = sheet.map(row -> new SheetLetter(row, links, facts).words(bundle, channel, said))
                .orElseGet(() -> words(bundle, channel, said, facts));
        return new Letter(
                bundle.messageId(),
                channel,
                bundle.reader(),
                bundle.reader().reach().address(channel).orElse(""),
                words,
                thread(bundle, facts),
                lines(bundle, replies, passages(bundle, channel, said, sheet.isPresent(), facts)));
    }

    private List<Letter.Line> lines(Bundle bundle, List<Optional<String>> codes, List<String> passages) {
        List<Letter.Line> lines = new ArrayList<>();
        for (int at = 0; at < bundle.reminders().size(); at++) {
            DueReminder reminder = bundle.reminders().get(at);
            Optional<URI> link =
                    codes.get(at).map(present -> links.link(reminder.ask().id()));
            Optional<String> passage = at < passages.size() ? Optional.of(passages.get(at)) : Optional.empty();
            lines.add(new Letter.Line(
                    reminder.id(), reminder.ask().id(), codes.get(at), link, passage.filter(text -> !text.isBlank())));
        }
        return lines;
    }

    /** What a message of several reminders says of each; of a sheet, only of those that were folded into it. */
    private List<String> passages(
            Bundle bundle, Channel channel, List<MessageFacts.Line> said, boolean sheet, Facts facts) {
        if (bundle.reminders().size() < 2) {
            return List.of();
        }
        return sheet ? SheetLetter.passages(said) : composer.passages(message(bundle, said, facts), channel);
    }

    private Letter.Words words(Bundle bundle, Channel channel, List<MessageFacts.Line> said, Facts facts) {
        MessageFacts message = message(bundle, said, facts);
        Wording wording = channel == Channel.SMS ? composer.sms(message) : composer.mail(message);
        return new Letter.Words(wording.subject(), wording.text(), wording.html());
    }

    private static MessageFacts message(Bundle bundle, List<MessageFacts.Line> said, Facts facts) {
        return new MessageFacts(bundle.reader(), facts.office().firm(), bundle.possibleDuplicate(), said);
    }

    /** What is kept of a letter: the places of its links, without the tokens that open them. */
    AttemptStore.Outgoing keep(Letter letter, Bundle bundle) {
        String body = links.withoutTokens(letter.words().text());
        List<AttemptStore.OutgoingLine> lines = new ArrayList<>();
        for (int at = 0; at < letter.lines().size(); at++) {
            DueReminder reminder = bundle.reminders().get(at);
            Letter.Line line = letter.lines().get(at);
            lines.add(new AttemptStore.OutgoingLine(
                    reminder.id().value(), line.code(), line.passage().map(links::withoutTokens), reminder.fence()));
        }
        return new AttemptStore.Outgoing(
                letter.messageId(),
                letter.channel(),
                letter.reader().id(),
                letter.address(),
                new AttemptStore.KeptCopy(letter.words().subject(), body, bundle.possibleDuplicate()),
                lines);
    }

    private MessageFacts.Line line(DueReminder reminder, Optional<String> code, Facts facts) {
        return new MessageFacts.Line(
                reminder.purpose(),
                template(reminder, facts),
                subject(reminder, facts),
                reminder.why(),
                late(reminder, facts.now()),
                reminder.times().enteredLate(),
                code.map(present -> new MessageFacts.Answer(
                        present,
                        links.link(reminder.ask().id()),
                        reminder.ask().within().map(TimeSpan::toString))));
    }

    private static Optional<MessageFacts.Subject> subject(DueReminder reminder, Facts facts) {
        Optional<String> call = reminder.purpose() == Purpose.CALL
                ? facts.people().find(reminder.ask().asked()).map(Person::name)
                : Optional.empty();
        return facts.entry(reminder)
                .flatMap(entry -> facts.matter(reminder)
                        .map(matter -> new MessageFacts.Subject(entry, matter, Changes.of(reminder, facts), call)));
    }

    /** What follows from a rung, such as an escalation, says so in words that are not the rung's. */
    private static Optional<String> template(DueReminder reminder, Facts facts) {
        return reminder.purpose() == Purpose.RUNG
                ? facts.office()
                        .words()
                        .template(reminder.ask().ladder(), reminder.ask().rung())
                : Optional.empty();
    }

    private static Optional<Duration> late(DueReminder reminder, Instant now) {
        Duration late = Duration.between(reminder.times().due(), now);
        boolean says = !reminder.times().enteredLate() && late.compareTo(FoldTogether.LATE) > 0;
        return says ? Optional.of(late) : Optional.empty();
    }

    /** A message about one entry joins that entry's thread; one about several begins none. */
    private static List<String> thread(Bundle bundle, Facts facts) {
        long entries = bundle.reminders().stream()
                .map(reminder -> reminder.about().map(DueReminder.About::entry))
                .distinct()
                .count();
        return entries > 1
                ? List.of()
                : facts.thread(bundle.reminders().getFirst()).stream()
                        .filter(id -> !id.equals(bundle.messageId()))
                        .toList();
    }
}
