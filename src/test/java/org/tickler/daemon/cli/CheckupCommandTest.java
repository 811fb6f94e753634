package org.tickler.daemon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckupCommandTest {
    @TempDir
    private Path folder;

    private final Terminal terminal = new Terminal(Map.of());

    private static String text(String name) throws IOException {
        try (InputStream stream = CheckupCommandTest.class.getResourceAsStream("/checkup/" + name)) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Path sheet(String text) throws IOException {
        return Files.writeString(folder.resolve("sheet.csv"), text);
    }

    @Test
    void tellsEveryFaultOfASheetWithItsLineAndReason() throws IOException {
        assertThat(terminal.run("checkup", sheet(text("sheet.csv")))).isEqualTo(1);
        assertThat(terminal.out()).isEqualTo(text("sheet.txt"));
    }

    @Test
    void findsNothingWrongWithADateThatTheRuleGives() throws IOException {
        Path right = sheet("""
                matter,title,date,event,court,owner
                H-1,Service of the complaint,2026-03-06,complaint-served,us-nysd,jlin
                H-1,Answer or Rule 12 motion,2026-03-27,,us-nysd,jlin
                H-1,Claim runs out,2026-09-01,,us-nysd,jlin
                """);

        terminal.run("checkup", right, "--json");
        assertThat(terminal.out()).doesNotContain("\"type\":\"late\"", "\"type\":\"missing\"", "\"type\":\"early\"");
    }

    @Test
    void readsJson() throws IOException {
        Path sheet = Files.writeString(folder.resolve("sheet.json"), """
                [{"matter": "H-1", "title": "Complaint served", "kind": "event", "date": "2026-01-26", "court": "us-nysd",
                  "owner": "jlin"},
                 {"matter": "H-1", "title": "Answer", "kind": "filing", "date": "2026-02-20", "court": "us-nysd",
                  "owner": "jlin"}]
                """);

        assertThat(terminal.run("checkup", sheet, "--json")).isEqualTo(1);
        assertThat(terminal.out().lines())
                .anySatisfy(line -> assertThat(line)
                        .contains("\"type\":\"late\"", "\"weight\":\"dangerous\"", "\"file\":\"sheet.json\"")
                        .contains("\"line\":3", "\"found\":\"2026-02-20\"", "\"expected\":\"2026-02-17\""))
                .last()
                .satisfies(line -> assertThat(line).contains("\"type\":\"summary\"", "\"dangerous\":1"));
    }

    @Test
    void readsACalendarFileWhoseEventsNameTheirMatters() throws IOException {
        Path calendar = Files.writeString(folder.resolve("docket.ics"), """
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//Example//Example//EN
                BEGIN:VEVENT
                UID:1@firm.example
                DTSTAMP:20260101T000000Z
                DTSTART;VALUE=DATE:20260126
                SUMMARY:[H-1] Complaint served
                CATEGORIES:event
                END:VEVENT
                BEGIN:VEVENT
                UID:2@firm.example
                DTSTAMP:20260101T000000Z
                DTSTART;VALUE=DATE:20260220
                SUMMARY:[H-1] Answer
                CATEGORIES:filing
                END:VEVENT
                END:VCALENDAR
                """.replace("\n", "\r\n"));

        assertThat(terminal.run("checkup", calendar, "--court", "us-nysd")).isEqualTo(1);
        assertThat(terminal.out())
                .contains(
                        "DANGEROUS: TOO LATE\ndocket.ics:11: H-1, Answer, found Fri 2026-02-20, expected Tue 2026-02-17");
    }

    @Test
    void readsDatesAsTheirFormIsDeclaredAndGuessesNone() throws IOException {
        Path american = sheet("""
                matter,title,kind,date,court
                H-1,Complaint served,event,01/26/2026,us-nysd
                H-1,Answer,filing,02/20/2026,us-nysd
                H-1,Status conference,conference,02/30/2026,us-nysd
                """);

        assertThat(terminal.run("checkup", american)).isEqualTo(2);
        assertThat(terminal.err())
                .contains(
                        "is in the form ISO 8601; the first is \"01/26/2026\" in sheet.csv:2",
                        "--date-format MM/dd/yyyy");

        assertThat(terminal.run("checkup", american, "--date-format", "MM/dd/yyyy"))
                .isEqualTo(1);
        assertThat(terminal.out()).contains("3 days too late", "there is no day \"02/30/2026\"");

        assertThat(terminal.run("checkup", american, "--date-format", "nonsense"))
                .isEqualTo(2);
        assertThat(terminal.err()).contains("\"nonsense\" is no form of a date; expected one such as MM/dd/yyyy");
    }

    @Test
    void saysOnceThatThereIsNoSuchDay() throws IOException {
        Path sheet = sheet("""
                matter,title,kind,date,court,owner
                H-1,Claim runs out,limitation,2026-02-30,us-nysd,jlin
                H-1,Status conference,conference,2026-03-11,us-nysd,jlin
                """);

        assertThat(terminal.run("checkup", sheet)).isEqualTo(1);
        assertThat(terminal.out().lines().filter(line -> line.startsWith("sheet.csv:2")))
                .containsExactly("sheet.csv:2: H-1, Claim runs out, there is no day \"2026-02-30\"");
    }

    @Test
    void watchesForWhatTheOtherSideMustDo() throws IOException {
        Path plaintiffs = sheet("""
                matter,title,kind,date,court,owner,we represent
                H-1,Complaint served,event,2026-03-06,us-nysd,jlin,Plaintiff
                H-1,Claim runs out,limitation,2026-09-01,us-nysd,jlin,Plaintiff
                """);

        assertThat(terminal.run("checkup", plaintiffs)).isZero();
        assertThat(terminal.out())
                .contains("TO LOOK AT: MISSING\n")
                .contains(
                        "expected Fri 2026-03-27, not in the sheet; to watch: the duty is the other side's (served party)");
    }

    @Test
    void tellsWhatIsLongPastFromTheDayThatIsNamed() throws IOException {
        Path sheet = sheet("""
                matter,title,kind,date,court,owner
                H-1,Complaint served,event,2026-03-06,us-nysd,jlin
                H-1,Claim runs out,limitation,2026-09-01,us-nysd,jlin
                """);

        assertThat(terminal.run("checkup", sheet)).isEqualTo(1);
        assertThat(terminal.run("checkup", sheet, "--today", "2026-11-26")).isZero();
        assertThat(terminal.out()).contains("long past: was it done?");
        assertThat(terminal.run("checkup", sheet, "--today", "soon")).isEqualTo(2);
        assertThat(terminal.err()).contains("--today");
    }

    @Test
    void refusesACommandLineThatNamesNoSheetOrWhatThereIsNot() throws IOException {
        Path sheet = sheet("matter,title,date\nH-1,Answer,2026-03-06\n");

        assertThat(terminal.run("checkup")).isEqualTo(2);
        assertThat(terminal.err()).contains("FILE");
        assertThat(terminal.run("checkup", folder)).isEqualTo(2);
        assertThat(terminal.err()).contains("is a folder; name the sheets in it");
        assertThat(terminal.run("checkup", folder.resolve("none.csv"))).isEqualTo(3);
        assertThat(terminal.err()).contains("there is no file", "none.csv");
        assertThat(terminal.run("checkup", sheet, "--pack", "us-frpc")).isEqualTo(2);
        assertThat(terminal.err()).contains("no pack is called \"us-frpc\"", "us-frcp");
        assertThat(terminal.run("checkup", sheet, "--court", "us-nyds")).isEqualTo(2);
        assertThat(terminal.err()).contains("no calendar is called \"us-nyds\"", "us-nysd");
    }

    private Path beforeTwoJudges() throws IOException {
        return sheet("""
                matter,title,kind,date,court,judge,owner
                H-1,Complaint served,event,2026-03-06,us-nysd,Hon. Doe,jlin
                H-1,Answer,filing,2026-03-27,us-nysd,Hon. Doe,jlin
                H-2,Complaint served,event,2026-03-06,us-nysd,Judge Roe,jlin
                H-2,Answer,filing,2026-03-27,us-nysd,Judge Roe,jlin
                """);
    }

    @Test
    void holdsAMatterAgainstTheOverlayOfItsJudge() throws IOException {
        Path overlay = TrialOverlay.in(folder, "due: 30 days after", "due: 14 days after");

        assertThat(terminal.run("checkup", beforeTwoJudges(), "--overlay", overlay))
                .isEqualTo(1);
        assertThat(terminal.out())
                .contains(
                        "the overlay judge-doe on us-frcp held in 1 matter\n",
                        "H-1, Answer, found Fri 2026-03-27, expected Fri 2026-03-20, 7 days too late",
                        "overlay \"Practices of Judge Doe\" of 2026-11-26, in place of Fed. R. Civ. P. 12(a)(1)(A)(i)")
                .doesNotContain("H-2, Answer, found");
    }

    @Test
    void takesMattersThatNameNoJudgeToBeBeforeTheOneWhoseOverlayIsTyped() throws IOException {
        Path overlay = TrialOverlay.in(folder, "due: 30 days after", "due: 14 days after");
        Path silent = sheet("""
                matter,title,kind,date,court,owner
                H-1,Complaint served,event,2026-03-06,us-nysd,jlin
                H-1,Answer,filing,2026-03-27,us-nysd,jlin
                """);

        terminal.run("checkup", silent, "--overlay", overlay);
        assertThat(terminal.out()).contains("7 days too late");
    }

    @Test
    void takesTheOverlaysOfTheHomeThatItRunsInWhereTheSheetNamesTheirJudge() throws IOException {
        Files.createDirectories(folder.resolve("home/rules"));
        Files.writeString(folder.resolve("home/tickler.yaml"), "firm: x");
        Files.writeString(folder.resolve("home/rules/use.yaml"), "use: us-frcp");
        TrialOverlay.in(folder.resolve("home/rules"), "due: 30 days after", "due: 14 days after");

        terminal.run("checkup", beforeTwoJudges(), "--home", folder.resolve("home"));
        assertThat(terminal.out())
                .contains(
                        "held in 1 matter",
                        "H-1, Answer, found Fri 2026-03-27, expected Fri 2026-03-20, 7 days too late")
                .doesNotContain("H-2, Answer, found");

        TrialOverlay.in(folder.resolve("home/rules"), "due: 30 days after", "due: soon");
        assertThat(terminal.run("checkup", beforeTwoJudges(), "--home", folder.resolve("home")))
                .isEqualTo(1);
        assertThat(terminal.err()).contains("the overlays of the home have errors:", "judge-doe.yaml:13:8");
    }

    @Test
    void refusesAnOverlayOnAPackThatIsNotChosen() throws IOException {
        assertThat(terminal.run(
                        "checkup", beforeTwoJudges(), "--pack", "us-frap", "--overlay", TrialOverlay.in(folder)))
                .isEqualTo(2);
        assertThat(terminal.err()).contains("the overlay judge-doe stands on the pack us-frcp, and --pack is us-frap");
    }

    @Test
    void saysThatAWorkbookIsNoSheet() throws IOException {
        Path workbook = Files.writeString(folder.resolve("docket.xlsx"), "PK");

        assertThat(terminal.run("checkup", workbook)).isEqualTo(1);
        assertThat(terminal.out()).contains("docket.xlsx:1: expected a file that ends in .csv, .json, .jsonl or .ics");
    }
}
