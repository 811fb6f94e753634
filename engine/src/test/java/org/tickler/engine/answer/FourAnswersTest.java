package org.tickler.engine.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickler.engine.AskFixture.KCHO;
import static org.tickler.engine.Samples.ACME;
import static org.tickler.engine.Samples.JLIN;
import static org.tickler.engine.Samples.MHARPER;
import static org.tickler.engine.Samples.RDIAZ;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tickler.engine.AskFixture;
import org.tickler.engine.Samples;
import org.tickler.engine.store.Answer;
import org.tickler.engine.store.AnswerStore;
import org.tickler.engine.store.AnswerWay;
import org.tickler.engine.store.AskRow;
import org.tickler.engine.store.AskState;
import org.tickler.engine.store.PersonStore;
import org.tickler.engine.store.TestDatabase;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.Reach;
import org.tickler.rules.remind.AskId;
import org.tickler.rules.remind.Purpose;

/** Done, pass on, and who may answer for whom. */
class FourAnswersTest {
    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    private AskFixture firm;

    @BeforeEach
    void begin() {
        firm = new AskFixture(tests.database());
    }

    @Test
    void doneClaimsTheEntryKeepsTheReceiptByItsHashAndStopsTheClock() throws IOException {
        firm.wantsTwoForDone();
        AskId ask = firm.ask("lead", JLIN, Channel.EMAIL);
        assertThat(firm.answer(ask, done("the notice of filing"))).isInstanceOf(Recorded.Taken.class);
        assertThat(firm.entry().status()).isEqualTo(EntryStatus.CLAIMED);
        assertThat(firm.find(ask).state()).isEqualTo(AskState.ANSWERED);
        try (Stream<Path> kept = Files.list(firm.receipts())) {
            List<Path> files = kept.toList();
            assertThat(files).singleElement().asString().matches(".*/[0-9a-f]{64}");
            assertThat(files.getFirst()).hasContent("the notice of filing");
        }
        firm.pass(Duration.ofDays(1));
        assertThat(firm.reminders()).contains("jlin email sent").noneMatch(one -> one.startsWith("mharper"));
    }

    @Test
    void doneIsDoneAtOnceWhereNoCheckWantsMoreAndAReceiptMayFollow() {
        AskId ask = firm.ask("lead", JLIN, Channel.EMAIL);
        firm.answer(ask, Answer.DONE, JLIN);
        assertThat(firm.entry().status()).isEqualTo(EntryStatus.DONE);
        assertThat(firm.answer(ask, Answer.DONE, JLIN)).isInstanceOf(Recorded.Same.class);
        assertThat(firm.answer(ask, done("the notice"))).isInstanceOf(Recorded.Taken.class);
        assertThat(firm.receipts()).isDirectoryContaining("glob:**");
        assertThat(firm.answer(ask, Answer.NOT_READY, JLIN)).isInstanceOf(Recorded.Over.class);
    }

    @Test
    void doneTwiceIsOneUnlessAReceiptComesWithIt() {
        firm.wantsTwoForDone();
        AskId ask = firm.ask("lead", JLIN, Channel.EMAIL);
        firm.answer(ask, Answer.DONE, JLIN);
        assertThat(firm.answer(ask, Answer.DONE, JLIN)).isInstanceOf(Recorded.Same.class);
        assertThat(firm.answer(ask, done("the notice"))).isInstanceOf(Recorded.Taken.class);
        assertThat(firm.acts())
                .filteredOn(act -> !act.equals("planned"))
                .containsExactly("claimed", "answered", "claimed", "answered");
    }

    @Test
    void haveItNeverCountsAsDone() {
        AskId ask = firm.ask("lead", JLIN, Channel.EMAIL);
        firm.answer(ask, Answer.HAVE_IT, JLIN);
        assertThat(firm.entry().status()).isEqualTo(EntryStatus.OPEN);
    }

