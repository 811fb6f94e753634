package org.tickler.engine.dispatch.sms;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Handle;
import org.tickler.engine.answer.Intake;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.DeliveryStore;
import org.tickler.engine.store.InboundStore;
import org.tickler.engine.store.InboundStore.Inbound;
import org.tickler.engine.store.SuppressionStore;
import org.tickler.rules.firm.Channel;

/// Works through what Twilio reports of messages, and asks about those it says nothing of. Reports come twice,
/// late, in any order, or never: what stands in the end is the last stage a message reached.
public final class TwilioReports {

    /// A report may come before the row that knows its message is committed.
    private static final Duration EARLY = Duration.ofMinutes(2);

    private static final Duration SILENT = Duration.ofMinutes(4);
    private static final Duration FORGOTTEN = Duration.ofHours(36);
    private static final Duration BETWEEN_ROUNDS = Duration.ofMinutes(1);
    private static final int AT_ONCE = 50;

    private final Database database;
    private final Intake intake;
    private final SmsCarrier carrier;
    private final InstantSource clock;
    private final AtomicReference<Instant> asked = new AtomicReference<>(Instant.EPOCH);

    public TwilioReports(Database database, Intake intake, SmsCarrier carrier, InstantSource clock) {
        this.database = database;
        this.intake = intake;
        this.carrier = carrier;
        this.clock = clock;
    }

    /// Handles what came, then asks about messages sent four minutes ago or more whose end is not known, at most
    /// once a minute. Says how many reports were handled.
    public int sweep() {
        int handled = intake.sweep(
                "report on a text message",
                (handle, later) -> InboundStore.nextStatus(
                        handle, Channel.SMS, "MessageSid", clock.instant().minus(EARLY)),
                (handle, inbound, now) -> Intake.Taken.of(take(handle, report(inbound), now)));
        Instant now = clock.instant();
        Instant before = asked.get();
        if (!now.isBefore(before.plus(BETWEEN_ROUNDS)) && asked.compareAndSet(before, now)) {
            ask(now);
        }
        return handled;
    }

    private static Report report(Inbound inbound) {
        return new Report(
                inbound.field("MessageSid").orElse(""),
                inbound.field("MessageStatus").orElse(""),
                inbound.field("ErrorCode")
                        .filter(code -> code.matches("[0-9]{1,6}"))
                        .map(Integer::valueOf)
                        .orElse(0));
    }

    private void ask(Instant now) {
        database.withHandle(handle ->
                        DeliveryStore.unreported(handle, Channel.SMS, now.minus(FORGOTTEN), now.minus(SILENT), AT_ONCE))
                .forEach(sid -> carrier.ask(sid)
                        .ifPresent(report -> database.inTransaction(handle -> take(handle, report, now))));
    }

    private static String take(Handle handle, Report report, Instant now) {
        if (!DeliveryStore.knows(handle, report.sid())) {
            return "no message of ours";
        }
        if (!DeliveryStore.report(handle, report.sid(), report.status(), report.rank())) {
            return "no news";
        }
        if (report.delivered()) {
            DeliveryStore.delivered(handle, report.sid(), now);
        } else if (report.failed()) {
            failed(handle, report, now);
        }
        return "taken";
    }

    private static void failed(Handle handle, Report report, Instant now) {
        String reason = "Twilio reports it " + report.status() + (report.code() == 0 ? "" : ", error " + report.code());
        if (report.code() != 0) {
            String number = DeliveryStore.address(handle, report.sid());
            switch (TwilioCodes.of(report.code())) {
                case BAD_NUMBER ->
                    SuppressionStore.add(handle, Channel.SMS, number, SuppressionStore.Why.REFUSED, reason, now);
                case OPTED_OUT ->
                    SuppressionStore.add(handle, Channel.SMS, number, SuppressionStore.Why.OPTED_OUT, reason, now);
                case WAIT, REFUSED, MISCONFIGURED -> {
                    // says nothing of the number
                }
            }
        }
        DeliveryStore.failed(handle, report.sid(), reason, now);
    }
}
