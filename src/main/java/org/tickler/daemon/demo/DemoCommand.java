package org.tickler.daemon.demo;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import org.tickler.daemon.Complaint;
import org.tickler.daemon.Daemon;
import org.tickler.daemon.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A month of a sample firm. It ends with exit code 1 where anything in it did not happen as it should. */
@Command(
        name = "demo",
        description = "A month in the life of a sample firm, in under a minute; nothing leaves this machine.")
public final class DemoCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--keep", description = "Leaves the firm running afterwards, and says where to look at it.")
    private boolean keep;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        if (LoggerFactory.getLogger("org.tickler") instanceof Logger log) {
            log.setLevel(Level.ERROR);
        }
        try (SampleFirm firm = SampleFirm.open()) {
            new Story(firm, out).tell();
            if (keep) {
                stay(firm, out);
            }
        } catch (WentWrong wrong) {
            throw Complaint.problems("the demo did not go as it should: " + wrong.getMessage());
        }
        return Exit.FINE.code();
    }

    private static void stay(SampleFirm firm, PrintWriter out) throws InterruptedException {
        Daemon daemon = firm.keepRunning();
        out.println();
        out.println("The firm is left running, its clock too. Ctrl-C ends it.");
        firm.addresses().forEach((what, where) -> out.println("  " + what + "  " + where));
        out.flush();
        daemon.listen();
        daemon.untilStopped();
    }
}
