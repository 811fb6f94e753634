package org.tickler.engine.watch.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.engine.Samples;
import org.tickler.engine.SettableClock;
import org.tickler.engine.book.BookKeeper;
import org.tickler.engine.dispatch.PostOffice;
import org.tickler.engine.store.Change;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.SuppressionStore;
import org.tickler.engine.store.TestDatabase;
import org.tickler.engine.trial.Mailbox;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.MatterId;

class GuardWatchTest {
    /** Monday 5 January 2026, 9:00 in New York. */
    private static final Instant MONDAY = Samples.MON_2026_01_05;
    /** Half past seven on the next two mornings. */
    private static final Instant TUESDAY = Instant.parse("2026-01-06T12:30:00Z");

    private static final Instant WEDNESDAY = Instant.parse("2026-01-07T12:30:00Z");

    private static final String RULES = Samples.RULES + """
            watches:
              - {id: no-next-step, watch: no-open-entry, every: business day, to: paralegal}
              - {id: last-days, watch: no-limitation, every: business day, to: [paralegal, supervising-attorney]}
              - {id: reach, watch: no-channel, every: week, to: docket-clerk}
            """;

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    @TempDir
    Path home;

    private final SettableClock clock = new SettableClock(MONDAY);
    private final Mailbox mailbox = Mailbox.open();
    private Database database;
    private BookKeeper books;
    private GuardWatch guards;

    @BeforeEach
    void begin() {
        database = tests.database();
        books = new BookKeeper(database);
        books.activate(Samples.book(RULES), "rdiaz", MONDAY);
        Samples.store(database);
        guards = new GuardWatch(database, clock, books);
    }

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void tellsEachPersonOnceOfAllThatIsNew() {
        look(MONDAY);
        assertThat(mailbox.mails()).as("their time is in the morning").isEmpty();
        look(TUESDAY);
        assertThat(mailbox.mailsTo("rdiaz@firm.example"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text())
                        .contains(
                                "H-2291 is open and has no next step. Remedy:",
                                "H-2291 has no last day to sue. Remedy:"));
        assertThat(mailbox.mailsTo("mharper@firm.example"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text())
                        .contains("H-2291 has no last day to sue")
                        .doesNotContain("next step"));
        look(TUESDAY);
        look(WEDNESDAY);
        assertThat(mailbox.mails()).as("what is known is not told each morning").hasSize(2);
        look(TUESDAY.plus(Duration.ofDays(7)));
        assertThat(mailbox.mails()).as("what is open for a week is").hasSize(4);
    }

    /** Clocks went forward on 8 March 2026, so that the week had an hour less. */
    @Test
    void tellsAgainAfterTheWeekInWhichClocksGoForward() {
        look(Instant.parse("2026-03-02T20:00:00Z"));
        look(Instant.parse("2026-03-03T12:30:00Z"));
        assertThat(mailbox.mails()).hasSize(2);
        look(Instant.parse("2026-03-09T11:30:00Z"));
        assertThat(mailbox.mails()).as("six days are no week").hasSize(2);
        look(Instant.parse("2026-03-10T11:30:00Z"));
        assertThat(mailbox.mails()).hasSize(4);
    }

    @Test
    void keepsSinceWhenItIsMissingAndThatItIsNoMore() {
        look(MONDAY);
        look(TUESDAY);
        look(WEDNESDAY);
        assertThat(findings())
                .containsExactly("last-days 2026-01-06 2026-01-07 open", "no-next-step 2026-01-06 2026-01-07 open");
        add(EntryKind.LIMITATION);
        look(WEDNESDAY.plus(Duration.ofDays(1)));
        assertThat(findings())
                .containsExactly(
                        "last-days 2026-01-06 2026-01-07 2026-01-08", "no-next-step 2026-01-06 2026-01-07 2026-01-08");
        assertThat(guards.look(Optional.empty())).isEmpty();
    }

    @Test
    void findsWhomNoMessageReaches() {
        database.inTransaction(handle -> SuppressionStore.add(
                handle, Channel.SMS, "+12125550102", SuppressionStore.Why.OPTED_OUT, "replied STOP", MONDAY));
        assertThat(guards.look(Optional.empty()))
                .extracting(found -> found.finding().sentence())
                .contains("John Lin (jlin): sms does not work: replied STOP");
    }

