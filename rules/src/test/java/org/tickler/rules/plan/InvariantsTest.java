package org.tickler.rules.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickler.rules.sample.SampleFirm.firm;
import static org.tickler.rules.sample.SamplePerson.person;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.Sight;
import org.tickler.rules.remind.Channels;
import org.tickler.rules.remind.PlannedReminder;
import org.tickler.rules.remind.PlannedReminder.Fate;
import org.tickler.rules.remind.Purpose;
import org.tickler.rules.sample.Lines;
import org.tickler.rules.sample.SampleEntry;
import org.tickler.rules.sample.SampleFirm;
import org.tickler.rules.sample.SamplePerson;

/** What holds for every docket, shown on many that a seed makes. */
class InvariantsTest {
    private static final int DOCKETS = 100;
    private static final List<String> ZONES =
            List.of("America/New_York", "America/Phoenix", "America/Los_Angeles", "Europe/London", "Pacific/Chatham");
    private static final List<String> ROLES = List.of("lead-attorney", "paralegal", "docket-clerk");
    private static final String RULES = """
            ladders:
              - id: everything
                rungs:
                  - {at: when known, to: [lead-attorney, owner], by: email}
                  - {at: 1 month before, to: paralegal, by: email}
                  - {at: 2 weeks before, time: "22:30", to: [lead-attorney, paralegal], by: "sms, else email"}
                  - {at: 7 days before, time: "06:00", zone: court, to: lead-attorney, by: email,
                     answer: {from: lead-attorney, within: 1 business day}, if-silent: [{tell: docket-clerk}]}
                  - {at: 3 court days before, to: [lead-attorney, paralegal, docket-clerk], by: sms and email}
                  - {at: 1 business day before, to: [lead-attorney, owner], by: sms and email,
                     answer: {from: each, within: 4 business hours}}
                  - {at: 0 days before, time: "08:00", to: lead-attorney, by: sms}
                  - {at: 1 day after, to: owner, by: email}
              - id: hearings
                for: {kind: hearing}
                rungs:
                  - {at: when known, to: lead-attorney, by: email, answer: {from: any, within: 1 business day}}
                  - {at: 24 hours before, to: lead-attorney, by: sms}
                  - {at: 4 business hours before, to: [lead-attorney, paralegal], by: email}
                  - {at: 45 minutes before, to: lead-attorney, by: sms}
                  - {at: 2 hours after, to: owner, by: email}
            deadlines:
              - {id: exhibits, trigger: {kind: trial}, due: 14 court days before, kind: task, owner: paralegal}
              - {id: draft, trigger: {kind: task}, due: 10 days before, roll: back, kind: document, owner: lead-attorney}
              - {id: report, trigger: {event: stay-ordered}, due: 60 days after, then: every 60 days,
                 until: {event: stay-lifted}, kind: filing, owner: docket-clerk}
            """;

    private final Random random = new Random();

