package org.tickler.daemon.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tickler.calendars.CalendarBook;
import org.tickler.calendars.CalendarId;
import org.tickler.daemon.Complaint;
import org.tickler.daemon.Exit;
import org.tickler.daemon.home.Home;
import org.tickler.daemon.home.PackFiles;
import org.tickler.engine.docket.DateForm;
import org.tickler.engine.docket.SheetReader;
import org.tickler.rules.checkup.Checkup;
import org.tickler.rules.checkup.Finding;
import org.tickler.rules.checkup.SheetRow;
import org.tickler.rules.deadline.CourtLaw;
import org.tickler.rules.pack.Pack;
import org.tickler.rules.pack.ShippedPacks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds a firm's present spreadsheet against the packs. Ends with 1 where a date in it is dangerous or wrong. */
@Command(
        name = "checkup",
        description = "Recomputes the dates of your present spreadsheet and lists those that differ, those that are"
                + " missing, and what else is wrong. Needs no home and no database.")
final class CheckupCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "A sheet: CSV, JSON or .ics.")
    private List<Path> files;

    @Option(
            names = "--court",
            paramLabel = "CALENDAR",
            description = "The court of matters that name none, such as us-nysd.")
    private @Nullable String court;

    @Option(
            names = "--pack",
            paramLabel = "PACK",
            description = "The court rules that apply, or a file that holds them; may be repeated. Left out: all that"
                    + " serve a row's court.")
    private List<String> packs = new ArrayList<>();

    @Option(
            names = "--date-format",
            paramLabel = "FORM",
            description = "How the sheet writes dates, such as MM/dd/yyyy; left out: 2026-03-10. It is never guessed.")
    private @Nullable String dateFormat;

    @Option(
            names = "--today",
            paramLabel = "DATE",
            description =
                    "The day from which dates are long past, such as 2026-11-26; left out, the sheet's latest date"
                            + " tells.")
    private @Nullable String today;

    @Mixin
    private OverlayOption overlays;

    @Mixin
    private HomeOption home;

    @Mixin
    private Output output;

    @Override
    public Integer call() throws IOException {
        files.stream().filter(Files::isDirectory).findFirst().ifPresent(folder -> {
            throw Complaint.usage(folder + " is a folder; name the sheets in it");
        });
        files.stream().filter(file -> !Files.isRegularFile(file)).findFirst().ifPresent(file -> {
            throw Complaint.unavailable("there is no file " + file);
        });
        CalendarBook calendars = PackFiles.calendars();
        Optional<CalendarId> otherwise = Optional.ofNullable(court).map(name -> known(calendars, name));
        List<Pack> rules = packs.isEmpty()
                ? ShippedPacks.all()
                : packs.stream().map(PackOption::pack).toList();
        Optional<LocalDate> day = Optional.ofNullable(today).map(typed -> DateArgument.day("--today", typed));
        SheetReader reader = new SheetReader(form());
        List<SheetRow> rows = new ArrayList<>();
        List<Finding> problems = new ArrayList<>();
        CheckupWords words = new CheckupWords(output);
        for (Path file : files) {
            SheetReader.Sheet sheet = reader.read(file);
            sheet.noDate().ifPresent(first -> {
                throw Complaint.usage("no date of " + file + " is in the form " + form().words() + "; the first is "
                        + first + ". Say how it writes dates with --date-format, such as --date-format MM/dd/yyyy");
            });
            sheet.notes().forEach(words::note);
            rows.addAll(sheet.rows());
            problems.addAll(sheet.problems());
        }
        CourtLaw law = overlays.on(rules, new Home(home.folder()));
        Checkup checkup = new Checkup(law, !packs.isEmpty(), calendars, otherwise, overlays.judge(law), day);
        Checkup.Report report = checkup.of(rows, problems);
        words.tell(report, rows.size());
        return (report.findings().stream().anyMatch(Finding::counts) ? Exit.PROBLEMS : Exit.FINE).code();
    }

    private static CalendarId known(CalendarBook calendars, String name) {
        return calendars.ids().stream()
                .filter(id -> id.value().equals(name))
                .findFirst()
                .orElseThrow(() -> PackOption.unknown(
                        "--court: no calendar is called \"" + name + "\"",
                        name,
                        "calendars",
                        calendars.ids().stream().map(CalendarId::value).toList()));
    }

    private DateForm form() {
        if (dateFormat == null) {
            return DateForm.ISO;
        }
        try {
            return new DateForm(dateFormat, DateForm.ISO.time());
        } catch (IllegalArgumentException e) {
            throw Complaint.usage(
                    "--date-format: \"" + dateFormat + "\" is no form of a date; expected one such as MM/dd/yyyy");
        }
    }
}