    @Test
    void tellsOfTheDocketClerksOwnDeadMailboxByAnotherChannel() {
        refused(Channel.EMAIL, "rdiaz@firm.example");
        weekly();
        assertThat(told()).containsExactly("rdiaz sms");
    }

    @Test
    void tellsASupervisingAttorneyWhereNoChannelOfTheDocketClerkAndLastResortWorks() {
        refused(Channel.EMAIL, "rdiaz@firm.example");
        refused(Channel.SMS, "+12125550103");
        weekly();
        assertThat(told()).containsExactly("mharper email");
    }

    private void refused(Channel channel, String address) {
        database.inTransaction(handle ->
                SuppressionStore.add(handle, channel, address, SuppressionStore.Why.REFUSED, "no such user", MONDAY));
    }

    /** Lets the weekly guard look. */
    private void weekly() {
        look(MONDAY);
        look(MONDAY.plus(Duration.ofDays(8)));
    }

    /** Who is told of Rosa Diaz, by which channel. */
    private List<String> told() {
        return PostOffice.texts(
                database,
                "SELECT recipient || ' ' || channel FROM reminder WHERE purpose = 'alarm' AND why LIKE 'Rosa Diaz (rdiaz): %'"
                        + " ORDER BY 1");
    }

    @Test
    void showsNobodyAMatterThatThePersonMayNotSee() {
        database.inTransaction(
                handle -> handle.execute("UPDATE matter SET body = jsonb_set(body, '{walled-off}', '[\"mharper\"]')"));
        assertThat(guards.look(Optional.of(Samples.MHARPER))).isEmpty();
        look(MONDAY);
        look(TUESDAY);
        assertThat(mailbox.mailsTo("mharper@firm.example")).isEmpty();
        assertThat(mailbox.mailsTo("rdiaz@firm.example")).hasSize(1);
    }

    @Test
    void tellsSomebodyWhoMaySeeWhereNeitherTheMeantNorTheLastResortMay() {
        database.inTransaction(handle ->
                handle.execute("UPDATE matter SET body = jsonb_set(body, '{walled-off}', '[\"mharper\", \"rdiaz\"]')"));
        look(MONDAY);
        look(TUESDAY);
        assertThat(mailbox.mailsTo("mharper@firm.example")).isEmpty();
        assertThat(mailbox.mailsTo("rdiaz@firm.example")).isEmpty();
        assertThat(mailbox.mailsTo("jlin@firm.example"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("H-2291"));
    }

    @Test
    void makesNoFloodOfAHundredMatters() {
        database.inTransaction(handle -> {
            for (int number = 0; number < 100; number++) {
                MatterStore.save(handle, Samples.matter(new MatterId("M-" + number)));
            }
            return null;
        });
        look(MONDAY);
        look(TUESDAY);
        assertThat(mailbox.mailsTo("rdiaz@firm.example"))
                .singleElement()
                .satisfies(mail ->
                        assertThat(mail.text()).contains("And 183 more findings; tickler guards lists them all."));
    }

    @Test
    void forgetsAGuardThatTheRulesHaveNoMore() {
        look(MONDAY);
        look(TUESDAY);
        books.activate(Samples.book(), "rdiaz", TUESDAY);
        look(WEDNESDAY);
        assertThat(findings()).allMatch(finding -> finding.endsWith("2026-01-07"));
        assertThat(PostOffice.count(database, "appointment")).isZero();
    }

    private void add(EntryKind kind) {
        database.inTransaction(handle -> {
            EntryStore.insert(
                    handle,
                    List.of(Samples.entry(
                            Samples.ACME_V_BOLT,
                            "new",
                            kind,
                            "Last day to sue",
                            Samples.filing().when())),
                    Change.loaded("docket", MONDAY));
            return null;
        });
    }

    private void look(Instant at) {
        clock.set(at);
        guards.sweep();
        PostOffice.sweep(database, clock, PostOffice.byMail(mailbox.port(), clock, home))
                .run();
    }

    private List<String> findings() {
        return PostOffice.texts(database, """
                SELECT guard || ' ' || first_seen::date || ' ' || last_seen::date || ' '
                    || coalesce(cleared_at::date::text, 'open') FROM finding ORDER BY 1""");
    }
}
