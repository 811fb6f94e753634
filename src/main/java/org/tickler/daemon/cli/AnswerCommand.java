package org.tickler.daemon.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tickler.calendars.text.Words;
import org.tickler.daemon.Complaint;
import org.tickler.daemon.Exit;
import org.tickler.daemon.OpenHome;
import org.tickler.engine.answer.AnswerFinder;
import org.tickler.engine.answer.AnswerGiven;
import org.tickler.engine.answer.Proof;
import org.tickler.engine.answer.Recorded;
import org.tickler.engine.store.Answer;
import org.tickler.engine.store.AnswerWay;
import org.tickler.engine.store.AskRow;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.firm.PersonId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers a reminder, as its page, a text message or a mail does. */
@Command(
        name = "answer",
        description =
                "Answers what a reminder asked: that somebody has it, is not ready, that it is done, or who has it"
                        + " instead.")
final class AnswerCommand implements Callable<Integer> {
    @Mixin
    private HomeOption home;

    @Parameters(index = "0", paramLabel = "WHAT", description = "A reply code such as 7KQ, an entry's id, or an ask's.")
    private String what;

    @Parameters(index = "1", paramLabel = "ANSWER", description = "have-it, not-ready, done or pass-on.")
    private String said;

    @Option(names = "--to", paramLabel = "PERSON", description = "With pass-on: whom to, by id or name.")
    private @Nullable String to;

    @Option(names = "--receipt", paramLabel = "FILE", description = "With done: the receipt, up to 20 MB.")
    private @Nullable Path receipt;

    @Option(names = "--text", paramLabel = "TEXT", description = "With done: the receipt in words, such as \"ECF 34\".")
    private @Nullable String text;

    @Option(
            names = "--for",
            paramLabel = "PERSON",
            description = "Whose reminder it is, where whoever answers does so for another.")
    private @Nullable String whose;

    @Mixin
    private ActOptions act;

    @Mixin
    private Output output;

    @Override
    public Integer call() {
        Answer answer = Words.find(Answer.class, said)
                .orElseThrow(() -> Complaint.usage(
                        "an answer is one of " + Words.all(Answer.class) + ", but was \"" + said + "\""));
        checkOptions(answer);
        Optional<Proof> proof = proof();
        try (OpenHome open = home.open()) {
            PersonId by = act.staff(open.engine());
            Optional<PersonId> reader = Optional.ofNullable(whose)
                    .map(id -> ActOptions.person(open.engine().people(), "--for", id));
            AnswerFinder finder = new AnswerFinder(open.database());
            AskRow ask = one(finder.find(what, by, reader).asks(), by);
            Optional<PersonId> colleague = Optional.ofNullable(to).map(words -> colleague(finder, words));
            AnswerGiven given = new AnswerGiven(answer, by, AnswerWay.COMMAND, colleague, proof);
            output.say(preview(open, ask, given));
            if (!act.goesAhead()) {
                output.say("nothing was changed");
                output.item(keys(ask, given, "not-recorded", ""));
                return Exit.FINE.code();
            }
            return report(
                    ask,
                    given,
                    open.answers().record(ask.id(), given, open.engine().now()));
        }
    }

    private void checkOptions(Answer answer) {
        if ((answer == Answer.PASS_ON) != (to != null)) {
            throw Complaint.usage("--to goes with pass-on, and pass-on with --to PERSON");
        }
        if (answer != Answer.DONE && (receipt != null || text != null)) {
            throw Complaint.usage("--receipt and --text go with done");
        }
    }

    private Optional<Proof> proof() {
        try {
            Optional<Proof.File> file = receipt == null ? Optional.empty() : Optional.of(file(receipt));
            return Proof.of(text == null ? "" : text, file);
        } catch (IllegalArgumentException e) {
            throw Complaint.problems("--receipt: " + e.getMessage());
        }
    }

