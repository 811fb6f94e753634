package org.tickler.calendars;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lays the layers of a calendar over one another: which closures each day of its coverage has. */
final class Unfolding {

    private final Coverage coverage;
    private final Map<LocalDate, List<Placed>> days = new TreeMap<>();

    /** @param actual the day on which the holiday falls, where the closure is for keeping it on another */
    private record Placed(Closure closure, LocalDate actual) {}

    private Unfolding(Coverage coverage) {
        this.coverage = coverage;
    }

    /** The closures of each day that has any, within the coverage; the lowest layer first, and not to be changed. */
    static Map<LocalDate, List<Closure>> of(Coverage coverage, List<Layer> layers) {
        Unfolding unfolding = new Unfolding(coverage);
        layers.forEach(unfolding::add);
        return unfolding.closures();
    }

    private Map<LocalDate, List<Closure>> closures() {
        return days.entrySet().stream()
                .filter(day ->
                        coverage.contains(day.getKey()) && !day.getValue().isEmpty())
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        day -> day.getValue().stream().map(Placed::closure).toList()));
    }

    private void add(Layer layer) {
        layer.state().ifPresent(this::addState);
        eachYear(layer.opens(), this::open);
        // a holiday is kept on a day that is none itself, so all of them have to be known first
        eachYear(layer.closures(), (closure, date) -> place(date, closure.closure(), date));
        eachYear(layer.closures(), this::keep);
    }

    private void eachYear(List<DatedClosure> closures, BiConsumer<DatedClosure, LocalDate> each) {
        for (int year = coverage.from().getYear() - 1; year <= coverage.to().getYear() + 1; year++) {
            for (DatedClosure closure : closures) {
                closure.in(year).ifPresent(date -> each.accept(closure, date));
            }
        }
    }

    private void open(DatedClosure opened, LocalDate date) {
        for (ObservanceRule observance : opened.observed()) {
            if (observance.when().isSearched()) {
                observance.of(date, day -> !isKeptOn(day, date)).ifPresent(days::remove);
            } else {
                observance.of(date, day -> false).ifPresent(days::remove);
            }
        }
        days.remove(date);
    }

    private void keep(DatedClosure closure, LocalDate date) {
        for (ObservanceRule observance : closure.observed()) {
            observance.of(date, this::isHoliday).ifPresent(kept -> place(kept, closure.observedBy(observance), date));
        }
    }

    private void place(LocalDate date, Closure closure, LocalDate actual) {
        List<Placed> there = days.computeIfAbsent(date, day -> new ArrayList<>());
        there.removeIf(placed -> placed.closure().name().equals(closure.name()));
        there.add(new Placed(closure, actual));
    }

    /** On a day on which nothing can be filed anyway, the state's holiday changes nothing. */
    private void addState(CourtCalendar state) {
        state.closures().forEach((date, closures) -> {
            if (!isClosed(date)) {
                closures.stream()
                        .filter(closure -> closure.kind().isHoliday())
                        .map(closure -> new Closure(closure.name(), ClosureKind.STATE_HOLIDAY, closure.authority()))
                        .forEach(closure -> days.computeIfAbsent(date, day -> new ArrayList<>())
                                .add(new Placed(closure, date)));
            }
        });
    }

    private boolean isClosed(LocalDate date) {
        return CourtDay.Weekend.isWeekend(date)
                || on(date).anyMatch(placed -> placed.closure().kind().filing() == ClosureKind.Filing.CLOSED);
    }

    private boolean isHoliday(LocalDate date) {
        return on(date).anyMatch(placed -> placed.closure().kind().isHoliday());
    }

    private boolean isKeptOn(LocalDate day, LocalDate actual) {
        return on(day).anyMatch(placed -> placed.actual().equals(actual));
    }

    private Stream<Placed> on(LocalDate date) {
        return days.getOrDefault(date, List.of()).stream();
    }
}
