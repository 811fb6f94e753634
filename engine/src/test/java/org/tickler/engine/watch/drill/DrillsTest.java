package org.tickler.engine.watch.drill;

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
import org.tickler.engine.AskFixture;
import org.tickler.engine.Samples;
import org.tickler.engine.SettableClock;
import org.tickler.engine.book.BookKeeper;
import org.tickler.engine.dispatch.PostOffice;
import org.tickler.engine.escalate.Escalator;
import org.tickler.engine.plan.HoldLimits;
import org.tickler.engine.plan.Reconciler;
import org.tickler.engine.store.AgendaReminder;
import org.tickler.engine.store.AgendaStore;
import org.tickler.engine.store.Answer;
import org.tickler.engine.store.AnswerWay;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.TestDatabase;
import org.tickler.engine.trial.Mailbox;
import org.tickler.engine.trial.ReceivedMail;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.remind.AskId;

class DrillsTest {
    private static final Instant MONDAY = Samples.MON_2026_01_05;
    /** Tuesday 13 January 2026, 10:00 in New York: the second Tuesday of the quarter. */
    private static final Instant SECOND_TUESDAY = Instant.parse("2026-01-13T15:00:00Z");

    private static final String RULES = Samples.RULES + """
            drills:
              - {id: quarterly, every: quarter, on: 2nd Tuesday, time: "10:00", matter: H-2291, kind: filing}
            """;

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    @TempDir
    Path home;

    private final SettableClock clock = new SettableClock(MONDAY);
    private final Mailbox mailbox = Mailbox.open();
    private Database database;
    private BookKeeper books;
    private Drills drills;

    @BeforeEach
    void begin() {
        database = tests.database();
        books = new BookKeeper(database);
        books.activate(Samples.book(RULES), "rdiaz", MONDAY);
        Samples.store(database);
        drills = new Drills(database, clock, books, new Reconciler(database, books, HoldLimits.USUAL));
        live(MONDAY);
    }

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void climbsTheRealLadderAndEveryMessageSaysThatItIsADrill() {
        live(SECOND_TUESDAY.minusSeconds(60));
        assertThat(mailbox.mails()).isEmpty();
        live(SECOND_TUESDAY);
        assertThat(mailbox.mailsTo("jlin@firm.example")).hasSize(1).allSatisfy(DrillsTest::saysDrill);
        live(SECOND_TUESDAY.plus(Duration.ofHours(25)));
        assertThat(mailbox.mailsTo("mharper@firm.example"))
                .as("nobody answered within a business day")
                .hasSize(1)
                .allSatisfy(DrillsTest::saysDrill);
    }

    @Test
    void writesDownWhoAnsweredWithinWhatTimeAndWhoWasSilent() {
        live(SECOND_TUESDAY);
        live(SECOND_TUESDAY.plus(Duration.ofHours(25)));
        AskId supervisor = new AskId(PostOffice.texts(database, "SELECT id FROM ask WHERE asked = 'mharper'")
                .getFirst());
        clock.advance(Duration.ofMinutes(12));
        AskFixture.desk(database, books, clock, home)
                .record(supervisor, Answer.HAVE_IT, Samples.MHARPER, AnswerWay.PAGE, clock.instant());
        live(SECOND_TUESDAY.plus(Duration.ofHours(48)));
        assertThat(PostOffice.texts(database, """
                        SELECT one ->> 'person' || ' ' || coalesce(one ->> 'minutes', 'silent')
                        FROM audit, jsonb_array_elements(detail -> 'result' -> 'asked') one WHERE act = 'drill-ended'""")).contains("jlin silent");
        assertThat(drills.held())
                .singleElement()
                .satisfies(held -> assertThat(held.ended()).isPresent());
        assertThat(PostOffice.texts(database, "SELECT status FROM entry")).containsExactly("cancelled");
        assertThat(mailbox.mails()).allSatisfy(DrillsTest::saysDrill);
    }

    @Test
    void beginsWhenSomebodySaysSoAndStandsOnNoAgenda() {
        assertThat(drills.begin(books.active().rulebook().habits().drills().getFirst(), "rdiaz"))
                .isInstanceOf(Drills.Begun.Began.class);
        AgendaStore.Days always = new AgendaStore.Days(Optional.empty(), Optional.empty());
        List<Entry> entries = database.withHandle(handle -> AgendaStore.entries(handle, always, Optional.empty()));
        List<AgendaReminder> reminders =
                database.withHandle(handle -> AgendaStore.reminders(handle, always, Optional.empty()));
        assertThat(entries).isEmpty();
        assertThat(reminders).isEmpty();
        assertThat(PostOffice.count(database, "reminder")).isPositive();
    }

    @Test
    void isHeldOnceAQuarterHoweverManyProcessesThereAre() {
        live(SECOND_TUESDAY);
        new Drills(database, clock, books, new Reconciler(database, books, HoldLimits.USUAL)).sweep();
        live(SECOND_TUESDAY.plus(Duration.ofDays(60)));
        assertThat(drills.held()).hasSize(1);
        live(Instant.parse("2026-04-14T14:00:00Z"));
        assertThat(drills.held()).hasSize(2);
    }

    private static void saysDrill(ReceivedMail mail) {
        assertThat(mail.header("Subject").orElseThrow()).startsWith("DRILL: ");
        assertThat(mail.text().lines().findFirst().orElseThrow())
                .isEqualTo("THIS IS A DRILL. Nothing is due; answer as you would.");
        assertThat(mail.html()).contains("THIS IS A DRILL.");
    }

    private void live(Instant at) {
        clock.set(at);
        drills.sweep();
        for (String step : List.of("send", "escalate", "send again")) {
            PostOffice.sweep(database, clock, PostOffice.byMail(mailbox.port(), clock, home))
                    .run();
            if (step.equals("escalate")) {
                new Escalator(database, books, clock).sweep();
            }
        }
    }
}
