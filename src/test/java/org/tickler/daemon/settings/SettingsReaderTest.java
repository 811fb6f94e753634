package org.tickler.daemon.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.WorkingHours;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.SourceText;
import org.tickler.engine.dispatch.mail.MailLogin;
import org.tickler.engine.dispatch.mail.MailSettings;
import org.tickler.engine.docket.DateForm;
import org.tickler.engine.docket.Mapping;
import org.tickler.engine.inmail.ImapSettings;
import org.tickler.engine.webhook.Webhook;
import org.tickler.engine.webhook.WebhookEvent;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.firm.PersonId;

class SettingsReaderTest {
    private static final String LEAST = """
            firm: Harper & Lin LLP
            zone: America/New_York
            hours: "Mon-Fri 09:00-17:30"
            last-resort: rdiaz
            """;

    @TempDir
    Path home;

    private final Problems problems = new Problems();

    @BeforeEach
    void keepASecret() throws IOException {
        Files.writeString(home.resolve("secret"), "s3cret\nnot this line\n");
        home.resolve("secret").toFile().setReadable(false, false);
        home.resolve("secret").toFile().setReadable(true, true);
    }

    private Settings read(Map<String, String> environment, String yaml) {
        Optional<Settings> settings =
                new SettingsReader(home, environment).read(new SourceText("tickler.yaml", yaml), problems);
        assertThat(problems.toString()).isEmpty();
        return settings.orElseThrow();
    }

    private Settings read(String yaml) {
        return read(Map.of(), LEAST + yaml);
    }

    @Test
    void readsTheLeastThatAFirmMustSay() {
        Settings settings = read("");

        assertThat(settings.firm().name()).isEqualTo("Harper & Lin LLP");
        assertThat(settings.zone()).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(settings.firm().hours()).isEqualTo(WorkingHours.parse("Mon-Fri 09:00-17:30"));
        assertThat(settings.firm().lastResort()).isEqualTo(new PersonId("rdiaz"));
    }

    @Test
    void readsWhoHearsOfEvents() {
        List<Webhook> hooks = read("""
                webhooks:
                  - name: intake
                    url: "https://intake.firm.example/tickler?key=1"
                    secret-file: secret
                  - {name: board, url: "http://127.0.0.1:9000/", secret-file: secret, events: [told, moved], as: jlin, detail: full}
                """).webhooks();

        assertThat(hooks).extracting(Webhook::name).containsExactly("intake", "board");
        assertThat(hooks.getFirst().secret().get()).isEqualTo("s3cret");
        assertThat(hooks.getFirst().events()).containsExactlyInAnyOrder(WebhookEvent.values());
        assertThat(hooks.getFirst().detail()).isEqualTo(Webhook.Detail.IDS);
        assertThat(hooks.getLast().events()).containsExactlyInAnyOrder(WebhookEvent.TOLD, WebhookEvent.MOVED);
        assertThat(hooks.getLast().viewer()).contains(new PersonId("jlin"));
        assertThat(hooks.toString()).doesNotContain("s3cret", "key=1");
    }

    @Test
    void refusesAWebhookThatWouldTellTooMuchOrInTheClear() {
        new SettingsReader(home, Map.of()).read(new SourceText("tickler.yaml", LEAST + """
                webhooks:
                  - {name: one, url: "http://intake.firm.example/", secret-file: secret}
                  - {name: two, url: "https://intake.firm.example/", secret-file: secret, detail: full}
                  - {name: three, url: "https://intake.firm.example/", secret: s3cret}
                  - {name: four, url: "https://intake.firm.example/", secret-file: secret, events: tolled}
                """), problems);

        assertThat(problems.toString())
                .contains(
                        "would travel in the clear; use https",
                        "add \"as: PERSON\"",
                        "secret does not belong in this file")
                .contains("there is no event \"tolled\"", "did you mean \"told\"?");
    }

    @Test
    void hasADefaultForAllElse() {
        Settings settings = read("");

        assertThat(settings.firm().calendar()).isEmpty();
        assertThat(settings.database()).isEmpty();
        assertThat(settings.mail()).isEmpty();
        assertThat(settings.sms()).isEmpty();
        assertThat(settings.imap()).isEmpty();
        assertThat(settings.heartbeat()).isEmpty();
        assertThat(settings.http())
                .isEqualTo(new Settings.Http(
                        InetSocketAddress.createUnresolved("127.0.0.1", 8080),
                        URI.create("http://127.0.0.1:8080"),
                        Set.of()));
        assertThat(settings.ops()).isEqualTo(InetSocketAddress.createUnresolved("127.0.0.1", 8081));
        assertThat(settings.limits()).isEqualTo(new Settings.Limits(100, 20));
    }

