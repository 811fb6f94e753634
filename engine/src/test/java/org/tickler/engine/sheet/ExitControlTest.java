package org.tickler.engine.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickler.engine.sheet.SheetFixture.EXIT_CONTROL;
import static org.tickler.engine.sheet.SheetFixture.at;
import static org.tickler.engine.sheet.SheetFixture.task;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.engine.Samples;
import org.tickler.engine.answer.Recorded;
import org.tickler.engine.audit.Audit;
import org.tickler.engine.audit.AuditRecord;
import org.tickler.engine.docket.Act;
import org.tickler.engine.docket.Acts;
import org.tickler.engine.docket.Signature;
import org.tickler.engine.store.Answer;
import org.tickler.engine.store.AskState;
import org.tickler.engine.store.AskStore;
import org.tickler.engine.store.TestDatabase;
import org.tickler.engine.trial.ReceivedMail;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.firm.Leave;
import org.tickler.rules.firm.Wants;
import org.tickler.rules.remind.AskId;

/** The list of the evening: what it holds, who signs it, and what happens where nobody does. */
class ExitControlTest {
    private static final Entry BUNDLE = task("bundle", "Send the bundle", "2026-03-05");
    private static final Entry DRAFT = task("draft", "Draft the reply", "2026-03-06");

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    @TempDir
    Path home;

    private SheetFixture firm;
    private AskId ask;

    @BeforeEach
    void open() {
        firm = new SheetFixture(tests.database(), home, "2026-03-05T08:00", EXIT_CONTROL);
        firm.store(Samples.hearing(), BUNDLE, DRAFT);
        ask = firm.ask("exit-control", "2026-03-05", "rdiaz", 0);
    }

    @AfterEach
    void close() {
        firm.close();
    }

    private void act(Act act, String reason) {
        new Acts(firm.database(), firm.books(), firm.reconciler(), firm.clock())
                .apply(act, Signature.of(Samples.JLIN, reason));
    }

    private String list() {
        return firm.mailsTo("rdiaz").getLast().text();
    }

    private AskState state() {
        return firm.database()
                .withHandle(handle -> AskStore.find(handle, ask))
                .orElseThrow()
                .state();
    }

    @Test
    void listsWhatIsDueAndNotDoneAndWhatHasNoReceipt() {
        firm.store(
                task("old", "Old thing", "2026-03-02"),
                task("claimed", "Filed, they say", "2026-03-04").withStatus(EntryStatus.CLAIMED),
                task("done", "Done thing", "2026-03-05").withStatus(EntryStatus.DONE));
        firm.until("2026-03-05T17:10");
        assertThat(list())
                .containsSubsequence(
                        "Exit control, Thursday, March 5, 2026",
                        "OVERDUE AND NOT DONE",
                        "Old thing",
                        "DUE TODAY AND NOT DONE",
                        "Send the bundle",
                        "DUE BY THE NEXT WORKING DAY, FRIDAY, MARCH 6, 2026, AND NOT DONE",
                        "Draft the reply",
                        "SAID TO BE DONE, WITHOUT A RECEIPT",
                        "Filed, they say")
                .doesNotContain("Done thing", "Hearing on motion");
    }

    @Test
    void listsWhatWasStruckOffAndByWhomActsOnMattersAndWhatWasEntered() {
        firm.until("2026-03-05T09:00");
        act(new Act.Cancel(DRAFT.id()), "not needed any more");
        firm.database().inTransaction(handle -> {
            Audit.record(
                    handle,
                    AuditRecord.of(
                            firm.clock().instant(),
                            "mharper",
                            "waived",
                            Samples.ACME_V_BOLT,
                            BUNDLE.id(),
                            Map.of("reason", "the client agreed")));
            Audit.record(
                    handle,
                    AuditRecord.ofMatter(
                            firm.clock().instant(),
                            "mharper",
                            "settled",
                            Samples.ACME_V_BOLT,
                            Map.of("reason", "paid")));
            Audit.record(
                    handle,
                    AuditRecord.of(
                            firm.clock().instant(),
                            "docket",
                            "loaded",
                            Samples.ACME_V_BOLT,
                            Samples.hearing().id(),
                            Map.of("source", "docket", "after", "x")));
            return null;
        });
        firm.until("2026-03-05T17:10");
        assertThat(list())
                .containsSubsequence(
                        "STRUCK OFF, MOVED, CORRECTED OR OTHERWISE CHANGED",
                        "Cancelled: Draft the reply",
                        "by John Lin",
                        "not needed any more",
                        "Waived: Send the bundle",
                        "by Mara Harper",
                        "the client agreed",
                        "ACTS ON WHOLE MATTERS",
                        "Settled",
                        "by Mara Harper",
                        "ENTERED",
                        "Hearing on motion to compel",
                        "by docket");
    }

    @Test
    void tellsOnTheNextListWhatWasDoneAfterThisOneAlsoWhereThatWasPassedOnLater() {
        firm.until("2026-03-05T19:00");
        act(new Act.Cancel(DRAFT.id()), "called off at night");
        firm.until("2026-03-06T17:10");
        assertThat(list()).contains("since Thursday, March 5, 2026, 4:59 PM EST", "called off at night");
    }

