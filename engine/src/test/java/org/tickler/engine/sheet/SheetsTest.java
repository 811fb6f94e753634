package org.tickler.engine.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickler.engine.sheet.SheetFixture.MORNING;
import static org.tickler.engine.sheet.SheetFixture.SECOND_DOCKET;
import static org.tickler.engine.sheet.SheetFixture.WEEK;
import static org.tickler.engine.sheet.SheetFixture.at;
import static org.tickler.engine.sheet.SheetFixture.task;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.calendars.ics.IcsContent;
import org.tickler.calendars.ics.IcsLimits;
import org.tickler.calendars.ics.IcsReader;
import org.tickler.calendars.ics.IcsWindow;
import org.tickler.engine.Samples;
import org.tickler.engine.dispatch.PostOffice;
import org.tickler.engine.store.Json;
import org.tickler.engine.store.TestDatabase;
import org.tickler.engine.trial.ReceivedMail;
import org.tickler.engine.watch.guard.GuardWatch;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.When;
import org.tickler.rules.firm.Leave;
import org.tickler.rules.firm.Wants;
import org.tickler.rules.remind.PlannedReminder;

/** Morning sheets, weekly sheets and the second docket, with a real mail server at the end. */
class SheetsTest {
    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    @TempDir
    Path home;

    private SheetFixture firm;

    private SheetFixture open(String now, String... sheets) {
        firm = new SheetFixture(tests.database(), home, now, sheets);
        return firm;
    }

    @AfterEach
    void close() {
        firm.close();
    }

    @Test
    void comesAtEachReadersOwnHourAlsoAcrossAClockChange() {
        open("2026-03-05T12:00", MORNING);
        firm.sendToLondon();
        firm.until("2026-03-10T12:00");
        // the clocks of New York went on on Sunday, those of London did not
        assertThat(firm.sent("morning", "rdiaz"))
                .containsExactly(at("2026-03-06T12:30:00Z"), at("2026-03-09T11:30:00Z"), at("2026-03-10T11:30:00Z"));
        assertThat(firm.sent("morning", "jlin"))
                .containsExactly(at("2026-03-06T07:30:00Z"), at("2026-03-09T07:30:00Z"), at("2026-03-10T07:30:00Z"));
    }

    @Test
    void owesNothingFromBeforeItWasARule() {
        open("2026-03-05T12:00", MORNING);
        firm.until("2026-03-05T23:00");
        assertThat(firm.mailbox().mails()).isEmpty();
    }

