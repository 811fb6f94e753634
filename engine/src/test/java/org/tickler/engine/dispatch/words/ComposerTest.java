package org.tickler.engine.dispatch.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tickler.engine.Samples;
import org.tickler.engine.dispatch.words.MessageFacts.Answer;
import org.tickler.engine.dispatch.words.MessageFacts.Line;
import org.tickler.engine.dispatch.words.MessageFacts.Subject;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Stated;
import org.tickler.rules.docket.When;
import org.tickler.rules.firm.Person;
import org.tickler.rules.remind.Purpose;

class ComposerTest {
    private static final Answer ANSWER =
            new Answer("7KQ", URI.create("https://tickler.firm.example/a/token"), Optional.of("4 business hours"));
    private final Composer composer = new Composer(Templates.builtIn());

    @Test
    void saysWhoWhatWhenWhyAndWhereToAnswer() {
        assertThat(composer.mail(message(rung(Samples.hearing()))).text()).isEqualTo("""
                John Lin,

                Hearing: Hearing on motion to compel
                  Thursday, March 12, 2026, 9:30 AM EDT
                  Where:      Courtroom 14C, in person
                  Matter:     H-2291, Acme Corp. v. Bolt LLC
                  Why now:    7 days before, by ladder hearings

                  Please answer within 4 business hours:
                  https://tickler.firm.example/a/token
                  I have it, not ready, done, or pass on to a colleague: there, or as the first
                  line of a reply (reply code 7KQ)

                --
                Harper & Lin LLP, docket reminders by Tickler.
                Opening a link changes nothing; only the buttons on its page do.
                """);
    }

    @Test
    void showsTheReadersClockWhereItDiffersFromTheCourts() {
        Wording words = composer.mail(message(inZone("America/Los_Angeles"), rung(Samples.hearing())));
        assertThat(words.text())
                .contains("Thursday, March 12, 2026, 9:30 AM EDT")
                .contains("For you:    Thursday, March 12, 2026, 6:30 AM PDT");
        assertThat(words.html().orElseThrow()).contains("For you: Thursday, March 12, 2026, 6:30 AM PDT");
    }

    @Test
    void saysUntilWhichHourOfADaySomethingIsDue() {
        When when = new When.AllDay(LocalDate.of(2026, 3, 20), Optional.of(LocalTime.of(17, 0)), Samples.NEW_YORK);
        Entry filing = Samples.entry(Samples.ACME_V_BOLT, "f", EntryKind.FILING, "Opposition brief", when);
        assertThat(composer.mail(message(rung(filing))).text()).contains("Friday, March 20, 2026, by 5:00 PM EDT");
    }

    @Test
    void namesNeitherClientNorTitleInTheSubject() {
        assertThat(composer.mail(message(rung(Samples.hearing()))).subject())
                .isEqualTo("Hearing Thu, Mar 12, 2026 [H-2291]");
        assertThat(composer.mail(message(rung(Samples.hearing()), rung(Samples.filing())))
                        .subject())
                .isEqualTo("2 reminders, first: Hearing Thu, Mar 12, 2026 [H-2291]");
        assertThat(composer.mail(message(line(Purpose.MOVED, Samples.hearing())))
                        .subject())
                .isEqualTo("Moved: Hearing Thu, Mar 12, 2026 [H-2291]");
    }

    @Test
    void keepsClientMatterAndCourtOutOfTextMessages() {
        Wording words = composer.sms(message(rung(Samples.hearing())));
        assertThat(words.text()).isEqualTo("""
                7KQ: Hearing Thu, Mar 12, 2026 9:30 AM EDT
                Log in, or reply code and 1 have it, 2 not ready, 3 done, 4 NAME pass on: 7KQ 1""");
        assertThat(words.html()).isEmpty();
    }

