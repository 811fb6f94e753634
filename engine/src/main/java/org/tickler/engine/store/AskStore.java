package org.tickler.engine.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.tickler.calendars.text.Words;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.remind.AskId;

/** What becomes of asks from the moment they are put: answered, escalated, closed. */
public final class AskStore {

    private AskStore() {}

    public static Optional<AskRow> find(Handle handle, AskId id) {
        return handle.createQuery("SELECT * FROM ask WHERE id = :id")
                .bind("id", id.value())
                .map(AskRows::ask)
                .findOne();
    }

    /**
     * The asks with these ids, by id, locked in that order until the transaction ends: an answer and an escalation of the
     * same ask take turns.
     */
    public static List<AskRow> lock(Handle handle, Collection<AskId> ids) {
        return handle.createQuery("SELECT * FROM ask WHERE id = ANY(:ids) ORDER BY id FOR UPDATE")
                .bind("ids", TextArray.of(ids))
                .map(AskRows::ask)
                .list();
    }

    /** All asks of the same rung and revision of the same entry, those of escalations too, by step and person. */
    public static List<AskRow> ofRung(Handle handle, AskRow ask) {
        return handle.createQuery("""
                        SELECT * FROM ask
                        WHERE entry = :entry AND revision = :revision AND ladder = :ladder AND rung = :rung
                        ORDER BY step, asked""")
                .bind("entry", ask.entry().map(EntryId::value).orElse(null))
                .bind("revision", ask.revision())
                .bind("ladder", ask.ladder())
                .bind("rung", ask.rung())
                .map(AskRows::ask)
                .list();
    }

    /** The asks of an entry that still wait for this person's answer and were put, the latest revision first. */
    public static List<AskRow> waiting(Handle handle, EntryId entry, PersonId person) {
        return handle.createQuery("""
                        SELECT * FROM ask WHERE entry = :entry AND asked = :person AND state IN ('open', 'escalated')
                            AND first_sent_at IS NOT NULL ORDER BY revision DESC, first_sent_at DESC""")
                .bind("entry", entry.value())
                .bind("person", person.value())
                .map(AskRows::ask)
                .list();
    }

    /** The asks that were put to this person, or that this person reads for another, and that wait for an answer. */
    public static List<AskRow> waitingFor(Handle handle, PersonId person) {
        return handle.createQuery("""
                        SELECT * FROM ask WHERE state IN ('open', 'escalated') AND first_sent_at IS NOT NULL
                            AND answer_within IS NOT NULL AND (asked = :person
                                OR EXISTS (SELECT FROM reminder r WHERE r.ask = ask.id AND r.recipient = :person))
                        ORDER BY step, id""").bind("person", person.value()).map(AskRows::ask).stream()
                .filter(ask -> reader(handle, ask.id()).filter(person::equals).isPresent())
                .toList();
    }

    /** Who gets the reminders of an ask: the person asked, or a delegate who took them over. */
    public static Optional<PersonId> reader(Handle handle, AskId ask) {
        return handle.createQuery("SELECT recipient FROM reminder WHERE ask = :ask ORDER BY state_at DESC, id LIMIT 1")
                .bind("ask", ask.value())
                .map((row, context) -> new PersonId(row.getString("recipient")))
                .findOne();
    }

    /** Up to {@code most} asks whose silence has lasted too long at {@code now}, the longest first. */
    public static List<AskId> silent(Handle handle, Instant now, int most) {
        return handle.createQuery("""
                        SELECT id FROM ask WHERE state IN ('open', 'escalated') AND step = 0 AND silent_at <= :now
                        ORDER BY silent_at, id LIMIT :most""")
                .bind("now", now)
                .bind("most", most)
                .map((row, context) -> new AskId(row.getString("id")))
                .list();
    }

    /** Writes down an answer; state and clock are not touched. */
    public static void answer(Handle handle, AskId id, AskRow.Given given) {
        handle.createUpdate("""
                        UPDATE ask SET answer = :answer, answered_by = :by, answered_at = :at, answered_how = :how
                        WHERE id = :id""")
                .bind("id", id.value())
                .bind("answer", Words.of(given.answer()))
                .bind("by", given.by().value())
                .bind("at", given.at())
                .bind("how", Words.of(given.how()))
                .execute();
    }

    /** Puts asks into a state for a reason, and stops their clocks. */
    public static void settle(Handle handle, Collection<AskId> ids, AskState state, String reason) {
        handle.createUpdate("UPDATE ask SET state = :state, reason = :reason, silent_at = NULL WHERE id = ANY(:ids)")
                .bind("ids", TextArray.of(ids))
                .bind("state", Words.of(state))
                .bind("reason", reason)
                .execute();
    }

    /** Stops the clocks of asks for a reason, and leaves their states. */
    public static void stopClocks(Handle handle, Collection<AskId> ids, String reason) {
        handle.createUpdate("UPDATE ask SET silent_at = NULL, reason = :reason WHERE id = ANY(:ids)")
                .bind("ids", TextArray.of(ids))
                .bind("reason", reason)
                .execute();
    }

    /** Sets when the next step of an escalation is due. */
    public static void wakeAt(Handle handle, Collection<AskId> ids, Instant at) {
        handle.createUpdate("UPDATE ask SET silent_at = :at WHERE id = ANY(:ids)")
                .bind("ids", TextArray.of(ids))
                .bind("at", at)
                .execute();
    }

    /** Writes down that an ask was passed on; {@code next} and {@code at} say which step comes then and when, if one does. */
    public static void escalate(Handle handle, AskId id, String reason, int next, Optional<Instant> at) {
        handle.createUpdate("""
                        UPDATE ask SET state = 'escalated', reason = :reason, next_step = :next,
                            silent_at = CAST(:at AS timestamptz)
                        WHERE id = :id""")
                .bind("id", id.value())
                .bind("reason", reason)
                .bind("next", next)
                .bind("at", at.orElse(null))
                .execute();
    }

    /** What has not left yet of these asks' reminders never will, whatever is planned again; says how many those are. */
    public static int suppress(Handle handle, Collection<AskId> asks, String reason, Instant at) {
        return handle.createUpdate("""
                        UPDATE reminder SET state = 'suppressed', state_reason = :reason, state_at = :at, hold = NULL
                        WHERE ask = ANY(:asks) AND state IN ('planned', 'held')""")
                .bind("asks", TextArray.of(asks))
                .bind("reason", reason)
                .bind("at", at)
                .execute();
    }
}
