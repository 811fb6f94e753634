package org.tickler.calendars;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tickler.calendars.text.Nearest;
import org.tickler.calendars.text.Problems;

/** Lays calendars over one another: each definition over its base and its state's holidays, its amendments over it. */
final class CalendarBookBuilder implements CalendarBook.Maker {

    private final Definitions definitions;
    private final List<CalendarFile> amendments = new ArrayList<>();
    private final Map<CalendarId, Optional<Built>> built = new HashMap<>();
    private final CalendarLinks links;
    private final Set<String> broken;
    private final Problems problems;

    /** A calendar and what a calendar over it needs of it. */
    private record Built(CourtCalendar calendar, CalendarHeading heading, List<Layer> layers) {}

    /**
     * @param definitions the shipped ones, to which those of {@code files} are added
     * @param broken names of calendars whose files had errors; about them nothing more is said
     */
    CalendarBookBuilder(Definitions definitions, List<CalendarFile> files, Set<String> broken, Problems problems) {
        this.definitions = definitions;
        this.links = new CalendarLinks(definitions);
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
        definitions
                .add(file)
                .ifPresent(first -> problems.error(
                        file.at(),
                        CalendarProblem.DUPLICATE_CALENDAR,
                        "the calendar \"" + file.id() + "\" is already defined at " + first.at()
                                + "; to add to it, write amends: " + file.id()
                                + " in place of calendar:, title: and over:"));
    }

    /** The book, which goes on asking this builder for shipped calendars that nobody has wanted so far. */
    CalendarBook build() {
        for (CalendarFile file : definitions.own()) {
            CalendarLinks.of(file).forEach(link -> mustExist(link.to(), ""));
            links.circle(file).ifPresent(circle -> complainOfCircle(file, circle));
        }
        SortedSet<CalendarId> ids = new TreeSet<>();
        definitions.shippedNames().forEach(name -> ids.add(new CalendarId(name)));
        for (CalendarFile file : definitions.own()) {
            built(file).ifPresent(made -> ids.add(file.id()));
        }
        for (CalendarFile amendment : amendments) {
            String remedy = ClosureEvents.isNamedIn(amendment.at().file())
                    ? "; a file of events is named after the calendar that it closes, as in us-nysd.ics"
                    : "";
            mustExist(new CalendarFile.Named(amendment.id(), amendment.at()), remedy);
            // whether its days have an effect can be said only of the whole calendar
            definitions.find(amendment.id().value()).ifPresent(this::built);
        }
        return new CalendarBook(ids, this, Emergencies.of(amendments));
    }

    @Override
    public CalendarBook.Maker without(Collection<EmergencyClosure> closures) {
        List<CalendarFile> files = amendments.stream()
                .map(file -> Emergencies.without(file, closures))
                .toList();
        return new CalendarBookBuilder(definitions, files, broken, new Problems());
    }

    @Override
    public Optional<CourtCalendar> make(CalendarId id) {
        return definitions.find(id.value()).flatMap(this::built).map(Built::calendar);
    }

    private void mustExist(CalendarFile.Named named, String remedy) {
        String name = named.id().value();
        if (!definitions.has(name) && !broken.contains(name)) {
            problems.error(
                    named.at(),
                    CalendarProblem.UNKNOWN_CALENDAR,
                    "no calendar is called \"" + name + "\"" + Nearest.hint(name, definitions.names()) + remedy);
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
            CourtCalendar made = new CourtCalendar(file.id(), heading, coverage, layers, below.map(Built::calendar));
            return new Built(made, heading, layers);
        });
    }

    private Optional<Built> needed(CalendarFile.Named named) {
        return definitions.find(named.id().value()).flatMap(this::built);
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
