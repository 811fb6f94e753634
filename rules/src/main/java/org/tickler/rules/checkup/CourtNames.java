package org.tickler.rules.checkup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.tickler.calendars.CalendarBook;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.CourtCalendar;

/** Finds the calendar of a court by whatever a sheet calls it. One thread a time. */
final class CourtNames {
    private static final Pattern NO_LETTER = Pattern.compile("[^a-z0-9]");
    /** A federal district's calendar is called after the state, then the district: us-nysd is S.D.N.Y. */
    private static final Pattern DISTRICT = Pattern.compile("us-([a-z]{2})([nsewcm]?d)");

    private static final int WORDS = 3;

    private final CalendarBook calendars;
    private final Map<String, Optional<CourtCalendar>> known = new HashMap<>();
    private final Map<String, CalendarId> taken = new TreeMap<>();

    CourtNames(CalendarBook calendars) {
        this.calendars = calendars;
    }

    /** The court that is called so: by its calendar's name, by its letters (S.D.N.Y.) or by the words of its title. */
    Optional<CourtCalendar> find(String words) {
        return known.computeIfAbsent(words.strip(), this::read);
    }

    /** What was taken for which court, where it was not the calendar's own name. */
    Map<String, CalendarId> taken() {
        return Map.copyOf(taken);
    }

    private Optional<CourtCalendar> read(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        Optional<CalendarId> id = calendars.ids().stream()
                .filter(known -> known.value().equals(lower))
                .findFirst();
        if (id.isPresent()) {
            return id.flatMap(calendars::find);
        }
        Optional<CalendarId> other = byLetters(lower).or(() -> byTitle(words));
        other.ifPresent(found -> taken.put(words, found));
        return other.flatMap(calendars::find);
    }

    private Optional<CalendarId> byLetters(String lower) {
        String letters = NO_LETTER.matcher(lower).replaceAll("");
        return calendars.ids().stream()
                .filter(known -> {
                    var district = DISTRICT.matcher(known.value());
                    return district.matches() && letters.equals(district.group(2) + district.group(1));
                })
                .findFirst();
    }

    /** The only court whose title holds all of the words, or whose title they are. */
    private Optional<CalendarId> byTitle(String words) {
        Set<String> wanted = TitleWords.of(words);
        List<CalendarId> holding = new ArrayList<>();
        for (CalendarId id : calendars.ids()) {
            Set<String> title =
                    TitleWords.of(calendars.find(id).map(CourtCalendar::title).orElse(""));
            if (title.equals(wanted)) {
                return Optional.of(id);
            }
            if (wanted.size() >= WORDS && title.containsAll(wanted)) {
                holding.add(id);
            }
        }
        return holding.size() == 1 ? Optional.of(holding.getFirst()) : Optional.empty();
    }
}
