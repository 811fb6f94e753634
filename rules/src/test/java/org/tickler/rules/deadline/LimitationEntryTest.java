package org.tickler.rules.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickler.rules.limitation.Claims.accrued;
import static org.tickler.rules.sample.SampleFirm.firm;
import static org.tickler.rules.sample.SamplePerson.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tickler.calendars.CalendarId;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Instruction;
import org.tickler.rules.docket.Instruction.Terms;
import org.tickler.rules.docket.Instruction.What;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.docket.When;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.limitation.ClaimRules;
import org.tickler.rules.limitation.Claims;
import org.tickler.rules.sample.SampleFirm;

/** Last days to sue on a docket in the Southern District of New York, by a sample period of three years that is nobody's law. */
class LimitationEntryTest {
    private static final String RULES = """
            limitations:
              - id: sample
                claim: personal-injury
                court: us-federal
                period: 3 years after
                law: us-frcp
                authority: {cite: Sample Code § 1}
                unchecked: a sample
                examples: {accrued: 2024-05-01, due: 2027-05-03, source: counted by hand}
            """;
    private static final String LADDER = """
            ladders:
              - id: all
                rungs:
                  - {at: 7 days before, time: "09:00", to: lead-attorney, by: email}
            """;
    private static final String DRAFT = """
            deadlines:
              - {id: draft, trigger: {kind: limitation}, due: 30 days before, kind: document, title: Complaint drafted}
            """;

    private static SampleFirm sample(String rules, Claims... claims) {
        SampleFirm firm = firm().court("us-nysd")
                .with(person("jlin"))
                .team("lead-attorney", "jlin")
                .rules(rules + LADDER);
        for (Claims claim : claims) {
            firm.claim(claim.build());
        }
        return firm;
    }

    private static List<String> lines(SampleFirm firm) {
        return firm.schedule().derived().stream()
                .map(entry -> entry.title() + " "
                        + entry.when().date().map(Object::toString).orElse("without date") + " " + entry.status())
                .toList();
    }

    private static Entry lastDay(SampleFirm firm) {
        return firm.schedule().derived().stream()
                .filter(entry -> entry.kind() == EntryKind.LIMITATION)
                .findFirst()
                .orElseThrow();
    }

    private static String steps(Entry entry) {
        return String.join("\n", ((Origin.Derived) entry.origin()).steps());
    }

    @Test
    void eachClaimHasALastDayToSueItsDefendant() {
        SampleFirm firm = sample(RULES, accrued("2024-05-01"));
        Entry last = lastDay(firm);

        assertThat(lines(firm)).containsExactly("Last day to sue Bolt LLC: personal injury 2027-05-03 OPEN");
        assertThat(last.details().party()).contains("Bolt LLC");
        assertThat(last.details().authority()).contains("Sample Code § 1");
        assertThat(last.when().zone()).hasToString("America/New_York");
        assertThat(steps(last))
                .startsWith("Accrual of the personal injury claim against Bolt LLC is on Wed 2024-05-01")
                .endsWith("Without tolling the last day to sue is Mon 2027-05-03.");
    }

    @Test
    void isRemindedWithoutTollingAndTheEndOfATollingAgreementIsRemindedToo() {
        // 2 June to 1 December 2026 is 183 days after Monday 3 May 2027, counted from Saturday 1 May
        SampleFirm firm = sample(RULES, accrued("2024-05-01").agreed("2026-06-02", "2026-12-01"));

        assertThat(lines(firm))
                .containsExactly(
                        "Last day to sue Bolt LLC: personal injury 2027-05-03 OPEN",
                        "Tolling agreement with Bolt LLC ends 2026-12-01 OPEN");
        assertThat(steps(lastDay(firm)))
                .contains(
                        "Tolled from Tue 2026-06-02 to Tue 2026-12-01, both counted, 183 days (tolling agreement; letter of"
                                + " 2026-06-02): Sun 2027-10-31.")
                .contains("With tolling the last day to sue is Mon 2027-11-01.")
                .endsWith(
                        "Reminders run to the date without tolling, because only 0 of 2 people have verified the tolling.");
        assertThat(firm.going())
                .containsExactly(
                        "Tue 2026-11-24 09:00 jlin email 7-days-before",
                        "Mon 2027-04-26 09:00 jlin email 7-days-before");
    }

    @Test
    void standsAndAsksWhereItsClaimIsTakenOutOfTheFile() {
        Entry stored = lastDay(sample(RULES, accrued("2024-05-01")));
        SampleFirm without = sample(RULES).on(stored);
        Entry last = lastDay(without);
        assertThat(last.when()).isEqualTo(stored.when());
        assertThat(last.status()).isEqualTo(EntryStatus.PROVISIONAL);
        assertThat(DeadlineDeriver.asks(last))
                .hasValueSatisfying(
                        question -> assertThat(question).contains("its claim is no longer among the matter's"));
        assertThat(lastDay(sample(RULES).on(last))).as("again changes nothing").isEqualTo(last);
        assertThat(lastDay(sample(RULES, accrued("2024-05-01")).on(last)).status())
                .as("the claim is back")
                .isEqualTo(EntryStatus.OPEN);
    }

