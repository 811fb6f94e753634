package org.tickler.engine.book;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tickler.calendars.CalendarBook;
import org.tickler.calendars.CalendarReader;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.SourceText;
import org.tickler.engine.store.Json;
import org.tickler.engine.store.Tzdb;
import org.tickler.rules.docket.Fingerprint;
import org.tickler.rules.firm.Firm;
import org.tickler.rules.lang.Known;
import org.tickler.rules.lang.OverlayChecks;
import org.tickler.rules.lang.PackShelf;
import org.tickler.rules.lang.RuleReader;
import org.tickler.rules.lang.Rulebook;

/**
 * What a schedule depends on beside the docket, as text.
 *
 * @param rules every rule file, in order
 * @param calendars every calendar file: the shipped ones first, then the firm's
 * @param packs the packs that rules may use, each named after the pack that it holds; in a kept book those in use
 * @param laws every file of counting laws, those first that others are like
 * @param known the names that the rules were checked against. They are kept so that the book can be read again, and are
 *     no part of its fingerprint: a new colleague does not make a new book
 */
public record Book(
        List<SourceText> rules,
        List<SourceText> calendars,
        List<SourceText> packs,
        List<SourceText> laws,
        Firm firm,
        Known known) {
    private static final int MOST_SHELVES = 20;
    private static final Map<List<List<SourceText>>, PackShelf> SHELVES = new ConcurrentHashMap<>();

    public Book {
        rules = List.copyOf(rules);
        calendars = List.copyOf(calendars);
        packs = List.copyOf(packs);
        laws = List.copyOf(laws);
    }

    /** The same with other rules and calendars, and other packs for the rules to use. */
    public Book with(List<SourceText> otherRules, List<SourceText> otherCalendars, List<SourceText> otherPacks) {
        return new Book(otherRules, otherCalendars, otherPacks, laws, firm, known);
    }

    /** The same without the packs that {@code rulebook}, which was read from it, does not use: another program's make no other book. */
    public Book usingOnly(Rulebook rulebook) {
        List<SourceText> used = packs.stream()
                .filter(source -> rulebook.law().packs().stream()
                        .anyMatch(pack ->
                                source.file().equals("packs/" + pack.pack().id() + ".yaml")))
                .toList();
        return new Book(rules, calendars, used, laws, firm, known);
    }

    /** The same for the same texts, settings and time-zone data. */
    public String fingerprint() {
        return Fingerprint.of(Json.canonical(BookJson.identity(this)), Tzdb.version())
                .hex();
    }

    /** Reads the texts. Empty where a file has an error; every problem of every file is recorded. */
    public Optional<Compiled> compile(Problems problems) {
        CalendarBook calendarBook = CalendarReader.book(calendars, problems);
        Optional<Rulebook> rulebook = RuleReader.read(rules, known, shelf(), problems);
        rulebook.ifPresent(read -> OverlayChecks.check(read.law(), calendarBook, problems));
        return problems.hasErrors() ? Optional.empty() : rulebook.map(read -> new Compiled(read, calendarBook));
    }

    /** Its packs are read once, however many books have the same. */
    private PackShelf shelf() {
        if (SHELVES.size() >= MOST_SHELVES) {
            SHELVES.clear();
        }
        return SHELVES.computeIfAbsent(List.of(packs, laws), texts -> new PackShelf(packs, laws));
    }

    /** What the texts say; its rules are known since {@link java.time.Instant#EPOCH}. */
    public record Compiled(Rulebook rulebook, CalendarBook calendars) {}
}