    @Test
    void hasDefaultsForMail() {
        MailSettings mail = read("mail: {host: smtp.firm.example, from: tickler@firm.example}\n")
                .mail()
                .orElseThrow();

        assertThat(mail.server())
                .isEqualTo(new MailSettings.Server("smtp.firm.example", 587, MailSettings.Tls.STARTTLS));
        assertThat(mail.login()).isEqualTo(new MailLogin.None());
        assertThat(mail.replyTo()).isEmpty();
        assertThat(mail.ehlo()).isEmpty();
        assertThat(mail.limits()).isEqualTo(MailSettings.Limits.USUAL);
        assertThat(mail.timeouts()).isEqualTo(MailSettings.Timeouts.USUAL);
    }

    @Test
    void usesThePortOfTlsFromTheFirstByte() {
        assertThat(read("mail: {host: smtp.firm.example, tls: implicit, from: tickler@firm.example}\n")
                        .mail()
                        .orElseThrow()
                        .server()
                        .port())
                .isEqualTo(465);
    }

    @Test
    void readsEveryKeyOfMail() {
        MailSettings mail = read("""
                mail:
                  host: 127.0.0.1
                  port: 2525
                  tls: none
                  from: "Tickler <tickler@firm.example>"
                  reply-to: docket@firm.example
                  ehlo: tickler.firm.example
                  user: tickler
                  auth: password
                  password-file: secret
                  connections: 2
                  per-minute: 30
                """).mail().orElseThrow();

        assertThat(mail.server()).isEqualTo(new MailSettings.Server("127.0.0.1", 2525, MailSettings.Tls.NONE));
        assertThat(mail.from()).isEqualTo("Tickler <tickler@firm.example>");
        assertThat(mail.replyTo()).contains("docket@firm.example");
        assertThat(mail.ehlo()).contains("tickler.firm.example");
        assertThat(mail.login()).isInstanceOfSatisfying(MailLogin.Password.class, login -> {
            assertThat(login.user()).isEqualTo("tickler");
            assertThat(login.secret().get()).isEqualTo("s3cret");
        });
        assertThat(mail.limits().connections()).isEqualTo(2);
        assertThat(mail.limits().perMinute()).contains(30);
    }

    @Test
    void readsMailByAccessTokens() {
        MailSettings mail = read("""
                mail:
                  host: smtp.firm.example
                  from: tickler@firm.example
                  user: tickler@firm.example
                  auth: xoauth2
                  oauth:
                    token-url: https://login.example/token
                    client-id: tickler
                    client-secret-file: secret
                    refresh-token-file: secret
                    scope: https://mail.example/.default
                """).mail().orElseThrow();

        assertThat(mail.login()).isInstanceOfSatisfying(MailLogin.OAuth.class, login -> {
            assertThat(login.user()).isEqualTo("tickler@firm.example");
            assertThat(login.source().tokenUrl()).isEqualTo(URI.create("https://login.example/token"));
            assertThat(login.source().clientId()).isEqualTo("tickler");
            assertThat(login.source().clientSecret().get()).isEqualTo("s3cret");
            assertThat(login.source().refreshToken().orElseThrow().get()).isEqualTo("s3cret");
            assertThat(login.source().scope()).contains("https://mail.example/.default");
        });
    }

