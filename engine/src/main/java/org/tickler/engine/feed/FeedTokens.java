package org.tickler.engine.feed;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.text.Nearest;
import org.tickler.calendars.text.Words;
import org.tickler.engine.audit.Audit;
import org.tickler.engine.audit.AuditRecord;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.FeedScope;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.PersonStore;
import org.tickler.engine.store.TokenRow;
import org.tickler.engine.store.TokenStore;
import org.tickler.engine.token.Tokens;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.Sight;

/// The capability addresses of feeds: made, listed, revoked. Each is of one viewer, and shows only what that person may
/// see.
public final class FeedTokens {
    private static final int ID_LENGTH = 8;

    private final Database database;
    private final URI publicUrl;
    private final SecureRandom random = new SecureRandom();

    /// @param publicUrl as the world reaches the daemon's public port
    public FeedTokens(Database database, URI publicUrl) {
        this.database = database;
        this.publicUrl = publicUrl;
    }

    /// A token that was just made, and the addresses that hold it. Both are shown now and never again.
    public record Added(TokenRow token, FeedLinks links) {}

    /// Makes a token, with its audit record.
    ///
    /// @param viewer who sees by it
    /// @param by a person's id, or `command`
    /// @throws FeedRefused if the viewer, or what the scope names, is not known or not the viewer's to see
    public Added add(PersonId viewer, FeedScope scope, String by, Instant now) {
        String token = Tokens.fresh(random);
        byte[] hash = Tokens.hash(token);
        TokenRow row = new TokenRow(
                "F-" + Tokens.hex(hash).substring(0, ID_LENGTH),
                viewer,
                scope,
                new TokenRow.Made(now, by),
                Optional.empty(),
                Optional.empty());
        return database.inTransaction(handle -> {
            check(handle, viewer, scope, now);
            TokenStore.add(handle, row, hash);
            Audit.record(handle, record(now, by, "feed-added", row));
            return new Added(row, FeedLinks.of(publicUrl, token));
        });
    }

    /// All that were ever made, the oldest first.
    public List<TokenRow> list() {
        return database.withHandle(TokenStore::all);
    }

    /// Makes a token open nothing from now on, with its audit record.
    ///
    /// @param id as [#list()] tells it
    /// @return the token; empty if none has this id, or it was revoked before
    public Optional<TokenRow> revoke(String id, String by, Instant now) {
        return database.inTransaction(handle -> {
            Optional<TokenRow> found = TokenStore.live(handle).stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst();
            if (found.isEmpty() || !TokenStore.revoke(handle, id, now)) {
                return Optional.empty();
            }
            Audit.record(handle, record(now, by, "feed-revoked", found.get()));
            return found;
        });
    }

    private static void check(Handle handle, PersonId viewer, FeedScope scope, Instant now) {
        People people = PersonStore.all(handle);
        Person person = known(people, viewer);
        if (person.goneOn(person.dayAt(now))) {
            throw new FeedRefused(viewer + " has left; name somebody who is here");
        }
        switch (scope.of()) {
            case PERSON -> known(people, new PersonId(scope.name()));
            case MATTER -> {
                Optional<Matter> matter = MatterStore.find(handle, new MatterId(scope.name()));
                boolean seen = matter.map(one -> Sight.sees(
                                        person, one, now.atZone(person.zone()).toLocalDate())
                                .allowed())
                        .orElse(false);
                if (!seen) {
                    throw new FeedRefused("the matter \"" + scope.name() + "\" is not known to " + viewer
                            + "; name one that this person may see");
                }
            }
            case COURT -> {
                try {
                    new CalendarId(scope.name());
                } catch (IllegalArgumentException e) {
                    throw new FeedRefused(e.getMessage() + "; name a court as matters do, such as us-nysd");
                }
            }
            case TEAM -> {
                // a practice area may have no matter yet
            }
        }
    }

    private static Person known(People people, PersonId id) {
        return people.find(id).orElseThrow(() -> {
            List<String> ids =
                    people.all().stream().map(one -> one.id().value()).toList();
            String hint = Nearest.hint(id.value(), ids);
            return new FeedRefused("nobody has the id \"" + id + "\"" + (hint.isEmpty() ? "; see people.yaml" : hint));
        });
    }

    private static AuditRecord record(Instant at, String by, String act, TokenRow token) {
        Map<String, Object> detail = new HashMap<>();
        detail.put("feed", token.id());
        detail.put("of", Words.of(token.scope().of()));
        detail.put("name", token.scope().name());
        detail.put("level", Words.of(token.scope().level()));
        return new AuditRecord(at, by, act, Optional.empty(), Optional.empty(), Optional.of(token.viewer()), detail);
    }
}
