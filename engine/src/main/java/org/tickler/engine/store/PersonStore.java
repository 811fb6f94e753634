package org.tickler.engine.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;

/** The people of the firm. */
public final class PersonStore {
    private PersonStore() {}

    /** Everyone, by id. */
    public static People all(Handle handle) {
        return new People(handle.createQuery("SELECT id, body, known_at FROM person ORDER BY id")
                .map(PersonStore::person)
                .list());
    }

    public static Optional<Person> find(Handle handle, PersonId id) {
        return handle.createQuery("SELECT id, body, known_at FROM person WHERE id = :id")
                .bind("id", id.value())
                .map(PersonStore::person)
                .findOne();
    }

    /**
     * Stores the person; where the same facts are stored already they keep their known-at.
     *
     * @return whether anything changed
     */
    public static boolean save(Handle handle, Person person) {
        return handle.createUpdate("""
                INSERT INTO person (id, body, known_at) VALUES (:id, CAST(:body AS jsonb), :known)
                ON CONFLICT (id) DO UPDATE SET body = excluded.body, known_at = excluded.known_at
                WHERE person.body <> excluded.body""")
                        .bind("id", person.id().value())
                        .bind("body", Json.write(PersonJson.write(person)))
                        .bind("known", person.knownAt())
                        .execute()
                == 1;
    }

    /** The person's facts as they are kept, without id and known-at. */
    public static ObjectNode body(Person person) {
        return PersonJson.write(person);
    }

    /** As {@link #save(Handle, Person)}, of facts as {@link #body} gives them. */
    public static boolean save(Handle handle, String id, JsonNode body, Instant knownAt) {
        return save(handle, PersonJson.read(id, body, knownAt));
    }

    private static Person person(ResultSet row, StatementContext context) throws SQLException {
        return PersonJson.read(
                row.getString("id"),
                Json.read(row.getString("body")),
                row.getObject("known_at", OffsetDateTime.class).toInstant());
    }
}
