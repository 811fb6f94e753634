package org.tickler.engine.answer;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.tickler.calendars.text.Words;
import org.tickler.engine.store.Answer;
import org.tickler.engine.store.AnswerStore;
import org.tickler.engine.store.CodeStore;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.firm.PersonId;

/// What is written back to those who write: least said, since whoever holds the telephone reads it.
final class ReplyWords {

    static final String NOTHING_WAITS = "Nothing waits for your answer.";

    private static final DateTimeFormatter DAYS = DateTimeFormatter.ofPattern("EEE, MMM d", Locale.US);
    private static final int MOST_NAMES = 5;
    private static final int MOST_CODES = 8;

    private ReplyWords() {}

    /// How to answer what waits.
    static String usage(Set<String> codes) {
        return switch (codes.size()) {
            case 0 -> NOTHING_WAITS;
            case 1 -> "Please reply " + verbs(codes.iterator().next()) + ".";
            default ->
                "Which one? Reply its code and 1 (I have it), 2 (not ready), 3 (done) or 4 NAME (pass on): "
                        + codes.stream().limit(MOST_CODES).collect(Collectors.joining(", ")) + ".";
        };
    }

    private static String verbs(String code) {
        return code + " 1 (I have it), " + code + " 2 (not ready), " + code + " 3 (done) or " + code
                + " 4 NAME (pass on)";
    }

    /// What became of an answer.
    ///
    /// @param reader whose code is named where there is one for the new date
    static String of(Handle handle, Recorded recorded, PersonId reader) {
        return switch (recorded) {
            case Recorded.Taken taken -> "Recorded for " + day(taken.entry()) + ": " + said(handle, taken) + ".";
            case Recorded.Same same ->
                "Recorded before for " + day(same.entry()) + ": "
                        + said(handle, new Recorded.Taken(same.ask(), same.entry(), false)) + ".";
            case Recorded.Moved moved ->
                "That date was moved. It is now " + day(moved.entry()) + "."
                        + moved.newer()
                                .flatMap(ask -> CodeStore.find(handle, reader, ask))
                                .map(code -> " Please reply " + verbs(code) + ".")
                                .orElse(" You will be asked again.");
            case Recorded.Refused refused -> "Not recorded: " + refused.why() + "." + names(refused.possible());
            case Recorded.Over over -> "That is " + Words.of(over.entry().status()) + ": nothing to answer any more.";
            case Recorded.Signed signed ->
                signed.ask()
                                .given()
                                .filter(given -> given.answer() == Answer.NOT_READY)
                                .isPresent()
                        ? "Recorded: not signed; the next person is told now."
                        : "Signed. Thank you.";
            case Recorded.SignedBefore before -> "That was recorded before.";
            case Recorded.NoSuch none -> NOTHING_WAITS;
        };
    }

    private static String said(Handle handle, Recorded.Taken taken) {
        return switch (taken.ask().given().orElseThrow().answer()) {
            case HAVE_IT -> "you have it";
            case NOT_READY -> "not ready; the next person is told now";
            case DONE ->
                taken.entry().status() == EntryStatus.CLAIMED
                        ? "said to be done; a second look or a receipt may follow"
                        : "done";
            case PASS_ON ->
                AnswerStore.of(handle, List.of(taken.ask().id())).stream()
                        .flatMap(row -> row.passed().stream())
                        .reduce((one, later) -> later)
                        .map(passed -> "passed on to " + passed.to() + ", who is asked now")
                        .orElse("passed on");
        };
    }

    private static String names(List<String> possible) {
        return possible.isEmpty()
                ? ""
                : " Possible: " + possible.stream().limit(MOST_NAMES).collect(Collectors.joining(", "))
                        + (possible.size() > MOST_NAMES ? " and others." : ".");
    }

    /// No title and no name of a matter.
    private static String day(Entry entry) {
        String kind = Words.of(entry.kind()).replace('-', ' ');
        return kind + " " + entry.when().date().map(DAYS::format).orElse("without a date");
    }
}
