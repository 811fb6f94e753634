package org.tickler.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.tickler.engine.answer.AnswerLinks;
import org.tickler.engine.dispatch.Dispatcher;
import org.tickler.engine.dispatch.LetterWriter;
import org.tickler.engine.dispatch.Office;
import org.tickler.engine.dispatch.Outbox;
import org.tickler.engine.dispatch.Ways;
import org.tickler.engine.dispatch.mail.MailCarrier;
import org.tickler.engine.dispatch.mail.MailLogin;
import org.tickler.engine.dispatch.mail.MailSettings;
import org.tickler.engine.dispatch.words.Composer;
import org.tickler.engine.dispatch.words.Templates;
import org.tickler.engine.due.Claimer;
import org.tickler.engine.due.DueSweep;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.DatabaseClock;
import org.tickler.engine.store.StatusStore;
import org.tickler.engine.store.embedded.EmbeddedPostgres;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.PersonId;

/** Tickler as {@code serve} puts it together: embedded database, claims, stages and carrier with the limits it ships with. */
final class Firm implements AutoCloseable {
    private final EmbeddedPostgres postgres;
    private final Database database;
    private final MailCarrier mail;
    private final DueSweep due;
    private final Crowd crowd;

    private Firm(
            EmbeddedPostgres postgres, Database database, InstantSource clock, int mailPort, int people, Path home) {
        this.postgres = postgres;
        this.database = database;
        this.mail = new MailCarrier(
                MailSettings.of(
                        new MailSettings.Server("127.0.0.1", mailPort, MailSettings.Tls.NONE),
                        new MailLogin.None(),
                        "Tickler <tickler@firm.example>"),
                clock);
        AnswerLinks links = new AnswerLinks(
                "a key of thirty-two bytes or more for the bench".getBytes(StandardCharsets.US_ASCII),
                URI.create("https://tickler.firm.example"));
        Dispatcher dispatcher = new Dispatcher(
                database,
                clock,
                "bench",
                Ways.of(List.of(mail), new Outbox(home.resolve("outbox"))),
                new LetterWriter(new Composer(Templates.builtIn()), links),
                () -> new Office(
                        "Harper & Lin LLP",
                        new PersonId("p0"),
                        (sent, within, zone) -> sent.plus(Duration.ofHours(within.count())),
                        (ladder, rung) -> Optional.empty(),
                        (entry, ladder) -> Optional.empty()));
        this.due = new DueSweep(new Claimer(database, clock), dispatcher::dispatch);
        this.crowd = new Crowd(database, clock, people);
    }

    static Firm open(Path home, int mailPort, int people) throws IOException {
        EmbeddedPostgres postgres = EmbeddedPostgres.join(home.resolve("data"));
        Database database = Database.open(postgres.address());
        database.migrate();
        Firm firm = new Firm(postgres, database, new DatabaseClock(database), mailPort, people, home);
        firm.crowd.gather();
        return firm;
    }

    /** Plans a reminder to each of the people, due now. */
    void plan() {
        crowd.owe();
    }

    /** Claims, writes, sends and records all that is due; how many a second. */
    double perSecond() {
        long began = System.nanoTime();
        int passed = due.run(Channel.EMAIL);
        return passed / ((System.nanoTime() - began) / 1e9);
    }

    /** Fails unless every reminder there ever was is sent, at its first try. */
    void provesAllSent(int reminders) {
        int sent = Optional.ofNullable(database.withHandle(StatusStore::states).get("sent"))
                .orElse(0);
        int tries = database.withHandle(StatusStore::attempts).values().stream()
                .mapToInt(count -> count)
                .sum();
        if (sent != reminders || tries != reminders) {
            throw new IllegalStateException(
                    "of " + reminders + " reminders " + sent + " are sent, by " + tries + " attempts");
        }
    }

    @Override
    public void close() {
        mail.close();
        database.close();
        postgres.close();
    }
}
