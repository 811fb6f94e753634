package org.tickler.engine.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;

/** The people of the firm. */
public final class PersonStore {
    private PersonStore() {}

    /**
     * Everyone, by id.
     *
     * @throws IllegalStateException if a row cannot be read: without that person, what is for them would be taken for needless
     */
    public static People all(Handle handle) {
        PeopleRead.AsOf read = PeopleRead.of(handle);
        read.unreadable().stream().findFirst().ifPresent(row -> {
            throw new IllegalStateException("the row of the person " + row.id() + " cannot be read: " + row.why());
        });
        return read.people();
    }

    /** Everyone whose row can be read, by id, for what must go on for them. */
    public static People readable(Handle handle) {
        return PeopleRead.of(handle).people();
    }

    public static Optional<Person> find(Handle handle, PersonId id) {
        return handle.createQuery("SELECT * FROM person WHERE id = :id")
                .bind("id", id.value())
                .map((row, context) -> person(row))
                .findOne();
    }

    /**
     * What comes from an address that stands in a row that cannot be read is no stranger's, nor somebody else's.
     *
     * @throws IllegalStateException if it does
     */
    public static void refuseUnreadable(Handle handle, String address) {
        String wanted = address.toLowerCase(Locale.ROOT);
        unreadable(handle).stream()
                .filter(row ->
                        !wanted.isEmpty() && row.text().toLowerCase(Locale.ROOT).contains(wanted))
                .findFirst()
                .ifPresent(row -> {
                    throw new IllegalStateException(
                            "it may be from " + row.id() + ", whose row cannot be read: " + row.why());
                });
    }

    /** A row of which no person can be made, and why; {@code text} is what it says. */
    public record Unreadable(String id, String text, String why) {
        /** What stands there, whatever it says. */
        public ObjectNode body() {
            return (ObjectNode) Json.read(text);
        }
    }

    /** The rows of which no person can be made. */
    public static List<Unreadable> unreadable(Handle handle) {
        return PeopleRead.of(handle).unreadable();
    }

    /**
     * Stores the person; where the same facts are stored already they keep their known-at, and so they do where only words,
     * days of leave or delegates became others, by which nobody comes to be told of more. A consent stays with the address
     * that it was given for.
     *
     * @return whether anything changed
     */
    public static boolean save(Handle handle, Person person) {
        ObjectNode body = PersonJson.write(person);
        boolean added = handle.createUpdate("""
                        INSERT INTO person (id, body, known_at, consented, leaves_at)
                        VALUES (:id, CAST(:body AS jsonb), :known, CAST(:consented AS jsonb), :leaves)
                        ON CONFLICT (id) DO NOTHING""")
                        .bind("id", person.id().value())
                        .bind("body", Json.write(body))
                        .bind("known", person.knownAt())
                        .bind("consented", Json.write(Consents.first(body)))
                        .bind("leaves", leavesAt(person))
                        .execute()
                == 1;
        return added || update(handle, person, body);
    }

    private static boolean update(Handle handle, Person person, ObjectNode body) {
        Stored before = handle.createQuery("SELECT * FROM person WHERE id = :id FOR UPDATE")
                .bind("id", person.id().value())
                .map((row, context) -> new Stored(
                        Json.read(row.getString("body")),
                        Json.read(row.getString("consented")),
                        row.getObject("known_at", OffsetDateTime.class).toInstant()))
                .one();
        if (before.body().equals(body)) {
            return false;
        }
        ObjectNode consented = Consents.after(before.body(), before.consented(), body, person.dayAt(person.knownAt()));
        boolean back = before.body().has("left") && !body.has("left");
        boolean same = !back && rights(before.body(), before.consented()).equals(rights(body, consented));
        handle.createUpdate("""
                        UPDATE person SET body = CAST(:body AS jsonb), known_at = :known, consented = CAST(:consented AS jsonb),
                            changed = nextval('change_seq'), leaves_at = :leaves,
                            departed_at = CASE WHEN leaves_at IS NOT DISTINCT FROM CAST(:leaves AS timestamptz)
                                THEN departed_at END
                        WHERE id = :id""")
                .bind("id", person.id().value())
                .bind("body", Json.write(body))
                .bind("known", same ? before.knownAt() : person.knownAt())
                .bind("consented", Json.write(consented))
                .bind("leaves", leavesAt(person))
                .execute();
        return true;
    }

    /** Those whose last day is over, as far as is known, and for whom that has not been settled. */
    public static List<PersonId> leaving(Handle handle, Instant now) {
        keepLeaving(handle);
        return handle.createQuery(
                        "SELECT id FROM person WHERE departed_at IS NULL AND leaves_at <= :now ORDER BY leaves_at, id")
                .bind("now", now)
                .map((row, context) -> new PersonId(row.getString("id")))
                .list();
    }

    /** Of people stored before it was kept beside their facts when they leave. */
    private static void keepLeaving(Handle handle) {
        handle.createQuery("SELECT * FROM person WHERE leaves_at IS NULL AND body ->> 'left' IS NOT NULL")
                .map((row, context) -> person(row))
                .list()
                .forEach(person -> handle.createUpdate("UPDATE person SET leaves_at = :leaves WHERE id = :id")
                        .bind("leaves", leavesAt(person))
                        .bind("id", person.id().value())
                        .execute());
    }

    /** Says that what ended with the person's leaving was ended; false where another process came first. */
    public static boolean departed(Handle handle, PersonId id, Instant at) {
        return handle.createUpdate("UPDATE person SET departed_at = :at WHERE id = :id AND departed_at IS NULL")
                        .bind("at", at)
                        .bind("id", id.value())
                        .execute()
                == 1;
    }

    private record Stored(JsonNode body, JsonNode consented, Instant knownAt) {}

    private static @Nullable Instant leavesAt(Person person) {
        return person.left()
                .map(day -> day.atStartOfDay(person.zone()).toInstant())
                .orElse(null);
    }

    /** The facts by which a person comes to be told of something, and by which channels. */
    private static JsonNode rights(JsonNode body, JsonNode consented) {
        ObjectNode rights = Json.object();
        for (String key : List.of("kind", "roles", "never", "consent")) {
            rights.set(key, body.path(key));
        }
        rights.put("email", body.has("email")).put("mobile", body.has("mobile"));
        rights.put("lapsed", Consents.lapsed(body, consented).toString());
        return rights;
    }

    /** The person's facts as they are kept, without id and known-at. */
    public static ObjectNode body(Person person) {
        return PersonJson.write(person);
    }

    /** As {@link #save(Handle, Person)}, of facts as {@link #body} gives them. */
    public static boolean save(Handle handle, String id, JsonNode body, Instant knownAt) {
        return save(handle, PersonJson.read(id, body, Json.object(), knownAt));
    }

    static Person person(ResultSet row) throws SQLException {
        return PersonJson.read(
                row.getString("id"),
                Json.read(row.getString("body")),
                Json.read(row.getString("consented")),
                row.getObject("known_at", OffsetDateTime.class).toInstant());
    }
}
