package org.tickler.rules.remind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tickler.rules.remind.PlannedReminder.Fate;

/**
 * Spares a person the same news twice at one moment on one channel. An ask that wants an answer always outlives one that
 * does not; the one that gives way is kept, suppressed, with the reason.
 */
final class Overlaps {
    private final Set<String> whenKnown;
    private final Former former;

    /** @param former who was told what of the entry before */
    Overlaps(Ladder ladder, Former former) {
        this.whenKnown = ladder.rungs().stream()
                .filter(rung -> rung.at() instanceof RungTime.WhenKnown)
                .map(Rung::id)
                .collect(Collectors.toUnmodifiableSet());
        this.former = former;
    }

    /** The reminders of one entry by one ladder, in the same order. */
    List<PlannedReminder> settle(List<PlannedReminder> reminders) {
        List<PlannedReminder> settled = new ArrayList<>(reminders);
        settled.replaceAll(this::coveredByNotice);
        coverFirstNews(settled);
        sparePeopleWhoStandIn(settled);
        return settled;
    }

    /** What is due as soon as the new date is known says what the notice of the move says, or what is known already. */
    private PlannedReminder coveredByNotice(PlannedReminder reminder) {
        boolean news = goesLate(reminder) || isFirstNews(reminder);
        if (!news) {
            return reminder;
        }
        return former.covers(reminder).map(reason -> suppress(reminder, reason)).orElse(reminder);
    }

    private void coverFirstNews(List<PlannedReminder> settled) {
        for (int first = 0; first < settled.size(); first++) {
            for (int late = 0; late < settled.size(); late++) {
                PlannedReminder news = settled.get(first);
                PlannedReminder other = settled.get(late);
                if (!isFirstNews(news) || !goesLate(other) || !together(news, other)) {
                    continue;
                }
                if (news.answer().isPresent() || other.answer().isEmpty()) {
                    settled.set(late, suppress(other, "born late: " + news.ask().rung() + " says it at the same time"));
                } else {
                    settled.set(
                            first,
                            suppress(news, other.ask().rung() + " says it at the same time and wants an answer"));
                }
            }
        }
    }

    private void sparePeopleWhoStandIn(List<PlannedReminder> settled) {
        for (int at = 0; at < settled.size(); at++) {
            PlannedReminder reminder = settled.get(at);
            if (!goes(reminder) || !takenOver(reminder) || reminder.answer().isPresent()) {
                continue;
            }
            Optional<PlannedReminder> own = settled.stream()
                    .filter(other -> !other.id().equals(reminder.id()) && goes(other) && sameRung(other, reminder))
                    .findFirst();
            if (own.isPresent()) {
                settled.set(
                        at,
                        suppress(
                                reminder,
                                reminder.to() + " stands in for "
                                        + reminder.ask().asked() + " and is told of this rung already"));
            }
        }
    }

    private boolean isFirstNews(PlannedReminder reminder) {
        return goes(reminder) && whenKnown.contains(reminder.ask().rung());
    }

    private static boolean together(PlannedReminder one, PlannedReminder other) {
        return one.ask().asked().equals(other.ask().asked())
                && one.to().equals(other.to())
                && one.channel() == other.channel()
                && one.due().at().equals(other.due().at());
    }

    private static boolean sameRung(PlannedReminder one, PlannedReminder other) {
        return one.ask().rung().equals(other.ask().rung())
                && one.to().equals(other.to())
                && one.channel() == other.channel();
    }

    private static boolean takenOver(PlannedReminder reminder) {
        return !reminder.to().equals(reminder.ask().asked());
    }

    private static boolean goes(PlannedReminder reminder) {
        return !(reminder.fate() instanceof Fate.Suppressed);
    }

    private static boolean goesLate(PlannedReminder reminder) {
        return reminder.fate() instanceof Fate.GoesLate;
    }

    private static PlannedReminder suppress(PlannedReminder reminder, String reason) {
        return reminder.withFate(new Fate.Suppressed(reason));
    }
}