    private static Proof.File file(Path path) {
        try {
            if (Files.size(path) > Proof.LONGEST_FILE) {
                throw Complaint.problems("--receipt: " + path + " has more than 20 MB");
            }
            return new Proof.File(String.valueOf(path.getFileName()), ByteBuffer.wrap(Files.readAllBytes(path)));
        } catch (IOException e) {
            throw Complaint.unavailable("--receipt: " + path + " cannot be read");
        }
    }

    private AskRow one(List<AskRow> asks, PersonId by) {
        if (asks.isEmpty()) {
            throw Complaint.problems("nothing that " + by + " could answer is called \"" + what
                    + "\"; take the code in the message, or the entry's id from tickler agenda, and --for PERSON where"
                    + " it is somebody else's");
        }
        if (asks.size() > 1) {
            throw Complaint.problems("\"" + what + "\" is asked of "
                    + String.join(
                            ", ", asks.stream().map(ask -> ask.asked().value()).toList())
                    + "; say whose it is with --for PERSON");
        }
        return asks.getFirst();
    }

    private static PersonId colleague(AnswerFinder finder, String words) {
        AnswerFinder.Colleague found = finder.colleague(words);
        return found.id().orElseThrow(() -> Complaint.problems("--to: " + found.why()));
    }

    private static String preview(OpenHome open, AskRow ask, AnswerGiven given) {
        String title =
                ask.entry().flatMap(open.engine()::entry).map(Entry::title).orElse("a reminder");
        String follows = switch (given.answer()) {
            case HAVE_IT -> "nobody else is told of this reminder";
            case NOT_READY -> "the next person is told at once";
            case DONE -> "the entry is claimed" + (given.proof().isEmpty() ? "; a receipt is wanted" : "");
            case PASS_ON -> given.to().map(PersonId::value).orElse("") + " is asked, and must answer";
        };
        return Words.of(given.answer()) + ", of " + ask.asked() + " for " + title + ": " + follows;
    }

    private int report(AskRow ask, AnswerGiven given, Recorded recorded) {
        return switch (recorded) {
            case Recorded.Taken taken ->
                said(ask, given, "recorded", taken.late() ? "others had been told already" : "");
            case Recorded.Same same -> said(ask, given, "recorded-before", "nothing changed");
            case Recorded.Moved moved -> {
                String day = moved.entry().when().date().map(Object::toString).orElse("no date yet");
                yield refused(ask, given, "moved", "the entry was moved, to " + day + ": it is asked again");
            }
            case Recorded.Refused refused -> {
                String names =
                        refused.possible().isEmpty() ? "" : "; possible: " + String.join(", ", refused.possible());
                yield refused(ask, given, "refused", refused.why() + names);
            }
            case Recorded.Over over ->
                refused(
                        ask,
                        given,
                        "over",
                        "the entry is " + Words.of(over.entry().status()) + ": there is nothing to answer any more");
            case Recorded.Signed signed ->
                said(ask, given, "recorded", signed.late() ? "others had been told already" : "");
            case Recorded.SignedBefore before -> said(ask, given, "recorded-before", "nothing changed");
            case Recorded.NoSuch none ->
                refused(ask, given, "no-such", "there is nothing that this person could answer");
        };
    }

    private int said(AskRow ask, AnswerGiven given, String result, String why) {
        output.say(result.replace('-', ' ') + (why.isEmpty() ? "" : ": " + why));
        output.item(keys(ask, given, result, why));
        return Exit.FINE.code();
    }

    private int refused(AskRow ask, AnswerGiven given, String result, String why) {
        output.item(keys(ask, given, result, why));
        throw Complaint.problems("not recorded: " + why);
    }

    private static Map<String, Object> keys(AskRow ask, AnswerGiven given, String result, String why) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("ask", ask.id().value());
        ask.entry().ifPresent(entry -> keys.put("entry", entry.value()));
        keys.put("asked", ask.asked().value());
        keys.put("answer", Words.of(given.answer()));
        keys.put("by", given.by().value());
        given.to().ifPresent(colleague -> keys.put("to", colleague.value()));
        keys.put("result", result);
        keys.put("why", why);
        return keys;
    }
}