    @Test
    void haveItStopsThisRungAndNotTheNext() {
        AskId lead = firm.ask("lead", JLIN, Channel.EMAIL);
        firm.answer(lead, Answer.HAVE_IT, JLIN);
        AskId patient = firm.ask("patient", JLIN, Channel.EMAIL);
        firm.pass(Duration.ofHours(2));
        assertThat(firm.find(lead).state()).isEqualTo(AskState.ANSWERED);
        assertThat(firm.find(patient).state()).isEqualTo(AskState.ESCALATED);
    }

    @Test
    void acknowledgedItemNeverEscalatesMonthsLater() {
        AskId ask = firm.ask("lead", JLIN, Channel.EMAIL);
        firm.answer(ask, Answer.HAVE_IT, JLIN);
        firm.pass(Duration.ofDays(150));
        assertThat(firm.find(ask).state()).isEqualTo(AskState.ANSWERED);
        assertThat(firm.reminders()).containsExactly("jlin email sent");
    }

    @Test
    void doneItemNeverEscalates() {
        AskId ask = firm.ask("lead", JLIN, Channel.EMAIL);
        firm.status(EntryStatus.DONE);
        firm.pass(Duration.ofDays(150));
        assertThat(firm.find(ask).state()).isEqualTo(AskState.CLOSED);
        assertThat(firm.reminders()).containsExactly("jlin email sent");
    }

    @Test
    void reopenedItemEscalatesAgain() {
        AskId first = firm.ask("lead", JLIN, Channel.EMAIL);
        firm.answer(first, Answer.DONE, JLIN);
        firm.status(EntryStatus.OPEN);
        AskId next = firm.ask("patient", JLIN, Channel.EMAIL);
        firm.pass(Duration.ofHours(2));
        assertThat(firm.find(next).state()).isEqualTo(AskState.ESCALATED);
        assertThat(firm.step("patient", MHARPER)).isPresent();
    }

    @Test
    void passOnAsksTheColleagueForTheSameRungWithAFreshClock() {
        AskId ask = firm.ask("lead", JLIN, Channel.EMAIL);
        firm.clock().advance(Duration.ofHours(3));
        firm.answer(ask, passOn(JLIN, RDIAZ));
        AskRow diaz = firm.step("lead", RDIAZ).orElseThrow();
        assertThat(diaz.purpose()).isEqualTo(Purpose.PASSED_ON);
        assertThat(diaz.answerWithin()).isEqualTo(firm.find(ask).answerWithin());
        assertThat(firm.reminders()).containsExactly("jlin email sent", "rdiaz email planned", "rdiaz sms planned");
        firm.pass(Duration.ofHours(3));
        assertThat(firm.find(ask).state()).isEqualTo(AskState.OPEN);
        firm.answer(diaz.id(), Answer.HAVE_IT, RDIAZ);
        firm.pass(Duration.ofDays(5));
        assertThat(firm.step("lead", KCHO)).isEmpty();
    }

    @Test
    void aColleagueWhoIsSilentEscalatesAlongTheRungsChainAndWhoPassedItOnIsTold() {
        AskId ask = firm.ask("lead", JLIN, Channel.EMAIL);
        firm.answer(ask, passOn(JLIN, RDIAZ));
        firm.send(firm.step("lead", RDIAZ).orElseThrow().id());
        firm.pass(Duration.ofHours(5));
        assertThat(firm.find(ask).reason().orElseThrow())
                .isEqualTo("Rosa Diaz, to whom John Lin passed it on, has not answered within 4 business hours");
        assertThat(firm.step("lead", KCHO)).isPresent();
        AskRow back = firm.step("lead", JLIN).orElseThrow();
        firm.send(back.id());
        firm.pass(Duration.ofHours(1));
        assertThat(firm.step("lead", MHARPER)).isPresent();
        assertThat(firm.acts()).containsExactly("answered", "told-back", "escalated", "escalated");
        firm.answer(back.id(), Answer.HAVE_IT, JLIN);
        firm.pass(Duration.ofDays(1));
        assertThat(firm.step("lead", MHARPER).orElseThrow().state()).isEqualTo(AskState.CLOSED);
    }

