package org.tickler.engine.sheet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tickler.calendars.text.Words;
import org.tickler.engine.dispatch.words.DateWords;
import org.tickler.engine.dispatch.words.SafeText;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.firm.Confidentiality;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.Sight;
import org.tickler.rules.remind.SheetRule;

/**
 * A sheet that is to be made.
 *
 * @param reader empty: mailboxes outside the firm
 * @param day the reader's civil day
 * @param since what happened after this instant is told
 */
record SheetCall(SheetFirm firm, SheetRule rule, Optional<Person> reader, LocalDate day, ZoneId zone, Instant since) {
    private static final int TITLE = 200;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE, MMM d, h:mm a", Locale.US);
    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("h:mm a", Locale.US);

    Instant now() {
        return firm.now();
    }

    /** Whether the reader may see a matter. */
    boolean sees(Matter matter) {
        return reader.map(person -> Sight.sees(person, matter, day).allowed()).orElse(true);
    }

    /** The live entries that are wanted, of matters that there are. */
    Stream<Entry> live(Predicate<Entry> wanted) {
        return firm.live().stream()
                .filter(entry -> !entry.isDrill() && wanted.test(entry))
                .filter(entry -> firm.matter(entry.matter()).isPresent());
    }

    /** Those of the reader's own matters. */
    Stream<Entry> own(Predicate<Entry> wanted) {
        return live(wanted).filter(entry -> {
            Matter matter = firm.matter(entry.matter()).orElseThrow();
            return sees(matter)
                    && reader.filter(person -> entry.concerns(person.id(), matter, day))
                            .isPresent();
        });
    }

    /** Whether an entry is dated from {@code first} to {@code last}, both inclusive. */
    static Predicate<Entry> dated(LocalDate first, LocalDate last) {
        return entry -> entry.when()
                .date()
                .filter(date -> !date.isBefore(first) && !date.isAfter(last))
                .isPresent();
    }

    /** Whether more is told of an entry than its matter's number and its kind: what people wrote can name a client. */
    boolean tells(Entry entry) {
        return reader.isPresent()
                || rule.level() == SheetRule.Level.FULL
                || firm.matter(entry.matter())
                        .filter(matter -> matter.confidentiality() == Confidentiality.FIRM)
                        .isPresent();
    }

    /** The line of an entry, with its date and matter. */
    SheetLine line(Entry entry, String note) {
        return line(entry, true, note);
    }

    /** @param about whether the matter is named */
    SheetLine line(Entry entry, boolean about, String note) {
        Matter matter = firm.matter(entry.matter()).orElseThrow();
        boolean told = tells(entry);
        return new SheetLine(
                Optional.of(matter.id()),
                when(entry),
                about ? about(matter, told) : "",
                told ? what(entry) : kind(entry),
                join(status(entry), note),
                Optional.empty());
    }

    /** A matter's number and title. */
    static String about(Matter matter, boolean told) {
        return told
                ? SafeText.line(matter.id() + " " + matter.title(), TITLE)
                : matter.id().value();
    }

    /** {@code Thu, Mar 12, 2026, 9:30 AM EDT}. */
    static String when(Entry entry) {
        return join(DateWords.shortDay(entry.when()), DateWords.time(entry.when()));
    }

    /** Its kind and title; the kind once, where the title begins with it. */
    static String what(Entry entry) {
        String title = SafeText.line(entry.title(), TITLE);
        String kind = kind(entry);
        return title.toLowerCase(Locale.ROOT).startsWith(kind.toLowerCase(Locale.ROOT)) ? title : kind + ": " + title;
    }

    private static String kind(Entry entry) {
        String words = Words.of(entry.kind()).replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** {@code Thu, Mar 12, 9:30 AM}, on the reader's clock; the hour alone for the sheet's own day. */
    String moment(Instant at) {
        boolean today = at.atZone(zone).toLocalDate().equals(day);
        return (today ? TODAY : MOMENT).format(at.atZone(zone));
    }

    /** Those that are not empty, with commas between. */
    static String join(String... parts) {
        return List.of(parts).stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }

    private static String status(Entry entry) {
        return entry.status() == EntryStatus.OPEN
                ? ""
                : switch (entry.status()) {
                    case PROPOSED -> "proposed, not verified";
                    case PROVISIONAL -> "provisional";
                    case CLAIMED -> "said to be done, no receipt";
                    default -> Words.of(entry.status());
                };
    }
}
