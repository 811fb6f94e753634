package org.tickler.engine.dispatch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.tickler.engine.Samples;
import org.tickler.engine.answer.AnswerLinks;
import org.tickler.engine.dispatch.mail.MailCarrier;
import org.tickler.engine.dispatch.mail.MailLogin;
import org.tickler.engine.dispatch.mail.MailSettings;
import org.tickler.engine.dispatch.words.Composer;
import org.tickler.engine.dispatch.words.Templates;
import org.tickler.engine.due.Claimer;
import org.tickler.engine.due.DueSweep;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.ScheduleStore;
import org.tickler.engine.store.Stamp;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.remind.Ask;
import org.tickler.rules.remind.PlannedReminder;
import org.tickler.rules.remind.Purpose;
import org.tickler.rules.remind.ReminderId;
import org.tickler.rules.remind.TimeSpan;
import org.tickler.rules.remind.Unit;

/** A dispatcher with everything around it, as the program wires it, and reminders for it to send. */
public final class PostOffice {
    public static final TimeSpan FOUR_HOURS = new TimeSpan(4, Unit.HOURS);

    private PostOffice() {}

    /** Sends by the mail server on that port. */
    public static Ways byMail(int port, InstantSource clock, Path home) {
        return Ways.of(List.of(mail(port, clock)), new Outbox(home.resolve("outbox")));
    }

    /** A carrier that gives every try five seconds. */
    public static MailCarrier mail(int port, InstantSource clock) {
        return new MailCarrier(
                new MailSettings(
                        new MailSettings.Server("127.0.0.1", port, MailSettings.Tls.NONE),
                        new MailLogin.None(),
                        "Tickler <tickler@firm.example>",
                        Optional.empty(),
                        Optional.empty(),
                        MailSettings.Limits.USUAL,
                        new MailSettings.Timeouts(
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(5))),
                clock);
    }

    public static Dispatcher dispatcher(Database database, InstantSource clock, String node, Ways ways) {
        return dispatcher(database, clock, node, ways, Samples.RDIAZ);
    }

    /** The same, with another last resort. */
    public static Dispatcher dispatcher(
            Database database, InstantSource clock, String node, Ways ways, PersonId lastResort) {
        Office office = new Office(
                "Harper & Lin LLP",
                lastResort,
                (sent, within, zone) -> sent.plus(Duration.ofHours(within.count())),
                (ladder, rung) -> Optional.empty(),
                (entry, ladder) -> Optional.empty());
        return dispatcher(database, clock, node, ways, new Composer(Templates.builtIn()), () -> office);
    }

    /** Speaks in these words, for that office. */
    public static Dispatcher dispatcher(
            Database database,
            InstantSource clock,
            String node,
            Ways ways,
            Composer composer,
            Supplier<Office> office) {
        AnswerLinks links = new AnswerLinks(
                "a firm key for tests, of 32 bytes and more".getBytes(StandardCharsets.US_ASCII),
                URI.create("https://tickler.firm.example"));
        return new Dispatcher(database, clock, node, ways, new LetterWriter(composer, links), office);
    }

    public static DueSweep sweep(Database database, InstantSource clock, Ways ways) {
        return new DueSweep(new Claimer(database, clock), dispatcher(database, clock, "one", ways)::dispatch);
    }

    /** A rung of an entry, put to somebody by e-mail, with an answer wanted within four hours. */
    public static PlannedReminder asking(Entry entry, String rung, PersonId reader, Instant due) {
        return planned(entry, rung, reader, due, Optional.of(FOUR_HOURS), Purpose.RUNG);
    }

    /** A rung of an entry, told to somebody by e-mail. */
    public static PlannedReminder telling(Entry entry, String rung, PersonId reader, Instant due) {
        return planned(entry, rung, reader, due, Optional.empty(), Purpose.RUNG);
    }

    public static PlannedReminder planned(
            Entry entry, String rung, PersonId reader, Instant due, Optional<TimeSpan> within, Purpose purpose) {
        Ask ask = new Ask(entry.id(), entry.revision().number(), "ladder", rung, reader, 0);
        return new PlannedReminder(
                ask.on(Channel.EMAIL),
                ask,
                entry.matter(),
                purpose,
                reader,
                Channel.EMAIL,
                new PlannedReminder.Due(due, LocalDateTime.ofInstant(due, Samples.NEW_YORK), Samples.NEW_YORK),
                Samples.MON_2026_01_05,
                new PlannedReminder.Fate.Goes(),
                within,
                rung + ", by ladder hearings");
    }

    public static void plan(Database database, PlannedReminder... reminders) {
        database.inTransaction(handle -> {
            ScheduleStore.add(handle, List.of(reminders), Stamp.of("book", Samples.MON_2026_01_05));
            return null;
        });
    }

    /** A reminder's row. */
    public static Map<String, Object> row(Database database, ReminderId id) {
        return row(database, "SELECT * FROM reminder WHERE id = '" + id + "'");
    }

    /** The one row of a query. */
    public static Map<String, Object> row(Database database, String sql) {
        return database.withHandle(handle -> handle.createQuery(sql).mapToMap().one());
    }

    /** The one column of a query. */
    public static List<String> texts(Database database, String sql) {
        return database.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    /** How many rows there are of that. */
    public static int count(Database database, String from) {
        return Integer.parseInt(texts(database, "SELECT count(*) FROM " + from).getFirst());
    }
}
