package org.tickler.engine.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.tickler.calendars.text.Words;
import org.tickler.rules.firm.PersonId;

/** Tokens of the API, stored hashed. A revoked one is kept, so that the list can tell of it. */
public final class ApiTokenStore {
    private ApiTokenStore() {}

    /** Keeps a new one under the SHA-256 of the token. */
    public static void add(Handle handle, ApiTokenRow token, byte[] hash) {
        handle.createUpdate("""
                        INSERT INTO token (id, hash, purpose, person, scope, made_at, made_by, expires_at)
                        VALUES (:id, :hash, 'api', :person, CAST(:scope AS jsonb), :at, :by, CAST(:expires AS timestamptz))""")
                .bind("id", token.id())
                .bind("hash", hash.clone())
                .bind("person", token.person().value())
                .bind("scope", Json.write(scope(token)))
                .bind("at", token.life().made().at())
                .bind("by", token.life().made().by())
                .bind("expires", token.life().expires().orElse(null))
                .execute();
    }

    /** All that were ever made, the oldest first. */
    public static List<ApiTokenRow> all(Handle handle) {
        return handle.createQuery("SELECT * FROM token WHERE purpose = 'api' ORDER BY made_at, id")
                .map(ApiTokenStore::token)
                .list();
    }

    /** The one with this hash, whether or not it still opens something. */
    public static Optional<ApiTokenRow> find(Handle handle, byte[] hash) {
        return handle.createQuery("SELECT * FROM token WHERE purpose = 'api' AND hash = :hash")
                .bind("hash", hash.clone())
                .map(ApiTokenStore::token)
                .findOne();
    }

    /** Makes a token open nothing; says whether it opened something until now. */
    public static boolean revoke(Handle handle, String id, Instant at) {
        return handle.createUpdate(
                                "UPDATE token SET revoked_at = :at WHERE id = :id AND purpose = 'api' AND revoked_at IS NULL")
                        .bind("id", id)
                        .bind("at", at)
                        .execute()
                == 1;
    }

    private static JsonNode scope(ApiTokenRow token) {
        ObjectNode scope = Json.object().put("name", token.name());
        scope.set(
                "scopes",
                Json.array(token.scopes().stream().sorted().map(Words::of).toList()));
        return scope;
    }

    private static ApiTokenRow token(ResultSet row, StatementContext context) throws SQLException {
        JsonNode scope = Json.read(row.getString("scope"));
        Set<ApiScope> scopes = EnumSet.noneOf(ApiScope.class);
        scope.path("scopes").forEach(word -> scopes.add(PersonJson.word(ApiScope.class, word.asText())));
        Optional<Instant> usedAt = AskRows.instant(row, "last_used_at");
        String usedBy = row.getString("last_used_by");
        return new ApiTokenRow(
                row.getString("id"),
                new PersonId(row.getString("person")),
                Json.text(scope, "name"),
                scopes,
                new ApiTokenRow.Life(
                        new TokenRow.Made(AskRows.instant(row, "made_at").orElseThrow(), row.getString("made_by")),
                        AskRows.instant(row, "expires_at"),
                        AskRows.instant(row, "revoked_at")),
                usedAt.map(at -> new TokenRow.Use(at, usedBy == null ? "" : usedBy)));
    }
}
