package org.tickler.daemon.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tickler.calendars.CalendarBook;
import org.tickler.daemon.Exit;
import org.tickler.daemon.home.PackFiles;
import org.tickler.rules.count.PeriodCounter;
import org.tickler.rules.count.ShippedLaws;
import org.tickler.rules.pack.CourtDeadline;
import org.tickler.rules.pack.DeadlineCalculator;
import org.tickler.rules.pack.Pack;
import org.tickler.rules.pack.TriggerFacts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What one event sets going under one pack. */
@Command(
        name = "deadlines",
        description =
                "The deadlines that an event sets going under a pack of court rules. Needs no home and no database.")
final class DeadlinesCommand implements Callable<Integer> {
    @Option(
            names = "--pack",
            paramLabel = "PACK",
            required = true,
            description = "The court rules; tickler events lists the packs. Or a file that holds one.")
    private String pack;

    @Mixin
    private OverlayOption overlays;

    @Mixin
    private TriggerOptions trigger;

    @Mixin
    private Output output;

    @Override
    public Integer call() {
        CalendarBook calendars = PackFiles.calendars();
        Pack rules = overlays.laid(PackOption.pack(pack), trigger.court(), calendars);
        String event = trigger.event(rules);
        TriggerFacts facts = trigger.facts(rules, calendars);
        DeadlineCalculator calculator = new DeadlineCalculator(rules, new PeriodCounter(ShippedLaws.laws(), calendars));
        List<CourtDeadline> deadlines = calculator.deadlines(event, facts);
        if (deadlines.isEmpty()) {
            output.say("\"" + rules.titleOf(event).orElse(event) + "\" sets no deadline of the pack " + rules.id()
                    + " going on that day with those facts.");
        }
        Map<String, Integer> depths = new HashMap<>();
        for (CourtDeadline deadline : deadlines) {
            DeadlineWords words = new DeadlineWords(rules, deadline);
            int depth = depths.getOrDefault(deadline.trigger(), 0);
            depths.put(deadline.rule().id(), depth + 1);
            words.lines(depth).forEach(output::say);
            output.item(words.keys());
        }
        boolean refused = deadlines.stream().anyMatch(deadline -> deadline.outcome() instanceof CourtDeadline.Refused);
        return (refused ? Exit.PROBLEMS : Exit.FINE).code();
    }
}
