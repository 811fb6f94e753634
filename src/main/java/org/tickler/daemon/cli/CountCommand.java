package org.tickler.daemon.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tickler.calendars.CalendarBook;
import org.tickler.calendars.CalendarReader;
import org.tickler.calendars.ShippedCourts;
import org.tickler.calendars.text.Problems;
import org.tickler.daemon.Complaint;
import org.tickler.daemon.Exit;
import org.tickler.rules.count.PeriodCounter;
import org.tickler.rules.count.ShippedLaws;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Counts periods of law, a line each, as fast as they come. Needs neither a home nor a database. */
@Command(
        name = "count",
        description = "Counts periods of law: a JSON object a line in, its date a line out. No home, no database.")
final class CountCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "Files of JSON lines, one after the other; without any, standard input.")
    private List<Path> files = new ArrayList<>();

    @Override
    public Integer call() {
        for (Path file : files) {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw Complaint.unavailable("there is no file " + file + " that can be read");
            }
        }
        CountAnswers answers = new CountAnswers(counter());
        PrintWriter out = spec.commandLine().getOut();
        boolean fine = true;
        if (files.isEmpty()) {
            fine = answer(answers, System.in, out);
        }
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                fine &= answer(answers, in, out);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file, e);
            }
        }
        return (fine ? Exit.FINE : Exit.PROBLEMS).code();
    }

    /** Counts with all that is packaged with the program. */
    static PeriodCounter counter() {
        Problems problems = new Problems();
        CalendarBook book = CalendarReader.book(ShippedCourts.sources(), problems);
        if (problems.hasErrors()) {
            throw new IllegalStateException("the program is packaged with broken calendars:\n" + problems);
        }
        return new PeriodCounter(ShippedLaws.laws(), book);
    }

    /**
     * Answers every line that is not empty, and lets go of all answers whenever it must wait for more lines. Ends early
     * where nobody reads the answers any more.
     *
     * @return whether every period was counted
     */
    static boolean answer(CountAnswers answers, InputStream in, PrintWriter out) {
        InputLines lines = new InputLines(in, out::flush);
        boolean fine = true;
        try {
            for (Optional<InputLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                if (line.get().text().isBlank() && line.get().fault().isEmpty()) {
                    continue;
                }
                CountAnswers.Answer answer = answers.answer(line.get());
                out.print(Json.line(answer.keys()) + "\n");
                fine &= answer.counted();
                if (line.get().number() % 1000 == 0 && out.checkError()) {
                    break;
                }
            }
        } catch (IOException e) {
            throw Complaint.unavailable("the lines cannot be read to their end: " + e.getMessage(), e);
        }
        out.flush();
        return fine;
    }
}
