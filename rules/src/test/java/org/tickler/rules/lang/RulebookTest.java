package org.tickler.rules.lang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickler.rules.sample.SampleEntry.entry;
import static org.tickler.rules.sample.SampleEntry.filing;
import static org.tickler.rules.sample.SampleEntry.hearing;
import static org.tickler.rules.sample.SampleFirm.firm;
import static org.tickler.rules.sample.SamplePerson.person;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickler.rules.deadline.CourtLaw;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.remind.Ladder;
import org.tickler.rules.sample.SampleEntry;
import org.tickler.rules.sample.SampleFirm;

/** One ladder an entry, and since when it is known. */
class RulebookTest {
    private static final Instant MONDAY = Instant.parse("2026-02-02T15:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-02-03T15:00:00Z");

    private static SampleFirm firmWith(String rules) {
        return firm().with(person("jlin"))
                .practice("commercial")
                .phase("discovery")
                .court("us-nysd")
                .rules(rules);
    }

    private static String ladder(String id, String match) {
        return ladder(id, match, "1 day before");
    }

    private static String ladder(String id, String match, String at) {
        return """
                  - id: %s
                    for: {%s}
                    rungs:
                      - {at: %s, to: jlin, by: email}
                """.formatted(id, match, at).indent(2);
    }

    private static Rulebook book(String... ladders) {
        return firmWith("ladders:\n" + String.join("", ladders)).rulebook().since(Instant.EPOCH, Optional.empty());
    }

    private static LadderChoice choice(SampleEntry entry, String... ladders) {
        return book(ladders).ladderFor(entry.build(), firmWith("").matter());
    }

