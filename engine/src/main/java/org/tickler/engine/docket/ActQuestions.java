package org.tickler.engine.docket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.tickler.calendars.text.Words;
import org.tickler.engine.docket.Doubt.Code;
import org.tickler.engine.plan.ClosureQuestions;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.QuestionStore;
import org.tickler.engine.store.QuestionStore.Asked;
import org.tickler.engine.store.QuestionStore.Question;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.matteract.Resuming;

/**
 * What a person's act settles, and what it asks.
 *
 * @param questions the open ones that need no other answer now
 * @param released entries that waited as probable duplicates of the one that is off, as they stand now
 * @param first the entry of which the one acted on is a probable duplicate, so that it still waits; empty: it does not
 * @param asked questions that it puts
 */
record ActQuestions(List<Question> questions, List<Entry> released, Optional<EntryId> first, List<Asked> asked) {
    /** Nothing. */
    static final ActQuestions NONE = new ActQuestions(List.of(), List.of(), Optional.empty(), List.of());

    private static final Set<Code> OF_OWNER = Set.of(Code.NO_OWNER, Code.UNKNOWN_OWNER);
    private static final Set<Code> OF_DATE = Set.of(
            Code.WEEKEND,
            Code.HOLIDAY,
            Code.PAST,
            Code.WEEKDAY,
            Code.FAR_OFF,
            Code.BEFORE_OPENED,
            Code.AFTER_TRIAL,
            Code.BOTH_CHANGED);
    /** What is asked of an entry when its matter goes on. */
    private static final Set<String> OF_STAY = Set.copyOf(Words.all(Resuming.Doubt.class));

    ActQuestions {
        questions = List.copyOf(questions);
        released = List.copyOf(released);
        asked = List.copyOf(asked);
    }

    /** The open questions about the entry itself. */
    static List<Question> about(Handle handle, Entry entry) {
        return QuestionStore.open(handle, List.of(entry.id()));
    }

    /** Whether a court closes is not said by keeping an entry of it. */
    static List<Question> answeredByKeeping(List<Question> about) {
        return about.stream()
                .filter(question -> !question.code().startsWith(ClosureQuestions.UNCONFIRMED))
                .toList();
    }

    /** What the act that made {@code after} of {@code before} settles. */
    static ActQuestions of(Handle handle, Docket docket, ActResult result) {
        if (result.before().isEmpty()) {
            return NONE;
        }
        Entry after = result.after();
        List<Question> about = about(handle, after);
        return switch (result.act()) {
            case Act.Keep keep -> of(answeredByKeeping(about));
            case Act.Waive waive -> cancelled(handle, docket, about, after);
            case Act.Verify verify ->
                of(about.stream().filter(question -> Disagreement.is(question)).toList());
            case Act.Cancel cancel ->
                after.status() == EntryStatus.CANCELLED ? cancelled(handle, docket, about, after) : NONE;
            default ->
                new ActQuestions(
                        about.stream()
                                .filter(question -> isSettledBy(result.before().get(), after, question))
                                .toList(),
                        List.of(),
                        about.stream()
                                .filter(question -> after.status() == EntryStatus.STAYED)
                                .flatMap(question -> ProbableDuplicate.of(question).stream())
                                .map(ProbableDuplicate::first)
                                .findFirst(),
                        List.of());
        };
    }

    private static ActQuestions of(List<Question> settled) {
        return new ActQuestions(settled, List.of(), Optional.empty(), List.of());
    }

    /** The same, and it asks these. */
    ActQuestions asking(List<Asked> more) {
        return new ActQuestions(questions, released, first, more);
    }

    /** Settles what is settled, then asks what is asked. */
    void settle(Handle handle, Entry after, String who, Instant at) {
        for (Question question : questions) {
            String as = question.entry().equals(after.id())
                    ? (after.status().reminds() ? "" : Words.of(after.status()) + ": ") + DateWords.of(after.when())
                    : "the other, " + after.id() + ", is off";
            QuestionStore.settle(handle, question.entry(), question.code(), who, as, at);
        }
        QuestionStore.ask(handle, asked, at);
    }

    private static ActQuestions cancelled(Handle handle, Docket docket, List<Question> about, Entry off) {
        List<Question> all = new ArrayList<>(about);
        List<Entry> released = new ArrayList<>();
        for (Question question : QuestionStore.open(handle, Set.of(off.matter()), ProbableDuplicate.CODE)) {
            Optional<ProbableDuplicate> pair =
                    ProbableDuplicate.of(question).filter(one -> one.first().equals(off.id()));
            if (pair.isPresent()) {
                all.add(question);
                EntryStore.find(handle, pair.get().second())
                        .map(second -> pair.get().released(second, docket.standing(second.id())))
                        .ifPresent(released::add);
            }
        }
        return new ActQuestions(all, released, Optional.empty(), List.of());
    }

    private static boolean isSettledBy(Entry before, Entry after, Question question) {
        Optional<Code> code = Words.find(Code.class, question.code());
        boolean dated = !before.when().equals(after.when());
        boolean owned = !before.details().owner().equals(after.details().owner());
        return dated && (Disagreement.is(question) || OF_STAY.contains(question.code()))
                || code.filter(one -> one == Code.BOTH_CHANGED
                                || dated && OF_DATE.contains(one)
                                || owned && OF_OWNER.contains(one))
                        .isPresent();
    }
}
