package org.tickler.daemon.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.tickler.calendars.text.Words;
import org.tickler.daemon.Complaint;
import org.tickler.daemon.Exit;
import org.tickler.daemon.OpenHome;
import org.tickler.daemon.simulate.Simulation;
import org.tickler.daemon.simulate.Simulation.Answers;
import org.tickler.daemon.virtual.Stuck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the firm would be told over days to come. */
@Command(
        name = "simulate",
        description =
                "What the firm would be told, day by day, on a clock that runs ahead; nothing is sent or changed.")
final class SimulateCommand implements Callable<Integer> {
    @Mixin
    private HomeOption home;

    @Option(names = "--from", paramLabel = "DATE", description = "The first day that is shown; left out: from now on.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DATE", required = true, description = "The last day, to its end.")
    private String to;

    @Option(
            names = "--answers",
            paramLabel = "WHO",
            defaultValue = "none",
            description = "none: nobody answers, so that everything escalates; all: everybody does at once.")
    private String answers;

    @Mixin
    private Output output;

    @Override
    public Integer call() {
        Answers who = Words.find(Answers.class, answers)
                .orElseThrow(() -> Complaint.usage("--answers: expected all or none, but was \"" + answers + "\""));
        Optional<LocalDate> first = Optional.ofNullable(from).map(day -> DateArgument.day("--from", day));
        LocalDate last = DateArgument.day("--to", to);
        @Nullable Level before = quietly(Level.ERROR);
        try (OpenHome open = home.open();
                Simulation simulation = simulation(open, first, last, who)) {
            ZoneId zone = open.settings().zone();
            Instant begins =
                    first.map(day -> day.atStartOfDay(zone).toInstant()).orElse(simulation.now());
            SimulationWords words = new SimulationWords(output, zone, begins);
            simulation.until(last.plusDays(1).atStartOfDay(zone).toInstant(), words::tell);
            words.end(last);
        } catch (Stuck stuck) {
            throw Complaint.unavailable("the simulation came to no end: " + stuck.getMessage());
        } finally {
            quietly(before);
        }
        return Exit.FINE.code();
    }

    /** What happens to the copy is nobody's concern but the report's. Says how much was logged before. */
    private static @Nullable Level quietly(@Nullable Level level) {
        if (!(LoggerFactory.getLogger("org.tickler") instanceof Logger log)) {
            return null;
        }
        Level before = log.getLevel();
        log.setLevel(level);
        return before;
    }

    private static Simulation simulation(OpenHome open, Optional<LocalDate> first, LocalDate last, Answers who) {
        LocalDate today = open.clock().instant().atZone(open.settings().zone()).toLocalDate();
        if (last.isBefore(first.orElse(today))) {
            throw Complaint.usage("--to: expected " + first.orElse(today) + " or later, but was " + last);
        }
        if (first.filter(day -> day.isBefore(today)).isPresent()) {
            throw Complaint.usage("--from: expected " + today
                    + " or later, since a simulation goes on from now; tickler agenda shows what was");
        }
        return Simulation.of(open, who);
    }
}
