package org.tickler.engine.dispatch;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.tickler.calendars.text.Words;
import org.tickler.engine.audit.Audit;
import org.tickler.engine.audit.AuditRecord;
import org.tickler.engine.store.AttemptStore;
import org.tickler.engine.store.DueReminder;
import org.tickler.engine.store.DueStore;
import org.tickler.engine.store.Settlement;
import org.tickler.engine.store.SuppressionStore;
import org.tickler.engine.store.Synthetic;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.plan.ReminderState;
import org.tickler.rules.remind.ReminderId;
import org.tickler.rules.remind.TimeSpan;

/**
 * The last stage: what became of claimed reminders is written down, under the claim. What comes after another process has
 * taken the claim over is kept as a late result and changes nothing.
 */
final class Recorder {
    private final Channel channel;
    private final Facts facts;
    private final Instant now;
    private final List<Settled> settled = new ArrayList<>();
    private final List<Sent> tried = new ArrayList<>();

    Recorder(Channel channel, Facts facts, Instant now) {
        this.channel = channel;
        this.facts = facts.at(now);
        this.now = now;
    }

    /** A stage's decision. {@code Goes} settles nothing. */
    void decided(DueReminder reminder, Verdict verdict) {
        switch (verdict) {
            case Verdict.Goes goes -> {}
            case Verdict.Waits waits ->
                settle(reminder, ReminderState.PLANNED, waits.reason(), Optional.of(waits.until()));
            case Verdict.Held held -> settle(reminder, ReminderState.HELD, held.reason(), Optional.empty());
            case Verdict.Suppressed suppressed ->
                settle(reminder, ReminderState.SUPPRESSED, suppressed.reason(), Optional.empty());
            case Verdict.Failed failed -> settle(reminder, ReminderState.FAILED, failed.reason(), Optional.empty());
        }
    }

    /** What came of a bundle. While the channel is down as a whole, that decides about its reminders. */
    void sent(Sent sent) {
        tried.add(sent);
        for (DueReminder reminder : sent.bundle().reminders()) {
            if (sent.outcome() instanceof Outcome.Accepted accepted) {
                settle(reminder, ReminderState.SENT, accepted.reason(), Optional.empty());
            } else {
                decided(reminder, verdict(sent, reminder));
            }
        }
    }

    private Verdict verdict(Sent sent, DueReminder reminder) {
        boolean channels = sent.outcome() instanceof Outcome.Misconfigured
                || sent.outcome() instanceof Outcome.Retry retry && (retry.unreachable() || !sent.tried());
        if (channels && facts.incident().isPresent()) {
            return ChooseChannel.duringIncident(reminder, facts.incident().get(), facts);
        }
        return sent.tried()
                ? Retries.after(sent.outcome(), reminder, facts)
                : new Verdict.Waits(
                        now.plus(Dispatcher.UNTRIED_PAUSE), sent.outcome().reason());
    }

    /** What others say may hold a character that no column takes, and what cannot be written down is sent again. */
    static String storable(String reason) {
        return reason.replace('\0', '\uFFFD');
    }

    private void settle(DueReminder reminder, ReminderState state, String reason, Optional<Instant> tryAt) {
        settled.add(
                new Settled(reminder, new Settlement(reminder.id(), reminder.fence(), state, storable(reason), tryAt)));
    }

    /** Writes all of it in the handle's transaction. May run again after a conflict. */
    void write(Handle handle) {
        Set<ReminderId> ours = DueStore.settle(
                handle, settled.stream().map(Settled::settlement).toList(), now);
        AttemptStore.end(handle, ended(ours), now);
        Map<String, String> names = new HashMap<>();
        for (Sent sent : tried) {
            if (sent.outcome() instanceof Outcome.Accepted accepted) {
                accepted.providerId().ifPresent(name -> names.put(sent.bundle().messageId(), name));
            }
            suppress(handle, sent);
        }
        AttemptStore.name(handle, names);
        DueStore.put(handle, put(ours), now);
        Audit.record(handle, records(ours));
    }

    /** The reminders that this settles. */
    List<DueReminder> reminders() {
        return settled.stream().map(Settled::reminder).toList();
    }

    private List<AttemptStore.Ended> ended(Set<ReminderId> ours) {
        List<AttemptStore.Ended> ended = new ArrayList<>();
        for (Sent sent : tried) {
            boolean late = sent.bundle().reminders().stream().noneMatch(reminder -> ours.contains(reminder.id()));
            sent.attempt()
                    .ifPresent(number -> ended.add(new AttemptStore.Ended(
                            number,
                            sent.outcome().word(),
                            storable(sent.outcome().reason()),
                            late)));
        }
        return ended;
    }

    private void suppress(Handle handle, Sent sent) {
        switch (sent.outcome()) {
            case Outcome.Refused refused
            when refused.badAddress() ->
                SuppressionStore.add(
                        handle, channel, sent.address(), SuppressionStore.Why.REFUSED, storable(refused.reason()), now);
            case Outcome.OptedOut optedOut ->
                SuppressionStore.add(
                        handle,
                        channel,
                        sent.address(),
                        SuppressionStore.Why.OPTED_OUT,
                        storable(optedOut.reason()),
                        now);
            default -> {}
        }
    }

    private Map<String, Optional<Instant>> put(Set<ReminderId> ours) {
        Map<String, Optional<Instant>> put = new HashMap<>();
        for (Settled one : settled) {
            DueReminder reminder = one.reminder();
            if (one.settlement().state() == ReminderState.SENT && ours.contains(reminder.id())) {
                put.put(
                        reminder.ask().id().value(),
                        reminder.ask()
                                .within()
                                .flatMap(within ->
                                        facts.reader(reminder).map(reader -> silent(reminder, within, reader.zone()))));
            }
        }
        return put;
    }

    /** When silence is too long: at the end of the time to answer, or while the work can still be done. */
    private Instant silent(DueReminder reminder, TimeSpan within, ZoneId zone) {
        Instant end = facts.office().answers().until(now, within, zone);
        return facts.entry(reminder)
                .flatMap(entry ->
                        facts.office().useful().last(entry, reminder.ask().ladder()))
                .filter(last -> last.isAfter(now) && last.isBefore(end))
                .orElse(end);
    }

    private List<AuditRecord> records(Set<ReminderId> ours) {
        List<AuditRecord> records = new ArrayList<>();
        for (Settled one : settled) {
            boolean applied = ours.contains(one.reminder().id());
            boolean real = !Synthetic.is(one.reminder().reader());
            if (real && (!applied || one.settlement().state() != ReminderState.PLANNED)) {
                records.add(record(one, applied));
            }
        }
        return records;
    }

    private AuditRecord record(Settled one, boolean applied) {
        DueReminder reminder = one.reminder();
        boolean duplicate = tried.stream()
                .filter(sent -> sent.bundle().possibleDuplicate())
                .anyMatch(sent -> sent.bundle().reminders().contains(reminder));
        return new AuditRecord(
                now,
                "tickler",
                applied ? Words.of(one.settlement().state()) : "late-result",
                reminder.about().map(DueReminder.About::matter),
                reminder.about().map(DueReminder.About::entry),
                Optional.of(reminder.reader()),
                Map.of(
                        "reminder", reminder.id().value(),
                        "channel", Words.of(channel),
                        "reason", one.settlement().reason(),
                        "possible-duplicate", duplicate));
    }

    private record Settled(DueReminder reminder, Settlement settlement) {}
}