    @Test
    void givesEachReminderOfAMessageItsOwnLine() {
        Wording words = composer.mail(message(rung(Samples.hearing()), line(Purpose.CANCELLED, Samples.filing())));
        assertThat(words.text())
                .contains("Hearing: Hearing on motion to compel\n  Thursday")
                .contains("Cancelled. Filing: Opposition brief, which was on\n  Friday");
        assertThat(words.html().orElseThrow().split("<h1")).hasSize(3);
    }

    @Test
    void saysThatADateIsNotVerifiedAndThatAClaimWaits() {
        MessageFacts proposed = message(rung(Samples.filing().withStatus(EntryStatus.PROPOSED)));
        assertThat(composer.mail(proposed).text()).contains("Not verified: no second person");
        assertThat(composer.mail(proposed).html().orElseThrow()).contains("Not verified: no second person");
        assertThat(composer.sms(proposed).text()).contains("(not verified)");
        for (Purpose purpose : List.of(
                Purpose.ESCALATION,
                Purpose.PASSED_ON,
                Purpose.CALL,
                Purpose.MOVED,
                Purpose.RESUMED,
                Purpose.REJECTED)) {
            MessageFacts later = message(line(purpose, Samples.filing().withStatus(EntryStatus.PROPOSED)));
            assertThat(composer.mail(later).text()).as("%s", purpose).contains("Not verified: no second person");
            assertThat(composer.sms(later).text()).as("%s", purpose).contains("(not verified)");
        }
        MessageFacts claimed = message(rung(Samples.filing().withStatus(EntryStatus.CLAIMED)));
        assertThat(composer.mail(claimed).text()).contains("Claimed: it is said to be done");
        assertThat(composer.mail(message(rung(Samples.filing()))).text()).doesNotContain("verified", "Claimed");
    }

    @Test
    void saysHowLateItIs() {
        Line line = new Line(
                Purpose.RUNG,
                Optional.empty(),
                subject(Samples.filing()),
                "7 days before",
                Optional.of(Duration.ofMinutes(190)),
                false,
                Optional.empty());
        assertThat(composer.mail(message(line)).text())
                .contains("This reminder is late by 3 hours.")
                .doesNotContain("answer");
        assertThat(composer.sms(message(line)).text()).contains("(sent late)");
    }

    @Test
    void saysThatTheReaderMayHaveHadItAlready() {
        MessageFacts facts =
                new MessageFacts(Samples.jlin(), "Harper & Lin LLP", true, List.of(rung(Samples.filing())));
        assertThat(composer.mail(facts).text()).contains("You may have had this message already");
    }

    @Test
    void alarmsWithoutAnEntry() {
        Line alarm = new Line(
                Purpose.ALARM,
                Optional.empty(),
                Optional.empty(),
                "mail is down since 9:00",
                Optional.empty(),
                false,
                Optional.empty());
        assertThat(composer.mail(message(alarm)).text())
                .contains("Tickler needs attention.\n  mail is down since 9:00\n");
        assertThat(composer.mail(message(alarm)).subject()).isEqualTo("Tickler needs attention");
    }

    @Test
    void keepsHostileTextInItsPlace() {
        String evil =
                "Brief\r\nBcc: x@y.example\n\nBEGIN:VEVENT {{why}} <script>alert(1)</script> \u202Egnp.exe \u0000 \ud800 "
                        + "x".repeat(1_000_000);
        Entry filing = Samples.entry(
                Samples.ACME_V_BOLT,
                "f",
                EntryKind.FILING,
                evil,
                Samples.filing().when());
        Wording words = composer.mail(message(rung(filing)));
        assertThat(words.text().lines()).noneMatch(line -> line.startsWith("Bcc") || line.startsWith("BEGIN"));
        assertThat(words.text())
                .contains("{{why}}")
                .doesNotContain("\u0000", "\u202E", "\ud800")
                .hasSizeLessThan(2_000);
        assertThat(words.html().orElseThrow()).doesNotContain("<script>").contains("&lt;script&gt;");
        assertThat(words.subject()).doesNotContain("\n", "Bcc");
    }

