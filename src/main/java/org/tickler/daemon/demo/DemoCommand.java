package org.tickler.daemon.demo;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import org.tickler.daemon.Complaint;
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
        out.println("A month at Harper & Lin LLP: six people, two clients, five matters. Nothing leaves this machine;");
        out.println("the mail server, the telephone company and the time are stand-ins, all else is what a firm runs.");
        out.flush();
        try (SampleFirm firm = SampleFirm.open();
                Story story = new Story(firm, out)) {
            story.tell();
            if (keep) {
                stay(firm, story, out);
            } else {
                out.println();
                out.println(
                        "\"tickler demo --keep\" leaves the firm running: its answer page, calendar and mail to look at.");
            }
        } catch (WentWrong wrong) {
            throw Complaint.problems("the demo did not go as it should: " + wrong.getMessage());
        } catch (Stopped stopped) {
            return stopped.exitCode();
        }
        return Exit.FINE.code();
    }

    private static void stay(SampleFirm firm, Story story, PrintWriter out) throws InterruptedException {
        URI question = story.leaveQuestion();
        URI post = firm.goOn();
        out.println();
        out.println(
                "The firm is left running, and its clock goes on from here. Ctrl-C ends it and removes what it wrote.");
        out.println("  a question to answer   " + question);
        out.println("  Jonah Lin's calendar   " + story.calendar());
        out.println("  the e-mails            " + post);
        out.println("  the texts              " + post.resolve("/texts"));
        out.flush();
        firm.untilStopped();
    }
}
