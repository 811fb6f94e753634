package org.tickler.engine.token;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tickler.calendars.text.Nearest;
import org.tickler.calendars.text.Words;
import org.tickler.engine.audit.Audit;
import org.tickler.engine.audit.AuditRecord;
import org.tickler.engine.store.ApiScope;
import org.tickler.engine.store.ApiTokenRow;
import org.tickler.engine.store.ApiTokenStore;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.PersonStore;
import org.tickler.engine.store.TokenRow;
import org.tickler.engine.store.TokenStore;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.PersonKind;

/// The tokens of the API: made, listed, revoked, opened. Each is bound to a person, as whom it looks and acts. Safe for
/// many threads.
public final class ApiTokens {
    /// What every token begins with, so that programs which look for leaked secrets know one.
    public static final String PREFIX = "tk_";

    private static final int ID_LENGTH = 8;
    private static final int LONGEST_NAME = 120;
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    /// What those who are not staff may do by a token.
    private static final Set<ApiScope> FOR_ALL = Set.of(ApiScope.READ, ApiScope.ANSWER);

    private final Database database;
    private final SecureRandom random = new SecureRandom();

    public ApiTokens(Database database) {
        this.database = database;
    }

    /// A token that somebody wants.
    ///
    /// @param expires from when on it opens nothing; empty: it does until it is revoked
    public record Wanted(PersonId person, String name, Set<ApiScope> scopes, Optional<Instant> expires) {}

    /// A token that was just made. `secret` is shown now and never again.
    public record Added(ApiTokenRow token, String secret) {
        /// Without the secret, which belongs in no log.
        @Override
        public String toString() {
            return "Added[" + token.id() + "]";
        }
    }

    /// What a secret opens.
    public sealed interface Opened {
        /// It is good: the person may do what its scopes say.
        record Door(ApiTokenRow token, Person person) implements Opened {}

        /// It opens nothing, and why, as a sentence.
        record Shut(String why) implements Opened {}
    }

    /// Makes a token, with its audit record.
    ///
    /// @param by a person's id, or `command`
    /// @throws TokenRefused if the person is not known, has left, or may not have a scope
    public Added add(Wanted wanted, String by, Instant now) {
        String secret = PREFIX + Tokens.fresh(random);
        byte[] hash = Tokens.hash(secret);
        ApiTokenRow row = new ApiTokenRow(
                "T-" + Tokens.hex(hash).substring(0, ID_LENGTH),
                wanted.person(),
                wanted.name(),
                wanted.scopes(),
                new ApiTokenRow.Life(new TokenRow.Made(now, by), wanted.expires(), Optional.empty()),
                Optional.empty());
        return database.inTransaction(handle -> {
            check(PersonStore.all(handle), wanted, now);
            ApiTokenStore.add(handle, row, hash);
            Audit.record(handle, record(now, by, "token-added", row));
            return new Added(row, secret);
        });
    }

    /// All that were ever made, the oldest first.
    public List<ApiTokenRow> list() {
        return database.withHandle(ApiTokenStore::all);
    }

    /// Makes a token open nothing from now on, with its audit record.
    ///
    /// @return the token; empty if none has this id, or it was revoked before
    public Optional<ApiTokenRow> revoke(String id, String by, Instant now) {
        return database.inTransaction(handle -> {
            Optional<ApiTokenRow> found = ApiTokenStore.all(handle).stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst();
            if (found.isEmpty() || !ApiTokenStore.revoke(handle, id, now)) {
                return Optional.empty();
            }
            Audit.record(handle, record(now, by, "token-revoked", found.get()));
            return found;
        });
    }

    /// What a secret opens now. It is found by its hash, so that no comparison tells how much of a guess was right.
    ///
    /// @param from whence it is used, for the list
    public Opened open(String secret, String from, Instant now) {
        if (!secret.startsWith(PREFIX) || !Tokens.isOne(secret.substring(PREFIX.length()))) {
            return new Opened.Shut("this is no token of the API");
        }
        byte[] hash = Tokens.hash(secret);
        return database.withHandle(handle -> {
            Optional<ApiTokenRow> token =
                    ApiTokenStore.find(handle, hash).filter(one -> one.life().runsAt(now));
            if (token.isEmpty()) {
                return new Opened.Shut("this token is not known, was revoked, or has expired");
            }
            Optional<Person> person = PersonStore.find(handle, token.get().person());
            if (person.filter(one -> !one.goneOn(now.atZone(one.zone()).toLocalDate()))
                    .isEmpty()) {
                return new Opened.Shut("the person of this token is no longer with the firm");
            }
            boolean noted = token.get()
                    .used()
                    .filter(use -> use.at().plus(NOTED_EVERY).isAfter(now))
                    .isPresent();
            if (!noted) {
                TokenStore.used(handle, token.get().id(), new TokenRow.Use(now, from));
            }
            return new Opened.Door(token.get(), person.get());
        });
    }

    private static void check(People people, Wanted wanted, Instant now) {
        Person person = people.find(wanted.person()).orElseThrow(() -> unknown(people, wanted.person()));
        if (person.goneOn(now.atZone(person.zone()).toLocalDate())) {
            throw new TokenRefused(person.id() + " has left; a token is bound to somebody who is with the firm");
        }
        if (wanted.scopes().isEmpty()) {
            throw new TokenRefused("a token needs a scope: " + String.join(", ", Words.all(ApiScope.class)));
        }
        if (person.kind() != PersonKind.STAFF && !FOR_ALL.containsAll(wanted.scopes())) {
            throw new TokenRefused(
                    person.id() + " is not one of the staff; others can have the scopes read and answer");
        }
        if (wanted.name().length() > LONGEST_NAME
                || CONTROL.matcher(wanted.name()).find()) {
            throw new TokenRefused("a token's name has up to " + LONGEST_NAME + " printable characters");
        }
        wanted.expires().filter(end -> !end.isAfter(now)).ifPresent(end -> {
            throw new TokenRefused("a token that expired at " + end + " would open nothing; name a later day");
        });
    }

    private static TokenRefused unknown(People people, PersonId id) {
        List<String> ids = people.all().stream().map(one -> one.id().value()).toList();
        String hint = Nearest.hint(id.value(), ids);
        return new TokenRefused("nobody has the id \"" + id + "\"" + (hint.isEmpty() ? "; see people.yaml" : hint));
    }

    private static AuditRecord record(Instant at, String by, String act, ApiTokenRow token) {
        Map<String, Object> detail = Map.of(
                "token", token.id(),
                "name", token.name(),
                "scopes", token.scopes().stream().sorted().map(Words::of).toList());
        return new AuditRecord(at, by, act, Optional.empty(), Optional.empty(), Optional.of(token.person()), detail);
    }
}
