package org.tickler.rules.count;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tickler.calendars.holiday.Validity;

/**
 * A law of counting as one of its texts has it: everything in which such laws differ.
 *
 * @param validity the days on which this text was law
 */
public record LawText(
        Validity validity,
        Authority authority,
        Start start,
        Skip skip,
        Closing closing,
        Ending ending,
        Service service) {

    /**
     * How the first day is found. The trigger's day itself is never counted.
     *
     * @param after the first day counted after a trigger
     * @param before the first day counted before one
     * @param late when a paper served late counts as served later; empty: never
     * @param extension what a period that extends another runs from
     */
    public record Start(
            Disputed<FirstDay> after, Disputed<FirstDay> before, Optional<LateService> late, Extension extension) {}

    /** The first day that is counted. */
    public enum FirstDay {
        NEXT_DAY,
        /** The first open day after the trigger, in the direction of the count. */
        NEXT_OPEN_DAY
    }

    /**
     * A paper served on a closed day, or on an open day later than {@code until}, counts as served on the next open day.
     *
     * @param until empty: only the day matters
     * @param unless why it may count as served when it was all the same; empty: it never does
     */
    public record LateService(Optional<LocalTime> until, String cite, Optional<String> unless) {
        /** Whether it counts as served later. */
        Disputed<Boolean> counts() {
            return unless.map(why -> new Disputed<>(List.of(
                            new Disputed.Answer<>(true, "what is served late counts as served later (" + cite + ")"),
                            new Disputed.Answer<>(false, why))))
                    .orElseGet(() -> Disputed.settled(true));
        }
    }

    /** What a period that extends another runs from. */
    public enum Extension {
        /** The day to which the first period had rolled. */
        ROLLED_END,
        /** The calendar end of the first period, open or not. */
        ORIGINAL_END
    }

    /**
     * Which days are not counted at all.
     *
     * @param shortPeriods periods that leave out closed days
     * @param recesses days of the year that no period in days counts
     * @param clear whether a period before an event leaves out both ends
     */
    public record Skip(Optional<ShortPeriods> shortPeriods, List<Recess> recesses, boolean clear) {
        public Skip {
            recesses = List.copyOf(recesses);
        }
    }

    /**
     * Which periods in days are short, so that closed days are left out.
     *
     * @param least of the shortest of them, in days
     * @param most of the longest of them, in days
     * @param except rules, as a citation names them, whose periods are counted in full all the same
     */
    public record ShortPeriods(int least, int most, List<Pattern> except) {
        public ShortPeriods {
            except = List.copyOf(except);
            if (least < 0 || least > most) {
                throw new IllegalArgumentException("short periods run from " + least + " to " + most + " days");
            }
        }

        boolean covers(int days, String rule) {
            return days >= least
                    && days <= most
                    && except.stream().noneMatch(one -> one.matcher(rule).find());
        }
    }

    /**
     * Which days stop a period, beside weekends and holidays, which always do.
     *
     * @param stateHolidaysAfter whether holidays of the state stop a period after an event
     * @param stateHolidaysBefore whether they stop one before an event
     * @param proclaimed whether days closed by the executive stop one
     * @param fridays whether the Friday does on which a holiday of the Saturday is kept
     * @param inaccessible whether a clerk's office that cannot be reached does
     */
    public record Closing(
            boolean stateHolidaysAfter,
            boolean stateHolidaysBefore,
            Disputed<Boolean> proclaimed,
            Disputed<Boolean> fridays,
            boolean inaccessible) {}

    /**
     * Where a period goes that ends on a closed day.
     *
     * @param hoursOfOpenDays whether a period in hours leaves out closed days; otherwise hours elapse, and one that ends
     *     on a closed day ends at the same hour of the next open day
     * @param workingDays a period of two days or more runs until it has had so many open days
     * @param mondayAfterHoliday until which hour a Monday rule runs where its Monday is closed; empty: to the day's end
     */
    public record Ending(
            Disputed<Roll> after,
            Disputed<Roll> before,
            boolean hoursOfOpenDays,
            int workingDays,
            Disputed<Optional<LocalTime>> mondayAfterHoliday) {}

    /**
     * What service adds.
     *
     * @param after in which order a period after service is extended and rolled
     * @param before the same for one before an event
     */
    public record Service(List<Extra> extras, List<Deemed> deemed, Disputed<Order> after, Disputed<Order> before) {
        public Service {
            extras = List.copyOf(extras);
            deemed = List.copyOf(deemed);
        }
    }

    /** In which order a period is extended and rolled. */
    public enum Order {
        /** The period ends, rolled if need be; then the extra days run from there and roll again. */
        ROLL_FIRST,
        /** The period and its extra days are one span, rolled once. */
        ONE_SPAN
    }

    /** Days that some ways of service add to a period in one or both directions. */
    public record Extra(
            Set<ServiceMethod> methods, int count, PeriodUnit unit, Set<Direction> directions, String cite) {
        public Extra {
            methods = Set.copyOf(methods);
            directions = Set.copyOf(directions);
        }
    }

    /**
     * When a paper counts as served: {@code days} after the step, or on its own day if that was before {@code until}; on
     * the next open day where that day is closed.
     */
    public record Deemed(Set<ServiceMethod> methods, int days, Optional<LocalTime> until, String cite) {
        public Deemed {
            methods = Set.copyOf(methods);
        }
    }

    /** Whether this text was law on {@code day}. */
    boolean holdsOn(LocalDate day) {
        return validity.contains(day);
    }
}
