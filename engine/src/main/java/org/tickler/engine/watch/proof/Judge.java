package org.tickler.engine.watch.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tickler.calendars.text.Days;
import org.tickler.calendars.text.Words;
import org.tickler.engine.store.AskState;
import org.tickler.engine.store.Evidence;
import org.tickler.engine.store.Evidence.Row;
import org.tickler.engine.store.Evidence.Try;
import org.tickler.engine.store.FactsThen;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.plan.ReminderState;
import org.tickler.rules.remind.PlannedReminder;

/**
 * Holds what follows from the facts against what is recorded. What a row says of itself is never believed: that it was sent
 * is shown by an attempt, that it was answered by the audit, that its entry changed by the entry's history.
 */
final class Judge {
    /** What leaves later than this after its time needs a reason that is recorded. */
    private static final Duration LATE = Duration.ofHours(1);
    /** What has just changed may be on its way from one form to the other. */
    private static final Duration SETTLING = Duration.ofMinutes(15);

    private static final Duration EARLY = Duration.ofMinutes(1);

    private final Evidence evidence;
    private final Instant now;

    Judge(Evidence evidence, Instant now) {
        this.evidence = evidence;
        this.now = now;
    }

    /** What was found of one reminder that was owed. */
    sealed interface Found {
        /** It was sent, or is planned, as it must be. */
        record Right() implements Found {}

        /** It was not, and need not be: the reason in a word or two, which was verified. */
        record Explained(String why) implements Found {}

        /** It should have been, or should be. */
        record Missing(String why) implements Found {}
    }

    /** Whether what had to be told by now was told. */
    Found past(PlannedReminder owed, Expected.Owed all) {
        List<Try> tries = tries(owed);
        Optional<Try> left = tries.stream().filter(Try::left).findFirst();
        if (left.isPresent()) {
            return left(owed, all, tries, left.get());
        }
        return explained(owed, all.matter()).orElseGet(() -> new Found.Missing(missing(owed, tries)));
    }

    /** Whether what must be told later is planned as it must be. */
    Found ahead(PlannedReminder owed, Expected.Owed all) {
        Row row = evidence.rows().get(owed.id());
        if (row == null) {
            return new Found.Missing("nothing is planned");
        }
        if (evidence.answered().contains(owed.ask().id())) {
            return new Found.Explained("answered");
        }
        return switch (row.state()) {
            case PLANNED -> planned(owed, row);
            case HELD ->
                row.held().open() || hasNoChannel(owed, row)
                        ? new Found.Explained(row.held().open() ? "held" : "channel not set up")
                        : new Found.Missing("it is held, and no hold is open");
            case SENDING, SENT, DELIVERED ->
                tries(owed).stream().anyMatch(Try::left)
                        ? new Found.Right()
                        : new Found.Missing("it is marked as " + Words.of(row.state()) + ", and no attempt was made");
            case FAILED -> ledOn(owed) ? new Found.Explained("failed, and led on") : notTold(row);
            case SUPPRESSED, WITHDRAWN -> notTold(row);
        };
    }

    private Found planned(PlannedReminder owed, Row row) {
        if (!row.due().equals(owed.due().at())) {
            return new Found.Missing("it is planned for " + row.due() + " instead");
        }
        if (!row.recipient().equals(owed.to())) {
            return new Found.Missing("it is planned for " + row.recipient() + " instead");
        }
        boolean putOff = row.progress().tries() == 0
                && row.progress().tryAt().isAfter(owed.due().at().plus(EARLY))
                && evidence.outages().stream().noneMatch(one -> one.meets(owed.channel(), row.due(), now));
        if (putOff) {
            return new Found.Missing(
                    "it is not to be tried before " + row.progress().tryAt());
        }
        return row.ask() == AskState.ANSWERED || row.ask() == AskState.CLOSED
                ? new Found.Missing("its ask is " + Words.of(row.ask()) + ", and nobody answered")
                : new Found.Right();
    }

    private Found left(PlannedReminder owed, Expected.Owed all, List<Try> tries, Try left) {
        Instant due = owed.due().at();
        if (tries.stream().filter(Try::left).allMatch(Try::lost) && !ledOn(owed)) {
            return new Found.Missing("the provider says that it did not arrive, and nobody else was told");
        }
        if (left.began().isBefore(due.minus(EARLY)) && !all.changed()) {
            return new Found.Missing("it left before its time, at " + left.began());
        }
        Duration late = Duration.between(due, left.began());
        return late.compareTo(LATE) > 0 && !delayed(owed, tries, left)
                ? new Found.Missing("it left " + words(late) + " late, and nothing that is recorded says why")
                : new Found.Right();
    }

    private boolean delayed(PlannedReminder owed, List<Try> tries, Try left) {
        Row row = evidence.rows().get(owed.id());
        boolean held = row != null
                && row.held()
                        .released()
                        .filter(owed.due().at()::isBefore)
                        .filter(released -> left.began().isBefore(released.plus(LATE)))
                        .isPresent();
        return held
                || tries.getFirst().mayRepeat()
                || evidence.outages().stream()
                        .anyMatch(one -> one.meets(owed.channel(), owed.due().at(), left.began()));
    }

