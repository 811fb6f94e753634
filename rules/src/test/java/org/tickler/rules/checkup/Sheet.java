package org.tickler.rules.checkup;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickler.calendars.CalendarBook;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.CalendarReader;
import org.tickler.calendars.ShippedCourts;
import org.tickler.calendars.text.Fields;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.SourceText;
import org.tickler.calendars.text.Words;
import org.tickler.calendars.text.YamlReader;
import org.tickler.rules.count.ShippedLaws;
import org.tickler.rules.deadline.CourtLaw;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.firm.JudgeName;
import org.tickler.rules.pack.OverlayReader;
import org.tickler.rules.pack.Pack;
import org.tickler.rules.pack.ShippedPacks;

/** A sheet as a firm keeps one, row by row, and what a checkup with the shipped packs and calendars says of it. */
final class Sheet {
    private static final CalendarBook CALENDARS = CalendarReader.book(ShippedCourts.sources(), new Problems());

    private final List<SheetRow> rows = new ArrayList<>();
    private List<Pack> packs = ShippedPacks.all();
    private Optional<LocalDate> today = Optional.empty();
    private String court = "us-nysd";
    private Optional<String> side = Optional.empty();
    private Optional<String> judge = Optional.empty();
    private Optional<JudgeName> otherwise = Optional.empty();
    private List<CourtLaw.UsedOverlay> overlays = List.of();

    /** Of matters before that court, as the sheet calls it. */
    static Sheet before(String court) {
        Sheet sheet = new Sheet();
        sheet.court = court;
        return sheet;
    }

    /** The rows that follow are of matters in which the firm acts for that side. */
    Sheet actingFor(String client) {
        this.side = Optional.of(client);
        return this;
    }

    /** The rows that follow name that judge. */
    Sheet beforeJudge(String name) {
        this.judge = Optional.of(name);
        return this;
    }

    /** Matters that name no judge are that one's. */
    Sheet elseBefore(String name) {
        this.otherwise = Optional.of(JudgeName.of(name));
        return this;
    }

    /** With an overlay's text laid over the packs. */
    Sheet under(String overlay) {
        Problems problems = new Problems();
        this.overlays = YamlReader.read(new SourceText("overlay.yaml", overlay), problems)
                .flatMap(root -> OverlayReader.read(Fields.of(root, problems)))
                .map(read -> List.of(CourtLaw.UsedOverlay.of(read, overlay)))
                .orElseThrow(() -> new AssertionError(problems.toString()));
        return this;
    }

    Sheet with(String pack) {
        this.packs = List.of(ShippedPacks.find(pack).orElseThrow());
        return this;
    }

    Sheet readOn(String day) {
        this.today = Optional.of(LocalDate.parse(day));
        return this;
    }

    /** A row, its line counted from 1; an empty date is none. */
    Sheet row(String matter, String kind, String title, String date) {
        return row(matter, kind, title, date, "", "");
    }

    Sheet row(String matter, String kind, String title, String date, String service, String party) {
        SheetRow.Says says = new SheetRow.Says(
                Optional.of(court),
                Optional.empty(),
                Optional.empty(),
                text(service),
                text(party),
                side,
                judge,
                Optional.of("jlin"));
        return add(matter, kind, title, date, Optional.empty(), says);
    }

    /** A row that names a trigger or a rule in the packs' words. */
    Sheet named(String matter, String event, String rule, String date) {
        SheetRow.Says says = new SheetRow.Says(
                Optional.of(court),
                text(rule),
                text(event),
                Optional.empty(),
                Optional.empty(),
                side,
                judge,
                Optional.of("jlin"));
        return add(matter, "", "", date, Optional.empty(), says);
    }

    /** A row with a weekday beside its date. */
    Sheet onA(DayOfWeek weekday, String matter, String title, String date) {
        SheetRow.Says says = new SheetRow.Says(
                Optional.of(court),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                side,
                judge,
                Optional.of("jlin"));
        return add(matter, "conference", title, date, Optional.of(weekday), says);
    }

    private Sheet add(
            String matter, String kind, String title, String date, Optional<DayOfWeek> weekday, SheetRow.Says says) {
        rows.add(new SheetRow(
                new SheetRow.Place("sheet.csv", rows.size() + 1),
                matter,
                title,
                text(kind).flatMap(word -> Words.find(EntryKind.class, word)),
                text(date).map(LocalDate::parse),
                Optional.empty(),
                weekday,
                says,
                true));
        return this;
    }

    private static Optional<String> text(String words) {
        return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }

    SheetRow last() {
        return rows.getLast();
    }

    Checkup.Report report(Finding... found) {
        boolean chosen = packs.size() == 1;
        List<CourtLaw.UsedPack> used =
                packs.stream().map(pack -> CourtLaw.UsedPack.of(pack, "")).toList();
        CourtLaw law = new CourtLaw(used, overlays, ShippedLaws.laws());
        return new Checkup(law, chosen, CALENDARS, Optional.<CalendarId>empty(), otherwise, today)
                .of(rows, List.of(found));
    }

    List<Finding> findings(Finding.Type type) {
        return report().findings().stream()
                .filter(finding -> finding.type() == type)
                .toList();
    }

    /** {@code weight title: expected} of every finding of that type, in order. */
    List<String> said(Finding.Type type) {
        return findings(type).stream()
                .map(finding -> Words.of(finding.weight()) + " " + finding.title()
                        + finding.dates().expected().map(day -> ": " + day).orElse(""))
                .toList();
    }
}
