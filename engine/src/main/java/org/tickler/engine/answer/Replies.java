package org.tickler.engine.answer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.tickler.calendars.text.Words;
import org.tickler.engine.audit.Audit;
import org.tickler.engine.audit.AuditRecord;
import org.tickler.engine.store.Answer;
import org.tickler.engine.store.AnswerWay;
import org.tickler.engine.store.AskRow;
import org.tickler.engine.store.CodeStore;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.InboundStore;
import org.tickler.engine.store.InboundStore.Inbound;
import org.tickler.engine.store.PersonStore;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.Person;
import org.tickler.rules.remind.AskId;

/// Handles what people write back by SMS: answers by reply code, STOP and START. Each text is handled once, whatever
/// happens meanwhile; what is written back to the sender is a courtesy and may be lost.
public final class Replies {

    private static final Set<String> STOPS =
            Set.of("STOP", "UNSUBSCRIBE", "END", "QUIT", "STOPALL", "REVOKE", "OPTOUT", "CANCEL");
    private static final Set<String> STARTS = Set.of("START", "YES", "UNSTOP");
    private static final String STRANGER = "stranger-answered";
    private static final Duration DAY = Duration.ofDays(1);

    private static final DateTimeFormatter DAYS = DateTimeFormatter.ofPattern("EEE, MMM d", Locale.US);

    private final Database database;
    private final AnswerDesk desk;
    private final OptOuts optOuts;
    private final InstantSource clock;
    private final BiConsumer<String, String> say;

    /// @param say sends a text to a number, once, whatever comes of it
    public Replies(
            Database database, AnswerDesk desk, OptOuts optOuts, InstantSource clock, BiConsumer<String, String> say) {
        this.database = database;
        this.desk = desk;
        this.optOuts = optOuts;
        this.clock = clock;
        this.say = say;
    }

    /// Handles every text that waits, and says how many there were.
    public int sweep() {
        int handled = 0;
        for (Optional<Said> next = one(); next.isPresent(); next = one()) {
            Said said = next.get();
            said.back().ifPresent(text -> say.accept(said.number(), text));
            handled++;
        }
        return handled;
    }

    private Optional<Said> one() {
        Instant now = clock.instant();
        return database.inTransaction(handle -> InboundStore.next(handle, Channel.SMS, InboundStore.Kind.REPLY)
                .map(inbound -> {
                    String number = inbound.field("From").orElse("");
                    Said said = understand(handle, number, inbound, now);
                    InboundStore.handled(handle, inbound.id(), said.outcome(), now);
                    return said;
                }));
    }

    private Said understand(Handle handle, String number, Inbound inbound, Instant now) {
        String text = inbound.field("Body").orElse("");
        String word = text.strip().toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
        String optOut = inbound.field("OptOutType").orElse("");
        List<Person> people = PersonStore.all(handle).all().stream()
                .filter(person -> person.reach().mobile().filter(number::equals).isPresent())
                .toList();
        if (optOut.equals("STOP") || optOut.isEmpty() && STOPS.contains(word)) {
            optOuts.stop(handle, number, people, now);
            return new Said(number, "stop", Optional.empty());
        }
        if (optOut.equals("START") || optOut.isEmpty() && STARTS.contains(word)) {
            optOuts.start(handle, number, people, now);
            return new Said(number, "start", Optional.empty());
        }
        if (people.isEmpty()) {
            return stranger(handle, number, text, now);
        }
        return answered(handle, number, people, ReplyText.read(text), now);
    }

    private static Said stranger(Handle handle, String number, String text, Instant now) {
        boolean before = InboundStore.answeredSince(handle, number, STRANGER, now.minus(DAY));
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
        if (text.answer().isEmpty() || text.codes().size() > 1) {
            return new Said(number, "not-understood", Optional.of(usage(handle, people)));
        }
        List<Meant> meant = people.stream()
                .flatMap(person -> meant(handle, person, text).stream())
                .toList();
        if (meant.size() != 1) {
            String back = text.codes().isEmpty()
                    ? meant.isEmpty() ? "Nothing waits for your answer." : usage(handle, people)
                    : "There is no open reminder with code " + text.codes().getFirst() + ". " + usage(handle, people);
            return new Said(number, meant.isEmpty() ? "nothing-meant" : "several-meant", Optional.of(back));
        }
        Meant one = meant.getFirst();
        Recorded recorded = desk.record(
                handle,
                one.ask(),
                new AskRow.Given(text.answer().get(), one.person().id(), now, AnswerWay.SMS));
        return new Said(
                number,
                "answered",
                Optional.of(words(handle, one, recorded, text.answer().get())));
    }

    /// By a code the ask that it names, open or not; without one, each that waits.
    private static List<Meant> meant(Handle handle, Person person, ReplyText text) {
        return text.codes().isEmpty()
                ? CodeStore.open(handle, person.id()).stream()
                        .map(open -> new Meant(person, open.ask()))
                        .toList()
                : CodeStore.ask(handle, person.id(), text.codes().getFirst()).stream()
                        .map(ask -> new Meant(person, ask))
                        .toList();
    }

    private static String usage(Handle handle, List<Person> people) {
        List<String> codes = people.stream()
                .flatMap(person -> CodeStore.open(handle, person.id()).stream())
                .map(CodeStore.OpenCode::code)
                .distinct()
                .toList();
        return switch (codes.size()) {
            case 0 -> "Nothing waits for your answer.";
            case 1 -> "Please reply " + codes.getFirst() + " 1 (I have it) or " + codes.getFirst() + " 2 (not ready).";
            default ->
                "Which one? Reply its code and 1 (I have it) or 2 (not ready): "
                        + codes.stream().limit(8).collect(Collectors.joining(", ")) + ".";
        };
    }

    private static String words(Handle handle, Meant meant, Recorded recorded, Answer answer) {
        String said = answer == Answer.HAVE_IT ? "you have it" : "not ready; the next person is told now";
        return switch (recorded) {
            case Recorded.Taken taken -> "Recorded for " + day(taken.entry()) + ": " + said + ".";
            case Recorded.Same same -> "Recorded before for " + day(same.entry()) + ": " + said + ".";
            case Recorded.Moved moved ->
                "That date was moved. It is now " + day(moved.entry()) + "."
                        + moved.newer()
                                .flatMap(ask ->
                                        CodeStore.find(handle, meant.person().id(), ask))
                                .map(code -> " Please reply " + code + " 1 or " + code + " 2.")
                                .orElse(" You will be asked again.");
            case Recorded.Over over -> "That is " + Words.of(over.entry().status()) + ": nothing to answer any more.";
            case Recorded.Signed signed ->
                answer == Answer.HAVE_IT ? "Signed. Thank you." : "Recorded: not signed; the next person is told now.";
            case Recorded.SignedBefore before -> "That was recorded before.";
            case Recorded.NoSuch none -> "Nothing waits for your answer.";
        };
    }

    /// No title and no name: a text message is read by whoever holds the telephone.
    private static String day(Entry entry) {
        String kind = Words.of(entry.kind()).replace('-', ' ');
        return kind + " " + entry.when().date().map(DAYS::format).orElse("without a date");
    }

    /// What was understood, what it is stored as, and what is written back.
    private record Said(String number, String outcome, Optional<String> back) {}

    private record Meant(Person person, AskId ask) {}
}