    private Optional<Found> explained(PlannedReminder owed, FactsThen.OfMatter matter) {
        if (evidence.answered().contains(owed.ask().id())) {
            return why("answered");
        }
        Row row = evidence.rows().get(owed.id());
        if (row == null) {
            return Optional.empty();
        }
        if (row.state() == ReminderState.HELD && row.held().open()) {
            return why("held");
        }
        if (row.state() == ReminderState.HELD && hasNoChannel(owed, row)) {
            return why("channel not set up");
        }
        Instant end = owed.due().at().plus(SETTLING);
        boolean over = row.state() == ReminderState.SUPPRESSED || row.state() == ReminderState.WITHDRAWN;
        if (over
                && !row.progress().since().isAfter(end)
                && !stands(owed, matter.entry(owed.ask().entry(), end))) {
            return why("the entry changed as it was due");
        }
        boolean waits = row.state() == ReminderState.PLANNED || row.state() == ReminderState.SENDING;
        if (waits && isDown(owed)) {
            return why("its channel is down");
        }
        return row.state() == ReminderState.FAILED && ledOn(owed) ? why("failed, and led on") : Optional.empty();
    }

    private boolean isDown(PlannedReminder owed) {
        return evidence.outages().stream()
                .anyMatch(one -> one.until().isEmpty()
                        && one.meets(owed.channel(), owed.due().at(), now));
    }

    /** Whether the entry stood as the reminder tells of it. */
    private static boolean stands(PlannedReminder owed, Optional<Entry> found) {
        return found.filter(entry -> entry.revision().number() == owed.ask().revision())
                .filter(entry -> switch (owed.purpose()) {
                    case CANCELLED, STAYED -> !entry.status().reminds();
                    case MOVED -> true;
                    default -> entry.status().reminds();
                })
                .isPresent();
    }

    /** A channel that has carried nothing since may well not be set up. */
    private boolean hasNoChannel(PlannedReminder owed, Row row) {
        return row.progress().reason().filter(why -> why.contains("not set up")).isPresent()
                && evidence.tries().values().stream()
                        .flatMap(List::stream)
                        .noneMatch(one -> one.channel() == owed.channel()
                                && one.left()
                                && one.began().isAfter(row.progress().since()));
    }

    /** Whether the person was reached by another channel, or the next person was told. */
    private boolean ledOn(PlannedReminder owed) {
        return evidence.ledOn().contains(owed.ask().id())
                || evidence.tries().getOrDefault(owed.ask().id(), List.of()).stream()
                        .anyMatch(one -> !one.reminder().equals(owed.id()) && one.left() && !one.lost());
    }

    private List<Try> tries(PlannedReminder owed) {
        return evidence.tries().getOrDefault(owed.ask().id(), List.of()).stream()
                .filter(one -> one.reminder().equals(owed.id()) && one.channel() == owed.channel())
                .filter(one -> one.to().equals(owed.to()))
                .toList();
    }

    private String missing(PlannedReminder owed, List<Try> tries) {
        Row row = evidence.rows().get(owed.id());
        if (row == null) {
            return "nothing was planned, and nothing was sent";
        }
        List<Try> others = evidence.tries().getOrDefault(owed.ask().id(), List.of()).stream()
                .filter(one -> one.reminder().equals(owed.id()))
                .toList();
        if (tries.isEmpty() && !others.isEmpty()) {
            return "it went to " + others.getFirst().to() + " instead";
        }
        return switch (row.state()) {
            case PLANNED ->
                row.due().equals(owed.due().at())
                        ? "it was due and has not left"
                        : "it was planned for " + row.due() + " instead";
            case SENT, DELIVERED -> "it is marked as " + Words.of(row.state()) + ", and no attempt was made";
            case SENDING -> "it was claimed, and no attempt of it succeeded";
            case HELD -> "it is held, and no hold is open";
            case FAILED -> "it failed, and nobody else was told" + reason(row);
            case SUPPRESSED, WITHDRAWN -> Words.of(row.state()) + reason(row) + ", which the facts do not bear out";
        };
    }

    private static Found notTold(Row row) {
        return new Found.Missing("it is " + Words.of(row.state()) + reason(row) + ", which the facts do not bear out");
    }

    private static String reason(Row row) {
        return row.progress().reason().map(why -> " (" + why + ")").orElse("");
    }

    private static Optional<Found> why(String words) {
        return Optional.of(new Found.Explained(words));
    }

    private static String words(Duration late) {
        return late.toHours() > 0 ? late.toHours() + " h" : late.toMinutes() + " min";
    }

    /** {@code 7-days-before of the hearing on Thu 2026-03-12, to jlin by email, due Thu 2026-03-05 09:00}. */
    static String name(PlannedReminder owed, FactsThen.OfMatter matter, Instant now) {
        String entry = matter.entry(owed.ask().entry(), now)
                .map(found -> "\"" + found.title() + "\"")
                .orElse("an entry that is not stored");
        return owed.ask().rung() + " of " + entry + " [" + owed.ask().entry() + "] on " + matter.id() + ", to "
                + owed.to() + " by " + Words.of(owed.channel()) + ", due "
                + Days.words(owed.due().local());
    }
}
