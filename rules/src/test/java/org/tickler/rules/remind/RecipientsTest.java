package org.tickler.rules.remind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickler.rules.sample.SampleEntry.filing;
import static org.tickler.rules.sample.SampleFirm.firm;
import static org.tickler.rules.sample.SamplePerson.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.sample.SampleFirm;

/** Whom an escalation's words mean, and by what channels they can be told. */
class RecipientsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final SampleFirm FIRM =
            firm().with(person("jlin").delegate("dkim")).with(person("dkim").delegate("gone"));

    private static Recipients delegateOf(String asked) {
        return Recipients.of(
                new Addressee.DelegateOfAsked(),
                filing("2026-03-10").build(),
                FIRM.matter(),
                FIRM.people(),
                FIRM.people().find(new PersonId(asked)),
                person -> DAY.atStartOfDay(person.zone()).toInstant());
    }

    @Test
    void meansTheDelegateOfThePersonAsked() {
        assertThat(delegateOf("jlin").people()).extracting(Person::id).containsExactly(new PersonId("dkim"));
        assertThat(delegateOf("jlin").gap()).isEmpty();
    }

    @Test
    void saysThatThereIsNoDelegate() {
        assertThat(delegateOf("dkim")).isEqualTo(new Recipients(List.of(), Optional.of("dkim has no delegate")));
        assertThat(delegateOf("nobody").gap()).contains("nobody was asked whose delegate could be told");
    }

    @Test
    void saysThatNobodyHasTheId() {
        assertThat(Recipients.of(
                                new Addressee.Named(new PersonId("gone")),
                                filing("2026-03-10").build(),
                                FIRM.matter(),
                                FIRM.people(),
                                Optional.empty(),
                                person -> Instant.EPOCH)
                        .gap())
                .contains("nobody has the id gone; add the person or name another");
    }

    @Test
    void namesTheObstacleOfEachChannel() {
        Person client = person("acme").client().without(Channel.SMS).build();
        assertThat(Channels.obstacle(Channel.EMAIL, client, DAY)).contains("email lacks the client's consent");
        assertThat(Channels.obstacle(Channel.SMS, client, DAY)).contains("sms has no address");
        assertThat(Channels.obstacle(Channel.SMS, person("jlin").build(), DAY)).isEmpty();
        assertThat(Channels.usable(client, DAY)).isEmpty();
    }

    @Test
    void fallsBackToAllOrOneOfTheOtherChannelsAsTheRungSays() {
        Person unmobile = person("jlin").without(Channel.SMS).build();
        assertThat(Channels.chosen(new By(List.of(Channel.SMS), true), unmobile, DAY))
                .containsExactly(Channel.EMAIL);
        assertThat(Channels.chosen(new By(List.of(Channel.SMS), false), unmobile, DAY))
                .containsExactly(Channel.EMAIL);
        assertThat(Channels.chosen(
                        new By(List.of(Channel.SMS), false),
                        person("jlin").without(Channel.SMS).never(Channel.EMAIL).build(),
                        DAY))
                .isEmpty();
    }
}
