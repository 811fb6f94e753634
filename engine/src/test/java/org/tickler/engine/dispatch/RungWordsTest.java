package org.tickler.engine.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.engine.Samples;
import org.tickler.engine.SettableClock;
import org.tickler.engine.dispatch.words.Composer;
import org.tickler.engine.dispatch.words.Templates;
import org.tickler.engine.due.Claimer;
import org.tickler.engine.due.DueSweep;
import org.tickler.engine.plan.PlanFixture;
import org.tickler.engine.store.TestDatabase;
import org.tickler.engine.trial.Mailbox;
import org.tickler.engine.trial.ReceivedMail;
import org.tickler.rules.firm.Channel;

/** Words that a rung names as its own, from the rules to the reader. */
class RungWordsTest {
    /** Thursday 5 March 2026, 9:00 in New York: a week before the hearing. */
    private static final Instant WEEK_BEFORE = Instant.parse("2026-03-05T14:00:00Z");

    private static final String WEEK_RUNG = "- at: 7 days before\n        time: \"09:00\"\n        to: [lead";
    private static final String WORDED =
            Samples.RULES.replace(WEEK_RUNG, WEEK_RUNG.replace("before\n", "before\n        template: hearing-prep\n"));
    private static final Map<String, String> OWN = Map.of("hearing-prep.txt", "PREPARE for {{title}}: {{why}}\n");

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    @TempDir
    Path home;

    private final SettableClock clock = new SettableClock(PlanFixture.KNOWN);
    private final Mailbox mailbox = Mailbox.open();
    private PlanFixture firm;

    @BeforeEach
    void plan() {
        assertThat(WORDED).contains("template: hearing-prep");
        firm = new PlanFixture(tests);
        Samples.store(firm.database(), Samples.hearing());
        firm.reconcile(PlanFixture.KNOWN);
        sweep(OWN);
        assertThat(mailbox.mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("Hearing: Hearing on motion to compel"));
    }

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void sendsTheWordsOfTheRung() {
        activate(WORDED);
        clock.set(WEEK_BEFORE);
        sweep(OWN);
        assertThat(texts())
                .hasSize(2)
                .allSatisfy(text -> assertThat(text)
                        .contains("PREPARE for Hearing on motion to compel: 7 days before")
                        .doesNotContain("Hearing: "));
    }

    @Test
    void changesNeitherScheduleNorWhatWasSentForOtherWords() {
        List<String> before = schedule();
        activate(WORDED);
        firm.reconcile(clock.instant());
        sweep(OWN);
        assertThat(schedule()).isEqualTo(before);
        assertThat(mailbox.mails()).hasSize(1);
    }

    @Test
    void sendsTheUsualWordsWhereTheRungsOwnAreGone() {
        activate(WORDED);
        clock.set(WEEK_BEFORE);
        sweep(Map.of());
        assertThat(texts())
                .hasSize(2)
                .allSatisfy(text -> assertThat(text).contains("Hearing: Hearing on motion to compel"));
    }

    @Test
    void sendsTheUsualWordsOfWhatIsStillOwedByARungThatIsGone() {
        activate("ladders: []");
        clock.set(WEEK_BEFORE);
        sweep(OWN);
        assertThat(texts())
                .hasSize(2)
                .allSatisfy(text -> assertThat(text).contains("Hearing: Hearing on motion to compel"));
    }

    /** Other rules, before anything is planned by them. */
    private void activate(String rules) {
        clock.advance(Duration.ofDays(1));
        firm.books().activate(Samples.book(rules), "rdiaz", clock.instant());
    }

    /** The facts and the schedule as written, without the audit, which says that other rules are active. */
    private List<String> schedule() {
        return firm.versions().stream().filter(row -> !row.startsWith("audit ")).toList();
    }

    /** What the rung said to its two readers; other reminders left too. */
    private List<String> texts() {
        return mailbox.mails().stream()
                .map(ReceivedMail::text)
                .filter(text -> text.contains("7 days before"))
                .toList();
    }

    private void sweep(Map<String, String> templates) {
        Dispatcher dispatcher = PostOffice.dispatcher(
                firm.database(),
                clock,
                "one",
                PostOffice.byMail(mailbox.port(), clock, home),
                new Composer(Templates.of(templates)),
                () -> Office.of(firm.books().active()));
        new DueSweep(new Claimer(firm.database(), clock), dispatcher::dispatch).run(Channel.EMAIL);
    }
}
