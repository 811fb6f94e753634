package org.tickler.daemon.cli;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tickler.daemon.Exit;
import org.tickler.rules.pack.CourtRule;
import org.tickler.rules.pack.Pack;
import org.tickler.rules.pack.ShippedPacks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The packs that there are, and the events that one of them knows. */
@Command(
        name = "events",
        description = "The packs of court rules, or with --pack the events and facts of one. Needs no home and no"
                + " database.")
final class EventsCommand implements Callable<Integer> {
    @Option(
            names = "--pack",
            paramLabel = "PACK",
            description = "The pack, or a file that holds one; left out: a list of all packs.")
    private @Nullable String pack;

    @Mixin
    private Output output;

    @Override
    public Integer call() {
        if (pack == null) {
            ShippedPacks.all().forEach(this::heading);
        } else {
            one(PackOption.pack(pack));
        }
        return Exit.FINE.code();
    }

    private void heading(Pack one) {
        output.say(one.id() + "  " + one.title() + ", version " + one.version() + ": "
                + one.rules().size() + " rules, " + one.unchecked() + " not compared with their text");
        output.item(keys(one));
    }

    private static Map<String, Object> keys(Pack one) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("type", "pack");
        keys.put("pack", one.id());
        keys.put("title", one.title());
        keys.put("version", one.version().toString());
        keys.put("law", one.law().value());
        keys.put("courts", one.courts().value());
        keys.put("rules", one.rules().size());
        keys.put("unchecked", one.unchecked());
        return keys;
    }

    private void one(Pack one) {
        heading(one);
        output.say("  counted by the law " + one.law() + ", for the courts of " + one.courts());
        output.say("events:");
        one.events().forEach((event, title) -> event(one, event, title));
        if (!one.facts().isEmpty()) {
            output.say("facts:");
        }
        one.facts().forEach((fact, sentence) -> {
            output.say("  " + fact + "  " + sentence);
            Map<String, Object> keys = begin("fact", one, fact);
            keys.put("title", sentence);
            output.item(keys);
        });
    }

    private void event(Pack one, String event, String title) {
        Set<String> direct = setGoing(one, Set.of(event));
        Set<String> all = new LinkedHashSet<>(direct);
        for (Set<String> next = direct; !next.isEmpty(); ) {
            next = setGoing(one, next).stream().filter(all::add).collect(Collectors.toSet());
        }
        output.say("  " + event + "  " + title + ": " + words(direct.size(), all.size()));
        Map<String, Object> keys = begin("event", one, event);
        keys.put("title", title);
        keys.put("deadlines", direct.size());
        keys.put("with-chained", all.size());
        output.item(keys);
    }

    private static Set<String> setGoing(Pack one, Set<String> triggers) {
        return one.rules().stream()
                .filter(rule -> triggers.contains(rule.trigger()))
                .map(CourtRule::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String words(int direct, int all) {
        if (direct == 0) {
            return "bears on other events' deadlines (--also)";
        }
        return direct
                + (direct == 1 ? " deadline" : " deadlines")
                + (all == direct ? "" : ", " + all + " with those that follow from them");
    }

    private static Map<String, Object> begin(String type, Pack one, String name) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("type", type);
        keys.put("pack", one.id());
        keys.put(type, name);
        return keys;
    }
}
