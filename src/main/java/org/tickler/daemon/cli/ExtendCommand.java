package org.tickler.daemon.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tickler.daemon.Complaint;
import org.tickler.daemon.OpenHome;
import org.tickler.engine.Engine;
import org.tickler.engine.docket.Act;
import org.tickler.engine.docket.Act.DateGiven;
import org.tickler.engine.docket.Act.Extension;
import org.tickler.rules.count.Period;
import org.tickler.rules.count.PeriodUnit;
import org.tickler.rules.deadline.Extending.Extended;
import org.tickler.rules.pack.Phrase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** An extension: asked for, granted or refused. Until it is granted the original date stands, and is reminded. */
@Command(
        name = "extend",
        description = "An extension of an entry's date is asked for; with --granted it is granted, with --refused it is"
                + " not. Until it is granted the original date stands.")
final class ExtendCommand implements Callable<Integer> {
    @Mixin
    private HomeOption home;

    @Mixin
    private EntryArgument entry;

    @Option(names = "--to", paramLabel = "DATE[THH:MM]", description = "The date that is asked for, or granted.")
    private @Nullable String to;

    @Option(
            names = "--by",
            paramLabel = "PERIOD",
            description = "In place of --to: by how much, such as \"14 days\" or \"1 month\", counted by the law under"
                    + " which the court's rule made the date. The preview shows how.")
    private @Nullable String by;

    @Option(
            names = "--source",
            paramLabel = "TEXT",
            description = "Where that is written: the motion, the stipulation, the order, such as \"ECF 40\".")
    private @Nullable String source;

    @Option(names = "--granted", description = "It is granted, or agreed where that is enough.")
    private boolean granted;

    @Option(names = "--refused", description = "It is not granted.")
    private boolean refused;

    @Mixin
    private ActOptions options;

    @Mixin
    private Output output;

    @Override
    public Integer call() {
        if (refused) {
            if (granted || to != null || by != null || source != null) {
                throw Complaint.usage("--refused stands alone: the original date holds");
            }
            return act(engine -> new Extension.Refused());
        }
        if ((to == null) == (by == null) || source == null) {
            throw Complaint.usage("say until when, or by how much, and where that is written:"
                    + " --to 2027-03-12 --source \"ECF 40\", or --by \"14 days\"");
        }
        String written = source;
        Function<Engine, DateGiven> date = date();
        return act(engine -> granted
                ? new Extension.Granted(date.apply(engine), written)
                : new Extension.Asked(date.apply(engine), written));
    }

    private int act(Function<Engine, Extension> extension) {
        try (OpenHome open = home.open()) {
            return Acting.on(open, new Act.Extend(entry.id(), extension.apply(open.engine())), options, output);
        }
    }

    private Function<Engine, DateGiven> date() {
        if (by == null) {
            DateGiven given = DateArgument.read("--to", to, null);
            return engine -> given;
        }
        Period period = period(by);
        return engine -> {
            Extended.To counted = engine.extended(entry.id(), period, options.signature(engine));
            counted.steps().forEach(step -> output.say("counted: " + step));
            return new DateGiven(Optional.of(counted.day()), counted.hour(), Optional.empty());
        };
    }

    private static Period period(String typed) {
        Period period;
        try {
            period = Phrase.period(typed.strip() + " after");
        } catch (IllegalArgumentException e) {
            throw noPeriod(typed);
        }
        if (period.unit() == PeriodUnit.HOURS || period.count() == 0) {
            throw noPeriod(typed);
        }
        return period;
    }

    private static Complaint noPeriod(String typed) {
        return Complaint.usage("--by: expected a whole number of days, court days, weeks, months or years, such as"
                + " \"14 days\", but was \"" + typed + "\"");
    }
}
