package org.tickler.engine.docket;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickler.calendars.CourtDay;
import org.tickler.calendars.text.Days;
import org.tickler.calendars.text.Words;
import org.tickler.engine.book.ActiveBook;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Origin;

/** What looks wrong about an entry's date and is done all the same. */
final class ActWarnings {
    private ActWarnings() {}

    static List<String> of(ActResult result, Docket docket, ActiveBook book, Instant now) {
        List<String> warnings = new ArrayList<>();
        Entry entry = result.after();
        if (result.act() instanceof Act.Extend extend && !(extend.extension() instanceof Act.Extension.Refused)) {
            forbidden(result.before().orElse(entry), docket, book).ifPresent(warnings::add);
        }
        if (result.act() instanceof Act.Cancel && entry.kind() == EntryKind.LIMITATION) {
            warnings.addAll(Cancellation.of(result.said().getFirst(), docket).sentences(entry));
            return warnings;
        }
        result.settles()
                .first()
                .ifPresent(first -> warnings.add(DateWords.of(entry) + " is probably the same as " + first
                        + " and waits without reminders, also now; say what it is: tickler keep " + entry.id()
                        + ", or tickler cancel " + entry.id()));
        standing(entry, docket, warnings);
        if (!entry.status().reminds()) {
            return warnings;
        }
        String date = DateWords.of(entry.when());
        if (entry.when().dueAt().filter(due -> due.isBefore(now)).isPresent()) {
            warnings.add(date + " is past: nobody will be reminded");
        }
        closed(entry, docket, book).ifPresent(why -> warnings.add(date + " is " + why));
        docket.entries().stream()
                .filter(other ->
                        !other.id().equals(entry.id()) && other.status().reminds())
                .filter(other -> other.kind() == entry.kind()
                        && entry.when().date().isPresent()
                        && other.when().date().equals(entry.when().date()))
                .forEach(other -> warnings.add(
                        "the matter has another " + Words.of(other.kind()) + " on that day: " + DateWords.of(other)));
        return warnings;
    }

    /** That the matter is settled, stayed or closed. */
    private static void standing(Entry entry, Docket docket, List<String> warnings) {
        docket.inForce().stream()
                .filter(act -> act.reach().covers(entry, docket.matter()))
                .forEach(act -> warnings.add(act.words(docket.matter()) + " since "
                        + Days.words(act.reach().on()) + ", by " + act.said().by()
                        + (entry.status() == EntryStatus.STAYED
                                ? "; this is stayed, and reminds nobody, also as it is now"
                                : "; this reminds all the same")));
    }

    /** That the rule which made the date does not let the court enlarge it. */
    private static Optional<String> forbidden(Entry entry, Docket docket, ActiveBook book) {
        return entry.origin() instanceof Origin.Derived derived
                ? book.rulebook()
                        .law()
                        .ruleOf(derived, docket, book.calendars())
                        .filter(rule -> !rule.movement().enlarge())
                        .map(rule -> "the court may not enlarge "
                                + rule.source().authority().cite()
                                + rule.movement()
                                        .enlargeCite()
                                        .map(cite -> " (" + cite + ")")
                                        .orElse("") + "; keep to " + DateWords.of(entry.when()))
                : Optional.empty();
    }

    private static Optional<String> closed(Entry entry, Docket docket, ActiveBook book) {
        Optional<LocalDate> day = entry.when().date();
        return entry.courtIn(docket.matter())
                .flatMap(book.calendars()::find)
                .flatMap(court -> day.map(court::on))
                .flatMap(ActWarnings::closed);
    }

    private static Optional<String> closed(CourtDay day) {
        return day instanceof CourtDay.Closed closed
                ? Optional.of(String.join(
                        ", ", closed.why().stream().map(CourtDay.Reason::name).toList()))
                : Optional.empty();
    }
}
