package org.tickler.engine.docket;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tickler.engine.plan.Askers;
import org.tickler.engine.store.Json;
import org.tickler.engine.store.QuestionStore.Asked;
import org.tickler.engine.store.QuestionStore.Question;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.firm.Firm;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.PersonId;

/** Two people read different dates from the paper: both are asked, with both dates. */
final class Disagreement {
    /** To the one who gave the date that stands. */
    private static final String FIRST = "dates-differ";
    /** To the one who read another. */
    private static final String SECOND = "dates-differ-second";

    private Disagreement() {}

    /** Whether a question is one of these. */
    static boolean is(Question question) {
        return question.code().equals(FIRST) || question.code().equals(SECOND);
    }

    /** The questions that {@code result} puts; none where both dates are the same. */
    static List<Asked> asked(
            ActResult result, About about, Matter matter, People people, Firm firm, Signature by, Instant now) {
        Entry entry = result.after();
        Optional<String> read = VerifyWork.other(result);
        if (read.isEmpty()) {
            return List.of();
        }
        Optional<PersonId> gave = about.dateBy()
                .flatMap(Askers::personId)
                .filter(id -> people.find(id).isPresent());
        String sentence = "\"" + entry.title() + "\": two people read different dates. "
                + about.dateBy().orElse("its source") + " gave " + DateWords.of(entry.when()) + ", which stands and is"
                + " reminded; " + by.by() + " read " + read.get() + ". Look at the paper together. The first is right? "
                + by.by() + " verifies it anew: tickler verify " + entry.id() + " --date DATE. The second is? "
                + (entry.origin() instanceof Origin.Derived
                        ? "Correct what it is counted from, or the date: tickler correct " + entry.id()
                                + " --to DATE --reason WHY"
                        : "tickler correct " + entry.id() + " --to DATE");
        PersonId first = gave.orElseGet(() -> new Askers(people, firm, now).of(entry, matter));
        return first.equals(by.by())
                ? List.of(question(entry, SECOND, sentence, by.by()))
                : List.of(question(entry, FIRST, sentence, first), question(entry, SECOND, sentence, by.by()));
    }

    private static Asked question(Entry entry, String code, String sentence, PersonId to) {
        return new Asked(entry.id(), entry.matter(), code, sentence, Json.object(), to);
    }
}
