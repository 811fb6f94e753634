package org.tickler.calendars.ics;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Brings the events of one UID together: a series becomes its instances, changed and cancelled ones among them. */
final class SeriesAssembler {

    private final ZoneId defaultZone;
    private final IcsWindow window;
    private final SeriesBudget budget;
    private final Problems problems;
    private final List<IcsItem> items = new ArrayList<>();

    SeriesAssembler(ZoneId defaultZone, IcsWindow window, IcsLimits limits, Problems problems) {
        this.defaultZone = defaultZone;
        this.window = window;
        this.budget = new SeriesBudget(limits);
        this.problems = problems;
    }

    List<IcsItem> assemble(List<Draft> drafts) {
        Map<String, List<Draft>> byUid = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            // what has no UID is by itself: a line break stands in no UID
            String key = draft.uid().orElse("\n" + draft.version().line());
            byUid.computeIfAbsent(key, unused -> new ArrayList<>()).add(draft);
        }
        byUid.values().forEach(this::groupAlone);
        return items;
    }

    /** Dates at the edge of what can be reckoned with are the trouble of their own event only. */
    private void groupAlone(List<Draft> drafts) {
        try {
            group(drafts);
        } catch (DateTimeException | ArithmeticException e) {
            problems.refuseItem(
                    drafts.get(0).version().line(),
                    "expected dates that can be reckoned with, found " + e.getMessage() + "; the event is not read");
        }
    }

    private void group(List<Draft> drafts) {
        Optional<Draft> series = Optional.empty();
        for (Draft draft : drafts) {
            if (draft.series().instance().isEmpty()) {
                series = Optional.of(series.map(other -> newer(other, draft)).orElse(draft));
            }
        }
        Map<String, Draft> changes = changes(drafts, series.map(of -> of.span().start()));
        if (series.isPresent()) {
            whole(series.get(), changes.keySet());
        }
        changes.forEach((instance, change) -> items.add(
                change.item(Optional.of(instance), change.span().start().local(), defaultZone)));
    }

    /** The changed instances by the text of their RECURRENCE-ID, said in the form of their series if that is there. */
    private Map<String, Draft> changes(List<Draft> drafts, Optional<Moment> start) {
        Map<String, Draft> changes = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            if (draft.series().instance().isPresent()) {
                Moment instance = draft.series().instance().get();
                Moment said = start.map(of -> sameForm(instance, of)).orElse(instance);
                changes.merge(said.text(), draft, this::newer);
            }
        }
        return changes;
    }

    /** A date that names an instance of a timed series means the one of that day. */
    private static Moment sameForm(Moment instance, Moment start) {
        if (instance.isDate() && !start.isDate()) {
            return start.at(instance.local().toLocalDate().atTime(start.local().toLocalTime()));
        }
        return instance.in(start);
    }

    private Draft newer(Draft one, Draft two) {
        boolean second = isNewer(two.version(), one.version());
        Draft kept = second ? two : one;
        Draft left = second ? one : two;
        problems.refuseItem(
                left.version().line(),
                "expected each event once, found UID " + Excerpt.of(one.uid().orElse("")) + " again; the one of line "
                        + kept.version().line() + " is read");
        return kept;
    }

    private static boolean isNewer(IcsVersion version, IcsVersion than) {
        if (version.sequence() != than.sequence()) {
            return version.sequence() > than.sequence();
        }
        return version.lastModified().isPresent()
                && (than.lastModified().isEmpty()
                        || version.lastModified()
                                .get()
                                .isAfter(than.lastModified().get()));
    }

    private void whole(Draft draft, Set<String> changed) {
        Moment start = draft.span().start();
        if (!draft.series().recurs()) {
            items.add(draft.item(Optional.empty(), start.local(), defaultZone));
            return;
        }
        Set<LocalDateTime> excluded = new HashSet<>();
        Set<LocalDateTime> excludedDays = new HashSet<>();
        for (Moment moment : draft.series().excluded()) {
            (moment.isDate() ? excludedDays : excluded).add(moment.in(start).local());
        }
        for (LocalDateTime local : times(draft)) {
            String instance = start.at(local).text();
            boolean left = excluded.contains(local)
                    || excludedDays.contains(local.toLocalDate().atStartOfDay())
                    || changed.contains(instance);
            if (!left && window.holds(draft.span().at(local, defaultZone).date())) {
                items.add(draft.item(Optional.of(instance), local, defaultZone));
            }
        }
    }

    private NavigableSet<LocalDateTime> times(Draft draft) {
        Moment start = draft.span().start();
        // a day more on either side, for the window is in the zone that is shown and the series may be in another
        IcsWindow around =
                new IcsWindow(window.from().minusDays(1), window.until().plusDays(1));
        NavigableSet<LocalDateTime> times = new TreeSet<>();
        List<String> cuts = new ArrayList<>();
        for (SeriesRule rule : draft.series().rules()) {
            SeriesExpander.Expansion expansion = SeriesExpander.expand(start.local(), rule, around, budget);
            times.addAll(expansion.times());
            expansion.cut().ifPresent(cuts::add);
        }
        if (!draft.series().rules().isEmpty()
                && around.holds(start.local().toLocalDate())
                && times.add(start.local())
                && cuts.isEmpty()) {
            problems.suspect(
                    draft.version().line(),
                    "expected a series whose rule gives its first date, found DTSTART " + start.text()
                            + " beside it; that date is read too");
        }
        if (draft.series().rules().isEmpty()) {
            times.add(start.local());
        }
        draft.series().added().forEach(moment -> times.add(moment.in(start).local()));
        String last = times.isEmpty() ? "" : " up to " + start.at(times.last()).text();
        cuts.forEach(why -> problems.suspect(
                draft.version().line(),
                "not the whole series is read, only " + times.size() + " dates" + last + ": " + why
                        + "; read a shorter window or fewer events at once"));
        return times;
    }
}
