package org.tickler.engine.docket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tickler.calendars.text.Days;
import org.tickler.calendars.text.Words;
import org.tickler.engine.plan.Forecast;
import org.tickler.engine.plan.Forecast.EntryShift;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.plan.ScheduleDiff.Added;
import org.tickler.rules.remind.PlannedReminder;
import org.tickler.rules.remind.Purpose;

/** Puts a forecast into sentences. */
final class ActPreview {
    private static final Set<Purpose> NOTICES =
            Set.of(Purpose.MOVED, Purpose.CANCELLED, Purpose.STAYED, Purpose.RESUMED);

    private final Forecast forecast;
    private final People people;
    private final Set<EntryId> acted;
    private final Instant now;

    /** @param acted the entries that are acted on; empty: none, and then of what stays nothing is said */
    ActPreview(Forecast forecast, People people, Set<EntryId> acted, Instant now) {
        this.forecast = forecast;
        this.people = people;
        this.acted = acted;
        this.now = now;
    }

    Preview with(List<String> warnings) {
        List<String> all = new ArrayList<>(warnings);
        forecast.hold().ifPresent(why -> all.add("what would leave soon waits for a release: " + why));
        forecast.gaps().stream().filter(gap -> acted.contains(gap.entry())).forEach(gap -> all.add(gap.why()));
        return new Preview(moves(), stays(), told(), reminders(), all);
    }

    private List<String> moves() {
        return forecast.entries().stream().map(ActPreview::sentence).toList();
    }

    private static String sentence(EntryShift shift) {
        Entry after = shift.after();
        if (shift.before().isEmpty()) {
            return (after.origin() instanceof Origin.Derived ? "follows: " : "new: ") + DateWords.of(after);
        }
        Entry before = shift.before().get();
        boolean sameDate = before.when().equals(after.when());
        if (before.status() != after.status() && (sameDate || !after.status().reminds())) {
            return Words.of(after.status()) + ": " + DateWords.of(before);
        }
        if (!sameDate) {
            return "moves: " + DateWords.of(before) + " -> " + DateWords.of(after.when());
        }
        return "changes: " + DateWords.of(after) + detail(before, after);
    }

    private static String detail(Entry before, Entry after) {
        List<String> parts = new ArrayList<>();
        difference(parts, "title", Optional.of(before.title()), Optional.of(after.title()));
        difference(
                parts, "location", before.details().location(), after.details().location());
        difference(parts, "mode", before.details().mode(), after.details().mode());
        difference(parts, "owner", before.details().owner(), after.details().owner());
        return parts.isEmpty() ? "" : ": " + String.join(", ", parts);
    }

    private static void difference(List<String> parts, String what, Optional<String> before, Optional<String> after) {
        if (!before.equals(after)) {
            parts.add(what + " " + before.orElse("none") + " -> " + after.orElse("none"));
        }
    }

    private List<String> stays() {
        List<String> stays = new ArrayList<>();
        if (acted.isEmpty()) {
            return stays;
        }
        int others = 0;
        for (Entry entry : forecast.stays()) {
            if (entry.origin() instanceof Origin.Derived derived && acted.contains(derived.trigger())) {
                stays.add(DateWords.of(entry));
            } else {
                others++;
            }
        }
        if (others > 0) {
            stays.add(others == 1 ? "1 other entry of the matter" : others + " other entries of the matter");
        }
        return stays;
    }

    private List<String> told() {
        Map<PersonId, List<PlannedReminder>> notices = new LinkedHashMap<>();
        for (Added added : forecast.reminders().added()) {
            PlannedReminder planned = added.planned();
            if (NOTICES.contains(planned.purpose()) && !(planned.fate() instanceof PlannedReminder.Fate.Suppressed)) {
                notices.computeIfAbsent(planned.to(), id -> new ArrayList<>()).add(planned);
            }
        }
        return notices.entrySet().stream()
                .map(one -> told(one.getKey(), one.getValue()))
                .toList();
    }

    /** By which channels, and when: what waits for an undo says until when it can be undone. */
    private String told(PersonId person, List<PlannedReminder> notices) {
        TreeSet<Channel> by =
                notices.stream().map(PlannedReminder::channel).collect(Collectors.toCollection(TreeSet::new));
        PlannedReminder first = notices.getFirst();
        boolean atOnce = !first.due().at().isAfter(now);
        return people.find(person).map(Person::name).orElse(person.value())
                + ", who had been told of the former date, by "
                + String.join(" and ", by.stream().map(Words::of).toList())
                + (atOnce
                        ? ", at once"
                        : ", on " + Days.words(first.due().local()) + " ("
                                + first.due().zone() + ") unless it is taken back before");
    }

    private List<String> reminders() {
        Forecast.Reminders reminders = forecast.reminders();
        return List.of("reminders: " + reminders.added().size() + " planned, "
                + reminders.moved().size() + " moved, " + reminders.withdrawn().size() + " withdrawn");
    }
}
