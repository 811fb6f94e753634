package org.tickler.engine.dispatch.sms;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.tickler.engine.dispatch.Letter;
import org.tickler.engine.trial.Twilio;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.PersonKind;
import org.tickler.rules.firm.Reach;
import org.tickler.rules.firm.Wants;
import org.tickler.rules.remind.AskId;
import org.tickler.rules.remind.ReminderId;

/// A carrier, the trial Twilio at its other end, and a clock that stands until it is moved.
final class TwilioTrial implements AutoCloseable {
    static final String SID = "AC00000000000000000000000000000001";
    static final String TOKEN = "trial-auth-token";
    static final String FIRM = "+12125550100";
    static final String MARA = "+12125550101";
    static final URI PUBLIC = URI.create("https://tickler.firm.example");
    private static final Instant START = Instant.parse("2026-11-20T14:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    final InstantSource clock = now::get;
    final Twilio twilio = Twilio.start(SID, TOKEN, clock);
    final SmsCarrier carrier = carrier(twilio.baseUrl(), Duration.ofSeconds(1));

    SmsCarrier carrier(URI baseUrl, Duration patience) {
        return new SmsCarrier(new TwilioAccount(SID, TOKEN, FIRM, PUBLIC, Optional.of(baseUrl), patience), clock);
    }

    Instant now() {
        return now.get();
    }

    void pass(Duration time) {
        now.updateAndGet(at -> at.plus(time));
    }

    static Letter letter(String text, Optional<String> code) {
        return new Letter(
                "M-1",
                Channel.SMS,
                mara(),
                MARA,
                new Letter.Words("", text, Optional.empty()),
                List.of(),
                List.of(new Letter.Line(
                        new ReminderId("R-" + "0".repeat(20)),
                        new AskId("A-" + "0".repeat(20)),
                        code,
                        Optional.empty(),
                        Optional.empty())));
    }

    static Person mara() {
        return new Person(
                new PersonId("mharper"),
                "Mara Harper",
                PersonKind.STAFF,
                List.of(),
                new Reach(Optional.empty(), Optional.of(MARA), Set.of(), Map.of()),
                ZoneId.of("America/New_York"),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Wants.EACH,
                Optional.empty(),
                START);
    }

    @Override
    public void close() {
        twilio.close();
    }
}
