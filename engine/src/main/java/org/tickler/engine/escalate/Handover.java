package org.tickler.engine.escalate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.tickler.engine.store.Answer;
import org.tickler.engine.store.AnswerStore;
import org.tickler.engine.store.AskRow;
import org.tickler.engine.store.AskStore;
import org.tickler.engine.store.EscalationStore;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.Sight;
import org.tickler.rules.remind.AskId;
import org.tickler.rules.remind.Channels;

/// That somebody passed an ask on.
///
/// @param said the answer that did
/// @param to the name of the colleague
/// @param from the name of whoever had been asked
/// @param ask the colleague's
record Handover(AnswerStore.Row said, String to, String from, AskRow ask) {

    /// All that led on from the root of a case, the first first.
    static List<Handover> all(Handle handle, Case about) {
        List<AskId> asks = new ArrayList<>(
                EscalationStore.steps(handle, List.of(about.root().id())));
        asks.add(about.root().id());
        return AnswerStore.of(handle, asks).stream()
                .flatMap(row -> row.passed().stream()
                        .flatMap(passed -> AskStore.find(handle, passed.ask()).stream())
                        .map(ask -> new Handover(row, name(about, ask.asked()), name(about, row.saidFor()), ask)))
                .toList();
    }

    /// The last one, whose colleague has it now.
    static Optional<Handover> last(Handle handle, Case about) {
        return all(handle, about).stream().reduce((one, later) -> later);
    }

    /// That the colleague did not take it, in words.
    String failing() {
        String who = to + ", to whom " + from + " passed it on, ";
        return ask.given().filter(given -> given.answer() == Answer.NOT_READY).isPresent()
                ? who + "is not ready"
                : who + "has not answered"
                        + ask.answerWithin().map(within -> " within " + within).orElse("");
    }

    /// Whoever passed it on and has not heard yet that it was not taken.
    static List<Person> toTell(Handle handle, Case about) {
        Set<Answer> taken = Set.of(Answer.HAVE_IT, Answer.DONE);
        return all(handle, about).stream()
                .filter(one -> one.ask()
                        .given()
                        .filter(given -> taken.contains(given.answer()))
                        .isEmpty())
                .filter(one -> !AnswerStore.toldBackSince(
                        handle,
                        about.root().id(),
                        one.said().saidFor(),
                        one.said().given().at()))
                .flatMap(one -> about.people().find(one.said().saidFor()).stream())
                .distinct()
                .filter(person ->
                        Sight.sees(person, about.matter(), about.day(person)).allowed()
                                && !Channels.usable(person, about.day(person)).isEmpty())
                .toList();
    }

    private static String name(Case about, PersonId id) {
        return about.people().find(id).map(Person::name).orElse(id.value());
    }
}