    static LongStream seeds() {
        return LongStream.range(0, DOCKETS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void holdOnEveryDocket(long seed) {
        random.setSeed(seed);
        SampleFirm firm = randomFirm();
        Schedule schedule = firm.schedule();
        assertThat(firm.schedule()).as("planning twice gives the same").isEqualTo(schedule);
        idsAreUnique(schedule);
        schedule.reminders().forEach(reminder -> holdsFor(reminder, schedule, firm.people(), firm));
        onlyOneLateInstantEach(schedule);
        List<StoredReminder> stored =
                schedule.reminders().stream().map(StoredReminder::of).toList();
        assertThat(ScheduleDiff.between(stored, schedule).isEmpty())
                .as("nothing to do where all is stored")
                .isTrue();
        derivingAgainFromWhatIsStoredChangesNothing(firm, schedule);
    }

    private static void idsAreUnique(Schedule schedule) {
        assertThat(schedule.reminders()).extracting(PlannedReminder::id).doesNotHaveDuplicates();
        assertThat(schedule.entries()).extracting(Entry::id).doesNotHaveDuplicates();
    }

    private static void holdsFor(PlannedReminder reminder, Schedule schedule, People people, SampleFirm firm) {
        Entry entry = schedule.find(reminder.ask().entry()).orElseThrow();
        String line = Lines.line(reminder) + " of " + entry;
        PlannedReminder.Due due = reminder.due();
        // In the hour that clocks show twice the instant is the fact; in the one they skip the local time is.
        assertThat(due.local().atZone(due.zone()).toInstant().equals(due.at())
                        || due.at().atZone(due.zone()).toLocalDateTime().equals(due.local()))
                .as("its local time: " + line)
                .isTrue();
        if (!Lines.goes(reminder)) {
            return;
        }
        Person to = people.find(reminder.to()).orElseThrow();
        assertThat(reminder.due().at()).as("owed: " + line).isAfterOrEqualTo(reminder.firstOwedAt());
        assertThat(to.reach().address(reminder.channel()))
                .as("reachable: " + line)
                .isPresent();
        assertThat(to.reach().never()).as("wanted: " + line).doesNotContain(reminder.channel());
        LocalDate day = reminder.due().at().atZone(to.zone()).toLocalDate();
        assertThat(Sight.sees(to, firm.matter(), day).allowed())
                .as("may see: " + line)
                .isTrue();
        if (reminder.purpose() == Purpose.RUNG) {
            Instant dueAt = entry.when().dueAt().orElseThrow();
            boolean after = reminder.ask().rung().endsWith("-after");
            assertThat(reminder.due().at().isAfter(dueAt) && !after)
                    .as("in time: " + line)
                    .isFalse();
            assertThat(reminder.due().at().isBefore(dueAt) && after)
                    .as("afterwards: " + line)
                    .isFalse();
            assertThat(entry.status().reminds()).as("wanted: " + line).isTrue();
        }
        if (!reminder.to().equals(reminder.ask().asked())) {
            Person asked = people.find(reminder.ask().asked()).orElseThrow();
            assertThat(asked.leave().isEmpty() && !Channels.usable(asked, day).isEmpty())
                    .as("neither away nor unreachable: " + line)
                    .isFalse();
            assertThat(to.goneOn(day)).as("there: " + line).isFalse();
        }
    }

    private static void onlyOneLateInstantEach(Schedule schedule) {
        Set<String> late = new HashSet<>();
        schedule.reminders().stream()
                .filter(reminder -> reminder.fate() instanceof Fate.GoesLate)
                .filter(reminder ->
                        late.add(reminder.ask().entry() + " " + reminder.ask().asked() + " " + reminder.channel() + " "
                                + reminder.ask().rung()))
                .toList();
        assertThat(late.stream()
                        .map(key -> key.substring(0, key.lastIndexOf(' ')))
                        .distinct()
                        .count())
                .as("one late rung for each entry, person and channel")
                .isEqualTo(late.size());
    }

    private static void derivingAgainFromWhatIsStoredChangesNothing(SampleFirm firm, Schedule schedule) {
        schedule.derived().forEach(firm::on);
        Schedule again = firm.schedule();
        assertThat(again.derived()).containsExactlyInAnyOrderElementsOf(schedule.derived());
        assertThat(again.reminders()).isEqualTo(schedule.reminders());
    }

    private SampleFirm randomFirm() {
        SampleFirm firm = firm().rules(RULES).rulesKnown(random.nextBoolean() ? "2024-01-01T00:00:00Z" : instant());
        if (random.nextBoolean()) {
            firm.court("us-nysd");
        }
        for (int number = 0; number < 6; number++) {
            firm.with(randomPerson("p" + number));
        }
        ROLES.forEach(role -> firm.team(
                role,
                IntStream.range(0, 1 + random.nextInt(2))
                        .mapToObj(any -> "p" + random.nextInt(6))
                        .distinct()
                        .toArray(String[]::new)));
        if (random.nextInt(4) == 0) {
            firm.walledOff("p" + random.nextInt(6));
        }
        for (int number = 0; number < 8; number++) {
            SampleEntry entry = randomEntry("e" + number);
            firm.on(entry);
            if (random.nextInt(3) == 0) {
                firm.told(SampleEntry.id("e" + number), "p" + random.nextInt(6), 1);
            }
        }
        return firm;
    }

    private SamplePerson randomPerson(String id) {
        SamplePerson person =
                person(id).in(pick(ZONES)).known(random.nextInt(4) == 0 ? instant() : "2020-01-01T00:00:00Z");
        ROLES.forEach(person::role);
        if (random.nextBoolean()) {
            person.quiet("21:00", "07:00");
        } else if (random.nextInt(4) == 0) {
            person.quiet("12:00", "13:00");
        }
        if (random.nextInt(3) == 0) {
            LocalDate from = day();
            person.away(from.toString(), from.plusDays(random.nextInt(40)).toString());
        }
        if (random.nextBoolean()) {
            person.delegate("p" + random.nextInt(6));
        }
        if (random.nextInt(5) == 0) {
            person.without(Channel.SMS);
        }
        if (random.nextInt(8) == 0) {
            person.never(Channel.EMAIL);
        }
        return person;
    }

    private SampleEntry randomEntry(String id) {
        LocalDate day = day();
        SampleEntry entry = switch (random.nextInt(5)) {
            case 0 -> SampleEntry.hearing(day + "T" + LocalTime.of(6 + random.nextInt(14), random.nextInt(60)));
            case 1 -> SampleEntry.entry(id, EntryKind.TRIAL, day.toString());
            case 2 ->
                SampleEntry.entry(id, EntryKind.EVENT, day.toString())
                        .event(random.nextBoolean() ? "stay-ordered" : "stay-lifted");
            case 3 -> SampleEntry.filing(day.toString()).until("17:00");
            default -> SampleEntry.filing(day.toString());
        };
        entry = entry.called(id).in(pick(ZONES)).owner(random.nextBoolean() ? "p1" : "paralegal");
        if (random.nextBoolean()) {
            entry.court("us-nysd");
        }
        entry.revision(1 + random.nextInt(2), instant());
        return switch (random.nextInt(10)) {
            case 0 -> entry.waiting();
            case 1 -> entry.status(EntryStatus.CANCELLED);
            case 2 -> entry.status(EntryStatus.DONE);
            default -> entry;
        };
    }

    private LocalDate day() {
        return LocalDate.of(2025, 10, 1).plusDays(random.nextInt(400));
    }

    private String instant() {
        return Instant.parse("2025-09-01T00:00:00Z")
                .plusSeconds(random.nextLong(300L * 86_400))
                .toString();
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
