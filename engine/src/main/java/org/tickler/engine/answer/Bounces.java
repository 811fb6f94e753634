package org.tickler.engine.answer;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.tickler.engine.audit.Audit;
import org.tickler.engine.audit.AuditRecord;
import org.tickler.engine.store.InboundStore;
import org.tickler.engine.store.InboundStore.Inbound;
import org.tickler.engine.store.MailStore;
import org.tickler.engine.store.SuppressionStore;
import org.tickler.rules.firm.Channel;

/// Handles reports that mail did not arrive (RFC 3464), days after a server had taken it. The report shows by the id of
/// the message that came back that it is about one of ours.
public final class Bounces {

    private static final int LONGEST_REASON = 300;

    private final Intake intake;

    public Bounces(Intake intake) {
        this.intake = intake;
    }

    /// Handles every report that waits, and says how many there were.
    public int sweep() {
        return intake.sweep(
                "report on a mail",
                (handle, later) -> InboundStore.next(handle, Channel.EMAIL, InboundStore.Kind.STATUS, later),
                (handle, report, now) -> Intake.Taken.of(take(handle, report, now)));
    }

    private static String take(Handle handle, Inbound report, Instant now) {
        List<MailStore.Message> ours = MailStore.messages(
                handle, MailThread.ids(report.field("Report-Message-ID").orElse("")));
        if (ours.isEmpty()) {
            return "no message of ours";
        }
        MailStore.Message message = ours.getFirst();
        String recipient = report.field("Report-Final-Recipient").orElse("").toLowerCase(Locale.ROOT);
        String status = report.field("Report-Status").orElse("");
        String action = report.field("Report-Action").orElse("").toLowerCase(Locale.ROOT);
        if (!recipient.isEmpty() && !recipient.contains(message.address().toLowerCase(Locale.ROOT))) {
            // It was sent on from there; that somebody else has no mailbox says nothing of our reader.
            return "another recipient";
        }
        boolean failed = action.startsWith("failed") && !status.startsWith("4.");
        String reason = reason(report, status);
        audit(
                handle,
                message,
                failed ? "bounced" : "mail-" + (action.isEmpty() ? "reported" : word(action)),
                reason,
                now);
        if (!failed) {
            // Of one that is only late the ask's own clock decides.
            return "noted";
        }
        if (namesTheAddress(status)) {
            SuppressionStore.add(
                    handle, Channel.EMAIL, message.address(), SuppressionStore.Why.REFUSED, "bounced: " + reason, now);
        }
        int reminders = MailStore.bounced(handle, message.id(), "bounced: " + reason, now);
        return reminders == 0 ? "no news" : "bounced";
    }

    /// A full mailbox and a matter of policy say nothing against the address itself.
    private static boolean namesTheAddress(String status) {
        return !status.startsWith("5.2.2") && !status.startsWith("5.7");
    }

    private static String reason(Inbound report, String status) {
        String said = report.field("Report-Diagnostic-Code").orElse("").replaceFirst("(?i)^\\s*smtp\\s*;\\s*", "");
        String reason = (said.contains(status) ? said : status + " " + said).strip();
        return reason.isEmpty()
                ? "its server gave no reason"
                : reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
    }

    private static String word(String action) {
        return action.replaceAll("[^a-z].*", "");
    }

    private static void audit(Handle handle, MailStore.Message message, String act, String reason, Instant now) {
        Map<String, Object> detail = new HashMap<>(Map.of("message", message.id(), "reason", reason));
        detail.put("address", message.address());
        Audit.record(
                handle,
                new AuditRecord(
                        now,
                        "tickler",
                        act,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(message.recipient()),
                        detail));
    }
}
