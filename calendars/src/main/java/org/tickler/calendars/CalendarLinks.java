package org.tickler.calendars;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which calendars need which: the one they stand over, and that of their state. */
final class CalendarLinks {

    private final Definitions definitions;

    CalendarLinks(Definitions definitions) {
        this.definitions = definitions;
    }

    /**
     * One calendar naming another.
     *
     * @param key by which it is named: {@code over} or {@code state}
     */
    record Link(String key, CalendarFile.Named to) {
        private String name() {
            return to.id().value();
        }
    }

    /** The links of one file, that to its base first. */
    static List<Link> of(CalendarFile file) {
        return file.definition().stream()
                .flatMap(definition -> Stream.concat(
                        definition.over().map(base -> new Link("over", base)).stream(),
                        definition.state().map(state -> new Link("state", state)).stream()))
                .toList();
    }

    /** Whether everything that a calendar needs, directly or by way of others, is defined, and nothing needs itself. */
    boolean areSound(CalendarFile file) {
        return areSound(file, new HashSet<>());
    }

    private boolean areSound(CalendarFile file, Set<String> around) {
        String name = file.id().value();
        if (!around.add(name)) {
            return false;
        }
        boolean sound = of(file).stream()
                .allMatch(link -> definitions
                        .find(link.name())
                        .filter(needed -> areSound(needed, around))
                        .isPresent());
        around.remove(name);
        return sound;
    }

    /** The way from a calendar by way of others back to itself; empty if there is none. */
    Optional<List<Link>> circle(CalendarFile own) {
        List<Link> way = new ArrayList<>();
        return leadsTo(own, own, way, new HashSet<>()) ? Optional.of(way) : Optional.empty();
    }

    private boolean leadsTo(CalendarFile own, CalendarFile from, List<Link> way, Set<String> seen) {
        for (Link link : of(from)) {
            Optional<CalendarFile> next = definitions.find(link.name());
            if (next.isPresent() && seen.add(link.name())) {
                way.add(link);
                if (next.get().equals(own) || leadsTo(own, next.get(), way, seen)) {
                    return true;
                }
                way.removeLast();
            }
        }
        return false;
    }
}