    @Test
    void isSignedByTheControllersAnswer() {
        firm.until("2026-03-05T17:10");
        ReceivedMail mail = firm.mailsTo("rdiaz").getFirst();
        assertThat(mail.header("Subject").orElse("")).startsWith("To sign: Exit control, Thursday, March 5, 2026");
        assertThat(mail.text()).contains("sign it within 3 hours: https://tickler.firm.example/a/", "reply code ");
        assertThat(firm.answer(ask, Answer.HAVE_IT, Samples.RDIAZ)).isInstanceOf(Recorded.Signed.class);
        assertThat(firm.answer(ask, Answer.HAVE_IT, Samples.RDIAZ)).isInstanceOf(Recorded.SignedBefore.class);
        assertThat(state()).isEqualTo(AskState.ANSWERED);
        firm.until("2026-03-06T09:00");
        assertThat(firm.mailsTo("mharper")).isEmpty();
        assertThat(firm.texts("SELECT who || ' ' || (detail->>'day') || ' ' || (detail->>'hash') FROM audit"
                        + " WHERE act = 'sheet-signed'"))
                .containsExactly("rdiaz 2026-03-05 "
                        + firm.texts("SELECT hash FROM sheet").getFirst());
    }

    @Test
    void goesWithTheSameListToTheNextPersonWhereNobodySigns() {
        firm.until("2026-03-05T20:30");
        assertThat(firm.mailsTo("mharper")).hasSize(1);
        assertThat(firm.mailsTo("mharper").getFirst().text()).contains("Send the bundle", "reply code ");
        assertThat(firm.texts("SELECT DISTINCT hash FROM sheet")).hasSize(1);
        assertThat(state()).isEqualTo(AskState.ESCALATED);
        AskId next = firm.ask("exit-control", "2026-03-05", "mharper", 1);
        firm.answer(next, Answer.HAVE_IT, Samples.MHARPER);
        assertThat(state()).isEqualTo(AskState.CLOSED);
        firm.until("2026-03-06T12:00");
        assertThat(firm.texts("SELECT act FROM audit WHERE act IN ('escalated', 'escalation-ended', 'sheet-signed')"))
                .containsExactly("escalated", "sheet-signed");
    }

    @Test
    void goesToTheNextPersonAtOnceWhereItsReaderWouldNotSign() {
        firm.until("2026-03-05T17:10");
        firm.answer(ask, Answer.NOT_READY, Samples.RDIAZ);
        firm.sweep();
        assertThat(firm.mailsTo("mharper")).hasSize(1);
        assertThat(firm.texts("SELECT act FROM audit WHERE act = 'sheet-refused'"))
                .hasSize(1);
        firm.answer(ask, Answer.HAVE_IT, Samples.RDIAZ);
        assertThat(state()).isEqualTo(AskState.ANSWERED);
    }

    @Test
    void goesToWhoStandsInForTheController() {
        LocalDate today = LocalDate.of(2026, 3, 5);
        firm.save(Samples.rdiaz(), Wants.EACH, List.of(new Leave(today, today)), Optional.of(Samples.JLIN));
        firm.until("2026-03-05T17:10");
        assertThat(firm.mailsTo("rdiaz")).isEmpty();
        assertThat(firm.mailsTo("jlin")).hasSize(1);
        assertThat(firm.desk()
                        .sheets()
                        .look(ask, firm.clock().instant())
                        .orElseThrow()
                        .reader()
                        .id())
                .isEqualTo(Samples.JLIN);
    }

    @Test
    void goesToTheNextPersonWhereItCannotBeDelivered() {
        firm.mailbox().refuse("rdiaz@firm.example");
        firm.until("2026-03-05T17:10");
        // her telephone is not set up in this house, so the text message is held
        assertThat(firm.texts("SELECT channel || ' ' || state FROM reminder WHERE recipient = 'rdiaz' ORDER BY 1"))
                .containsExactly("email failed", "sms held");
    }

    @Test
    void countsWhatItsReaderMayNotSee() {
        firm.store(task(firm.confidential(), "secret", "Settle in silence", "2026-03-05"));
        firm.until("2026-03-05T17:10");
        assertThat(list())
                .contains("1 line on matters that are not open to you")
                .doesNotContain("Settle in silence");
        SheetBody page = firm.desk()
                .sheets()
                .look(ask, firm.clock().instant())
                .orElseThrow()
                .body();
        assertThat(page.toString()).doesNotContain("Settle in silence").contains("Send the bundle");
        assertThat(firm.mailsTo("mharper").stream().map(ReceivedMail::text))
                .as("who may see it hears what the reader does not")
                .filteredOn(text -> text.contains("none of its readers may see"))
                .singleElement()
                .asString()
                .contains("Settle in silence", "H-7")
                .doesNotContain("Send the bundle");
    }

    @Test
    void comesLateAndOnceAfterAnOutageOverTheWeekend() {
        firm.outageUntil("2026-03-09T08:00");
        assertThat(firm.subjects("rdiaz")).hasSize(1);
        assertThat(list()).contains("Exit control, Friday, March 6, 2026", "late by 2 days");
        assertThat(at("2026-03-09T08:00")).isEqualTo(firm.clock().instant());
    }
}
