package org.tickler.engine.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * Asks what the closures of courts leave open, and settles what is answered: once a matter and closure whether it is
 * confirmed, once a hearing when it takes place.
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

    ClosureQuestions(Handle handle, ActiveBook book, People people, Cause cause, Instant now) {
        this.handle = handle;
        this.book = book;
        this.askers = new Askers(people, book.firm(), now);
        this.cause = cause;
        this.now = now;
    }

    /** Asks and settles for these plans, in the handle's transaction. */
    void after(Collection<MatterPlan> plans) {
        List<MatterId> ids = plans.stream().map(MatterPlan::matter).toList();
        Map<MatterId, List<Question>> open =
                QuestionStore.open(handle, ids, List.of(OFF, TAKEN_BACK), UNCONFIRMED).stream()
                        .collect(Collectors.groupingBy(Question::matter));
        for (MatterPlan plan : plans) {
            Closures closures = plan.schedule().closures();
            List<Question> ofMatter = open.getOrDefault(plan.matter(), List.of());
            if (ofMatter.isEmpty() && closures.equals(Closures.NONE)) {
                continue;
            }
            Matter matter = MatterStore.find(handle, plan.matter()).orElseThrow();
            held(plan, matter, ofMatter);
            closures.off().forEach(off -> askWhen(off, matter));
            ofMatter.forEach(question -> hearing(question, plan, matter));
        }
        QuestionStore.ask(handle, asked, now);
    }

    private void held(MatterPlan plan, Matter matter, List<Question> open) {
        Map<String, List<Closures.Held>> held = plan.schedule().closures().held().stream()
                .collect(Collectors.groupingBy(
                        one -> UNCONFIRMED + one.closure().place(), LinkedHashMap::new, Collectors.toList()));
        open.stream()
                .filter(question -> question.code().startsWith(UNCONFIRMED) && !held.containsKey(question.code()))
                .forEach(question -> settle(question, answer(question)));
        held.forEach((code, deadlines) -> {
            if (open.stream().noneMatch(question -> question.code().equals(code))) {
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
                + " keeps the earlier date until a second person confirms that: " + String.join(", ", named) + more
                + ". If it is so: tickler verify --closure " + closure.place();
        EntryId entry = entries.getFirst().id();
        asked.add(new Asked(
                entry, matter.id(), code, sentence, detail(closure), askers.ofCourt(entries.getFirst(), matter)));
    }

    private void askWhen(Closures.Off off, Matter matter) {
        Entry hearing = off.before();
        String sentence = off.why() + ". " + hearing.title() + ", until now " + words(hearing.when())
                + ", waits for a date: tickler move " + hearing.id() + " --to DATE when the court sets one";
        ObjectNode detail = detail(off.closure());
        detail.put("was", words(hearing.when()));
        asked.add(new Asked(hearing.id(), matter.id(), OFF, sentence, detail, askers.of(hearing, matter)));
    }

    /** Settles what was asked about a hearing that has a date again, and asks anew where its closure was taken back. */
    private void hearing(Question question, MatterPlan plan, Matter matter) {
        Optional<Entry> now = plan.schedule().find(question.entry());
        if (question.code().startsWith(UNCONFIRMED) || now.isEmpty()) {
            return;
        }
        Entry hearing = now.get();
        if (hearing.status() != EntryStatus.WAITING) {
            settle(question, hearing.status().reminds() ? words(hearing.when()) : Words.of(hearing.status()));
        } else if (question.code().equals(OFF) && !stands(question)) {
            String was = Json.text(question.detail(), "was");
            settle(question, "the closure was taken back");
            asked.add(new Asked(
                    hearing.id(),
                    matter.id(),
                    TAKEN_BACK,
                    "the closure " + Json.text(question.detail(), "closure") + " was taken back, for which "
                            + hearing.title() + ", until then " + was + ", lost its date. Does it take place after all?"
                            + " tickler move " + hearing.id() + " --to DATE; until then it waits",
                    question.detail(),
                    askers.of(hearing, matter)));
        }
    }

    private boolean stands(Question question) {
        String closure = Json.text(question.detail(), "closure");
        return book.calendars().emergencies().stream()
                .anyMatch(one -> detail(one).path("closure").asText().equals(closure));
    }

    private void settle(Question question, String as) {
        QuestionStore.settle(handle, question.entry(), question.code(), cause.who(), as, now);
    }

    private static ObjectNode detail(EmergencyClosure closure) {
        ObjectNode detail = Json.object();
        detail.put("closure", closure.place() + ", " + closure.closure().name());
        return detail;
    }

    private static String words(When when) {
        return switch (when) {
            case When.Waiting waiting -> "no date yet";
            case When.AllDay day -> Days.words(day.day());
            case When.Timed timed -> Days.words(timed.start());
        };
    }
}
