package org.tickler.rules.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickler.rules.firm.Channel.EMAIL;
import static org.tickler.rules.firm.Channel.SMS;
import static org.tickler.rules.sample.SampleEntry.filing;
import static org.tickler.rules.sample.SampleFirm.firm;
import static org.tickler.rules.sample.SamplePerson.person;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickler.rules.remind.TimeSpan;
import org.tickler.rules.remind.Unit;
import org.tickler.rules.sample.SampleFirm;
import org.tickler.rules.sample.SamplePerson;

/** Who hears of a rung, and by which channels. Every rung here speaks 1 day before the filing of Tuesday 10 March. */
class RecipientsTest {
    private static SampleFirm told(String to, String by) {
        return firm().on(filing("2026-03-10").owner("pat")).rules("""
                        ladders:
                          - id: all
                            rungs:
                              - {at: 1 day before, to: %s, by: "%s"}
                        """.formatted(to, by));
    }

    private static List<String> who(SampleFirm firm) {
        return firm.going().stream()
                .map(line -> line.replace("Mon 2026-03-09 09:00 ", "").replace(" 1-day-before", ""))
                .toList();
    }

    @Test
    void takesTheRoleOfTheMattersTeamBeforeTheFirms() {
        assertThat(who(told("lead-attorney", "email")
                        .with(person("mharper").role("lead-attorney"))
                        .with(person("jlin"))
                        .team("lead-attorney", "jlin")))
                .containsExactly("jlin email");
    }

    @Test
    void fallsBackToTheRoleInTheFirm() {
        assertThat(who(told("docket-clerk", "email").with(person("rdiaz").role("docket-clerk"))))
                .containsExactly("rdiaz email");
    }

    @Test
    void tellsAllWhomARoleNames() {
        assertThat(who(told("paralegal", "email")
                        .with(person("ann"))
                        .with(person("bob"))
                        .team("paralegal", "ann", "bob")))
                .containsExactlyInAnyOrder("ann email", "bob email");
    }

    @Test
    void tellsAPersonOnceWhomTwoWordsName() {
        assertThat(who(told("[lead-attorney, paralegal, pat]", "email")
                        .with(person("pat").role("lead-attorney").role("paralegal"))))
                .containsExactly("pat email");
    }

    @Test
    void tellsTheOwnerByIdOrByRole() {
        assertThat(who(told("owner", "email").with(person("pat")))).containsExactly("pat email");
        assertThat(who(told("owner", "email")
                        .on(filing("2026-03-10").owner("paralegal"))
                        .with(person("ann").role("paralegal"))))
                .containsExactly("ann email");
    }

    @Test
    void tellsTheLeadWhereNobodyOwnsTheEntry() {
        assertThat(who(told("owner", "email")
                        .on(filing("2026-03-10"))
                        .with(person("lea").role("lead-attorney"))))
                .containsExactly("lea email");
    }

    @Test
    void saysThatAnEntryHasNoOwnerToTell() {
        SampleFirm firm = told("owner", "email").on(filing("2026-03-10")).with(person("pat"));
        assertThat(firm.lines()).isEmpty();
        assertThat(firm.gaps()).singleElement().asString().endsWith("has no owner, and H-2291 no lead-attorney");
    }

    @Test
    void saysThatNobodyHoldsTheRole() {
        SampleFirm firm = told("[lead-attorney, paralegal]", "email")
                .with(person("jlin").role("lead-attorney"))
                .team("paralegal", "gone");
        assertThat(who(firm)).containsExactly("jlin email");
        assertThat(firm.gaps())
                .containsExactly(
                        "ladder all, 1-day-before: nobody is paralegal, neither on the team of H-2291 nor in the firm");
    }

    @ParameterizedTest(name = "by {0}: {1}")
    @CsvSource({
        "email, 'pat email'",
        "sms, 'pat sms'",
        "sms and email, 'pat email, pat sms'",
        "'sms, else email', 'pat sms'",
        "'email, else sms', 'pat email'",
    })
    void usesTheChannelsOfTheRung(String by, String expected) {
        assertThat(who(told("pat", by).with(person("pat")))).containsExactlyInAnyOrder(expected.split(", "));
    }

    @ParameterizedTest(name = "by {0} without a mobile: {1}")
    @CsvSource({"sms and email, pat email", "'sms, else email', pat email", "sms, pat email"})
    void usesWhatReachesThePerson(String by, String expected) {
        assertThat(who(told("pat", by).with(person("pat").without(SMS)))).containsExactly(expected);
    }

