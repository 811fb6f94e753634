package org.tickler.rules.checkup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.tickler.calendars.CalendarBook;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.CourtCalendar;
import org.tickler.rules.count.PeriodCounter;
import org.tickler.rules.deadline.CourtLaw;
import org.tickler.rules.firm.JudgeName;

/** Holds a sheet that somebody keeps by hand against packs, what courts and judges have of their own, and calendars. Immutable; no docket, no clock. */
public final class Checkup {
    private static final Comparator<Finding> GRAVE_FIRST =
            Comparator.comparing(Finding::weight).thenComparing(Finding::type);

    private final CourtLaw law;
    private final boolean chosen;
    private final CalendarBook calendars;
    private final Optional<CalendarId> court;
    private final Optional<JudgeName> judge;
    private final Optional<LocalDate> today;

    /**
     * @param chosen whether somebody said that the packs of {@code law} are the matters'; else they are all that there are, and each
     *     matter's are told by what its rows name
     * @param court the court of matters that name none
     * @param judge the judge of matters that name none
     * @param today the day from which it is told what is long past; empty: the sheet's own dates tell
     */
    public Checkup(
            CourtLaw law,
            boolean chosen,
            CalendarBook calendars,
            Optional<CalendarId> court,
            Optional<JudgeName> judge,
            Optional<LocalDate> today) {
        this.law = law;
        this.chosen = chosen;
        this.calendars = calendars;
        this.court = court;
        this.judge = judge;
        this.today = today;
    }

    /**
     * What came of it.
     *
     * @param findings what is dangerous first, then what is wrong, then what is to be looked at; each too late first, then
     *     missing, then the rest, as they were read
     * @param notes what was taken for what, a sentence each
     * @param compared how many dates were held against a rule
     * @param agreeing how many of them are as the rule has it
     */
    public record Report(List<Finding> findings, List<String> notes, int matters, int compared, int agreeing) {
        public Report {
            findings = List.copyOf(findings);
            notes = List.copyOf(notes);
        }
    }

    /** What is to be said of {@code rows}, beside what was {@code found} in reading them. */
    public Report of(List<SheetRow> rows, List<Finding> found) {
        List<Finding> findings = new ArrayList<>(found);
        Consumer<Finding> sink = findings::add;
        CourtNames courts = new CourtNames(calendars);
        Optional<CourtCalendar> otherwise = court.flatMap(calendars::find);
        PacksBeforeJudges packs = new PacksBeforeJudges(law);
        MatterReader reader = new MatterReader(packs, chosen, courts, otherwise, judge, sink);
        PeriodCounter counter = new PeriodCounter(law.laws(), calendars);
        Gaps gaps = new Gaps(
                law.packs().stream().map(CourtLaw.UsedPack::pack).toList(),
                found.stream().map(Finding::place).collect(Collectors.toSet()),
                sink);
        Age age =
                new Age(today, rows.stream().flatMap(row -> row.date().stream()).toList());
        List<MatterRow> all = new ArrayList<>();
        int compared = 0;
        int agreeing = 0;
        Map<String, List<SheetRow>> matters = byMatter(rows);
        for (List<SheetRow> matter : matters.values()) {
            List<MatterRow> read = reader.read(matter);
            MatterRows rowsOfMatter = new MatterRows(read);
            Derivations derivations = new Derivations(rowsOfMatter, counter);
            DateComparison comparison = new DateComparison(rowsOfMatter, derivations, age, sink);
            comparison.compare();
            compared += comparison.compared();
            agreeing += comparison.agreeing();
            new MissingDeadlines(rowsOfMatter, derivations, age, sink).find();
            DayChecks days = new DayChecks(sink);
            read.forEach(row -> days.check(row, comparison.isDiffering(row)));
            new ProbableDuplicates(sink).find(read);
            gaps.ofMatter(read);
            all.addAll(read);
        }
        services(rows, sink);
        gaps.ofMatters();
        gaps.ofAll(all);
        findings.sort(GRAVE_FIRST);
        return new Report(findings, notes(courts, packs), matters.size(), compared, agreeing);
    }

    private static Map<String, List<SheetRow>> byMatter(List<SheetRow> rows) {
        Map<String, List<SheetRow>> matters = new LinkedHashMap<>();
        rows.forEach(row -> matters.computeIfAbsent(row.matter(), matter -> new ArrayList<>())
                .add(row));
        return matters;
    }

    private static void services(List<SheetRow> rows, Consumer<Finding> sink) {
        for (SheetRow row : rows) {
            row.says()
                    .service()
                    .filter(words -> Derivations.method(words).isEmpty())
                    .ifPresent(words -> sink.accept(Finding.about(
                            row,
                            Finding.Type.UNKNOWN_SERVICE,
                            Finding.Weight.NOTE,
                            "\"" + words
                                    + "\" is no way of service that is known, such as mail, electronic or personal;"
                                    + " no days were added for it")));
        }
    }

    private static List<String> notes(CourtNames courts, PacksBeforeJudges packs) {
        List<String> notes = new ArrayList<>(courts.taken().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(taken -> "\"" + taken.getKey() + "\" is taken for the court " + taken.getValue())
                .toList());
        notes.addAll(packs.notes());
        return notes;
    }
}
