package org.tickler.daemon.home;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tickler.calendars.CalendarBook;
import org.tickler.calendars.ShippedCourts;
import org.tickler.calendars.text.SourceText;
import org.tickler.daemon.settings.Settings;
import org.tickler.engine.book.Book;
import org.tickler.engine.dispatch.words.Templates;
import org.tickler.rules.count.ShippedLaws;
import org.tickler.rules.deadline.CourtLaw;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;
import org.tickler.rules.lang.Known;
import org.tickler.rules.lang.Rulebook;
import org.tickler.rules.pack.Pack;
import org.tickler.rules.pack.ShippedPacks;

/**
 * Everything a home says, read and free of errors.
 *
 * @param ruleFiles the texts behind {@code rules}, in the order of their names
 * @param calendarFiles the texts behind {@code calendars} that are the home's own
 * @param templates text by file name, such as {@code rung.txt}
 */
public record HomeFiles(
        Settings settings,
        List<Person> people,
        List<Matter> matters,
        Rulebook rules,
        CalendarBook calendars,
        List<SourceText> ruleFiles,
        List<SourceText> calendarFiles,
        Map<String, String> templates) {
    public HomeFiles {
        people = List.copyOf(people);
        matters = List.copyOf(matters);
        ruleFiles = List.copyOf(ruleFiles);
        calendarFiles = List.copyOf(calendarFiles);
        templates = Map.copyOf(templates);
    }

    /** What of it a schedule depends on, beside the docket: to become the active book. */
    public Book book() {
        List<SourceText> allCalendars = new ArrayList<>(ShippedCourts.sources());
        allCalendars.addAll(calendarFiles);
        Known known = Known.of(new People(people), matters, calendars, ownNames(templates));
        return new Book(ruleFiles, allCalendars, ShippedPacks.sources(), ShippedLaws.sources(), settings.firm(), known)
                .usingOnly(rules);
    }

    /** The packs of court rules in use. */
    public List<Pack> packs() {
        return rules.law().packs().stream().map(CourtLaw.UsedPack::pack).toList();
    }

    /** The names under which rungs may take them as words of their own. */
    static Set<String> ownNames(Map<String, String> templates) {
        return templates.keySet().stream()
                .flatMap(file -> Templates.ownName(file).stream())
                .collect(Collectors.toSet());
    }
}
