package org.tickler.daemon.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tickler.daemon.Exit;
import org.tickler.daemon.OpenHome;
import org.tickler.engine.store.DrillStore;
import org.tickler.engine.watch.drill.Drills;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The fire drills that were held, and how people took them. */
@Command(
        name = "drills",
        description = "The fire drills that were held: who answered within what time, and who was silent.")
final class DrillsCommand implements Callable<Integer> {
    @Mixin
    private HomeOption home;

    @Mixin
    private Output output;

    @Override
    public Integer call() {
        try (OpenHome open = home.open()) {
            for (DrillStore.Held held : open.engine().drills().held()) {
                output.say(held.rule() + " of " + held.began() + " by " + held.by() + " [" + held.entry() + "]"
                        + held.ended().map(at -> "").orElse(": under way until " + held.ends()));
                held.result().ifPresent(result -> result.path("asked").forEach(line -> output.say("  " + words(line))));
                output.item(keys(held));
            }
        }
        return Exit.FINE.code();
    }

    private static String words(JsonNode line) {
        String who = line.path("person").asText() + ", " + line.path("rung").asText()
                + (line.path("step").asInt() > 0 ? ", step " + line.path("step").asInt() : "");
        return Drills.minutes(line)
                .map(minutes -> who + ": answered by " + line.path("by").asText() + " within " + minutes + " min")
                .orElse(who + ": silent");
    }

    private static Map<String, Object> keys(DrillStore.Held held) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("drill", held.rule());
        keys.put("entry", held.entry().value());
        keys.put("began", held.began().toString());
        keys.put("by", held.by());
        keys.put("ends", held.ends().toString());
        held.ended().ifPresent(at -> keys.put("ended", at.toString()));
        held.result().ifPresent(result -> keys.put("result", result));
        return keys;
    }
}