    @Test
    void aColleagueWhoDeclinesIsFollowedByTheNextPersonAtOnce() {
        AskId ask = firm.ask("lead", JLIN, Channel.EMAIL);
        firm.answer(ask, passOn(JLIN, RDIAZ));
        firm.answer(firm.step("lead", RDIAZ).orElseThrow().id(), Answer.NOT_READY, RDIAZ);
        firm.sweep();
        assertThat(firm.find(ask).reason().orElseThrow())
                .isEqualTo("Rosa Diaz, to whom John Lin passed it on, is not ready");
        assertThat(firm.step("lead", KCHO)).isPresent();
        assertThat(firm.step("lead", JLIN)).isPresent();
    }

    @Test
    void whatIsPassedOnTwiceTellsBothWhereItIsNotTaken() {
        AskId ask = firm.ask("lead", JLIN, Channel.EMAIL);
        firm.answer(ask, passOn(JLIN, RDIAZ));
        AskId diaz = firm.step("lead", RDIAZ).orElseThrow().id();
        firm.answer(diaz, passOn(RDIAZ, MHARPER));
        assertThat(firm.find(diaz).state()).isEqualTo(AskState.ANSWERED);
        firm.pass(Duration.ofHours(5));
        assertThat(firm.step("lead", JLIN)).isPresent();
        assertThat(firm.acts()).containsExactly("answered", "answered", "told-back", "told-back", "escalated");
    }

    @Test
    void whatOnePassedOnDoesNotComeBackByTheSameRoad() {
        AskId ask = firm.ask("lead", JLIN, Channel.EMAIL);
        firm.answer(ask, passOn(JLIN, RDIAZ));
        assertThat(why(firm.answer(firm.step("lead", RDIAZ).orElseThrow().id(), passOn(RDIAZ, JLIN))))
                .isEqualTo("John Lin has passed it on before; say that you are not ready instead");
    }

    @Test
    void passOnToTheSameColleagueTwiceIsOne() {
        AskId ask = firm.ask("lead", JLIN, Channel.EMAIL);
        firm.answer(ask, passOn(JLIN, RDIAZ));
        assertThat(firm.answer(ask, passOn(JLIN, RDIAZ))).isInstanceOf(Recorded.Same.class);
        assertThat(firm.reminders()).containsExactly("jlin email sent", "rdiaz email planned", "rdiaz sms planned");
    }

    @Test
    void nobodyIsPassedWhatSheMayNotSeeCannotHearOfOrIsNotHereFor() {
        AskId ask = firm.ask("lead", JLIN, Channel.EMAIL);
        assertThat(why(firm.answer(ask, passOn(JLIN, ACME)))).isEqualTo("Acme Corp. is not one of the staff");
        assertThat(why(firm.answer(ask, passOn(JLIN, JLIN)))).isEqualTo("John Lin has it already");
        assertThat(why(firm.answer(ask, passOn(JLIN, new PersonId("nobody"))))).isEqualTo("nobody here is nobody");
        firm.wallOff(KCHO);
        assertThat(why(firm.answer(ask, passOn(JLIN, KCHO)))).isEqualTo("Kim Cho may not see the matter");
        firm.wallOff();
        firm.away(AskFixture.kcho());
        assertThat(why(firm.answer(ask, passOn(JLIN, KCHO)))).isEqualTo("Kim Cho is away, and nobody stands in");
        firm.save(unreachable(AskFixture.kcho()), Optional.empty(), List.of());
        Recorded refused = firm.answer(ask, passOn(JLIN, KCHO));
        assertThat(why(refused)).contains("kcho cannot be reached");
        assertThat(((Recorded.Refused) refused).possible()).containsExactly("Rosa Diaz", "Mara Harper");
        assertThat(firm.find(ask).given()).isEmpty();
        assertThat(firm.acts()).isEmpty();
    }

    @Test
    void whoStandsInForAColleagueOnLeaveTakesItOver() {
        AskId ask = firm.ask("lead", JLIN, Channel.EMAIL);
        firm.save(AskFixture.kcho(), Optional.of(RDIAZ), List.of());
        firm.away(database(KCHO));
        firm.answer(ask, passOn(JLIN, KCHO));
        assertThat(firm.step("lead", KCHO)).isPresent();
        assertThat(firm.reminders()).containsExactly("jlin email sent", "rdiaz email planned", "rdiaz sms planned");
    }

