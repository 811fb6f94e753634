package org.tickler.rules.deadline;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tickler.calendars.CalendarBook;
import org.tickler.calendars.CourtCalendar;
import org.tickler.calendars.CourtDay;
import org.tickler.calendars.text.Days;
import org.tickler.rules.count.Computation;
import org.tickler.rules.count.CountRequest;
import org.tickler.rules.count.CountRequest.Mode;
import org.tickler.rules.count.CountRequest.Particulars;
import org.tickler.rules.count.LawId;
import org.tickler.rules.count.LawText;
import org.tickler.rules.count.Period;
import org.tickler.rules.count.PeriodCounter;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.pack.CourtRule;
import org.tickler.rules.pack.Pack;

/** Counts to which date an extension takes a deadline that a court's rule made, by the law under which the rule counts. */
public final class Extending {
    private static final Extended NO_LAW =
            new Extended.Unknown("no rule of a court that is in use made its date, so that no law says how to count");

    private final Docket docket;
    private final CourtLaw law;
    private final CalendarBook calendars;

    public Extending(Docket docket, CourtLaw law, CalendarBook calendars) {
        this.docket = docket;
        this.law = law;
        this.calendars = docket.certain(calendars);
    }

    /** What comes of it. */
    public sealed interface Extended {
        /**
         * A date: the earliest that can be defended.
         *
         * @param hour until when on that day; empty: to its end
         * @param steps how it was counted, a sentence each
         */
        record To(LocalDate day, Optional<LocalTime> hour, List<String> steps) implements Extended {
            public To {
                steps = List.copyOf(steps);
            }
        }

        /** None, and why, as a clause. */
        record Unknown(String why) implements Extended {}
    }

    /**
     * The end of {@code period} that runs from the date which {@code entry} has now, whatever closure nobody has confirmed.
     * Nothing is guessed: what runs from a closed day, or under a law that counts from the end before it was rolled, is for a
     * person to count.
     */
    public Extended by(Period period, Entry entry) {
        Optional<LocalDate> end = entry.when().date();
        if (!(entry.origin() instanceof Origin.Derived derived) || end.isEmpty()) {
            return NO_LAW;
        }
        Optional<CourtRule> rule = law.ruleOf(derived, docket, calendars);
        Optional<Pack> pack = law.find(derived.rule().split("/", 2)[0]).map(CourtLaw.UsedPack::pack);
        Optional<CourtCalendar> court = docket.find(derived.trigger())
                .flatMap(trigger -> trigger.courtIn(docket.matter()))
                .flatMap(calendars::find);
        if (rule.isEmpty() || pack.isEmpty() || court.isEmpty()) {
            return NO_LAW;
        }
        if (!(court.get().on(end.get()) instanceof CourtDay.Open)) {
            return new Extended.Unknown("its date, " + Days.words(end.get()) + ", is no day on which "
                    + court.get().id() + " is surely open, and no law says from where an extension of it runs");
        }
        LawId counting = rule.get().counting().law().orElse(pack.get().law());
        return by(period, end.get(), rule.get(), court.get(), counting);
    }

    private Extended by(Period period, LocalDate end, CourtRule rule, CourtCalendar court, LawId counting) {
        boolean unrolled = law.laws()
                .find(counting)
                .flatMap(found -> found.on(end))
                .filter(text -> text.start().extension() == LawText.Extension.ORIGINAL_END)
                .isPresent();
        if (unrolled) {
            return new Extended.Unknown("the law " + counting
                    + " counts an extension from the end of the period before that was rolled, which is not kept");
        }
        CountRequest request = new CountRequest(
                counting,
                end,
                Optional.empty(),
                Optional.empty(),
                period,
                rule.source().authority().cite(),
                Optional.empty(),
                Optional.of(court.id()),
                Optional.of(end),
                new Particulars(
                        Mode.LAST_DAY,
                        Optional.empty(),
                        rule.counting().roll(),
                        Optional.empty(),
                        0,
                        true,
                        Set.of(),
                        List.of(),
                        rule.act().kind() == EntryKind.FILING));
        return switch (new PeriodCounter(law.laws(), calendars).count(request)) {
            case Computation.Due due ->
                new Extended.To(due.earliest().due().day(), due.earliest().due().hour(), due.steps());
            case Computation.Refused refused -> new Extended.Unknown(refused.message());
        };
    }
}