    @Test
    void readsEveryOtherKey() {
        Settings settings = read("""
                calendar: us-federal
                database:
                  url: "jdbc:postgresql://db.firm.example/tickler"
                  user: tickler
                  password-file: secret
                  owner: tickler_owner
                  owner-password-file: secret
                sms:
                  account-sid: AC0123456789
                  auth-token-file: secret
                  from: "+12125550100"
                  base-url: "http://127.0.0.1:4010"
                http:
                  address: 0.0.0.0
                  port: 80
                  public-url: "https://tickler.firm.example"
                  trusted-proxies: [127.0.0.1, "::1"]
                ops:
                  address: 10.0.0.5
                  port: 9090
                imap:
                  host: imap.firm.example
                  port: 1993
                  user: tickler
                  password-file: secret
                heartbeat:
                  url: "https://monitor.example/1"
                  every: 1 minute
                limits:
                  hold-over: 500
                  hold-over-clients: 5
                """);

        Secret secret = new Secret.InFile(home.resolve("secret"));
        Settings.Login login = new Settings.Login("tickler", secret);
        assertThat(settings.firm().calendar()).contains(new CalendarId("us-federal"));
        assertThat(settings.database())
                .contains(new Settings.Database(
                        "jdbc:postgresql://db.firm.example/tickler",
                        login,
                        Optional.of(new Settings.Login("tickler_owner", secret))));
        assertThat(settings.sms())
                .contains(new Settings.Sms(
                        "AC0123456789", secret, "+12125550100", Optional.of(URI.create("http://127.0.0.1:4010"))));
        assertThat(settings.http())
                .isEqualTo(new Settings.Http(
                        InetSocketAddress.createUnresolved("0.0.0.0", 80),
                        URI.create("https://tickler.firm.example"),
                        Set.of("127.0.0.1", "::1")));
        assertThat(settings.ops()).isEqualTo(InetSocketAddress.createUnresolved("10.0.0.5", 9090));
        assertThat(settings.imap())
                .contains(new ImapSettings(
                        new MailSettings.Server("imap.firm.example", 1993, MailSettings.Tls.IMPLICIT),
                        new MailLogin.Password("tickler", secret),
                        "INBOX"));
        assertThat(settings.heartbeat())
                .contains(new Settings.Heartbeat(URI.create("https://monitor.example/1"), Duration.ofMinutes(1)));
        assertThat(settings.limits()).isEqualTo(new Settings.Limits(500, 5));
    }

    @Test
    void readsHowOtherProgramsExportsAreToBeRead() {
        Mapping mapping = read("""
                mappings:
                  - name: clio
                    files: clio-*.csv
                    dates: MM/dd/yyyy
                    times: h:mm a
                    delimiter: semicolon
                    columns: {date: Start Date}
                    fixed: {zone: America/New_York}
                    words: {kind: {Court Appearance: hearing}}
                    dated: {column: SOL, kind: limitation, title: Last day to sue, event: accident}
                    create-matters: yes
                """).mappings().getFirst();

        assertThat(mapping)
                .isEqualTo(new Mapping(
                        "clio",
                        Optional.of("clio-*.csv"),
                        Map.of("date", "Start Date"),
                        new Mapping.Layout(new DateForm("MM/dd/yyyy", "h:mm a"), Optional.of(';')),
                        Map.of("zone", "America/New_York"),
                        Map.of("kind", Map.of("Court Appearance", "hearing")),
                        List.of(new Mapping.DatedColumn(
                                "SOL", EntryKind.LIMITATION, "Last day to sue", Optional.of("accident"))),
                        true));
        assertThat(read("mappings: {name: clio}\n").mappings().getFirst().layout())
                .isEqualTo(Mapping.Layout.USUAL);
        assertThat(read("").mappings()).isEmpty();
    }

    @Test
    void putsAVariableAboveTheFile() {
        Settings settings = read(
                Map.of("TICKLER_HTTP_PORT", "18080", "TICKLER_LAST_RESORT", "jlin", "TICKLER_OPS_PORT", "18081"),
                LEAST + "http: {port: 80}\n");

        assertThat(settings.http().address().getPort()).isEqualTo(18_080);
        assertThat(settings.ops().getPort()).isEqualTo(18_081);
        assertThat(settings.firm().lastResort()).isEqualTo(new PersonId("jlin"));
    }

    @Test
    void takesASecretFromAVariable() {
        Settings settings = read(
                Map.of("TICKLER_SMS_AUTH_TOKEN", "t0ken"),
                LEAST + "sms: {account-sid: AC0123456789, from: \"+12125550100\"}\n");

        assertThat(settings.sms().orElseThrow().authToken().get()).isEqualTo("t0ken");
    }

    @Test
    void neverPrintsASecret() {
        Settings settings = read(Map.of("TICKLER_SMS_AUTH_TOKEN", "t0ken"), LEAST + """
                sms: {account-sid: AC0123456789, from: "+12125550100"}
                mail: {host: smtp.firm.example, from: tickler@firm.example, user: tickler, password-file: secret}
                database: {url: "jdbc:postgresql://db/tickler", user: tickler, password-file: secret}
                """);

        assertThat(settings.toString()).doesNotContain("t0ken", "s3cret");
        assertThat(EffectiveSettings.lines(settings).toString())
                .doesNotContain("t0ken", "s3cret")
                .contains("(secret, in variable TICKLER_SMS_AUTH_TOKEN)", "(secret, in file " + home.resolve("secret"));
    }
}
