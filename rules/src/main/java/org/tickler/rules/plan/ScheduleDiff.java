package org.tickler.rules.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tickler.calendars.text.Days;
import org.tickler.calendars.text.Words;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.remind.AskId;
import org.tickler.rules.remind.PlannedReminder;
import org.tickler.rules.remind.PlannedReminder.Fate;
import org.tickler.rules.remind.ReminderId;

/**
 * What must be done to the stored reminders of one matter so that they equal its schedule. Nothing that was sent, is
 * being sent, or failed is touched. A reminder that was withdrawn, or that planning suppressed, and that is called for
 * again is moved back to life; it was never sent.
 *
 * <p>What follows a failure is not in a schedule. Another channel of the same ask stays as long as the ask is called for;
 * escalations are withdrawn when their entry calls for nothing any more or has another date, those of a notice when it
 * has changed again. Questions are withdrawn when their entry is over or has another date; one that waits for its date, or is stayed, may
 * be asked about. Alarms are left alone.
 *
 * @param keep stored and right as they are
 * @param add not stored yet
 * @param move stored under the same id, with another time, person or fate
 * @param withdraw stored, waiting, and no longer called for
 */
public record ScheduleDiff(List<Kept> keep, List<Added> add, List<Moved> move, List<Withdrawn> withdraw) {
    public ScheduleDiff {
        keep = List.copyOf(keep);
        add = List.copyOf(add);
        move = List.copyOf(move);
        withdraw = List.copyOf(withdraw);
    }

    /** Stays; {@code why}: nothing changed, or it can no longer be changed. */
    public record Kept(StoredReminder stored, String why) {}

    /** To be stored; {@code why} is the planner's own reason. */
    public record Added(PlannedReminder planned, String why) {}

    /**
     * To be stored anew under the same id. Its state becomes planned, or suppressed where that is its new fate, whatever
     * it was before; one that is held stays held if it still goes.
     *
     * @param why what changed
     */
    public record Moved(StoredReminder stored, PlannedReminder planned, String why) {}

    /** To be withdrawn, because of {@code why}. */
    public record Withdrawn(StoredReminder stored, String why) {}

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return add.isEmpty() && move.isEmpty() && withdraw.isEmpty();
    }

    /** The difference between {@code stored}, all of one matter, and {@code schedule}, of the same matter. */
    public static ScheduleDiff between(Collection<StoredReminder> stored, Schedule schedule) {
        Map<ReminderId, PlannedReminder> planned = new HashMap<>();
        schedule.reminders().forEach(reminder -> planned.put(reminder.id(), reminder));
        Map<EntryId, Entry> entries = schedule.entries().stream().collect(Collectors.toMap(Entry::id, entry -> entry));
        List<Kept> keep = new ArrayList<>();
        List<Moved> move = new ArrayList<>();
        List<Withdrawn> withdraw = new ArrayList<>();
        Set<ReminderId> known = new HashSet<>();
        Set<AskId> ledOn = ledOn(stored, planned);
        for (StoredReminder one : stored) {
            known.add(one.id());
            PlannedReminder now = planned.get(one.id());
            if (now == null && ledOn.contains(one.ask().id())) {
                keep.add(new Kept(one, "it goes in place of a channel that failed"));
            } else if (now == null) {
                reasonToWithdraw(one, Optional.ofNullable(entries.get(one.entry())))
                        .ifPresentOrElse(
                                why -> withdraw.add(new Withdrawn(one, why)),
                                () -> keep.add(new Kept(one, "nothing more to be done about it")));
            } else {
                reasonToMove(one, now)
                        .ifPresentOrElse(
                                why -> move.add(new Moved(one, now, why)),
                                () -> keep.add(new Kept(one, one.open() ? "unchanged" : "it is " + word(one))));
            }
        }
        List<Added> add = schedule.reminders().stream()
                .filter(reminder -> !known.contains(reminder.id()))
                .map(reminder -> new Added(reminder, reminder.why()))
                .toList();
        return new ScheduleDiff(keep, add, move, withdraw);
    }

    /** The asks still called for that failed by a channel, so that another one was taken. */
    private static Set<AskId> ledOn(Collection<StoredReminder> stored, Map<ReminderId, PlannedReminder> planned) {
        return stored.stream()
                .filter(one -> one.state() == ReminderState.FAILED && planned.containsKey(one.id()))
                .map(one -> one.ask().id())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<String> reasonToMove(StoredReminder stored, PlannedReminder now) {
        if (!stored.open()) {
            return Optional.empty();
        }
        List<String> changes = new ArrayList<>();
        if (stored.state() == ReminderState.WITHDRAWN && !(now.fate() instanceof Fate.Suppressed)) {
            changes.add("called for again");
        }
        boolean matters = stored.state().waits() || !(now.fate() instanceof Fate.Suppressed);
        if (matters && !stored.due().equals(now.due().at())) {
            changes.add("due " + Days.words(now.due().local()) + " " + now.due().zone());
        }
        if (matters && !stored.to().equals(now.to())) {
            changes.add("to " + now.to() + " instead of " + stored.to());
        }
        if (matters && !stored.fate().equals(now.fate())) {
            changes.add(words(now.fate()));
        }
        return changes.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", changes));
    }

    private static Optional<String> reasonToWithdraw(StoredReminder stored, Optional<Entry> entry) {
        if (!stored.state().waits()) {
            return Optional.empty();
        }
        Optional<String> ended = entry.map(Entry::status)
                .filter(status -> !status.reminds())
                .map(status -> status == EntryStatus.WAITING
                        ? "the entry has no date any more"
                        : "the entry is " + Words.of(status));
        Optional<String> redated = entry.filter(now -> now.revision().number() > stored.revision())
                .map(now ->
                        "the entry changed: it is in revision " + now.revision().number());
        return switch (stored.purpose()) {
            case RUNG -> Optional.of(ended.or(() -> redated).orElse("the rules no longer call for it"));
            case CALL ->
                stored.ask().step() > 0
                        ? ended.or(() -> redated)
                        : Optional.of(ended.or(() -> redated).orElse("the rules no longer call for it"));
            case MOVED, CANCELLED, STAYED, RESUMED ->
                stored.ask().step() > 0
                        ? redated
                        : Optional.of(ended.or(() -> redated).orElse("the rules no longer call for it"));
            case ESCALATION, REJECTED, PASSED_ON -> ended.or(() -> redated);
            case QUESTION ->
                entry.map(Entry::status)
                        .filter(EntryStatus::isOver)
                        .flatMap(over -> ended)
                        .or(() -> redated);
            case WRITTEN_BACK, ALARM, SHEET -> Optional.empty();
        };
    }

    private static String words(Fate fate) {
        return switch (fate) {
            case Fate.Goes goes -> "it goes when due";
            case Fate.GoesLate late -> "it goes at once, entered late";
            case Fate.Suppressed suppressed -> "suppressed: " + suppressed.reason();
        };
    }

    private static String word(StoredReminder stored) {
        return Words.of(stored.state());
    }
}
