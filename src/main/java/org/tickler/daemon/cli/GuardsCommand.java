package org.tickler.daemon.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tickler.calendars.text.Words;
import org.tickler.daemon.Exit;
import org.tickler.daemon.OpenHome;
import org.tickler.engine.watch.guard.GuardWatch;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.guard.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What the guards find now. */
@Command(
        name = "guards",
        description = "What the guards of the rules (watches:) find missing now: matters without a next step, entries"
                + " without an owner, people whom no message reaches. Nothing is written or told.")
final class GuardsCommand implements Callable<Integer> {
    @Mixin
    private HomeOption home;

    @Mixin
    private ViewerOption viewer;

    @Mixin
    private Output output;

    @Override
    public Integer call() {
        try (OpenHome open = home.open()) {
            List<GuardWatch.Found> found = open.engine().guards(viewer.id());
            for (GuardWatch.Found one : found) {
                output.say(Words.of(one.guard().watch()) + ": " + one.finding().sentence() + "; "
                        + one.finding().remedy());
                output.item(keys(one));
            }
            boolean none = open.engine().book().stream()
                    .allMatch(book -> book.rulebook().habits().watches().isEmpty());
            output.say(none ? "the rules have no watches; see docs/watching.md" : Counted.of(found.size(), "finding"));
            return (found.isEmpty() ? Exit.FINE : Exit.PROBLEMS).code();
        }
    }

    private static Map<String, Object> keys(GuardWatch.Found one) {
        Finding finding = one.finding();
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("guard", one.guard().id());
        keys.put("watch", Words.of(finding.lack()));
        put(keys, "matter", finding.matter().map(MatterId::value));
        put(keys, "entry", finding.entry().map(EntryId::value));
        put(keys, "person", finding.person().map(PersonId::value));
        keys.put("why", finding.sentence());
        keys.put("remedy", finding.remedy());
        return keys;
    }

    private static void put(Map<String, Object> keys, String key, Optional<String> value) {
        value.ifPresent(text -> keys.put(key, text));
    }
}
