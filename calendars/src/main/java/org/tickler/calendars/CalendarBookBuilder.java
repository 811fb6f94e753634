package org.tickler.calendars;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tickler.calendars.text.Nearest;
import org.tickler.calendars.text.Problems;

/** Lays calendars over one another: each definition over its base, its amendments over it. */
final class CalendarBookBuilder {

    private final Map<String, CalendarFile> definitions = new LinkedHashMap<>();
    private final List<CalendarFile> amendments = new ArrayList<>();
    private final Set<String> broken;
    private final Problems problems;

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
            mustExist(new CalendarFile.Base(amendment.id(), amendment.at()));
        }
        Map<CalendarId, CourtCalendar> calendars = new TreeMap<>();
        for (CalendarFile file : definitions.values()) {
            chain(file).flatMap(this::calendar).ifPresent(calendar -> calendars.put(file.id(), calendar));
        }
        return new CalendarBook(calendars);
    }

    /** The calendar's own file first, the lowest base last; empty if there is none or they go in a circle. */
    private Optional<List<CalendarFile>> chain(CalendarFile own) {
        List<CalendarFile> chain = new ArrayList<>(List.of(own));
        Optional<CalendarFile.Base> base = base(own);
        base.ifPresent(this::mustExist);
        while (base.isPresent()) {
            CalendarFile below = definitions.get(base.get().id().value());
            if (below == null) {
                return Optional.empty();
            }
            if (chain.contains(below)) {
                cycle(own, chain, below);
                return Optional.empty();
            }
            chain.add(below);
            base = base(below);
        }
        return Optional.of(chain);
    }

    private static Optional<CalendarFile.Base> base(CalendarFile file) {
        return file.definition().flatMap(CalendarFile.Definition::over);
    }

    private void mustExist(CalendarFile.Base base) {
        String name = base.id().value();
        if (!definitions.containsKey(name) && !broken.contains(name)) {
            problems.error(
                    base.at(),
                    CalendarProblem.UNKNOWN_CALENDAR,
                    "no calendar is called \"" + name + "\"" + Nearest.hint(name, definitions.keySet()));
        }
    }

    private void cycle(CalendarFile own, List<CalendarFile> chain, CalendarFile below) {
        if (below.equals(own)) {
            String circle = String.join(
                    " over ", chain.stream().map(file -> file.id().value()).toList());
            problems.error(
                    base(own).orElseThrow().at(),
                    CalendarProblem.CALENDAR_CYCLE,
                    "calendars stand over one another in a circle: " + circle + " over " + own.id()
                            + "; take one over: out");
        }
    }

    private Optional<CourtCalendar> calendar(List<CalendarFile> chain) {
        CalendarFile own = chain.getFirst();
        Optional<Coverage> coverage = Optional.empty();
        Optional<CalendarHeading> heading = Optional.empty();
        List<Layer> layers = new ArrayList<>();
        for (CalendarFile file : chain.reversed()) {
            CalendarFile.Definition definition = file.definition().orElseThrow();
            Optional<Coverage> below = coverage;
            Optional<Coverage> tooFar = definition
                    .coverage()
                    .filter(stated ->
                            below.filter(known -> !known.contains(stated)).isPresent());
            if (tooFar.isPresent()) {
                complainOfCoverage(file, own, tooFar.get(), below.orElseThrow());
                return Optional.empty();
            }
            coverage = definition.coverage().or(() -> below);
            heading = Optional.of(heading.map(definition.heading()::over).orElse(definition.heading()));
            layers.addAll(layersOf(file));
        }
        return Optional.of(finished(own, heading.orElseThrow(), coverage.orElseThrow(), layers));
    }

    private CourtCalendar finished(CalendarFile own, CalendarHeading heading, Coverage coverage, List<Layer> layers) {
        warnOutside(own, coverage);
        amendmentsOf(own).forEach(amendment -> warnOutside(amendment, coverage));
        return new CourtCalendar(own.id(), heading, coverage, layers);
    }

    private List<Layer> layersOf(CalendarFile file) {
        List<Layer> layers = new ArrayList<>(List.of(file.layer()));
        amendmentsOf(file).forEach(amendment -> layers.add(amendment.layer()));
        return layers;
    }

    private List<CalendarFile> amendmentsOf(CalendarFile file) {
        return amendments.stream()
                .filter(amendment -> amendment.id().equals(file.id()))
                .toList();
    }

    private void complainOfCoverage(CalendarFile file, CalendarFile own, Coverage stated, Coverage below) {
        if (file.equals(own)) {
            problems.error(
                    file.at(),
                    CalendarProblem.BAD_COVERAGE,
                    "coverage: " + stated.from() + " to " + stated.to() + " goes beyond " + below.from() + " to "
                            + below.to() + ", for which the calendar below vouches; shorten it or leave it out");
        }
    }

    private void warnOutside(CalendarFile file, Coverage coverage) {
        for (CalendarFile.SingleDay day : file.singleDays()) {
            if (!coverage.contains(day.date())) {
                problems.warning(
                        day.at(),
                        CalendarProblem.OUTSIDE_COVERAGE,
                        "on: " + day.date() + " is outside " + coverage.from() + " to " + coverage.to() + ", for which "
                                + file.id() + " vouches, and has no effect; check the year");
            }
        }
    }
}