    @Test
    void comesOnceHoweverManyProcessesSweepAndHoweverOften() throws Exception {
        open("2026-03-05T12:00", MORNING);
        firm.clock().set(at("2026-03-06T07:30"));
        List<Callable<Integer>> sweeps = new ArrayList<>();
        for (int node = 0; node < 6; node++) {
            SheetSweep sweep = new SheetSweep(firm.database(), firm.books(), firm.clock());
            sweeps.add(sweep::sweep);
        }
        int made = 0;
        try (ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : nodes.invokeAll(sweeps)) {
                made += one.get();
            }
        }
        firm.sweep();
        firm.sweep();
        assertThat(made).isEqualTo(3);
        assertThat(firm.mailbox().mails()).hasSize(3);
        assertThat(firm.texts("SELECT act FROM audit WHERE act = 'sheet-made'")).hasSize(3);
    }

    @Test
    void tellsWhoeverIsToHearOfItWhatTheGuardsFindMissing() {
        open(
                "2026-03-05T12:00",
                MORNING,
                "watches:\n  - {id: no-next-step, watch: no-open-entry, every: business day, time: \"07:00\", to: lead-attorney}\n");
        new GuardWatch(firm.database(), firm.clock(), firm.books()).sweep();
        firm.clock().set(at("2026-03-06T07:20"));
        new GuardWatch(firm.database(), firm.clock(), firm.books()).sweep();
        firm.until("2026-03-06T08:00");
        assertThat(firm.mailsTo("jlin").stream().map(ReceivedMail::text).filter(text -> text.contains("Morning sheet")))
                .singleElement()
                .asString()
                .containsSubsequence("WHAT IS MISSING", "H-2291", "remedy:", "THE NEXT SEVEN DAYS");
        assertThat(firm.mailsTo("mharper").getFirst().text()).doesNotContain("WHAT IS MISSING");
    }

    @Test
    void oneThatCannotBeMadeIsAnAlarmAndTheOthersAreMade() {
        open("2026-03-05T12:00", MORNING);
        Entry far = task("far", "A trial", "2027-06-01");
        firm.store(far);
        PostOffice.plan(firm.database(), PostOffice.asking(far, "long before", Samples.JLIN, at("2026-03-06T06:00")));
        firm.until("2026-03-06T06:30");
        firm.database()
                .inTransaction(handle -> handle.createUpdate("UPDATE entry SET kind = 'riddle' WHERE id = :id")
                        .bind("id", far.id().value())
                        .execute());
        firm.until("2026-03-06T08:00");
        assertThat(firm.sent("morning", "jlin")).isEmpty();
        assertThat(firm.sent("morning", "mharper")).hasSize(1);
        assertThat(firm.sent("morning", "rdiaz")).hasSize(1);
        assertThat(firm.mailsTo("rdiaz").stream()
                        .filter(mail -> mail.text()
                                .contains("The morning sheet morning of 2026-03-06 for jlin could not be made")))
                .hasSize(1);
    }

    @Test
    void comesOnceAndLateAfterAnOutage() {
        open("2026-03-03T12:00", MORNING);
        firm.outageUntil("2026-03-06T10:30");
        assertThat(firm.mailsTo("jlin")).hasSize(1);
        assertThat(firm.mailsTo("jlin").getFirst().text())
                .contains("Morning sheet, Friday, March 6, 2026", "This sheet is late by 3 hours.");
    }

    @Test
    void isNotMadeForADayThatIsOver() {
        open("2026-03-03T12:00", MORNING);
        firm.outageUntil("2026-03-06T03:00");
        assertThat(firm.mailbox().mails()).isEmpty();
    }

    @Test
    void saysSoWhereThereIsNothing() {
        open("2026-03-05T12:00", MORNING);
        firm.until("2026-03-06T08:00");
        ReceivedMail mail = firm.mailsTo("jlin").getFirst();
        assertThat(mail.header("Subject").orElse("")).isEqualTo("Morning sheet, Friday, March 6, 2026: nothing today");
        assertThat(mail.text())
                .containsSubsequence("Nothing today.", "TODAY", "Nothing.", "THE NEXT SEVEN DAYS", "Nothing.");
        assertThat(mail.html()).contains("Nothing.");
    }

    @Test
    void tellsOfTodayTheWeekAndWhatIsOverdueOfTheReadersOwnMatters() {
        open("2026-03-05T12:00", MORNING);
        firm.store(
                Samples.hearing(),
                task("late", "Send the bundle", "2026-03-02"),
                task("now", "Call the expert", "2026-03-06"));
        firm.until("2026-03-06T08:00");
        assertThat(firm.mailsTo("jlin").getFirst().text())
                .contains("1 today, 1 overdue, 1 in the next seven days.")
                .containsSubsequence(
                        "TODAY", "Fri, Mar 6, 2026: Task: Call the expert (H-2291 Acme Corp. v. Bolt LLC)",
                        "OVERDUE", "Task: Send the bundle",
                        "THE NEXT SEVEN DAYS", "9:30 AM EDT: Hearing on motion to compel");
        // nobody's matter of hers
        assertThat(firm.mailsTo("mharper").getFirst().text()).contains("Nothing today.");
    }

    @Test
    void isOnePageAndCountsWhatItDoesNotShow() {
        open("2026-03-05T12:00", MORNING);
        for (int number = 1; number <= 24; number++) {
            firm.store(task("t" + number, "Task " + number, "2026-03-06"));
        }
        firm.until("2026-03-06T08:00");
        assertThat(firm.mailsTo("jlin").getFirst().text()).contains("24 today", "and 12 more");
    }

    @Test
    void asksAgainForWhatWaitsWithItsLinkAndCodeAndKeepsNoToken() {
        open("2026-03-05T12:00", MORNING);
        firm.store(Samples.hearing());
        PostOffice.plan(
                firm.database(),
                PostOffice.asking(Samples.hearing(), "7 days before", Samples.JLIN, at("2026-03-05T13:00")));
        firm.until("2026-03-06T08:00");
        ReceivedMail asked = firm.mailsTo("jlin").getFirst();
        ReceivedMail sheet = firm.mailsTo("jlin").getLast();
        String link = asked.text()
                .lines()
                .filter(line -> line.contains("https://"))
                .map(line -> line.substring(line.indexOf("https://")).strip())
                .findFirst()
                .orElseThrow();
        assertThat(sheet.text()).contains("WAITING FOR YOUR ANSWER", "Answer: " + link, "reply code ");
        assertThat(firm.texts("SELECT body FROM message ORDER BY made_at DESC LIMIT 1")
                        .getFirst())
                .doesNotContain(link)
                .contains("WAITING FOR YOUR ANSWER", "...");
    }

    @Test
    void takesWhatNeedsNoAnswerAlongAndThatEndsAsSent() {
        open("2026-03-05T12:00", MORNING);
        firm.store(Samples.hearing());
        PlannedReminder folded = PostOffice.telling(Samples.hearing(), "told", Samples.MHARPER, at("2026-03-06T07:30"));
        PlannedReminder asking = PostOffice.asking(Samples.hearing(), "asked", Samples.MHARPER, at("2026-03-06T07:30"));
        PostOffice.plan(firm.database(), folded, asking);
        firm.until("2026-03-06T08:00");
        assertThat(firm.mailsTo("mharper")).hasSize(2);
        ReceivedMail sheet = firm.mailsTo("mharper").stream()
                .filter(mail -> mail.header("Subject").orElse("").startsWith("Morning sheet"))
                .findFirst()
                .orElseThrow();
        assertThat(sheet.text())
                .contains("REMINDERS THAT NEED NO ANSWER", "Hearing on motion to compel", "told, by ladder hearings");
        assertThat(PostOffice.row(firm.database(), folded.id())).containsEntry("state", "sent");
        assertThat(firm.texts("SELECT count(*) FROM attempt_reminder WHERE reminder = '" + folded.id() + "'"))
                .containsExactly("1");
    }

    @Test
    void doesNotComeToWhoIsAwayOrWantsNone() {
        open("2026-03-05T12:00", MORNING, WEEK);
        LocalDate monday = LocalDate.of(2026, 3, 9);
        firm.save(Samples.jlin(), Wants.EACH, List.of(new Leave(monday, monday)), Optional.of(Samples.MHARPER));
        firm.save(Samples.rdiaz(), Wants.NO_SHEETS, List.of(), Optional.empty());
        firm.until("2026-03-09T12:00");
        assertThat(firm.subjects("jlin")).containsExactly("Morning sheet, Friday, March 6, 2026: nothing today");
        assertThat(firm.mailsTo("rdiaz")).isEmpty();
        assertThat(firm.mailsTo("mharper")).hasSize(2);
    }

    @Test
    void tellsTheTeamOfEachMatterOnceAWeek() {
        open("2026-03-05T12:00", WEEK);
        firm.store(Samples.hearing(), Samples.filing(), task("late", "Send the bundle", "2026-03-02"));
        firm.until("2026-03-10T12:00");
        assertThat(firm.subjects("jlin")).containsExactly("Sheet of the week, Monday, March 9, 2026: 2 entries");
        assertThat(firm.mailsTo("jlin").getFirst().text())
                .contains("H-2291 ACME CORP. V. BOLT LLC", "Hearing on motion to compel", "OVERDUE")
                .doesNotContain("Opposition brief");
        assertThat(firm.mailsTo("mharper")).isEmpty();
    }

    @Test
    void namesNoMatterOfTheWeekThatWasWalledBeforeItLeft() {
        open("2026-03-05T12:00", WEEK);
        firm.store(Samples.hearing());
        firm.until("2026-03-10T12:00");
        SheetBody made = SheetBody.read(
                Json.read(firm.texts("SELECT body::text FROM sheet").getFirst()));
        assertThat(made.matters()).contains(Samples.ACME_V_BOLT);
        SheetSection section = made.seen(matter -> false).sections().getFirst();
        assertThat(section.title()).isEqualTo("A matter that is not open to you");
        assertThat(section.lines()).isEmpty();
        assertThat(section.hidden()).isEqualTo(1);
    }

    @Test
    void escapesWhatOthersWrote() {
        open("2026-03-05T12:00", MORNING);
        firm.store(task("evil", "<script>alert(1)</script>\r\nBcc: x@evil.example \u202Egnp", "2026-03-06"));
        firm.until("2026-03-06T08:00");
        ReceivedMail mail = firm.mailsTo("jlin").getFirst();
        assertThat(mail.html()).contains("&lt;script&gt;").doesNotContain("<script>", "\u202E");
        assertThat(mail.text()).doesNotContain("\nBcc:");
    }

    @Test
    void sendsTheSecondDocketOutOfTheHouseToPrintAndToOpen() {
        open("2026-03-05T12:00", SECOND_DOCKET);
        firm.store(Samples.hearing(), Samples.filing());
        firm.store(task(firm.confidential(), "secret", "Settle in silence", "2026-03-16"));
        firm.until("2026-03-06T08:00");
        assertThat(firm.mailsTo("vault@elsewhere.example")).hasSize(1);
        ReceivedMail mail = firm.mailsTo("deputy@elsewhere.example").getFirst();
        assertThat(mail.text())
                .contains("3 entries on 2 matters, 0 of them overdue")
                .doesNotContain("Acme");
        String page = mail.attached("docket-2026-03-06.html");
        assertThat(page)
                .contains("@page", "Hearing on motion to compel", "Courtroom 14C", "Friday, March 20, 2026", "H-7")
                .doesNotContain("Settle in silence", "Quiet Matter", "src=");
        IcsContent read = IcsReader.read(
                mail.attached("docket-2026-03-06.ics").getBytes(StandardCharsets.UTF_8),
                Samples.NEW_YORK,
                new IcsWindow(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1)),
                IcsLimits.usual());
        assertThat(read.problems()).isEmpty();
        assertThat(read.items()).hasSize(3);
        assertThat(read.toString()).contains("Opposition brief", "H-7").doesNotContain("Settle in silence");
    }

    @Test
    void tellsTheLastResortOnceWhereASecondDocketCannotBeDelivered() {
        open("2026-03-05T12:00", SECOND_DOCKET);
        firm.mailbox().refuse("vault@elsewhere.example");
        firm.until("2026-03-06T08:00");
        assertThat(firm.mailsTo("rdiaz")).hasSize(1);
        assertThat(firm.mailsTo("rdiaz").getFirst().text())
                .contains("Second docket, Friday, March 6, 2026: vault@elsewhere.example could not be reached");
        assertThat(firm.mailsTo("deputy@elsewhere.example")).hasSize(1);
    }

    @Test
    void keepsWhatWasSaidAsItWas() {
        open("2026-03-05T12:00", MORNING);
        firm.store(Samples.entry(
                Samples.ACME_V_BOLT,
                "visit",
                EntryKind.MEETING,
                "Visit",
                new When.Timed(LocalDateTime.of(2026, 3, 6, 9, 0), Optional.empty(), Samples.NEW_YORK)));
        firm.until("2026-03-06T08:00");
        assertThat(firm.texts("SELECT hash FROM sheet"))
                .allSatisfy(hash -> assertThat(hash).matches("[0-9a-f]{64}"));
        assertThat(firm.texts("SELECT has_table_privilege('tickler', 'sheet', 'UPDATE')::text"))
                .containsExactly("false");
    }
}
