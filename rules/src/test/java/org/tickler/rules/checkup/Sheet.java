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
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.Words;
import org.tickler.rules.count.ShippedLaws;
import org.tickler.rules.docket.EntryKind;
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
        return new Checkup(packs, chosen, ShippedLaws.laws(), CALENDARS, Optional.<CalendarId>empty(), today)
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
