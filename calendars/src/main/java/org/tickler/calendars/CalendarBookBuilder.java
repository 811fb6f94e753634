package org.tickler.calendars;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tickler.calendars.text.Nearest;
import org.tickler.calendars.text.Problems;

/** Lays calendars over one another: each definition over its base and its state's holidays, its amendments over it. */
final class CalendarBookBuilder {

    private final Map<String, CalendarFile> definitions = new LinkedHashMap<>();
    private final List<CalendarFile> amendments = new ArrayList<>();
    private final Map<CalendarId, Optional<Built>> built = new HashMap<>();
    private final CalendarLinks links = new CalendarLinks(definitions);
    private final Set<String> broken;
    private final Problems problems;

    /** A calendar and what a calendar over it needs of it. */
    private record Built(CourtCalendar calendar, CalendarHeading heading, List<Layer> layers) {}

    /**
     * @param broken names of calendars whose files had errors; about them nothing more is said
     */
    CalendarBookBuilder(List<CalendarFile> files, Set<String> broken, Problems problems) {
        this.broken = broken;
        this.problems = problems;
        for (CalendarFile file : files) {
            if (file.definition().isEmpty()) {
                amendments.add(file);
            } else {
                define(file);
            }
        }
    }

    private void define(CalendarFile file) {
        CalendarFile first = definitions.putIfAbsent(file.id().value(), file);
        if (first != null) {
            problems.error(
                    file.at(),
                    CalendarProblem.DUPLICATE_CALENDAR,
                    "the calendar \"" + file.id() + "\" is already defined at " + first.at()
                            + "; to add to it, write amends: " + file.id()
                            + " in place of calendar:, title: and over:");
        }
    }

    CalendarBook build() {
        for (CalendarFile amendment : amendments) {
            mustExist(new CalendarFile.Named(amendment.id(), amendment.at()));
        }
        for (CalendarFile file : definitions.values()) {
            CalendarLinks.of(file).forEach(link -> mustExist(link.to()));
            links.circle(file).ifPresent(circle -> complainOfCircle(file, circle));
        }
        Map<CalendarId, CourtCalendar> calendars = new TreeMap<>();
        for (CalendarFile file : definitions.values()) {
            built(file).ifPresent(made -> calendars.put(file.id(), made.calendar()));
        }
        return new CalendarBook(calendars);
    }

    private void mustExist(CalendarFile.Named named) {
        String name = named.id().value();
        if (!definitions.containsKey(name) && !broken.contains(name)) {
            problems.error(
                    named.at(),
                    CalendarProblem.UNKNOWN_CALENDAR,
                    "no calendar is called \"" + name + "\"" + Nearest.hint(name, definitions.keySet()));
        }
    }

    private void complainOfCircle(CalendarFile own, List<CalendarLinks.Link> circle) {
        String way = circle.stream()
                .map(link -> (link.key().equals("over") ? " over " : " in the state of ")
                        + link.to().id())
                .collect(Collectors.joining());
        String keys = circle.stream().map(CalendarLinks.Link::key).distinct().collect(Collectors.joining(" or "));
        problems.error(
                circle.getFirst().to().at(),
                CalendarProblem.CALENDAR_CYCLE,
                "calendars stand over one another in a circle: " + own.id() + way + "; take one " + keys + ": out");
    }

    /** Empty if the calendar, or one that it needs, has an error. */
    private Optional<Built> built(CalendarFile file) {
        Optional<Built> made = built.get(file.id());
        if (made == null) {
            made = links.areSound(file) ? over(file, file.definition().orElseThrow()) : Optional.empty();
            built.put(file.id(), made);
        }
        return made;
    }

    private Optional<Built> over(CalendarFile file, CalendarFile.Definition definition) {
        Optional<Built> below = definition.over().flatMap(this::needed);
        Optional<Built> state = definition.state().flatMap(this::needed);
        if (below.isPresent() != definition.over().isPresent()
                || state.isPresent() != definition.state().isPresent()) {
            return Optional.empty();
        }
        return coverage(file, definition, below, state).map(coverage -> {
            CalendarHeading own = definition.heading();
            CalendarHeading heading =
                    below.map(base -> own.over(base.heading())).orElse(own);
            List<Layer> layers = new ArrayList<>(below.map(Built::layers).orElse(List.of()));
            layers.add(state.map(of -> file.layer().in(of.calendar())).orElse(file.layer()));
            warnOutside(file, coverage);
            for (CalendarFile amendment : amendmentsOf(file)) {
                layers.add(amendment.layer());
                warnOutside(amendment, coverage);
            }
            return new Built(new CourtCalendar(file.id(), heading, coverage, layers), heading, layers);
        });
    }

    private Optional<Built> needed(CalendarFile.Named named) {
        return Optional.ofNullable(definitions.get(named.id().value())).flatMap(this::built);
    }

    private List<CalendarFile> amendmentsOf(CalendarFile file) {
        return amendments.stream()
                .filter(amendment -> amendment.id().equals(file.id()))
                .toList();
    }

    /** What the file says, or the calendar below, as far as the state's is known too; empty with an error recorded. */
    private Optional<Coverage> coverage(
            CalendarFile file, CalendarFile.Definition definition, Optional<Built> below, Optional<Built> state) {
        Optional<Coverage> known = below.map(base -> base.calendar().coverage());
        Coverage own = definition.coverage().or(() -> known).orElseThrow();
        if (known.isPresent() && !known.get().contains(own)) {
            complainOfCoverage(
                    file,
                    own.days() + " goes beyond " + known.get().days()
                            + ", for which the calendar below vouches; shorten it or leave it out");
            return Optional.empty();
        }
        if (state.isEmpty()) {
            return Optional.of(own);
        }
        Coverage ofState = state.get().calendar().coverage();
        Optional<Coverage> common = own.common(ofState);
        if (common.isEmpty()) {
            complainOfCoverage(
                    file,
                    own.days() + " has no day in common with " + ofState.days()
                            + ", for which the calendar of the state vouches; take"
                            + " state: out or correct one of them");
        }
        return common;
    }

    private void complainOfCoverage(CalendarFile file, String sentence) {
        problems.error(file.at(), CalendarProblem.BAD_COVERAGE, "coverage: " + sentence);
    }

    private void warnOutside(CalendarFile file, Coverage coverage) {
        for (CalendarFile.SingleDay day : file.singleDays()) {
            if (!coverage.contains(day.date())) {
                problems.warning(
                        day.at(),
                        CalendarProblem.OUTSIDE_COVERAGE,
                        "on: " + day.date() + " is outside " + coverage.days() + ", for which " + file.id()
                                + " vouches, and has no effect; check the year");
            }
        }
    }
}