    @Test
    void aSecretaryAnswersAsHerselfAndItCountsAsHis() {
        firm.answersFor(AskFixture.kcho(), JLIN);
        AskId ask = firm.ask("lead", JLIN, Channel.EMAIL);
        assertThat(firm.answer(ask, Answer.HAVE_IT, KCHO)).isInstanceOf(Recorded.Taken.class);
        assertThat(firm.find(ask).given().orElseThrow().by()).isEqualTo(KCHO);
        assertThat(firm.find(ask).state()).isEqualTo(AskState.ANSWERED);
        List<AnswerStore.Row> rows = tests.database().withHandle(handle -> AnswerStore.of(handle, List.of(ask)));
        assertThat(rows)
                .singleElement()
                .satisfies(row -> assertThat(row.saidFor()).isEqualTo(JLIN));
        firm.pass(Duration.ofDays(1));
        assertThat(firm.step("lead", KCHO)).isEmpty();
        assertThat(firm.step("lead", MHARPER)).isEmpty();
    }

    @Test
    void whoDoesNotAnswerForHimIsToldWhoDoes() {
        AskId ask = firm.ask("lead", JLIN, Channel.EMAIL);
        Recorded refused = firm.answer(ask, Answer.HAVE_IT, MHARPER);
        assertThat(why(refused)).isEqualTo("Mara Harper does not answer for John Lin");
        assertThat(((Recorded.Refused) refused).possible()).containsExactly("John Lin");
        assertThat(firm.find(ask).given()).isEmpty();
    }

    @Test
    void aSecretaryBehindAWallNeitherSeesNorAnswers() {
        firm.answersFor(AskFixture.kcho(), JLIN);
        AskId ask = firm.ask("lead", JLIN, Channel.EMAIL);
        firm.wallOff(KCHO);
        assertThat(firm.answer(ask, Answer.HAVE_IT, KCHO)).isInstanceOf(Recorded.NoSuch.class);
        AnswerSheet sheet = firm.desk().look(ask, firm.clock().instant()).orElseThrow();
        assertThat(sheet.ways().answerers()).extracting(Person::id).containsExactly(JLIN);
        assertThat(sheet.ways().colleagues()).extracting(Person::id).doesNotContain(KCHO);
    }

    @Test
    void noAnswerIsTakenToAMovedOrFinishedEntry() {
        AskId ask = firm.ask("lead", JLIN, Channel.EMAIL);
        firm.move();
        assertThat(firm.answer(ask, passOn(JLIN, RDIAZ))).isInstanceOf(Recorded.Moved.class);
        assertThat(firm.answer(ask, done("the notice"))).isInstanceOf(Recorded.Moved.class);
        firm.status(EntryStatus.DONE);
        assertThat(firm.answer(ask, done("the notice"))).isInstanceOf(Recorded.Over.class);
        assertThat(firm.entry().status()).isEqualTo(EntryStatus.DONE);
    }

    private Person database(PersonId id) {
        return tests.database()
                .withHandle(handle -> PersonStore.find(handle, id))
                .orElseThrow();
    }

    private static AnswerGiven done(String receipt) {
        ByteBuffer bytes = ByteBuffer.wrap(receipt.getBytes(StandardCharsets.UTF_8));
        return AnswerGiven.done(JLIN, AnswerWay.PAGE, Proof.of("", Optional.of(new Proof.File("notice.pdf", bytes))));
    }

    private static AnswerGiven passOn(PersonId by, PersonId to) {
        return AnswerGiven.passOn(by, AnswerWay.PAGE, to);
    }

    private static String why(Recorded recorded) {
        assertThat(recorded).isInstanceOf(Recorded.Refused.class);
        return ((Recorded.Refused) recorded).why();
    }

    private static Person unreachable(Person person) {
        return new Person(
                person.id(),
                person.name(),
                person.kind(),
                person.roles(),
                new Reach(Optional.empty(), Optional.empty(), Set.of(), Map.of()),
                person.zone(),
                person.quiet(),
                person.leave(),
                person.delegate(),
                person.wants(),
                person.left(),
                Samples.MON_2026_01_05);
    }
}
