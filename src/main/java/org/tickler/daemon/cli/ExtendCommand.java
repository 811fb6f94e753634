package org.tickler.daemon.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tickler.daemon.Complaint;
import org.tickler.daemon.OpenHome;
import org.tickler.engine.docket.Act;
import org.tickler.engine.docket.Act.DateGiven;
import org.tickler.engine.docket.Act.Extension;
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
        Act act = new Act.Extend(entry.id(), extension());
        try (OpenHome open = home.open()) {
            return Acting.on(open, act, options, output);
        }
    }

    private Extension extension() {
        if (refused) {
            if (granted || to != null || source != null) {
                throw Complaint.usage("--refused stands alone: the original date holds");
            }
            return new Extension.Refused();
        }
        if (to == null || source == null) {
            throw Complaint.usage("say until when and where that is written: --to 2027-03-12 --source \"ECF 40\"");
        }
        DateGiven date = DateArgument.read("--to", to, null);
        return granted ? new Extension.Granted(date, source) : new Extension.Asked(date, source);
    }
}
