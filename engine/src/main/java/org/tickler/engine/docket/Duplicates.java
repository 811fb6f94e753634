package org.tickler.engine.docket;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.tickler.calendars.text.Words;
import org.tickler.engine.store.QuestionStore.Question;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Happening;
import org.tickler.rules.firm.Matter;

/**
 * What two sources say of the same thing: the entry that is on the docket goes on as it is, the second waits, without a
 * chain of deadlines of its own, until somebody says what it is.
 */
final class Duplicates {
    private static final long NEAR_DAYS = 3;

    private final LoadContext load;
    private final BatchFacts facts;
    private final BatchResult result;

    Duplicates(LoadContext load, BatchFacts facts, BatchResult result) {
        this.load = load;
        this.facts = facts;
        this.result = result;
    }

    /** What is on the docket already and is probably the same as a new entry. */
    Optional<Entry> first(Entry says) {
        return says.status().reminds() ? near(says) : Optional.empty();
    }

    /** Asks whether the new entry, which waits, is the same as {@code first}. */
    void ask(RowReader.Understood row, Entry says, Entry first, Matter matter) {
        ProbableDuplicate pair = new ProbableDuplicate(says.id(), first.id(), says.status());
        String sentence =
                DateWords.of(says) + " from " + load.source() + " is probably the same as " + DateWords.of(first)
                        + " [" + first.id() + "], which is on the docket already and goes on reminding; this one waits"
                        + " without reminders until somebody says what it is" + sooner(says, first);
        result.ask(row.row(), says, matter, new Doubt(Doubt.Code.PROBABLE_DUPLICATE, sentence), pair.detail());
    }

    /** A changed entry as it is to stand, where it waits as the second of a pair. */
    Entry second(Entry stored, Entry merged, Entry says) {
        Optional<Question> asked = facts.question(stored.id(), Doubt.Code.PROBABLE_DUPLICATE);
        if (asked.isEmpty() || stored.status() != EntryStatus.STAYED) {
            return merged;
        }
        if (!says.status().reminds()) {
            result.settle(stored.id(), ProbableDuplicate.CODE, "its source says it is " + Words.of(says.status()));
            return merged;
        }
        if (near(merged).isPresent()) {
            return merged.after(Happening.LOADED, EntryStatus.STAYED);
        }
        result.settle(stored.id(), ProbableDuplicate.CODE, "it is no longer near the other");
        return merged.after(Happening.LOADED, says.status());
    }

    /** Where a changed entry is the first of a pair and is off, or no longer near: the second waits no longer. */
    void released(Entry after) {
        for (ProbableDuplicate pair : facts.pairs().getOrDefault(after.id(), List.of())) {
            Entry second = facts.seconds().get(pair.second());
            if (second != null && !(after.status().reminds() && isAlike(second, after))) {
                String why = after.status().reminds()
                        ? "the other, " + after.id() + ", is no longer near"
                        : "the other, " + after.id() + ", is " + Words.of(after.status());
                result.release(second, pair.released(second), why);
            }
        }
    }

    private Optional<Entry> near(Entry entry) {
        return facts.others().getOrDefault(entry.matter(), List.of()).stream()
                .filter(other -> !other.id().equals(entry.id()) && isAlike(entry, other))
                .findFirst();
    }

    private static String sooner(Entry second, Entry first) {
        Optional<Long> days = first.when()
                .date()
                .flatMap(one -> second.when().date().map(other -> ChronoUnit.DAYS.between(other, one)))
                .filter(apart -> apart > 0);
        return days.map(apart -> ". Mind that it is " + (apart == 1 ? "a day" : apart + " days") + " EARLIER")
                .orElse("");
    }

    private static boolean isAlike(Entry one, Entry other) {
        Optional<LocalDate> day = one.when().date();
        Optional<LocalDate> otherDay = other.when().date();
        Optional<String> event = one.details().event();
        Optional<String> otherEvent = other.details().event();
        boolean sameSort =
                event.isPresent() && otherEvent.isPresent() ? event.equals(otherEvent) : one.kind() == other.kind();
        return sameSort
                && one.details().party().equals(other.details().party())
                && day.isPresent()
                && otherDay.isPresent()
                && Math.abs(ChronoUnit.DAYS.between(day.get(), otherDay.get())) <= NEAR_DAYS;
    }
}
