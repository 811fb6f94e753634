package org.tickler.engine.docket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tickler.engine.plan.Forecast;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.plan.ScheduleDiff.Added;
import org.tickler.rules.plan.ScheduleDiff.Moved;
import org.tickler.rules.plan.ScheduleDiff.Withdrawn;
import org.tickler.rules.remind.PlannedReminder;
import org.tickler.rules.remind.PlannedReminder.Fate;

/** Says which reminders pass from whom to whom. */
final class HandOver {
    private final Forecast.Reminders reminders;
    private final People people;
    private final Instant now;

    HandOver(Forecast.Reminders reminders, People people, Instant now) {
        this.reminders = reminders;
        this.people = people;
        this.now = now;
    }

    /** The entries whose reminders change. */
    Set<EntryId> entries() {
        Set<EntryId> entries = new HashSet<>();
        passed().forEach(moved -> entries.add(moved.stored().entry()));
        going().forEach(planned -> entries.add(planned.ask().entry()));
        reminders.withdrawn().forEach(one -> entries.add(one.stored().entry()));
        return entries;
    }

    /** A line for each of {@code shown} and each two people. */
    List<String> moves(Collection<Entry> shown) {
        List<String> lines = new ArrayList<>();
        for (Entry entry : shown) {
            Map<String, Integer> counts = new TreeMap<>();
            passed().filter(moved -> moved.stored().entry().equals(entry.id()))
                    .forEach(moved -> counts.merge(
                            moved.stored().to() + " -> " + moved.planned().to(), 1, Integer::sum));
            going().filter(planned -> planned.ask().entry().equals(entry.id()))
                    .forEach(planned -> counts.merge("new to " + planned.to(), 1, Integer::sum));
            reminders.withdrawn().stream()
                    .filter(one -> one.stored().entry().equals(entry.id()))
                    .forEach(one -> counts.merge("no longer to " + one.stored().to(), 1, Integer::sum));
            counts.forEach((who, count) -> lines.add("reminders: " + DateWords.of(entry) + ": " + count + " " + who));
        }
        return lines;
    }

    /** Who hears of something at once. */
    List<String> told() {
        Map<PersonId, Integer> told = new LinkedHashMap<>();
        Stream.concat(going(), passed().map(Moved::planned))
                .filter(planned -> !planned.due().at().isAfter(now) || planned.fate() instanceof Fate.GoesLate)
                .forEach(planned -> told.merge(planned.to(), 1, Integer::sum));
        List<String> lines = new ArrayList<>();
        told.forEach((person, count) ->
                lines.add(people.find(person).map(Person::name).orElse(person.value()) + ", of "
                        + (count == 1 ? "1 reminder" : count + " reminders") + " at once"));
        return lines;
    }

    private Stream<Moved> passed() {
        return reminders.moved().stream()
                .filter(moved -> !moved.stored().to().equals(moved.planned().to()));
    }

    private Stream<PlannedReminder> going() {
        return reminders.added().stream()
                .map(Added::planned)
                .filter(planned -> !(planned.fate() instanceof Fate.Suppressed));
    }

    /** How many there are in all. */
    String count() {
        List<Withdrawn> withdrawn = reminders.withdrawn();
        return "reminders: " + passed().count() + " to others, " + going().count() + " planned, " + withdrawn.size()
                + " withdrawn";
    }
}
