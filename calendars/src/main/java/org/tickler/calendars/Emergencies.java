package org.tickler.calendars;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.tickler.calendars.holiday.OneOff;

/** Finds the emergency closures in files that amend calendars. */
final class Emergencies {

    private Emergencies() {}

    /** Those of all the files, in order; of several of one name on one day the last file's. */
    static List<EmergencyClosure> of(List<CalendarFile> amendments) {
        List<EmergencyClosure> found = new ArrayList<>();
        for (CalendarFile file : amendments) {
            for (DatedClosure closure : file.layer().closures()) {
                emergency(file, closure).ifPresent(one -> {
                    found.removeIf(before -> before.isReplacedBy(one));
                    found.add(one);
                });
            }
        }
        return found.stream().sorted().toList();
    }

    /** The file without what it says of these closures. */
    static CalendarFile without(CalendarFile file, Collection<EmergencyClosure> closures) {
        List<DatedClosure> kept = file.layer().closures().stream()
                .filter(closure -> emergency(file, closure).stream()
                        .noneMatch(one -> closures.stream().anyMatch(one::isReplacedBy)))
                .toList();
        Layer layer = new Layer(file.layer().state(), file.layer().opens(), kept);
        return new CalendarFile(file.id(), file.at(), file.definition(), layer, file.singleDays());
    }

    private static Optional<EmergencyClosure> emergency(CalendarFile file, DatedClosure closure) {
        return closure.rule() instanceof OneOff single
                ? closure.in(single.date().getYear())
                        .map(day -> new EmergencyClosure(file.id(), day, closure.closure(), Instant.EPOCH))
                : Optional.empty();
    }
}
