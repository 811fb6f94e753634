package org.tickler.daemon.month;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.PersonStore;
import org.tickler.engine.trial.Mailbox;
import org.tickler.engine.trial.ReceivedMail;
import org.tickler.engine.trial.Twilio;
import org.tickler.engine.trial.TwilioText;

/** What the mail server and the telephone company took from the firm, and when, in the words of the tables. */
final class Received {
    private final Database database;
    private final Mailbox mailbox;
    private final Twilio twilio;
    private final List<Dated> all = new ArrayList<>();
    private final Map<String, String> addresses = new HashMap<>();
    private int mails;
    private int texts;

    Received(Database database, Mailbox mailbox, Twilio twilio) {
        this.database = database;
        this.mailbox = mailbox;
        this.twilio = twilio;
        database.withHandle(PersonStore::all).all().forEach(person -> {
            person.reach()
                    .email()
                    .ifPresent(address -> addresses.put(address, person.id().value()));
            person.reach()
                    .mobile()
                    .ifPresent(number -> addresses.put(number, person.id().value()));
        });
    }

    /** Notes what came since the last look as come at {@code now}. */
    void note(Instant now) {
        List<ReceivedMail> mail = mailbox.mails();
        List<TwilioText> text = twilio.texts();
        if (mails == mail.size() && texts == text.size()) {
            return;
        }
        all.addAll(database.withHandle(handle -> {
            List<Dated> came = new ArrayList<>();
            for (; mails < mail.size(); mails++) {
                came.add(mail(handle, mail.get(mails), now));
            }
            for (; texts < text.size(); texts++) {
                came.add(text(handle, text.get(texts), now));
            }
            return came;
        }));
    }

    List<Dated> all() {
        return List.copyOf(all);
    }

    private Dated mail(Handle handle, ReceivedMail mail, Instant now) {
        String id = mail.header("Message-ID").orElseThrow().replaceAll("^<|@.*$", "");
        return new Dated(now, person(mail.to().getFirst()), "email", held(handle, id));
    }

    /** What is written back at once to who answered by text is no message of the outbox. */
    private Dated text(Handle handle, TwilioText text, Instant now) {
        Optional<String> id = handle.createQuery("SELECT id FROM message WHERE provider_id = :sid")
                .bind("sid", text.sid())
                .mapTo(String.class)
                .findOne();
        return new Dated(
                now, person(text.to()), "sms", id.map(one -> held(handle, one)).orElse("back"));
    }

    private String person(String address) {
        return addresses.getOrDefault(address, address);
    }

    /** An entry is called by its id on the docket that was loaded, else by its matter and title. */
    private static String held(Handle handle, String message) {
        return handle
                .createQuery("""
                        SELECT r.purpose, a.rung, r.entered_late, s.rule,
                            CASE e.source WHEN 'docket' THEN e.source_id ELSE e.matter || '/' || e.title END AS entry
                        FROM reminder r JOIN ask a ON a.id = r.ask LEFT JOIN entry e ON e.id = r.entry
                            LEFT JOIN sheet s ON s.ask = r.ask
                        WHERE r.message = :message""")
                .bind("message", message)
                .map((row, context) -> switch (row.getString("purpose")) {
                    case "sheet" -> "sheet " + row.getString("rule");
                    case "alarm" -> "alarm";
                    case "rung" ->
                        row.getString("rung") + " " + row.getString("entry")
                                + (row.getBoolean("entered_late") ? " late" : "");
                    default -> row.getString("purpose") + " " + row.getString("entry");
                })
                .list()
                .stream()
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