    /** The last day to sue that these people verified up to {@code day} while the claim was {@code as}. */
    private static String verified(SampleFirm firm, Claims as, String day, String... people) {
        Entry last = lastDay(firm);
        for (String person : people) {
            firm.said(new Instruction(
                    last.id(),
                    What.VERIFIED,
                    new Terms(
                            Optional.of(new When.AllDay(
                                    LocalDate.parse(day),
                                    Optional.empty(),
                                    last.when().zone())),
                            Optional.of(ClaimRules.fingerprint(
                                    as.build(), firm.rulebook().limitations().getFirst(), new CalendarId("us-nysd")))),
                    DeadlineDeriver.basis(firm.docket(), last),
                    new PersonId(person),
                    Instant.EPOCH,
                    Optional.empty()));
        }
        return lastDay(firm).when().date().orElseThrow().toString();
    }

    @Test
    void movesToTheDateWithTollingWhenTwoPeopleHaveVerifiedTheFactsAsTheyAre() {
        Claims claim = accrued("2024-05-01").agreed("2026-06-02", "2026-12-01");
        Claims other = accrued("2024-05-01").agreed("2026-06-02", "2026-11-30");

        assertThat(verified(sample(RULES, claim), claim, "2027-11-01", "jlin", "mharper"))
                .isEqualTo("2027-11-01");
        assertThat(verified(sample(RULES, claim), claim, "2027-11-01", "jlin")).isEqualTo("2027-05-03");
        assertThat(verified(sample(RULES, claim), claim, "2027-11-01", "jlin", "jlin"))
                .as("one who says it twice is one")
                .isEqualTo("2027-05-03");
        assertThat(verified(sample(RULES, claim), other, "2027-11-01", "jlin", "mharper"))
                .as("other facts were verified")
                .isEqualTo("2027-05-03");
    }

    @Test
    void standsOnItsEarlierDateWhereTheFactsOrTheRuleBecomeLaterOrAreGone() {
        Entry stored = lastDay(sample(RULES, accrued("2024-05-01")));
        for (SampleFirm edited : List.of(
                sample(RULES, accrued("2024-06-03")),
                sample(
                        RULES.replace("3 years", "4 years").replace("due: 2027-05-03", "due: 2028-05-01"),
                        accrued("2024-05-01")),
                sample("", accrued("2024-05-01")),
                sample(RULES, accrued("2024-05-01").rule("another")))) {
            Entry last = lastDay(edited.on(stored));
            assertThat(last.when()).isEqualTo(stored.when());
            assertThat(last.revision()).isEqualTo(stored.revision());
            assertThat(last.status()).isEqualTo(EntryStatus.PROVISIONAL);
            assertThat(DeadlineDeriver.asks(last))
                    .hasValueSatisfying(
                            why -> assertThat(why).contains("Mon 2027-05-03, which stood before, stands until"));
            assertThat(lastDay(edited.on(last))).as("again changes nothing").isEqualTo(last);
        }
        assertThat(lastDay(sample(RULES, accrued("2024-04-01")).on(stored))
                        .when()
                        .date())
                .as("earlier counts at once")
                .contains(LocalDate.of(2027, 4, 1));
    }

    @Test
    void oneWithoutADateWaitsWhereItsClaimIsTakenOutOfTheFile() {
        Entry waiting = lastDay(sample("", accrued("2024-05-01")));
        Entry last = lastDay(sample("").on(waiting));
        assertThat(last.status()).isEqualTo(EntryStatus.WAITING);
        assertThat(DeadlineDeriver.asks(last)).isPresent();
    }

    @Test
    void whatFollowsFromItStandsWithItWhereItsClaimIsTakenOut() {
        Entry stored = lastDay(sample(RULES + DRAFT, accrued("2024-05-01")));
        assertThat(lines(sample(RULES + DRAFT).on(stored))).contains("Complaint drafted 2027-04-03 OPEN");
    }

    @Test
    void aClaimWithoutARuleWaitsForADateAndIsListedAsAGap() {
        SampleFirm firm = sample(RULES, accrued("2024-05-01").type("personal-injurie"));

        assertThat(lines(firm)).containsExactly("Last day to sue Bolt LLC: personal injurie without date WAITING");
        assertThat(firm.gaps())
                .containsExactly(
                        "no limitation rule is for \"personal-injurie\" in us-nysd that was law on 2024-05-01; did you"
                                + " mean \"personal-injury\"?");
        assertThat(steps(lastDay(firm))).contains("There is no date: no limitation rule is for");
    }

