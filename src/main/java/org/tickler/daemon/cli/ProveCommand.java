package org.tickler.daemon.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.tickler.calendars.text.Words;
import org.tickler.daemon.Exit;
import org.tickler.daemon.OpenHome;
import org.tickler.engine.store.ProofStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The coverage proof of each night, now. */
@Command(
        name = "prove",
        description = "Proves that everybody was told what they had to be in the last 48 hours, and that what is due in"
                + " the next 30 days is planned; or says what is missing. Kept like the proof of each night, and gaps are"
                + " told to the last resort.")
final class ProveCommand implements Callable<Integer> {
    @Mixin
    private HomeOption home;

    @Mixin
    private Output output;

    @Override
    public Integer call() {
        try (OpenHome open = home.open()) {
            ProofStore.Proof proof = open.engine().prove("command");
            ProofStore.Counts counts = proof.counts();
            output.say("last 48 hours: " + Counted.of(counts.owed(), "reminder") + " owed, " + counts.told() + " told");
            new TreeMap<>(proof.explained())
                    .forEach((why, count) -> output.say("not told or planned, and rightly: " + count + ", " + why));
            output.say("next 30 days: " + Counted.of(counts.planned(), "reminder") + " planned as the facts call for");
            if (proof.undated() > 0) {
                output.say(Counted.of(proof.undated(), "change")
                        + " of facts of which nothing says when they were made: somebody changed rows by hand");
            }
            proof.gaps().forEach(gap -> output.say("gap: " + gap.sentence()));
            output.say(
                    proof.gaps().isEmpty() ? "no gaps" : Counted.of(proof.gaps().size(), "gap"));
            output.item(keys(proof));
            return (proof.gaps().isEmpty() ? Exit.FINE : Exit.PROBLEMS).code();
        }
    }

    private static Map<String, Object> keys(ProofStore.Proof proof) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("at", proof.at().toString());
        keys.put("since", proof.span().since().toString());
        keys.put("until", proof.span().until().toString());
        keys.put("ahead", proof.span().ahead().toString());
        keys.put("owed", proof.counts().owed());
        keys.put("told", proof.counts().told());
        keys.put("explained", new TreeMap<>(proof.explained()));
        keys.put("planned", proof.counts().planned());
        keys.put("undated", proof.undated());
        keys.put("hash", proof.hash());
        keys.put("gaps", proof.gaps().stream().map(ProveCommand::keys).toList());
        return keys;
    }

    private static Map<String, Object> keys(ProofStore.Gap gap) {
        return Map.of(
                "matter", gap.matter().value(),
                "entry", gap.entry().value(),
                "reminder", gap.reminder().value(),
                "person", gap.person().value(),
                "channel", Words.of(gap.channel()),
                "due", gap.due().toString(),
                "why", gap.sentence());
    }
}
