package org.tickler.daemon.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tickler.calendars.text.Words;
import org.tickler.daemon.Complaint;
import org.tickler.daemon.Exit;
import org.tickler.daemon.OpenHome;
import org.tickler.engine.store.ApiScope;
import org.tickler.engine.store.ApiTokenRow;
import org.tickler.engine.token.ApiTokens;
import org.tickler.engine.token.TokenRefused;
import org.tickler.rules.firm.PersonId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes, lists and revokes the tokens by which other programs use the API. */
@Command(
        name = "token",
        description = "Tokens of the API: add one, list them, revoke one.",
        subcommands = {TokenCommand.Add.class, TokenCommand.ListAll.class, TokenCommand.Revoke.class})
final class TokenCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say add, list or revoke");
    }

    private static Map<String, Object> keys(ApiTokenRow token) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("type", "token");
        keys.put("id", token.id());
        keys.put("name", token.name());
        keys.put("person", token.person().value());
        keys.put("scopes", scopes(token));
        keys.put("made", token.life().made().at().toString());
        keys.put("made_by", token.life().made().by());
        token.life().expires().ifPresent(at -> keys.put("expires", at.toString()));
        token.used().ifPresent(use -> {
            keys.put("last_used", use.at().toString());
            keys.put("last_used_from", use.by());
        });
        token.life().revoked().ifPresent(at -> keys.put("revoked", at.toString()));
        return keys;
    }

    private static List<String> scopes(ApiTokenRow token) {
        return token.scopes().stream().sorted().map(Words::of).toList();
    }

    private static String sentence(ApiTokenRow token) {
        return token.id() + "  " + token.name() + ": as " + token.person() + ", may " + String.join(", ", scopes(token))
                + token.life().expires().map(at -> ", until " + at).orElse("")
                + token.life()
                        .revoked()
                        .map(at -> ", revoked " + at)
                        .or(() -> token.used().map(use -> ", last used " + use.at() + " from " + use.by()))
                        .orElse(", not used so far");
    }

    /** Makes a token, and prints it this once. */
    @Command(name = "add", description = "Makes a token. It is shown now and never again.")
    static final class Add implements Callable<Integer> {
        @Mixin
        private HomeOption home;

        @Mixin
        private Output output;

        @Option(
                names = "--as",
                paramLabel = "PERSON",
                required = true,
                description = "As whom it looks and acts; the audit names that person.")
        private String person;

        @Option(
                names = "--scope",
                paramLabel = "SCOPE",
                required = true,
                split = ",",
                description = "What it may do: read, answer, write, load, admin; several with commas between.")
        private List<String> scopes;

        @Option(
                names = "--name",
                paramLabel = "TEXT",
                defaultValue = "token",
                description = "What it is for, for the list.")
        private String name;

        @Option(
                names = "--expires",
                paramLabel = "DATE",
                description = "The last day on which it opens anything; left out: until it is revoked.")
        private @Nullable String expires;

        @Override
        public Integer call() {
            Set<ApiScope> wanted = wanted();
            Optional<LocalDate> last = Optional.ofNullable(expires).map(day -> DateArgument.day("--expires", day));
            try (OpenHome open = home.open()) {
                Optional<Instant> end = last.map(day ->
                        day.plusDays(1).atStartOfDay(open.settings().zone()).toInstant());
                ApiTokens.Added added = new ApiTokens(open.database())
                        .add(
                                new ApiTokens.Wanted(new PersonId(person), name, wanted, end),
                                person,
                                open.clock().instant());
                output.say(sentence(added.token()));
                output.say("  " + added.secret());
                output.say("Whoever has it acts as " + person + "; tickler token revoke "
                        + added.token().id() + " ends it.");
                Map<String, Object> keys = keys(added.token());
                keys.put("token", added.secret());
                output.item(keys);
            } catch (TokenRefused refused) {
                throw Complaint.problems(String.valueOf(refused.getMessage()));
            }
            return Exit.FINE.code();
        }

        private Set<ApiScope> wanted() {
            Set<ApiScope> wanted = EnumSet.noneOf(ApiScope.class);
            for (String scope : scopes) {
                wanted.add(Words.find(ApiScope.class, scope.strip())
                        .orElseThrow(() -> Complaint.usage("--scope: expected "
                                + String.join(", ", Words.all(ApiScope.class)) + ", but was \"" + scope + "\"")));
            }
            return wanted;
        }
    }

    /** Lists tokens; never themselves. */
    @Command(name = "list", description = "Lists all tokens ever added, without what opens anything.")
    static final class ListAll implements Callable<Integer> {
        @Mixin
        private HomeOption home;

        @Mixin
        private Output output;

        @Override
        public Integer call() {
            try (OpenHome open = home.open()) {
                List<ApiTokenRow> all = new ApiTokens(open.database()).list();
                if (all.isEmpty()) {
                    output.say("There are no tokens; tickler token add makes one.");
                }
                for (ApiTokenRow token : all) {
                    output.say(sentence(token));
                    output.item(keys(token));
                }
            }
            return Exit.FINE.code();
        }
    }

    /** Makes a token open nothing. */
    @Command(name = "revoke", description = "Makes a token open nothing, at once.")
    static final class Revoke implements Callable<Integer> {
        @Mixin
        private HomeOption home;

        @Mixin
        private Output output;

        @Option(
                names = "--as",
                paramLabel = "PERSON",
                defaultValue = "command",
                description = "Who revokes it, for the record.")
        private String by;

        @Parameters(paramLabel = "TOKEN", description = "Its id, as token list shows it.")
        private String id;

        @Override
        public Integer call() {
            try (OpenHome open = home.open()) {
                Instant now = open.clock().instant();
                ApiTokenRow token = new ApiTokens(open.database())
                        .revoke(id, by, now)
                        .orElseThrow(() -> Complaint.problems(
                                "no token with the id \"" + id + "\" is open; see: tickler token list"));
                output.say(token.id() + " is revoked: it opens nothing any more");
                Map<String, Object> keys = keys(token);
                keys.put("revoked", now.toString());
                output.item(keys);
            }
            return Exit.FINE.code();
        }
    }
}
