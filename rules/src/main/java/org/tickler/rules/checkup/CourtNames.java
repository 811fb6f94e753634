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

    /** What may stand around a district's letters: "USDC SDNY", "Bankr. S.D.N.Y.". */
    private static final Set<String> AROUND =
            Set.of("us", "usdc", "usbc", "court", "district", "bankr", "bankruptcy", "united", "state");

    /** States as citations shorten them, and as calendars do. */
    private static final Map<String, String> STATES =
            Map.of("cal", "ca", "calif", "ca", "tex", "tx", "fla", "fl", "penn", "pa", "ill", "il");

    private static final Map<String, String> STATE_COURTS = Map.of(
            "California", "us-ca",
            "New York", "us-ny",
            "Texas", "us-tx",
            "Florida", "us-fl",
            "Illinois", "us-il",
            "Pennsylvania", "us-pa");
    private static final Set<String> OF_A_STATE = Set.of("county", "superior", "supreme");

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

    /** Whether a bankruptcy court is called so. It is a unit of its district's court (28 U.S.C. 151) and has its calendar. */
    static boolean isOfBankruptcy(String words) {
        return TitleWords.of(words).stream().anyMatch(word -> word.startsWith("bankr") || word.equals("usbc"));
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
        Optional<CalendarId> other = byLetters(lower).or(() -> byTitle(words)).or(() -> byState(words));
        other.ifPresent(found -> taken.put(words, found));
        return other.flatMap(calendars::find);
    }

    private Optional<CalendarId> byLetters(String lower) {
        StringBuilder kept = new StringBuilder();
        for (String word : TitleWords.of(lower)) {
            if (!AROUND.contains(word)) {
                kept.append(STATES.getOrDefault(word, word));
            }
        }
        String letters = NO_LETTER.matcher(kept).replaceAll("");
        return calendars.ids().stream()
                .filter(known -> {
                    var district = DISTRICT.matcher(known.value());
                    return district.matches() && letters.equals(district.group(2) + district.group(1));
                })
                .findFirst();
    }

    /** The courts of a state, where one of them is named with its state: "Supreme Court, New York County". */
    private Optional<CalendarId> byState(String words) {
        Set<String> named = TitleWords.of(words);
        return named.stream().noneMatch(OF_A_STATE::contains)
                ? Optional.empty()
                : STATE_COURTS.entrySet().stream()
                        .filter(state -> named.containsAll(TitleWords.of(state.getKey())))
                        .flatMap(state ->
                                calendars.ids().stream().filter(id -> id.value().equals(state.getValue())))
                        .findFirst();
    }

    /** The only court whose title holds all of the words, or whose title they are. */
    private Optional<CalendarId> byTitle(String words) {
        Set<String> wanted = TitleWords.of(words);
        wanted.removeIf(word -> word.startsWith("bankr"));
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
