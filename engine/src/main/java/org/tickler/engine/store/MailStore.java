package org.tickler.engine.store;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.tickler.calendars.text.Words;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.remind.AskId;

/** Mail that comes in: how far a mailbox was read, what came attached, and which of our own messages it is about. */
public final class MailStore {

    private MailStore() {}

    /** How far a mailbox was read; good for as long as its validity is the same. */
    public record Place(long validity, long uid) {}

    /** Something attached to a mail. */
    public record File(String name, String type, ByteBuffer bytes) {
        public File {
            bytes = bytes.asReadOnlyBuffer();
        }
    }

    /** A message of ours: to whom, and where it went. */
    public record Message(String id, PersonId recipient, String address) {}

    public static Optional<Place> place(Handle handle, String mailbox) {
        return handle.createQuery("SELECT validity, uid FROM mailbox WHERE name = :name")
                .bind("name", mailbox)
                .map((row, context) -> new Place(row.getLong("validity"), row.getLong("uid")))
                .findOne();
    }

    /** Writes down how far a mailbox was read. */
    public static void reached(Handle handle, String mailbox, Place place, Instant at) {
        handle.createUpdate("""
                        INSERT INTO mailbox (name, validity, uid, read_at) VALUES (:name, :validity, :uid, :at)
                        ON CONFLICT (name) DO UPDATE SET validity = excluded.validity, read_at = excluded.read_at,
                            uid = CASE WHEN mailbox.validity = excluded.validity
                                THEN greatest(mailbox.uid, excluded.uid) ELSE excluded.uid END""")
                .bind("name", mailbox)
                .bind("validity", place.validity())
                .bind("uid", place.uid())
                .bind("at", at)
                .execute();
    }

    /**
     * Keeps a mail as it came, with what was attached to it.
     *
     * @param dedupe by which the same mail, fetched twice, is known
     * @return whether it was new
     */
    public static boolean keep(
            Handle handle,
            InboundStore.Kind kind,
            String dedupe,
            Map<String, String> fields,
            List<File> files,
            Instant at) {
        if (!InboundStore.keep(handle, Channel.EMAIL, kind, dedupe, fields, at)) {
            return false;
        }
        for (int number = 0; number < files.size(); number++) {
            File file = files.get(number);
            byte[] bytes = new byte[file.bytes().remaining()];
            file.bytes().duplicate().get(bytes);
            handle.createUpdate("""
                            INSERT INTO inbound_file (inbound, number, name, type, bytes)
                            SELECT id, :number, :name, :type, :bytes FROM inbound
                            WHERE channel = 'email' AND kind = :kind AND dedupe = :dedupe""")
                    .bind("number", number)
                    .bind("name", file.name())
                    .bind("type", file.type())
                    .bind("bytes", bytes)
                    .bind("kind", Words.of(kind))
                    .bind("dedupe", dedupe)
                    .execute();
        }
        return true;
    }

    /** What came attached to a mail, in order. */
    public static List<File> files(Handle handle, long inbound) {
        return handle.createQuery("SELECT name, type, bytes FROM inbound_file WHERE inbound = :id ORDER BY number")
                .bind("id", inbound)
                .map((row, context) ->
                        new File(row.getString("name"), row.getString("type"), ByteBuffer.wrap(row.getBytes("bytes"))))
                .list();
    }

    /** Our messages that were sent by mail and have one of these ids. */
    public static List<Message> messages(Handle handle, Collection<String> ids) {
        return handle.createQuery(
                        "SELECT id, recipient, address FROM message WHERE channel = 'email' AND id = ANY(:ids) ORDER BY id")
                .bind("ids", TextArray.of(ids))
                .map((row, context) -> new Message(
                        row.getString("id"), new PersonId(row.getString("recipient")), row.getString("address")))
                .list();
    }

    /** The asks in a message that want an answer. */
    public static List<AskId> asks(Handle handle, String message) {
        return handle.createQuery("""
                        SELECT DISTINCT r.ask FROM attempt t
                        JOIN attempt_reminder l ON l.attempt = t.id JOIN reminder r ON r.id = l.reminder
                        WHERE t.message = :message AND l.code IS NOT NULL ORDER BY r.ask""")
                .bind("message", message)
                .map((row, context) -> new AskId(row.getString("ask")))
                .list();
    }

    /** The message turned out not to arrive: its reminders that were sent have failed. Says how many. */
    public static int bounced(Handle handle, String message, String reason, Instant at) {
        return handle.createUpdate("""
                        UPDATE reminder SET state = 'failed', state_reason = :reason, state_at = :at
                        WHERE message = :message AND state IN ('sent', 'delivered')""")
                .bind("message", message)
                .bind("reason", reason)
                .bind("at", at)
                .execute();
    }

    /** How many mails from an address had this outcome since {@code since}. */
    public static int outcomes(Handle handle, String from, String outcome, Instant since) {
        return handle.createQuery("""
                        SELECT count(*) FROM inbound WHERE channel = 'email' AND kind = 'reply'
                            AND body ->> 'From' = :from AND outcome = :outcome AND handled_at > :since""")
                .bind("from", from)
                .bind("outcome", outcome)
                .bind("since", since)
                .mapTo(Integer.class)
                .one();
    }
}
