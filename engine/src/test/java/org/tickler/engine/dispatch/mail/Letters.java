package org.tickler.engine.dispatch.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tickler.engine.dispatch.Letter;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.PersonKind;
import org.tickler.rules.firm.Reach;
import org.tickler.rules.firm.Wants;
import org.tickler.rules.remind.Ask;

/** Letters and settings for the tests of mail. */
final class Letters {
    static final Instant NOW = Instant.parse("2026-03-06T14:00:00Z");
    static final InstantSource CLOCK = InstantSource.fixed(NOW);
    static final String FROM = "Tickler <tickler@firm.example>";

    private Letters() {}

    static Letter plain() {
        return with("mharper@firm.example", "Filing due Tue, Mar 10, 2026", List.of());
    }

    static Letter with(String address, String subject, List<String> thread) {
        Ask ask = new Ask(new EntryId("E-answer"), 1, "court-deadline", "7-days-before", new PersonId("mharper"), 0);
        return new Letter(
                "M-7k3f9a2bqx",
                Channel.EMAIL,
                reader("Mara Harper", address),
                address,
                new Letter.Words(subject, "Filing due Tuesday – naïve café.\n", Optional.of("<p>Filing due</p>\n")),
                thread,
                List.of(new Letter.Line(
                        ask.on(Channel.EMAIL), ask.id(), Optional.empty(), Optional.empty(), Optional.empty())));
    }

    static Letter readBy(String name) {
        Letter letter = plain();
        return new Letter(
                letter.messageId(),
                letter.channel(),
                reader(name, letter.address()),
                letter.address(),
                letter.words(),
                letter.thread(),
                letter.lines());
    }

    static MailSettings settings(int port, MailLogin login) {
        return settings(new MailSettings.Server("127.0.0.1", port, MailSettings.Tls.NONE), login);
    }

    static MailSettings settings(MailSettings.Server server, MailLogin login) {
        return new MailSettings(
                server,
                login,
                FROM,
                Optional.of("docket@firm.example"),
                Optional.empty(),
                MailSettings.Limits.USUAL,
                new MailSettings.Timeouts(
                        Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(10)));
    }

    private static Person reader(String name, String address) {
        return new Person(
                new PersonId("mharper"),
                name,
                PersonKind.STAFF,
                List.of(),
                new Reach(Optional.of(address), Optional.empty(), Set.of(), Map.of()),
                ZoneId.of("America/New_York"),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Wants.EACH,
                Optional.empty(),
                NOW);
    }
}
