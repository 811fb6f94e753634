package org.tickler.daemon.api;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tickler.calendars.text.Words;
import org.tickler.daemon.http.Reply;
import org.tickler.engine.agenda.Line;
import org.tickler.engine.agenda.Lookup;
import org.tickler.engine.answer.AnswerGiven;
import org.tickler.engine.answer.Proof;
import org.tickler.engine.answer.Recorded;
import org.tickler.engine.store.Answer;
import org.tickler.engine.store.AnswerWay;
import org.tickler.engine.store.ApiScope;
import org.tickler.engine.store.AskRow;
import org.tickler.engine.store.Json;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.remind.AskId;

/// Asks that wait, and what people say to them. Another answer is another line of [#ANSWERS].
final class AskDesk {
    private static final List<String> OF_ENTRY =
            List.of("matter", "kind", "title", "date", "hour", "at", "zone", "status");
    private static final Map<Answer, Taking> ANSWERS = answers();

    private AskDesk() {}

    /// Reads whatever else an answer needs of the body, and says how it is taken.
    private interface Taking {
        Supplier<Recorded> read(Visit visit, AskId ask, Body body);
    }

    private static Map<Answer, Taking> answers() {
        Map<Answer, Taking> answers = new EnumMap<>(Answer.class);
        answers.put(Answer.HAVE_IT, (visit, ask, body) -> () -> said(visit, ask, Answer.HAVE_IT));
        answers.put(Answer.NOT_READY, (visit, ask, body) -> () -> said(visit, ask, Answer.NOT_READY));
        answers.put(Answer.DONE, (visit, ask, body) -> {
            Optional<Proof> proof = body.find("receipt").flatMap(text -> Proof.of(text, Optional.empty()));
            return () -> said(visit, ask, AnswerGiven.done(visit.who(), AnswerWay.API, proof));
        });
        answers.put(Answer.PASS_ON, (visit, ask, body) -> {
            PersonId to = body.parsed("to", PersonId::new)
                    .orElseThrow(() -> Refusal.bad("to: name the person who is to answer; give the id as a text."));
            return () -> said(visit, ask, AnswerGiven.passOn(visit.who(), AnswerWay.API, to));
        });
        return answers;
    }

    static List<Operation> operations() {
        return List.of(
                Operation.get("/asks", ApiScope.ANSWER, AskDesk::asks),
                Operation.get("/asks/{id}", ApiScope.ANSWER, AskDesk::ask),
                Operation.post("/asks/{id}/answer", ApiScope.ANSWER, AskDesk::answer));
    }

    /// The person's own, unless somebody else's are asked for.
    private static Reply asks(Visit visit) {
        Query query = visit.query("person", "limit", "cursor");
        PersonId person = query.id("person", PersonId::new).orElse(visit.who());
        return Shape.page(
                visit.lookup().asks(Optional.of(person)),
                asked -> asked.waiting().ask().id().value(),
                AskDesk::keys,
                query);
    }

    private static Reply ask(Visit visit) {
        visit.query();
        return Shape.ok(keys(visit.lookup().ask(visit.id("ask", AskId::new))));
    }

    private static Reply answer(Visit visit) {
        visit.query();
        Lookup.Asked asked = visit.lookup().ask(visit.id("ask", AskId::new));
        Body body = visit.body();
        Answer answer = body.word("answer", Answer.class);
        Taking taking = Objects.requireNonNull(ANSWERS.get(answer));
        AskId id = asked.waiting().ask().id();
        Supplier<Recorded> recording = taking.read(visit, id, body);
        body.finish();
        return Repeats.once(visit, () -> reply(recording.get(), id));
    }

    private static Recorded said(Visit visit, AskId ask, AnswerGiven given) {
        return visit.house().answers().record(ask, given, visit.house().now());
    }

    private static Recorded said(Visit visit, AskId ask, Answer answer) {
        House house = visit.house();
        return house.answers().record(ask, answer, visit.who(), AnswerWay.API, house.now());
    }

    private static Reply reply(Recorded recorded, AskId id) {
        return switch (recorded) {
            case Recorded.Taken taken -> taken(id, "taken", taken.late());
            case Recorded.Same same -> taken(id, "same", false);
            case Recorded.Moved moved ->
                Refusal.problem(
                        409,
                        "date-moved",
                        "The date was moved since; answer the ask for its present date, once it is put.",
                        moved.newer()
                                .map(newer -> Map.of("newer", newer.value()))
                                .orElse(Map.of()));
            case Recorded.Over over ->
                Refusal.problem(
                        409,
                        "entry-over",
                        "The entry is " + Words.of(over.entry().status()) + "; there is nothing to answer any more.",
                        Map.of());
            case Recorded.Refused refused ->
                Refusal.problem(
                        422,
                        "not-taken",
                        refused.why() + "; nothing was recorded."
                                + (refused.possible().isEmpty()
                                        ? ""
                                        : " Possible: " + String.join(", ", refused.possible()) + "."),
                        Map.of());
            case Recorded.Signed signed -> taken(id, "taken", signed.late());
            case Recorded.SignedBefore before -> taken(id, "same", false);
            case Recorded.NoSuch none ->
                Refusal.problem(
                        404, "not-found", "There is no such ask; GET /api/v1/asks lists those that wait.", Map.of());
        };
    }

    private static Reply taken(AskId id, String result, boolean late) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("ask", id.value());
        keys.put("result", result);
        keys.put("late", late);
        return Shape.text(200, Json.write(Json.tree(keys)));
    }

    private static Map<String, @Nullable Object> keys(Lookup.Asked asked) {
        AskRow ask = asked.waiting().ask();
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        keys.put("type", "ask");
        keys.put("id", ask.id().value());
        keys.put("entry", asked.entry().id().value());
        Map<String, @Nullable Object> entry = new Line.OfEntry(asked.entry(), asked.matter()).keys();
        OF_ENTRY.stream().filter(entry::containsKey).forEach(key -> keys.put(key, entry.get(key)));
        keys.put("asked", ask.asked().value());
        keys.put("reader", asked.waiting().reader().value());
        keys.put("state", Words.of(ask.state()));
        keys.put("why", asked.waiting().why());
        ask.clock().firstSentAt().ifPresent(at -> keys.put("sent", at.toString()));
        ask.clock().silentAt().ifPresent(at -> keys.put("passed-on", at.toString()));
        ask.given().ifPresent(given -> keys.put("answer", Words.of(given.answer())));
        return keys;
    }
}