    @Test
    void neverUsesAChannelThatThePersonForbids() {
        assertThat(who(told("pat", "sms and email").with(person("pat").never(EMAIL))))
                .containsExactly("pat sms");
    }

    @Test
    void tellsAClientOnlyByChannelsWithConsent() {
        SamplePerson client = person("acme").client().consents(EMAIL, "2026-01-05");
        assertThat(who(told("client", "sms and email").with(client).team("client", "acme")))
                .containsExactly("acme email");
    }

    @Test
    void doesNotUseAConsentBeforeItsDay() {
        SamplePerson client = person("acme").client().consents(EMAIL, "2026-03-10");
        SampleFirm firm = told("client", "email").with(client).team("client", "acme");
        assertThat(firm.lines()).isEmpty();
        assertThat(firm.gaps())
                .containsExactly("ladder all, 1-day-before, to acme: acme cannot be reached:"
                        + " email lacks the client's consent, sms lacks the client's consent");
    }

    @Test
    void saysThatNoChannelReachesAPerson() {
        SampleFirm firm = told("pat", "email").with(person("pat").without(EMAIL).never(SMS));
        assertThat(firm.lines()).isEmpty();
        assertThat(firm.gaps())
                .containsExactly("ladder all, 1-day-before, to pat: pat cannot be reached:"
                        + " email has no address, sms is never to be used");
    }

    @Test
    void doesNotTellWhomTheWallShutsOut() {
        SampleFirm firm = told("[pat, ann]", "email")
                .with(person("pat"))
                .with(person("ann"))
                .walledOff("ann");
        assertThat(who(firm)).containsExactly("pat email");
        assertThat(firm.gaps()).containsExactly("ladder all, 1-day-before, to ann: ann is walled off from H-2291");
    }

    @Test
    void doesNotTellStaffOfAMatterThatIsOpenToItsTeamOnly() {
        SampleFirm firm = told("[pat, ann]", "email")
                .with(person("pat"))
                .with(person("ann"))
                .team("paralegal", "pat")
                .teamOnly();
        assertThat(who(firm)).containsExactly("pat email");
        assertThat(firm.gaps()).singleElement().asString().contains("open to its team only");
    }

    @Test
    void doesNotTellSomebodyElsesClient() {
        SampleFirm firm = told("acme", "email").with(person("acme").client().consents(EMAIL, "2026-01-01"));
        assertThat(firm.lines()).isEmpty();
        assertThat(firm.gaps()).singleElement().asString().contains("not staff and not on the team");
    }

    @ParameterizedTest(name = "answer from {0}: {1} and {2}")
    @CsvSource({"lead-attorney, true, false", "any, true, true", "each, true, true"})
    void wantsAnAnswerFromThoseWhoseAnswerCounts(String from, boolean lead, boolean paralegal) {
        List<Optional<TimeSpan>> answers = firm()
                .with(person("ann").role("lead-attorney"))
                .with(person("bob").role("paralegal"))
                .on(filing("2026-03-10"))
                .rules("""
                        ladders:
                          - id: all
                            rungs:
                              - at: 2 days before
                                to: [lead-attorney, paralegal]
                                by: email
                                answer: {from: %s, within: 4 business hours}
                        """.formatted(from))
                .schedule()
                .reminders()
                .stream()
                .sorted((one, other) -> one.to().compareTo(other.to()))
                .map(reminder -> reminder.answer())
                .toList();
        Optional<TimeSpan> wanted = Optional.of(new TimeSpan(4, Unit.BUSINESS_HOURS));
        assertThat(answers).containsExactly(lead ? wanted : Optional.empty(), paralegal ? wanted : Optional.empty());
    }

    @Test
    void saysThatNobodyIsToldWhoseAnswerCounts() {
        SampleFirm firm = firm().with(person("ann").role("lead-attorney"))
                .with(person("bob").role("paralegal"))
                .team("lead-attorney", "gone")
                .on(filing("2026-03-10"))
                .rules("""
                        ladders:
                          - id: all
                            rungs:
                              - at: 2 days before
                                to: [lead-attorney, paralegal]
                                by: email
                                answer: {from: lead-attorney, within: 4 business hours}
                        """);
        assertThat(firm.gaps())
                .contains("ladder all, 2-days-before: it wants an answer, and nobody whose answer counts is told");
    }
}
