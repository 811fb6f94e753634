package org.tickler.daemon.cli;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tickler.calendars.CalendarId;
import org.tickler.daemon.Complaint;
import org.tickler.daemon.Exit;
import org.tickler.daemon.home.PackFiles;
import org.tickler.rules.pack.CourtRule;
import org.tickler.rules.pack.Overlay;
import org.tickler.rules.pack.Pack;
import org.tickler.rules.pack.ShippedPacks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The packs that there are, and the events that one of them knows. */
@Command(
        name = "events",
        description = "The packs of court rules, or with --pack the events and facts of one, and what overlays have of"
                + " their own. Needs no home and no database.")
final class EventsCommand implements Callable<Integer> {
    @Option(
            names = "--pack",
            paramLabel = "PACK",
            description = "The pack, or a file that holds one; left out: a list of all packs.")
    private @Nullable String pack;

    @Mixin
    private OverlayOption overlays;

    @Mixin
    private Output output;

    @Override
    public Integer call() {
        if (pack == null) {
            if (overlays.isGiven()) {
                throw Complaint.usage("--overlay: say with --pack on which pack it stands");
            }
            ShippedPacks.all().forEach(this::heading);
        } else {
            Pack below = PackOption.pack(pack);
            Pack laid = overlays.laid(below, Optional.empty(), PackFiles.calendars());
            one(laid);
            if (overlays.isGiven()) {
                overlays.read(List.of(below)).forEach(used -> overlay(used.overlay(), laid));
            }
        }
        return Exit.FINE.code();
    }

    private void overlay(Overlay overlay, Pack laid) {
        output.say("overlay " + overlay.id() + "  " + overlay.title() + ", version " + overlay.version() + ":");
        Map<String, Object> keys = begin("overlay", laid, overlay.id());
        keys.put("title", overlay.title());
        keys.put("version", overlay.version().toString());
        keys.put(
                "courts",
                overlay.bench().courts().stream().map(CalendarId::value).toList());
        keys.put("judge", overlay.bench().judges());
        output.item(keys);
        overlay.ownOf(laid).forEach(rule -> own(rule, overlay, laid));
        overlay.without().forEach(absence -> {
            String cite = absence.authority().cite();
            output.say("  without " + absence.rule() + " (" + cite + ")");
            Map<String, Object> none = begin("without", laid, absence.rule());
            none.put("overlay", overlay.id());
            none.put("authority", cite);
            output.item(none);
        });
    }

    private void own(CourtRule rule, Overlay overlay, Pack laid) {
        Optional<String> inPlaceOf = rule.source().overlaid().flatMap(CourtRule.Overlaid::inPlaceOf);
        output.say("  " + rule.id() + "  " + rule.act().title() + ", from " + rule.trigger() + " ("
                + rule.source().authority().cite() + ")"
                + inPlaceOf.map(cite -> ", in place of " + cite).orElse(""));
        Map<String, Object> keys = begin("rule", laid, rule.id());
        keys.put("title", rule.act().title());
        keys.put("trigger", rule.trigger());
        keys.put("authority", rule.source().authority().cite());
        keys.put("overlay", overlay.id());
        inPlaceOf.ifPresent(cite -> keys.put("in-place-of", cite));
        output.item(keys);
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
