package org.tickler.engine.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.tickler.calendars.EmergencyClosure;
import org.tickler.calendars.text.Days;
import org.tickler.calendars.text.Words;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.store.Json;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.QuestionStore;
import org.tickler.engine.store.QuestionStore.Asked;
import org.tickler.engine.store.QuestionStore.Question;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.When;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.People;
import org.tickler.rules.plan.Closures;

/**
 * Asks what the closures of courts leave open, and settles what is answered: once a closure whether it is confirmed, once a
 * hearing when it takes place.
 */
public final class ClosureQuestions {
    /** Before the closure's place: deadlines stay on an earlier date until it is confirmed. Only that settles it. */
    public static final String UNCONFIRMED = "unconfirmed-closure ";

    private static final String OFF = "court-closed";
    private static final String TAKEN_BACK = "closure-taken-back";
    private static final int NAMED = 3;

    private final Handle handle;
    private final ActiveBook book;
    private final Askers askers;
    private final Cause cause;
    private final Instant now;
    private final List<Asked> asked = new ArrayList<>();
    private final Set<String> open;

    ClosureQuestions(Handle handle, ActiveBook book, People people, Cause cause, Instant now) {
        this.handle = handle;
        this.book = book;
        this.askers = new Askers(people, book.firm(), now);
        this.cause = cause;
        this.now = now;
        this.open = new HashSet<>(QuestionStore.openCodes(handle, UNCONFIRMED));
    }

    /** Asks and settles for these plans, in the handle's transaction. */
    void after(Collection<MatterPlan> plans) {
        List<MatterId> ids = plans.stream().map(MatterPlan::matter).toList();
        Map<MatterId, List<Question>> before =
                QuestionStore.open(handle, ids, List.of(OFF, TAKEN_BACK), UNCONFIRMED).stream()
                        .collect(Collectors.groupingBy(Question::matter));
        for (MatterPlan plan : plans) {
            Closures closures = plan.schedule().closures();
            List<Question> ofMatter = before.getOrDefault(plan.matter(), List.of());
            if (ofMatter.isEmpty() && closures.equals(Closures.NONE)) {
                continue;
            }
            Matter matter = MatterStore.find(handle, plan.matter()).orElseThrow();
            held(plan, matter, ofMatter);
            ofMatter.forEach(question -> hearing(question, plan));
            closures.off().forEach(off -> askWhen(off, matter));
            closures.back().forEach(back -> askWhether(back, matter));
        }
        QuestionStore.ask(handle, asked, now);
    }

    private void held(MatterPlan plan, Matter matter, List<Question> before) {
        Map<String, List<Closures.Held>> held = plan.schedule().closures().held().stream()
                .collect(Collectors.groupingBy(
                        one -> UNCONFIRMED + one.closure().place(), LinkedHashMap::new, Collectors.toList()));
        before.stream()
                .filter(question -> question.code().startsWith(UNCONFIRMED) && !held.containsKey(question.code()))
                .forEach(question -> {
                    settle(question, answer(question));
                    open.remove(question.code());
                });
        held.forEach((code, deadlines) -> {
            if (open.add(code)) {
                askWhether(code, deadlines, plan, matter);
            }
        });
    }

    /** Why nothing is held by the closure that was asked about. */
    private String answer(Question question) {
        boolean stands = book.calendars().emergencies().stream()
                .anyMatch(closure -> question.code().equals(UNCONFIRMED + closure.place()));
        return stands ? cause.why() : "the closure was taken back";
    }

    private void askWhether(String code, List<Closures.Held> deadlines, MatterPlan plan, Matter matter) {
        EmergencyClosure closure = deadlines.getFirst().closure();
        List<Entry> entries = deadlines.stream()
                .flatMap(one -> plan.schedule().find(one.entry()).stream())
                .distinct()
                .toList();
        List<String> named = entries.stream()
                .limit(NAMED)
                .map(entry -> entry.title() + " (" + words(entry.when()) + ")")
                .toList();
        String more = entries.size() > NAMED ? " and " + (entries.size() - NAMED) + " more" : "";
        String sentence = closure.calendar() + " is said to be closed on " + Days.words(closure.day()) + ": "
                + closure.closure().name() + " (" + closure.closure().authority() + "). " + matter.id()
                + " keeps the earlier date until a second person confirms that, as does every other matter: "
                + String.join(", ", named) + more + ". If it is so: tickler verify --closure " + closure.place();
        EntryId entry = entries.getFirst().id();
        asked.add(new Asked(
                entry, matter.id(), code, sentence, Json.object(), askers.ofCourt(entries.getFirst(), matter)));
    }

    private void askWhen(Closures.Off off, Matter matter) {
        Entry hearing = off.before();
        String sentence = off.why() + ". " + hearing.title() + ", until now " + words(hearing.when())
                + ", waits for a date: tickler move " + hearing.id() + " --to DATE when the court sets one";
        ask(OFF, hearing, hearing.when(), sentence, matter);
    }

    private void askWhether(Closures.Back back, Matter matter) {
        Entry hearing = back.before();
        String sentence = back.why() + ", for which " + hearing.title() + " had lost its date. It stands on "
                + words(back.was()) + " again. Does it take place then? tickler keep " + hearing.id()
                + ". Else tickler move " + hearing.id() + " --to DATE, or tickler cancel " + hearing.id();
        ask(TAKEN_BACK, hearing, back.was(), sentence, matter);
    }

    private void ask(String code, Entry hearing, When was, String sentence, Matter matter) {
        ObjectNode detail = Json.object();
        detail.put("was", words(was));
        asked.add(new Asked(hearing.id(), matter.id(), code, sentence, detail, askers.of(hearing, matter)));
    }

    /** Settles what was asked about a hearing that stands otherwise now: on a day, on another, or on none. */
    private void hearing(Question question, MatterPlan plan) {
        Optional<Entry> now = plan.schedule().find(question.entry());
        if (question.code().startsWith(UNCONFIRMED) || now.isEmpty()) {
            return;
        }
        Entry hearing = now.get();
        boolean same = question.code().equals(OFF)
                ? hearing.status() == EntryStatus.WAITING
                : hearing.status().reminds() && words(hearing.when()).equals(Json.text(question.detail(), "was"));
        if (!same) {
            settle(question, hearing.status().reminds() ? words(hearing.when()) : Words.of(hearing.status()));
        }
    }

    private void settle(Question question, String as) {
        QuestionStore.settle(handle, question.entry(), question.code(), cause.who(), as, now);
    }

    private static String words(When when) {
        return switch (when) {
            case When.Waiting waiting -> "no date yet";
            case When.AllDay day -> Days.words(day.day());
            case When.Timed timed -> Days.words(timed.start());
        };
    }
}
