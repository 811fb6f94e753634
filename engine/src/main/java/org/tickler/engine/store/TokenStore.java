package org.tickler.engine.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.tickler.calendars.text.Words;
import org.tickler.rules.firm.PersonId;

/** Tokens of feeds, stored hashed. A revoked one is kept, so that the list can tell of it. */
public final class TokenStore {
    private static final int LONGEST_USER = 200;

    private TokenStore() {}

    /** Keeps a new one under the SHA-256 of the token, and rings the bell. */
    public static void add(Handle handle, TokenRow token, byte[] hash) {
        handle.createUpdate("""
                        INSERT INTO token (id, hash, purpose, person, scope, made_at, made_by)
                        VALUES (:id, :hash, 'feed', :person, CAST(:scope AS jsonb), :at, :by)""")
                .bind("id", token.id())
                .bind("hash", hash.clone())
                .bind("person", token.viewer().value())
                .bind("scope", Json.write(scope(token.scope())))
                .bind("at", token.made().at())
                .bind("by", token.made().by())
                .execute();
        Bell.ring(handle);
    }

    /** All, the oldest first. */
    public static List<TokenRow> all(Handle handle) {
        return handle.createQuery("SELECT * FROM token WHERE purpose = 'feed' ORDER BY made_at, id")
                .map(TokenStore::token)
                .list();
    }

    /** Those that open something, the oldest first. */
    public static List<TokenRow> live(Handle handle) {
        return all(handle).stream().filter(one -> one.revokedAt().isEmpty()).toList();
    }

    /** The hashes and ids of those that open something. */
    public static List<Hashed> hashes(Handle handle) {
        return handle.createQuery("SELECT id, hash FROM token WHERE purpose = 'feed' AND revoked_at IS NULL")
                .map((row, context) -> new Hashed(row.getString("id"), row.getBytes("hash")))
                .list();
    }

    /**
     * Makes a token open nothing, and rings the bell.
     *
     * @return whether there was such a token and it opened something until now
     */
    public static boolean revoke(Handle handle, String id, Instant at) {
        boolean revoked = handle.createUpdate(
                                "UPDATE token SET revoked_at = :at WHERE id = :id AND purpose = 'feed' AND revoked_at IS NULL")
                        .bind("id", id)
                        .bind("at", at)
                        .execute()
                == 1;
        Bell.ring(handle);
        return revoked;
    }

    /**
     * Makes every token of a person open nothing, whatever it is for, and rings the bell.
     *
     * @return the ids of those that opened something until now
     */
    public static List<String> revokeAll(Handle handle, PersonId person, Instant at) {
        List<String> revoked = handle.createQuery("""
                        UPDATE token SET revoked_at = :at WHERE person = :person AND revoked_at IS NULL RETURNING id""")
                .bind("at", at)
                .bind("person", person.value())
                .mapTo(String.class)
                .list();
        Bell.ring(handle);
        return revoked;
    }

    /** Remembers a use; of a long name of the program that used it only the beginning. */
    public static void used(Handle handle, String id, TokenRow.Use use) {
        handle.createUpdate("UPDATE token SET last_used_at = :at, last_used_by = :by WHERE id = :id")
                .bind("id", id)
                .bind("at", use.at())
                .bind("by", use.by().substring(0, Math.min(use.by().length(), LONGEST_USER)))
                .execute();
    }

    private static JsonNode scope(FeedScope scope) {
        return Json.object()
                .put("of", Words.of(scope.of()))
                .put("name", scope.name())
                .put("level", Words.of(scope.level()));
    }

    private static TokenRow token(ResultSet row, StatementContext context) throws SQLException {
        JsonNode scope = Json.read(row.getString("scope"));
        Optional<Instant> usedAt = AskRows.instant(row, "last_used_at");
        String usedBy = row.getString("last_used_by");
        return new TokenRow(
                row.getString("id"),
                new PersonId(row.getString("person")),
                new FeedScope(
                        PersonJson.word(FeedScope.Of.class, Json.text(scope, "of")),
                        Json.text(scope, "name"),
                        PersonJson.word(FeedScope.Level.class, Json.text(scope, "level"))),
                new TokenRow.Made(AskRows.instant(row, "made_at").orElseThrow(), row.getString("made_by")),
                AskRows.instant(row, "revoked_at"),
                usedAt.map(at -> new TokenRow.Use(at, usedBy == null ? "" : usedBy)));
    }

    /** A token's id and the SHA-256 of the token. */
    @SuppressWarnings("ArrayRecordComponent") // read from the row and hashed away; never compared
    public record Hashed(String id, byte[] hash) {}
}
