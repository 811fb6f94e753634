package org.tickler.engine.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.tickler.engine.store.FigureStore;
import org.tickler.engine.store.FigureStore.Changed;
import org.tickler.engine.store.FigureStore.Period;
import org.tickler.engine.store.FigureStore.Sort;
import org.tickler.engine.store.FigureStore.Thing;

/**
 * The insurer's page: what was counted over a period.
 *
 * @param changes by kind and act, how often entries were changed by hand
 */
public record Figures(List<Figure> all, List<Changed> changes) {
    private static final String COURT =
            "Court deadlines are filings, limitations and discovery; those cancelled, waived or"
                    + " superseded, and fire drills, are left out.";

    public Figures {
        all = List.copyOf(all);
        changes = List.copyOf(changes);
    }

    static Figures of(Handle handle, Period period) {
        List<Figure> all = new ArrayList<>();
        for (Sort sort : Sort.values()) {
            List<Thing> things = FigureStore.things(handle, sort, period);
            int part = (int) things.stream().filter(Thing::counts).count();
            List<String> listed = things.stream()
                    .filter(one -> one.counts() == listsCounted(sort))
                    .map(Thing::id)
                    .distinct()
                    .toList();
            String how = how(sort);
            if (sort == Sort.PROOFS) {
                how += " Reminders that they found missing here: " + FigureStore.gaps(handle, period) + ".";
            }
            all.add(new Figure(id(sort), label(sort), part, things.size(), how, listed));
        }
        return new Figures(all, FigureStore.changes(handle, period));
    }

    /** Of what is good those are listed that are not; of what is not good those that are. */
    private static boolean listsCounted(Sort sort) {
        return switch (sort) {
            case CHANGED_BY_HAND, ESCALATED, MISSED -> true;
            case VERIFIED, ANSWERED, DONE_WITH_RECEIPT, DRILLS, PROOFS -> false;
        };
    }

    private static String id(Sort sort) {
        return switch (sort) {
            case VERIFIED -> "verified-by-two";
            case ANSWERED -> "answered-in-time";
            case DONE_WITH_RECEIPT -> "done-with-receipt";
            case CHANGED_BY_HAND -> "changed-by-hand";
            case ESCALATED -> "escalated";
            case MISSED -> "missed";
            case DRILLS -> "drills";
            case PROOFS -> "coverage-proofs";
        };
    }

    private static String label(Sort sort) {
        return switch (sort) {
            case VERIFIED -> "Court deadlines verified by two";
            case ANSWERED -> "Reminders answered in time";
            case DONE_WITH_RECEIPT -> "Court deadlines done with receipt";
            case CHANGED_BY_HAND -> "Entries changed by hand";
            case ESCALATED -> "Reminders escalated";
            case MISSED -> "Court deadlines missed";
            case DRILLS -> "Fire drills in which everybody answered";
            case PROOFS -> "Coverage proofs without a gap";
        };
    }

    private static String how(Sort sort) {
        return switch (sort) {
            case VERIFIED ->
                "Of the court deadlines whose date lies in the period: those whose present date a second person verified. "
                        + COURT;
            case ANSWERED ->
                "Of the reminders that wanted an answer, were sent in the period and either had one, were passed on for"
                        + " want of one, or are silent for too long: those answered before others were told. One that"
                        + " another person's answer, or a move of the date, made needless is left out.";
            case DONE_WITH_RECEIPT ->
                "Of the court deadlines whose date lies in the period and that are done: those with a receipt that says"
                        + " submitted or accepted. " + COURT;
            case CHANGED_BY_HAND ->
                "Of the entries of all kinds whose date lies in the period or that were changed by hand in it: those that a"
                        + " person moved (the court changed it), corrected (we had it wrong), set by order, extended, gave"
                        + " back to the rule, cancelled, waived or took back in the period.";
            case ESCALATED ->
                "Of the same reminders as under answered in time: those of which the next person was told, for silence,"
                        + " for not ready, or because they could not be delivered.";
            case MISSED ->
                "Of the court deadlines whose date lies in the period and is past: those that nobody had claimed or done by"
                        + " then. Stayed ones are left out as well. " + COURT;
            case DRILLS ->
                "Of the fire drills of the whole firm that began in the period: those in which nobody was silent.";
            case PROOFS ->
                "Of the coverage proofs of the whole firm that were made in the period: those that found that everybody was"
                        + " told who had to be, and all to come planned.";
        };
    }

    /** For programs. */
    Map<String, Object> keys() {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("figures", all.stream().map(Figure::keys).toList());
        keys.put(
                "changes",
                changes.stream()
                        .map(one -> Map.of("kind", one.kind(), "act", one.act(), "number", one.number()))
                        .toList());
        return keys;
    }
}
