package org.tickler.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickler.calendars.text.Problem;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.SourceText;

class CalendarReaderTest {

    private final Problems problems = new Problems();

    private CalendarBook book(String... files) {
        List<SourceText> sources = new ArrayList<>(ShippedCourts.sources());
        for (int index = 0; index < files.length; index++) {
            sources.add(new SourceText((char) ('a' + index) + ".yaml", files[index]));
        }
        return CalendarReader.book(sources, problems);
    }

    private List<String> printed() {
        return problems.sorted().stream().map(Problem::toString).toList();
    }

    @Test
    void namesEveryFaultOfAFileAtOnce() {
        CalendarBook book = book("""
                calendar: US NYSD
                titel: A court
                over: us-federl
                coverage: {from: 2027-01-01, to: 2026-01-01, checked: 2026-11-22}
                zone: EST
                observed: [{when: saturday-to-friday, authority: x}]
                closures:
                  - {name: A, on: 3rd Mon of January, kind: holiday, authority: x}
                  - {name: B, on: Febuary 30, kind: holidy, authority: x}
                  - {name: C, on: 2027-01-28, kind: holiday}
                  - {on: July 4, kind: holiday, authority: x, from: 2027-01-01, to: 2026-01-01}
                  - {name: E, on: February 30, kind: holiday, authority: x}
                """);

        assertThat(printed())
                .containsExactly(
                        "a.yaml:1:1: error[missing-key]: \"title\" is missing here; add the line \"title: ...\"",
                        "a.yaml:1:11: error[bad-calendar-id]: calendar: cannot read \"US NYSD\": a calendar's name has lower-case"
                                + " letters, digits and hyphens, but was: US NYSD; expected something like us-nysd",
                        "a.yaml:2:1: error[unknown-key]: no key is called \"titel\" here; did you mean \"title\"?",
                        "a.yaml:4:11: error[bad-coverage]: coverage: from must not be after to, but was 2027-01-01 and 2026-01-01",
                        "a.yaml:5:7: error[unknown-zone]: zone: no time zone is called \"EST\"; expected a name from tzdb, as in"
                                + " America/New_York",
                        "a.yaml:6:19: error[bad-value]: when: expected one of saturday-to-friday-before, sunday-to-monday-after,"
                                + " saturday-to-monday-after, weekend-to-next-open-weekday; found \"saturday-to-friday\"",
                        "a.yaml:8:19: error[bad-day]: on: cannot read \"3rd Mon of January\": no weekday is called \"Mon\"; expected"
                                + " something like July 4, last Monday of May, Monday before May 25, 2 days before Easter, or 2027-01-28",
                        "a.yaml:9:19: error[bad-day]: on: cannot read \"Febuary 30\": no month is called \"Febuary\"; did you mean"
                                + " \"February\"?; expected something like July 4, last Monday of May, Monday before May 25, 2 days before Easter, or 2027-01-28",
                        "a.yaml:9:37: error[bad-value]: kind: expected one of holiday, observed-holiday, state-holiday, proclaimed,"
                                + " clerk-inaccessible, building-only; found \"holidy\"; did you mean \"holiday\"?",
                        "a.yaml:10:5: error[missing-authority]: nothing says on whose authority; add authority: with the statute,"
                                + " order or notice, as in authority: Standing Order 27-1",
                        "a.yaml:11:5: error[missing-key]: \"name\" is missing here; add the line \"name: ...\"",
                        "a.yaml:11:69: error[bad-day]: to: 2026-01-01 is before from: 2027-01-01",
                        "a.yaml:12:19: error[bad-day]: on: cannot read \"February 30\"; expected something like July 4, last Monday"
                                + " of May, Monday before May 25, 2 days before Easter, or 2027-01-28");
        assertThat(book.ids()).as("the shipped ones").isEqualTo(Courts.with().ids());
    }

    @Test
    void refusesASecondDefinitionAndSaysHowToAmend() {
        book("calendar: us-nysd\ntitle: Mine\nover: us-federal\n");

        assertThat(printed())
                .containsExactly("a.yaml:1:11: error[duplicate-calendar]: the calendar \"us-nysd\" is already"
                        + " defined at courts/us-nysd.yaml:6:11; to add to it, write amends: us-nysd in place of calendar:, title:"
                        + " and over:");
    }

    @Test
    void namesAnUnknownBaseWithTheNearest() {
        book("calendar: mine\ntitle: Mine\nover: us-federl\n", "amends: us-nyds\n");

        assertThat(printed())
                .containsExactly(
                        "a.yaml:3:7: error[unknown-calendar]: no calendar is called \"us-federl\"; did you mean \"us-federal\"?",
                        "b.yaml:1:9: error[unknown-calendar]: no calendar is called \"us-nyds\"; did you mean \"us-nysd\"?");
    }

