package org.tickler.daemon.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.tickler.engine.watch.Watched;

/** What the watch last found, in sentences and as the keys of an object. */
final class WatchedWords {
    private WatchedWords() {}

    /** @param time puts an instant into words */
    static List<String> lines(Watched watched, boolean monitored, Function<Instant, String> time) {
        List<String> lines = new ArrayList<>();
        lines.add(watched.proof()
                .map(proof -> "coverage proof: of " + time.apply(proof.at()) + ", "
                        + (proof.gaps() == 0
                                ? "no gaps"
                                : Counted.of(proof.gaps(), "gap") + "; tickler prove shows what is missing now"))
                .orElse("coverage proof: none yet"));
        if (monitored) {
            lines.add(watched.beat()
                    .map(beat -> "heartbeat: " + beat.outcome()
                            + beat.pinged()
                                    .map(at -> ", the monitor last heard " + time.apply(at))
                                    .orElse(", the monitor has not heard yet"))
                    .orElse("heartbeat: not tried yet"));
        }
        if (!watched.findings().isEmpty()) {
            lines.add("guards: "
                    + String.join(
                            ", ",
                            new TreeMap<>(watched.findings())
                                    .entrySet().stream()
                                            .map(one -> one.getValue() + " " + one.getKey())
                                            .toList())
                    + "; tickler guards lists them");
        }
        return lines;
    }

    static Map<String, Object> keys(Watched watched) {
        Map<String, Object> keys = new LinkedHashMap<>();
        watched.proof()
                .ifPresent(proof -> keys.put(
                        "coverage_proof",
                        Map.of("number", proof.number(), "at", proof.at().toString(), "gaps", proof.gaps())));
        watched.beat().ifPresent(beat -> {
            Map<String, Object> shown = new LinkedHashMap<>();
            shown.put("outcome", beat.outcome());
            beat.pinged().ifPresent(at -> shown.put("last_success", at.toString()));
            beat.tried().ifPresent(at -> shown.put("tried", at.toString()));
            keys.put("heartbeat", shown);
        });
        keys.put("findings", new TreeMap<>(watched.findings()));
        keys.put("asks_open", watched.asks());
        return keys;
    }
}