    @Test
    void aRuleThatIsNamedIsTakenAndAMisspeltNameIsNot() {
        assertThat(lines(sample(RULES, accrued("2024-05-01").type("negligence").rule("sample"))))
                .containsExactly("Last day to sue Bolt LLC: negligence 2027-05-03 OPEN");
        assertThat(sample(RULES, accrued("2024-05-01").rule("smaple")).gaps())
                .containsExactly("no limitation rule is called \"smaple\"; did you mean \"sample\"?");
    }

    @Test
    void keepsItsIdWhenTheRuleComesLaterAndStandsWhenTheClaimGoes() {
        Entry waiting = lastDay(sample("", accrued("2024-05-01")));
        Entry dated = lastDay(sample(RULES, accrued("2024-05-01")).on(waiting));
        assertThat(dated.id()).isEqualTo(waiting.id());
        assertThat(dated.status()).isEqualTo(EntryStatus.OPEN);
        assertThat(dated.revision().number()).isEqualTo(2);

        SampleFirm without = sample(RULES).on(dated);
        assertThat(lines(without)).containsExactly("Last day to sue Bolt LLC: personal injury 2027-05-03 PROVISIONAL");
        assertThat(without.gaps()).isEmpty();
    }

    @Test
    void whatIsDoneStaysDone() {
        Entry done = lastDay(sample(RULES, accrued("2024-05-01"))).withStatus(EntryStatus.DONE);
        assertThat(lastDay(sample(RULES, accrued("2024-06-03")).on(done))).isEqualTo(done);
    }

    @Test
    void beyondTheCalendarItIsProvisionalAndStillReminds() {
        // 2042-05-04 is a Sunday, which no calendar vouches for: Friday 2 May
        SampleFirm firm = sample(RULES, accrued("2039-05-04"));
        assertThat(lines(firm)).containsExactly("Last day to sue Bolt LLC: personal injury 2042-05-02 PROVISIONAL");
        assertThat(firm.going()).containsExactly("Fri 2042-04-25 09:00 jlin email 7-days-before");
    }

    @Test
    void theFirmsOwnDeadlinesFollowFromIt() {
        // 30 days before Monday 3 May 2027: Saturday 3 April
        assertThat(lines(sample(RULES + DRAFT, accrued("2024-05-01")))).contains("Complaint drafted 2027-04-03 OPEN");
    }

    @Test
    void ofTwoRulesTheOneThatEndsFirstIsTakenAndTheDoubtIsSaid() {
        String two = RULES
                + RULES.replace("limitations:\n", "")
                        .replace("id: sample", "id: shorter")
                        .replace("3 years", "2 years");
        SampleFirm firm = sample(two, accrued("2024-05-06"));
        // 2026-05-06 is a Wednesday
        assertThat(lines(firm)).containsExactly("Last day to sue Bolt LLC: personal injury 2026-05-06 OPEN");
        assertThat(firm.gaps())
                .containsExactly(
                        "the limitation rules shorter and sample fit alike, and the one that ends first is taken; name one with"
                                + " rule:");
    }

    /** Two agreements; the first was cancelled, and is taken out of the file: the second must still be reminded. */
    @Test
    void theEndOfAnAgreementIsNotLostWithAnotherThatIsTakenOut() {
        SampleFirm two = sample(
                RULES, accrued("2024-05-01").agreed("2026-06-02", "2026-12-01").agreed("2027-01-04", "2027-06-30"));
        List<Entry> ends = two.schedule().derived().stream()
                .filter(entry -> entry.kind() == EntryKind.TASK)
                .toList();
        SampleFirm one = sample(RULES, accrued("2024-05-01").agreed("2027-01-04", "2027-06-30"))
                .on(ends.get(0).withStatus(EntryStatus.CANCELLED))
                .on(ends.get(1));
        assertThat(lines(one)).contains("Tolling agreement with Bolt LLC ends 2027-06-30 OPEN");
    }

    /** What a person says of the end of an agreement is a date like any other's. */
    @Test
    void aDateThatIsSetForTheEndOfAnAgreementStands() {
        SampleFirm firm = sample(RULES, accrued("2024-05-01").agreed("2026-06-02", "2026-12-01"));
        Entry end = firm.schedule().derived().stream()
                .filter(entry -> entry.kind() == EntryKind.TASK)
                .findFirst()
                .orElseThrow();
        firm.on(end)
                .said(new Instruction(
                        end.id(),
                        What.CHOSEN,
                        new Terms(
                                Optional.of(new When.AllDay(
                                        LocalDate.parse("2026-11-16"),
                                        Optional.empty(),
                                        end.when().zone())),
                                Optional.empty()),
                        DeadlineDeriver.basis(firm.docket(), end),
                        new PersonId("jlin"),
                        Instant.EPOCH,
                        Optional.of("it was ended early")));
        assertThat(lines(firm)).contains("Tolling agreement with Bolt LLC ends 2026-11-16 PROPOSED");
    }
}
