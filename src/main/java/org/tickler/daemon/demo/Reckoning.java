package org.tickler.daemon.demo;

import java.util.List;
import java.util.Map;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.StatusStore;

/** What the month came to. Every number is read from the database, or counted at the mailbox and the phones. */
final class Reckoning {
    private static final List<String> GONE = List.of("sent", "delivered");

    private final SampleFirm firm;

    Reckoning(SampleFirm firm) {
        this.firm = firm;
    }

    void tell(Diary diary) {
        Database database = firm.opened().database();
        Map<String, Integer> states = database.withHandle(StatusStore::states);
        StatusStore.Answers answers = database.withHandle(StatusStore::answers);
        int late = firm.opened().engine().counts().unsent().reminders();
        int gone =
                GONE.stream().mapToInt(state -> states.getOrDefault(state, 0)).sum();
        diary.heading("In all");
        diary.line(gone + " reminders went out, in " + firm.mailbox().mails().size() + " e-mails and "
                + firm.twilio().texts().size() + " texts; the texts include thanks for answers");
        diary.line(states.getOrDefault("failed", 0)
                + " reminders could not be delivered by e-mail; each of them went by text instead");
        diary.line(answers.put() + " questions were put: " + answers.answered() + " were answered by the person asked, "
                + answers.byAnother() + " by the next one; open: " + answers.open());
        diary.line(
                states.getOrDefault("planned", 0) + " reminders are planned for the weeks to come; overdue: " + late);
        WentWrong.unless(late == 0, "no reminder is left unsent");
        WentWrong.unless(answers.open() == 0, "every question is answered");
        WentWrong.unless(answers.byAnother() == 1, "one question is answered by the next person");
    }
}