    @ParameterizedTest(name = "{0} outweighs {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "matter: H-2291 | event: jury-trial",
                "event: jury-trial | court: us-nysd",
                "court: us-nysd | phase: discovery",
                "phase: discovery | practice: commercial",
                "practice: commercial | kind: trial",
                "kind: trial | ''",
                "matter: H-2291 | 'event: jury-trial, court: us-nysd, phase: discovery, practice: commercial, kind: trial'",
            })
    void takesTheMostSpecific(String more, String less) {
        LadderChoice choice = choice(
                entry("trial", EntryKind.TRIAL, "2026-03-09")
                        .event("jury-trial")
                        .court("us-nysd"),
                ladder("less", less),
                ladder("more", more));
        assertThat(choice)
                .isInstanceOfSatisfying(
                        LadderChoice.Chosen.class,
                        chosen -> assertThat(chosen.ladder().id()).isEqualTo("more"));
    }

    @ParameterizedTest(name = "{0} is not for a filing of H-2291 in us-nysd")
    @CsvSource(
            delimiter = '|',
            value = {
                "kind: [hearing, trial]",
                "event: complaint-served",
                "court: us-federal",
                "practice: family",
                "phase: appeal",
                "matter: H-2292",
                "'kind: filing, practice: family'",
            })
    void leavesOutWhatALadderIsNotFor(String match) {
        assertThat(choice(filing("2026-03-10").court("us-nysd"), ladder("other", match)))
                .isEqualTo(new LadderChoice.None());
    }

    @Test
    void namesAllThatTie() {
        Rulebook one = book(ladder("a", "kind: hearing"));
        Rulebook other = book(ladder("b", "kind: [hearing, trial]"));
        Rulebook both = new Rulebook(
                List.of(one.ladders().getFirst(), other.ladders().getFirst()),
                List.of(),
                CourtLaw.NONE,
                List.of(),
                Habits.NONE,
                Instant.EPOCH);
        assertThat(both.ladderFor(
                        hearing("2026-03-10T10:00").build(), firmWith("").matter()))
                .isEqualTo(new LadderChoice.Tie(List.of("a", "b")));
    }

    @Test
    void listsAnEntryThatNoLadderNames() {
        assertThat(firmWith("ladders:\n" + ladder("a", "kind: hearing"))
                        .on(filing("2026-03-10"))
                        .gaps())
                .containsExactly("no ladder names it");
    }

    @Test
    void doesNotListWhatWasPastWhenItBecameKnown() {
        assertThat(firmWith("ladders:\n" + ladder("a", "kind: hearing"))
                        .on(filing("2025-12-10"))
                        .gaps())
                .isEmpty();
    }

    private static Instant known(Rulebook book, String ladder) {
        return book.ladder(ladder).map(Ladder::knownAt).orElseThrow();
    }

    @Test
    void knowsAllRulesSinceTheFirstActivation() {
        Rulebook first = book(ladder("a", "kind: hearing")).since(MONDAY, Optional.empty());
        assertThat(first.activatedAt()).isEqualTo(MONDAY);
        assertThat(known(first, "a")).isEqualTo(MONDAY);
    }

    @Test
    void keepsSinceWhenAnUnchangedLadderIsKnown() {
        Rulebook first =
                book(ladder("a", "kind: hearing"), ladder("b", "kind: trial")).since(MONDAY, Optional.empty());
        Rulebook next = book(
                        ladder("new", "kind: filing"),
                        ladder("b", "kind: trial", "2 days before"),
                        ladder("a", "kind: hearing"))
                .since(TUESDAY, Optional.of(first));
        assertThat(next.activatedAt()).isEqualTo(TUESDAY);
        assertThat(known(next, "a")).isEqualTo(MONDAY);
        assertThat(known(next, "b")).isEqualTo(TUESDAY);
        assertThat(known(next, "new")).isEqualTo(TUESDAY);
    }

    @Test
    void takesALadderAsNewWhereAMoreSpecificOneIsGone() {
        Rulebook first = book(ladder("a", "kind: hearing"), ladder("b", "kind: hearing, practice: commercial"))
                .since(MONDAY, Optional.empty());
        Rulebook next = book(ladder("a", "kind: hearing")).since(TUESDAY, Optional.of(first));
        assertThat(known(next, "a")).isEqualTo(TUESDAY);
    }

    @Test
    void takesALadderAsKnownWhereOneLessSpecificIsGone() {
        Rulebook first = book(ladder("a", ""), ladder("b", "kind: hearing")).since(MONDAY, Optional.empty());
        assertThat(known(book(ladder("b", "kind: hearing")).since(TUESDAY, Optional.of(first)), "b"))
                .isEqualTo(MONDAY);
    }

    @Test
    void comesBackFromTheDatabaseAsItWasActivated() {
        Rulebook first = firmWith("ladders:\n" + ladder("a", "kind: hearing")
                        + "deadlines:\n  - {id: d, trigger: {kind: trial}, due: 5 days before, kind: task}\n")
                .rulebook()
                .since(MONDAY, Optional.empty());
        Map<String, Instant> kept = first.knownSince();
        assertThat(kept).containsOnlyKeys("ladder:a", "deadline:d");
        assertThat(first.since(TUESDAY, Optional.empty()).restored(MONDAY, kept))
                .isEqualTo(first);
    }

    @Test
    void hasAFingerprintOfWhatItSaysOnly() {
        Rulebook one = book(ladder("a", "kind: [hearing, trial]"));
        assertThat(one.since(MONDAY, Optional.empty()).fingerprint().hex())
                .isEqualTo(book(ladder("a", "kind: [trial, hearing]"))
                        .fingerprint()
                        .hex());
        assertThat(one.fingerprint().hex())
                .isNotEqualTo(book(ladder("a", "kind: [hearing]")).fingerprint().hex())
                .isNotEqualTo(book(ladder("b", "kind: [hearing, trial]"))
                        .fingerprint()
                        .hex())
                .isNotEqualTo(book(ladder("a", "kind: [hearing, trial]", "2 days before"))
                        .fingerprint()
                        .hex());
    }

    @Test
    void hasAFingerprintOfItsDeadlinesToo() {
        String form = "deadlines:\n  - {id: d, trigger: {kind: trial}, due: 5 days before, %s}\n";
        List<String> prints = List.of(
                        "kind: task",
                        "kind: document",
                        "kind: task, owner: jlin",
                        "kind: task, title: Jlin",
                        "kind: task, authority: jlin",
                        "kind: task, roll: back",
                        "kind: task, then: every 5 days",
                        "kind: task, then: 'every 5 days', until: {event: over}")
                .stream()
                .map(rest ->
                        firmWith(form.formatted(rest)).rulebook().fingerprint().hex())
                .toList();
        assertThat(prints).doesNotHaveDuplicates();
    }

    @Test
    void keepsSinceWhenALadderIsKnownWhereOnlyTheWordsOfARungChange() {
        String form = "ladders: [{id: a, rungs: [{at: 1 day before, to: jlin, by: email%s}]}]";
        Instant june = Instant.parse("2026-06-01T00:00:00Z");
        Rulebook plain = firmWith(form.formatted("")).rulebook().since(june, Optional.empty());
        Rulebook worded = firmWith(form.formatted(", template: hearing-notice"))
                .rulebook()
                .since(june.plusSeconds(60), Optional.of(plain));
        assertThat(worded.ladder("a").orElseThrow().knownAt()).isEqualTo(june);
        assertThat(worded.ladder("a").orElseThrow().rungs().getFirst().template())
                .contains("hearing-notice");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "at: 1 day before, to: jlin, by: email",
                "at: 1 day after, to: jlin, by: email",
                "at: 1 day before, id: other, to: jlin, by: email",
                "at: 1 day before, to: owner, by: email",
                "at: 1 day before, to: jlin, by: sms",
                "at: 1 day before, to: jlin, by: 'sms, else email'",
                "at: 1 day before, to: jlin, by: 'sms and email'",
                "at: 1 day before, time: '10:00', to: jlin, by: email",
                "at: 1 day before, time: '10:00', zone: court, to: jlin, by: email",
                "at: 1 day before, to: jlin, by: email, answer: {from: any, within: 1 hour}",
                "at: 1 day before, to: jlin, by: email, answer: {from: each, within: 1 hour}",
                "at: 1 day before, to: jlin, by: email, answer: {from: any, within: 2 hours}",
                "at: 1 day before, to: jlin, by: email, answer: {from: any, within: 1 hour}, if-silent: [{tell: owner}]",
                "at: 1 day before, to: jlin, by: email, answer: {from: any, within: 1 hour}, if-silent: [{tell: delegate}]",
                "at: 1 day before, to: jlin, by: email, answer: {from: any, within: 1 hour}, if-silent: [{tell: owner, after: 1 hour}]",
                "at: when known, to: jlin, by: email",
            })
    void seesEveryDifferenceOfARung(String rung) {
        Rulebook plain = firmWith("ladders: [{id: a, rungs: [{at: 1 day before, to: jlin, by: email}]}]")
                .rulebook();
        Rulebook other = firmWith("ladders: [{id: a, rungs: [{" + rung + "}]}]").rulebook();
        boolean same = rung.equals("at: 1 day before, to: jlin, by: email");
        assertThat(plain.fingerprint().hex().equals(other.fingerprint().hex())).isEqualTo(same);
    }
}