    @Test
    void saysOfAMoveWhatItWasWhoChangedItAndWhy() {
        Line moved = moved(Samples.hearing(), "The court moved it: order of 2 March (Rosa Diaz)");
        assertThat(composer.mail(message(moved)).text()).startsWith("John Lin,").contains("""
                        Moved. Hearing: Hearing on motion to compel
                          The court moved it: order of 2 March (Rosa Diaz)
                          Was:        Tuesday, March 3, 2026, 9:00 AM EST
                          Was where:  Courtroom 9B
                          Now:
                          Thursday, March 12, 2026, 9:30 AM EDT
                        """);
        assertThat(composer.sms(message(moved)).text())
                .startsWith("7KQ: MOVED Hearing Tue, Mar 3, 2026 9:00 AM EST -> Thu, Mar 12, 2026 9:30 AM EDT");
        assertThat(composer.mail(message(moved)).html().orElseThrow()).contains("<s>Tuesday, March 3, 2026");
    }

    @Test
    void keepsWhoseDoingAMoveWasFromClients() {
        assertThat(composer.mail(message(
                                Samples.acme(),
                                moved(Samples.hearing(), "We had it wrong: misread the notice (Rosa Diaz)")))
                        .text())
                .contains("Was:        Tuesday, March 3")
                .doesNotContain("wrong", "Rosa");
    }

    @Test
    void saysWhoIsToBeCalled() {
        Line call = new Line(
                Purpose.CALL,
                Optional.empty(),
                Optional.of(
                        new Subject(Samples.hearing(), Samples.matter(), Optional.empty(), Optional.of("Mara Harper"))),
                "Call Mara Harper by Thu 2026-03-12 09:30",
                Optional.empty(),
                false,
                Optional.of(ANSWER));
        assertThat(composer.mail(message(call)).text()).contains("Please call Mara Harper, whom no message reaches.");
        assertThat(composer.sms(message(call)).text()).startsWith("7KQ: PLEASE CALL Mara Harper: Hearing");
    }

    private static Line moved(Entry entry, String how) {
        When was = new When.Timed(LocalDateTime.of(2026, 3, 3, 9, 0), Optional.empty(), Samples.NEW_YORK);
        Stated stated = new Stated(was, Optional.of("Courtroom 9B"), Optional.empty());
        return new Line(
                Purpose.MOVED,
                Optional.empty(),
                Optional.of(new Subject(
                        entry,
                        Samples.matter(),
                        Optional.of(new MessageFacts.Change(Optional.of(stated), how)),
                        Optional.empty())),
                "its date was moved",
                Optional.empty(),
                false,
                Optional.of(ANSWER));
    }

    private static MessageFacts message(Line... lines) {
        return message(Samples.jlin(), lines);
    }

    private static MessageFacts message(Person reader, Line... lines) {
        return new MessageFacts(reader, "Harper & Lin LLP", false, List.of(lines));
    }

    private static Line rung(Entry entry) {
        return line(Purpose.RUNG, entry);
    }

    private static Line line(Purpose purpose, Entry entry) {
        return new Line(
                purpose,
                Optional.empty(),
                subject(entry),
                "7 days before, by ladder hearings",
                Optional.empty(),
                false,
                Optional.of(ANSWER));
    }

    private static Optional<Subject> subject(Entry entry) {
        return Optional.of(new Subject(entry, Samples.matter()));
    }

    private static Person inZone(String zone) {
        Person lin = Samples.jlin();
        return new Person(
                lin.id(),
                lin.name(),
                lin.kind(),
                lin.roles(),
                lin.reach(),
                ZoneId.of(zone),
                lin.quiet(),
                lin.leave(),
                lin.delegate(),
                lin.wants(),
                lin.left(),
                lin.knownAt());
    }
}