    @Test
    void saysNothingMoreOfABaseWhoseFileHasErrors() {
        CalendarBook book = book("calendar: base\ntitle: Base\n", "calendar: over-base\ntitle: Over\nover: base\n");

        assertThat(printed()).singleElement().asString().startsWith("a.yaml:1:1: error[missing-coverage]");
        assertThat(book.find(new CalendarId("over-base"))).isEmpty();
    }

    @Test
    void findsCircles() {
        CalendarBook book = book(
                "calendar: one\ntitle: One\nover: two\n",
                "calendar: two\ntitle: Two\nover: one\n",
                "calendar: three\ntitle: Three\nover: three\n",
                "calendar: four\ntitle: Four\nover: one\n");

        assertThat(printed())
                .containsExactly(
                        "a.yaml:3:7: error[calendar-cycle]: calendars stand over one another in a circle: one over two over one;"
                                + " take one over: out",
                        "b.yaml:3:7: error[calendar-cycle]: calendars stand over one another in a circle: two over one over two;"
                                + " take one over: out",
                        "c.yaml:3:7: error[calendar-cycle]: calendars stand over one another in a circle: three over three; take one"
                                + " over: out");
        assertThat(book.ids()).as("the shipped ones").isEqualTo(Courts.with().ids());
    }

    @Test
    void refusesCoverageBeyondTheBase() {
        book(
                "calendar: a\ntitle: A\nover: us-federal\ncoverage: {from: 1950-01-01, to: 2030-01-01, checked: 2026-11-22}\n");

        assertThat(printed())
                .containsExactly(
                        "a.yaml:1:11: error[bad-coverage]: coverage: 1950-01-01 to 2030-01-01 goes"
                                + " beyond 1960-01-01 to 2036-12-31, for which the calendar below vouches; shorten it or leave it out");
    }

    @Test
    void warnsOfSingleDaysThatChangeNothing() {
        CalendarBook book = book("""
                amends: us-nysd
                closures:
                  - {name: Storm, on: [2072-01-28, 2027-01-30], kind: clerk-inaccessible, authority: notice}
                """);

        assertThat(printed())
                .containsExactly(
                        "a.yaml:3:24: warning[outside-coverage]: on: 2072-01-28 is outside 1986-01-01 to 2036-12-31, for which"
                                + " us-nysd vouches, and has no effect; check the year",
                        "a.yaml:3:36: warning[weekend]: on: 2027-01-30 is a Saturday, when the court is closed anyway; check the"
                                + " date");
        assertThat(book.find(new CalendarId("us-nysd"))).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "amends: us-nysd\\ntitle: x                  | [unknown-key]",
                "closures: []                                 | [missing-key]",
                "calendar: a\\namends: us-nysd\\ntitle: x\\nover: us-federal | [unknown-key]",
                "- calendar                                   | [wrong-type]",
                "amends: us-nysd\\nclosures: storm            | [wrong-type]",
                "amends: us-nysd\\nclosures: [{name: a, kind: holiday, authority: x}] | [missing-key]",
                "amends: us-nysd\\nclosures: [{name: a, on: [], kind: holiday, authority: x}] | [empty-value]",
                "amends: us-nysd\\nclosures: [{name: a, on: July 4, kind: holiday, authority: }] | [empty-value]",
                "calendar: a\\ntitle: x\\nover: us-federal\\nfiling-hour: {at: noon, authority: x} | [bad-value]",
                "calendar: a\\ntitle: x\\nover: us-federal\\nfiling-hour: {at: midnight} | [missing-authority]",
                "amends: us-nysd\\nopens: [{on: July 4}]       | [missing-authority]",
            })
    void refuses(String file, String code) {
        book(file.replace("\\n", "\n"));

        assertThat(printed()).isNotEmpty().allMatch(problem -> problem.contains("error["));
        assertThat(printed()).anyMatch(problem -> problem.contains(code));
    }

    @Test
    void readsTheShippedCourtsWithoutAProblem() {
        book();

        assertThat(printed()).isEmpty();
    }

    @Test
    void leavesOutAFileThatSaysAThingTwice() {
        CalendarBook book = book(
                "amends: us-nysd\nclosures: [{name: a, on: 2027-01-28, on: 2027-01-29, kind: holiday, authority: x}]\n");

        assertThat(printed()).singleElement().asString().contains("error[duplicate-key]");
        assertThat(book.get(new CalendarId("us-nysd")).on(LocalDate.of(2027, 1, 28)))
                .isEqualTo(new CourtDay.Open());
    }
}
