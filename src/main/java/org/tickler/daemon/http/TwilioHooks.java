package org.tickler.daemon.http;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickler.engine.audit.Audit;
import org.tickler.engine.audit.AuditRecord;
import org.tickler.engine.dispatch.sms.TwilioSeal;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.InboundStore;
import org.tickler.rules.firm.Channel;

/// `/hooks/twilio/status` and `/hooks/twilio/message`: what Twilio sends is kept as it came and handled by the next
/// sweep. What does not carry Twilio's seal is refused and written down.
public final class TwilioHooks {

    private static final Logger LOG = LoggerFactory.getLogger(TwilioHooks.class);
    private static final int LONGEST = 64 * 1024;
    private static final int FORGERIES_A_MINUTE = 10;
    private static final String NO_REPLY = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>";

    private final Database database;
    private final TwilioSeal seal;
    private final InstantSource clock;
    private final Throttle forgeries = new Throttle(FORGERIES_A_MINUTE);

    public TwilioHooks(Database database, TwilioSeal seal, InstantSource clock) {
        this.database = database;
        this.seal = seal;
        this.clock = clock;
    }

    /// Adds the hooks to a port's addresses.
    public void addTo(Routes routes) {
        routes.post("/hooks/twilio/status", LONGEST, call -> keep(call, InboundStore.Kind.STATUS));
        routes.post("/hooks/twilio/message", LONGEST, call -> keep(call, InboundStore.Kind.REPLY));
    }

    private Reply keep(Call call, InboundStore.Kind kind) {
        Map<String, String> fields = call.form();
        String address = call.query().isEmpty() ? call.path() : call.path() + "?" + call.query();
        if (!seal.holds(address, fields, call.header(TwilioSeal.HEADER).orElse(""))) {
            return forged(call);
        }
        Optional<String> dedupe = Optional.ofNullable(fields.get("MessageSid"))
                .map(sid ->
                        kind == InboundStore.Kind.REPLY ? sid : sid + " " + fields.getOrDefault("MessageStatus", ""));
        if (dedupe.isEmpty()) {
            return Reply.text(400, "MessageSid is missing.");
        }
        database.inTransaction(
                handle -> InboundStore.keep(handle, Channel.SMS, kind, dedupe.get(), fields, clock.instant()));
        return Reply.of(200, "text/xml; charset=utf-8", NO_REPLY);
    }

    /// A flood of forgeries fills the log's file no faster than the audit's table: after the first few a minute
    /// from one address they are refused in silence.
    private Reply forged(Call call) {
        if (forgeries.allows(call.from())) {
            Instant now = clock.instant();
            LOG.warn("refused a call of {} from {}: it does not carry Twilio's seal", call.path(), call.from());
            database.inTransaction(handle -> {
                Audit.record(
                        handle,
                        AuditRecord.of(
                                now, "tickler", "hook-forged", Map.of("path", call.path(), "from", call.from())));
                return now;
            });
        }
        return Reply.text(403, "The seal does not hold.");
    }
}
