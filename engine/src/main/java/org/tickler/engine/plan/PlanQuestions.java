package org.tickler.engine.plan;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.tickler.engine.store.Json;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.QuestionStore;
import org.tickler.engine.store.QuestionStore.Asked;
import org.tickler.engine.store.QuestionStore.Question;
import org.tickler.rules.deadline.DeadlineDeriver;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.limitation.ClaimRules;

/**
 * Puts the questions that derivations ask to the people whose entries they are about, and settles those that none asks any
 * more, or asks in other words.
 */
final class PlanQuestions {
    /** A trigger moved, and a person must say whether a date holds. */
    static final String CODE = "trigger-moved";

    private final Handle handle;
    private final Askers askers;
    private final Cause cause;
    private final Instant now;

    PlanQuestions(Handle handle, Askers askers, Cause cause, Instant now) {
        this.handle = handle;
        this.askers = askers;
        this.cause = cause;
        this.now = now;
    }

    /** @param plans of matters whose entries are stored as they are planned */
    void put(List<MatterPlan> plans) {
        Map<EntryId, Entry> asking = new LinkedHashMap<>();
        for (MatterPlan plan : plans) {
            plan.schedule().derived().stream()
                    .filter(entry -> DeadlineDeriver.asks(entry).isPresent())
                    .forEach(entry -> asking.put(entry.id(), entry));
        }
        List<MatterId> matters = plans.stream().map(MatterPlan::matter).toList();
        for (Question open : QuestionStore.open(handle, matters, CODE)) {
            boolean same = Optional.ofNullable(asking.get(open.entry()))
                    .flatMap(DeadlineDeriver::asks)
                    .filter(open.sentence()::contains)
                    .isPresent();
            if (!same) {
                QuestionStore.settle(handle, open.entry(), CODE, cause.who(), cause.why(), now);
            }
        }
        if (!asking.isEmpty()) {
            ask(asking.values());
        }
    }

    private void ask(Collection<Entry> asking) {
        Map<MatterId, Matter> matters =
                MatterStore.find(handle, asking.stream().map(Entry::matter).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(Matter::id, Function.identity()));
        List<Asked> questions = asking.stream()
                .map(entry -> new Asked(
                        entry.id(),
                        entry.matter(),
                        CODE,
                        sentence(entry),
                        Json.object(),
                        askers.of(entry, Objects.requireNonNull(matters.get(entry.matter())))))
                .toList();
        QuestionStore.ask(handle, questions, now);
    }

    private static String sentence(Entry entry) {
        return "\"" + entry.title() + "\": " + DeadlineDeriver.asks(entry).orElseThrow()
                + ". It is right as it stands? tickler keep " + entry.id()
                + (ClaimRules.isLastDay(entry)
                        ? ""
                        : ". Else tickler correct " + entry.id() + " --to DATE --reason WHY");
    }
}
