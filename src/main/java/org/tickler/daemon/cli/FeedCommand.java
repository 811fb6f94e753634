package org.tickler.daemon.cli;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tickler.calendars.text.Words;
import org.tickler.daemon.Complaint;
import org.tickler.daemon.Exit;
import org.tickler.daemon.OpenHome;
import org.tickler.engine.feed.FeedMaker;
import org.tickler.engine.feed.FeedRefused;
import org.tickler.engine.feed.FeedTokens;
import org.tickler.engine.store.FeedScope;
import org.tickler.engine.store.TokenRow;
import org.tickler.rules.firm.PersonId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes, lists and revokes the addresses of calendar feeds. */
@Command(
        name = "feed",
        description = "Calendar feeds: add an address, list them, revoke one.",
        subcommands = {FeedCommand.Add.class, FeedCommand.ListAll.class, FeedCommand.Revoke.class})
final class FeedCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say add, list or revoke");
    }

    private static FeedTokens tokens(OpenHome open) {
        return new FeedTokens(open.database(), open.settings().http().publicUrl());
    }

    private static Map<String, Object> keys(TokenRow token) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("type", "feed");
        keys.put("id", token.id());
        keys.put("viewer", token.viewer().value());
        keys.put("of", Words.of(token.scope().of()));
        keys.put("name", token.scope().name());
        keys.put("level", Words.of(token.scope().level()));
        keys.put("made", token.made().at().toString());
        token.used().ifPresent(use -> {
            keys.put("last_used", use.at().toString());
            keys.put("last_used_by", use.by());
        });
        token.revokedAt().ifPresent(at -> keys.put("revoked", at.toString()));
        return keys;
    }

    private static String sentence(TokenRow token) {
        return token.id() + "  " + Words.of(token.scope().of()) + " "
                + token.scope().name() + ", "
                + Words.of(token.scope().level()) + ", seen as " + token.viewer()
                + token.revokedAt()
                        .map(at -> ", revoked " + at)
                        .or(() -> token.used().map(use -> ", last used " + use.at() + " by " + use.by()))
                        .orElse(", not used so far");
    }

    /** Makes an address, and prints it this once. */
    @Command(name = "add", description = "Makes the address of a feed. It is shown now and never again.")
    static final class Add implements Callable<Integer> {
        @Mixin
        private HomeOption home;

        @Mixin
        private Output output;

        @Option(names = "--as", paramLabel = "PERSON", required = true, description = "Who sees by it.")
        private String viewer;

        @Option(names = "--person", paramLabel = "PERSON", description = "A person's dates; else those of --as.")
        private @Nullable String person;

        @Option(names = "--team", paramLabel = "PRACTICE", description = "The dates of a practice area.")
        private @Nullable String team;

        @Option(names = "--matter", paramLabel = "MATTER", description = "The dates of one matter.")
        private @Nullable String matter;

        @Option(names = "--court", paramLabel = "COURT", description = "The dates before one court.")
        private @Nullable String court;

        @Option(
                names = "--level",
                paramLabel = "LEVEL",
                defaultValue = "matter-number",
                description = "How much its words tell: full, matter-number (no names, no titles), busy."
                        + " Calendar programs copy a feed to where the firm does not govern it.")
        private String level;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            FeedScope scope = scope();
            try (OpenHome open = home.open()) {
                Instant now = open.clock().instant();
                FeedTokens.Added added = tokens(open).add(new PersonId(viewer), scope, viewer, now);
                // so that the first request finds it, whenever the daemon next makes feeds
                new FeedMaker(open.database(), open.clock()).sweep();
                output.say(sentence(added.token()));
                output.say("  https    " + added.links().https());
                output.say("  webcal   " + added.links().webcal());
                output.say("  Google   " + added.links().google());
                output.say("  Outlook  " + added.links().outlook());
                output.say("Whoever has one of these sees the feed; tickler feed revoke "
                        + added.token().id() + " ends it.");
                if (!"https".equals(added.links().https().getScheme())) {
                    output.say(
                            "Only this machine reaches them: set public-url under http in tickler.yaml to the"
                                    + " https address under which people reach the firm's public port, and add the feed again.");
                }
                Map<String, Object> keys = keys(added.token());
                keys.put("https", added.links().https().toString());
                keys.put("webcal", added.links().webcal().toString());
                keys.put("google", added.links().google().toString());
                keys.put("outlook", added.links().outlook().toString());
                output.item(keys);
            } catch (FeedRefused refused) {
                throw Complaint.problems(String.valueOf(refused.getMessage()));
            }
            return Exit.FINE.code();
        }

        private FeedScope scope() {
            Map<FeedScope.Of, String> named = new LinkedHashMap<>();
            put(named, FeedScope.Of.PERSON, person);
            put(named, FeedScope.Of.TEAM, team);
            put(named, FeedScope.Of.MATTER, matter);
            put(named, FeedScope.Of.COURT, court);
            if (named.size() > 1) {
                throw new ParameterException(
                        spec.commandLine(), "a feed is of one: --person, --team, --matter or --court");
            }
            FeedScope.Level words = Words.find(FeedScope.Level.class, level)
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(),
                            "--level is one of " + Words.all(FeedScope.Level.class) + ", not \"" + level + "\""));
            Map.Entry<FeedScope.Of, String> one =
                    named.entrySet().stream().findFirst().orElseGet(() -> Map.entry(FeedScope.Of.PERSON, viewer));
            if (one.getValue().isBlank()) {
                throw new ParameterException(spec.commandLine(), "a feed needs the name of its " + one.getKey());
            }
            return new FeedScope(one.getKey(), one.getValue(), words);
        }

        private static void put(Map<FeedScope.Of, String> named, FeedScope.Of of, @Nullable String name) {
            if (name != null) {
                named.put(of, name);
            }
        }
    }

    /** Lists feeds; never their addresses. */
    @Command(name = "list", description = "Lists all feeds ever added, without their addresses.")
    static final class ListAll implements Callable<Integer> {
        @Mixin
        private HomeOption home;

        @Mixin
        private Output output;

        @Override
        public Integer call() {
            try (OpenHome open = home.open()) {
                List<TokenRow> all = tokens(open).list();
                if (all.isEmpty()) {
                    output.say("There are no feeds; tickler feed add makes one.");
                }
                for (TokenRow token : all) {
                    output.say(sentence(token));
                    output.item(keys(token));
                }
            }
            return Exit.FINE.code();
        }
    }

    /** Makes an address open nothing. */
    @Command(name = "revoke", description = "Makes the address of a feed open nothing, within two seconds.")
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

        @Parameters(paramLabel = "FEED", description = "Its id, as feed list shows it.")
        private String id;

        @Override
        public Integer call() {
            try (OpenHome open = home.open()) {
                Optional<TokenRow> revoked =
                        tokens(open).revoke(id, by, open.clock().instant());
                TokenRow token = revoked.orElseThrow(
                        () -> Complaint.problems("no feed with the id \"" + id + "\" is open; see: tickler feed list"));
                output.say(token.id() + " is revoked: its address opens nothing any more");
                Map<String, Object> keys = keys(token);
                keys.put("revoked", open.clock().instant().toString());
                output.item(keys);
            }
            return Exit.FINE.code();
        }
    }
}
