package org.tickler.rules.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tickler.calendars.CalendarBook;
import org.tickler.calendars.CourtCalendar;
import org.tickler.calendars.text.Days;
import org.tickler.rules.count.PeriodCounter;
import org.tickler.rules.count.Provisional;
import org.tickler.rules.count.ServiceMethod;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.docket.Standing;
import org.tickler.rules.docket.When;
import org.tickler.rules.firm.Proceeding;
import org.tickler.rules.pack.CourtDeadline;
import org.tickler.rules.pack.CourtRule;
import org.tickler.rules.pack.DeadlineCalculator;
import org.tickler.rules.pack.DueRule;
import org.tickler.rules.pack.SupposedAct;
import org.tickler.rules.pack.TriggerFacts;
import org.tickler.rules.pack.WhenTriggerMoves;

/** Derives the deadlines that court rules attach to one entry. */
final class CourtDeriver {
    private final Docket docket;
    private final CourtLaw law;
    private final CalendarBook calendars;
    private final Instant activatedAt;
    private final PeriodCounter counter;
    private final ClosureHold closures;
    private final Map<EntryId, String> supposing = new HashMap<>();

    CourtDeriver(Docket docket, CourtLaw law, CalendarBook calendars, Instant activatedAt, ClosureHold closures) {
        this.docket = docket;
        this.law = law;
        this.calendars = calendars;
        this.activatedAt = activatedAt;
        this.counter = new PeriodCounter(law.laws(), calendars);
        this.closures = closures;
    }

    /**
     * The entries that follow from {@code trigger} under the packs in use that serve its court: the rules that its event sets
     * going, or for a derived one those that its own rule does. A rule whose id is in {@code chain} is left out.
     */
    List<Entry> derive(Entry trigger, Set<String> chain) {
        Optional<CourtCalendar> court = trigger.courtIn(docket.matter()).flatMap(calendars::find);
        if (court.isEmpty() || law.packs().isEmpty()) {
            return List.of();
        }
        List<Entry> entries = new ArrayList<>();
        for (CourtLaw.UsedPack used : law.packsIn(court.get(), trigger.judgeIn(docket.matter()))) {
            if (court.get().isOrStandsOver(used.pack().courts())) {
                Optional<String> name = nameIn(used, trigger);
                name.stream()
                        .flatMap(set -> used.pack().rules().stream()
                                .filter(rule -> rule.trigger().equals(set)))
                        .filter(rule -> isLawFor(rule, trigger))
                        .filter(this::isFor)
                        .filter(rule -> !rule.counting().fromLastDay() || trigger.origin() instanceof Origin.Derived)
                        .filter(rule -> !chain.contains(DerivingRule.id(used, rule)))
                        .forEach(rule -> entry(used, rule, trigger, court.get()).ifPresent(entries::add));
            }
        }
        return entries;
    }

    /** Of what was derived, that which supposes acts to be done on their last days: by id, the event that the act would be. */
    Map<EntryId, String> supposing() {
        return supposing;
    }

    /** What a pack calls the trigger: the event of an entered entry, or the rule of the pack that derived it. */
    private static Optional<String> nameIn(CourtLaw.UsedPack used, Entry trigger) {
        return switch (trigger.origin()) {
            case Origin.Entered entered -> trigger.details().event();
            case Origin.Derived derived -> {
                String prefix = used.pack().id() + "/";
                yield derived.rule().startsWith(prefix)
                        ? Optional.of(derived.rule().substring(prefix.length()))
                        : Optional.empty();
            }
        };
    }

    /** A trigger without a date is held against the rules of today: those without an end. */
    private static boolean isLawFor(CourtRule rule, Entry trigger) {
        return trigger.when()
                .date()
                .map(day -> rule.source().validity().contains(day))
                .orElse(rule.source().validity().to().isEmpty());
    }

    private boolean isFor(CourtRule rule) {
        return rule.condition()
                .map(condition -> docket.matter().facts().contains(condition.fact()) == condition.holds())
                .orElse(true);
    }

    private Optional<Entry> entry(CourtLaw.UsedPack used, CourtRule rule, Entry trigger, CourtCalendar court) {
        boolean theirs = Sides.isTheirs(
                rule.act().duty(), docket.matter().side(), trigger.details().party());
        DerivingRule deriving = DerivingRule.of(used, rule, theirs);
        EntryId id = EntryId.derived(trigger.id(), deriving.id(), 1);
        Optional<Entry> stored = docket.find(id);
        if (stored.filter(entry -> entry.origin() instanceof Origin.Entered).isPresent()) {
            return Optional.empty();
        }
        if (trigger.origin() instanceof Origin.Derived
                && !rule.counting().fromLastDay()
                && rule.due() instanceof DueRule.Single) {
            supposing.put(id, rule.trigger());
        }
        ZoneId zone = zone(trigger, court);
        DerivedEntry made = new DerivedEntry(deriving, trigger, zone, activatedAt);
        Optional<ClosureHold.Counting> counting =
                trigger.when().date().map(day -> counting(used, rule, trigger, day, id, court));
        DerivedEntry.Dated dated = counting.map(one -> closures.date(one.count().apply(calendars), one))
                .orElseGet(() -> DerivedEntry.Dated.waiting(List.of()));
        Standing standing = docket.standing(id);
        return stored.filter(entry -> isKept(rule, trigger, entry, standing, dated))
                .flatMap(entry -> made.kept(entry, dated, standing))
                .or(() -> Optional.of(made.entry(
                        standing.date().isPresent() ? dated : asking(rule, counting, stored, dated),
                        stored,
                        standing)));
    }

    /** The court's zone: that of the proceeding or the calendar, else the trigger's. */
    private ZoneId zone(Entry trigger, CourtCalendar court) {
        return trigger.when()
                .date()
                .flatMap(day -> docket.matter().proceedingIn(court.id(), day))
                .flatMap(Proceeding::zone)
                .or(court::zone)
                .orElse(trigger.when().zone());
    }

    private TriggerFacts facts(Entry trigger, LocalDate day) {
        TriggerFacts facts = new TriggerFacts(
                day,
                day,
                hour(trigger.when()),
                trigger.details().service().flatMap(ServiceMethod::find),
                trigger.courtIn(docket.matter()),
                docket.matter().facts(),
                otherEvents(trigger));
        return trigger.origin() instanceof Origin.Derived ? facts.onLastDay() : facts;
    }

    private static Optional<LocalTime> hour(When when) {
        return switch (when) {
            case When.Timed timed -> Optional.of(timed.start().toLocalTime());
            case When.AllDay day -> day.hour();
            case When.Waiting waiting -> Optional.empty();
        };
    }

    /** The last date of each other event of the matter, of those that are the same party's or nobody's. */
    private Map<String, LocalDate> otherEvents(Entry trigger) {
        Map<String, LocalDate> events = new HashMap<>();
        docket.entries().stream()
                .filter(entry -> entry.origin() instanceof Origin.Entered && DeadlineDeriver.stands(entry))
                .filter(entry -> !entry.id().equals(trigger.id()))
                .filter(entry -> entry.details().party().isEmpty()
                        || trigger.details().party().isEmpty()
                        || entry.details().party().equals(trigger.details().party()))
                .forEach(entry -> entry.details()
                        .event()
                        .ifPresent(event -> entry.when()
                                .date()
                                .ifPresent(day ->
                                        events.merge(event, day, (one, other) -> one.isAfter(other) ? one : other))));
        return events;
    }

    /** The last day of {@code trigger} as its rule made it, where a person has set a later one: what runs from it is not extended. */
    private LocalDate prescribed(Entry trigger, LocalDate day) {
        Standing standing = docket.standing(trigger.id());
        return standing.date()
                .flatMap(set -> standing.replaced())
                .filter(day::isAfter)
                .orElse(day);
    }

    private ClosureHold.Counting counting(
            CourtLaw.UsedPack used, CourtRule rule, Entry trigger, LocalDate day, EntryId id, CourtCalendar court) {
        TriggerFacts facts = facts(trigger, rule.counting().fromLastDay() ? prescribed(trigger, day) : day);
        List<LocalDate> from = new ArrayList<>(facts.also().values());
        from.add(facts.on());
        return new ClosureHold.Counting(
                id,
                trigger,
                from,
                zone(trigger, court),
                closure -> court.dependsOn(closure.calendar()),
                book -> dated(used, rule, facts, book == calendars ? counter : new PeriodCounter(law.laws(), book)));
    }

    private static DerivedEntry.Dated dated(
            CourtLaw.UsedPack used, CourtRule rule, TriggerFacts facts, PeriodCounter counter) {
        CourtDeadline deadline = new DeadlineCalculator(used.pack(), counter).deadline(rule, facts);
        return switch (deadline.outcome()) {
            case CourtDeadline.Dated found ->
                new DerivedEntry.Dated(
                        1,
                        Optional.of(found.due().earliest().due().day()),
                        found.due().earliest().due().hour(),
                        withSilence(found.due().steps(), rule),
                        SupposedAct.isIn(found.due().steps()) ? EntryStatus.PROVISIONAL : EntryStatus.OPEN);
            case CourtDeadline.Waiting waiting ->
                DerivedEntry.Dated.waiting(List.of(
                        "waits for " + used.pack().titleOf(waiting.event()).orElse(waiting.event())));
            case CourtDeadline.Refused refused -> {
                LocalDate safe = provisional(rule, facts);
                yield DerivedEntry.Dated.allDay(
                        1,
                        safe,
                        List.of(
                                rule.source().authority().cite() + ": "
                                        + refused.why().message(),
                                "taken for now: " + Days.words(safe)),
                        false);
            }
        };
    }

    private static List<String> withSilence(List<String> steps, CourtRule rule) {
        List<String> all = new ArrayList<>(steps);
        rule.act().silence().ifPresent(silence -> all.add("If it is not done: " + silence));
        if (!rule.movement().enlarge()) {
            all.add("The court may not enlarge it"
                    + rule.movement()
                            .enlargeCite()
                            .map(cite -> " (" + cite + ")")
                            .orElse("") + ".");
        }
        return all;
    }

    /** A date that is safe whatever the calendar turns out to say. */
    private static LocalDate provisional(CourtRule rule, TriggerFacts facts) {
        return switch (rule.due()) {
            case DueRule.Single single -> Provisional.earliest(facts.on(), single.period());
            case DueRule.LaterOf later ->
                provisional(rule, later.items(), facts)
                        .max(Comparator.naturalOrder())
                        .orElse(facts.on());
            case DueRule.EarlierOf earlier ->
                provisional(rule, earlier.items(), facts)
                        .min(Comparator.naturalOrder())
                        .orElse(facts.on());
        };
    }

    /** The earliest day of each of several dates whose trigger has a day. */
    private static Stream<LocalDate> provisional(CourtRule rule, List<DueRule.Item> items, TriggerFacts facts) {
        return items.stream()
                .flatMap(item -> item
                        .trigger()
                        .filter(event -> !event.equals(rule.trigger()))
                        .map(event -> Optional.ofNullable(facts.also().get(event)))
                        .orElse(Optional.of(facts.on()))
                        .map(day -> Provisional.earliest(day, item.period()))
                        .stream());
    }

    /**
     * Whether the rule's date is not counted anew: its trigger has another since, or none any more, and the rule stays; or else
     * what the rule asks is not answered yet, and it would be no earlier {@code now}.
     */
    private static boolean isKept(
            CourtRule rule, Entry trigger, Entry stored, Standing standing, DerivedEntry.Dated now) {
        if (!(stored.origin() instanceof Origin.Derived derived) || stored.status() == EntryStatus.SUPERSEDED) {
            return false;
        }
        return switch (rule.movement().whenTriggerMoves()) {
            case FOLLOW -> false;
            case STAY -> hasMoved(trigger, derived) && !Instructed.isAlone(stored);
            case ASK ->
                standing.date().isEmpty()
                        && !hasMoved(trigger, derived)
                        && !Instructed.isSet(derived.steps())
                        && Instructed.isAsked(derived.steps())
                        && now.day()
                                .filter(day -> stored.when()
                                        .date()
                                        .filter(day::isBefore)
                                        .isPresent())
                                .isEmpty();
        };
    }

    /** Whether {@code trigger} has another date than the one that is counted from, or none. */
    private static boolean hasMoved(Entry trigger, Origin.Derived derived) {
        return trigger.when()
                .date()
                .filter(day -> derived.steps().stream().findFirst().stream()
                        .anyMatch(step -> step.endsWith(DerivedEntry.isOn(day))))
                .isEmpty();
    }

    /**
     * The earlier of what is stored and what would be counted now, where the rule wants a person asked and more than a closure
     * changed it. A date that was set and is given back to the rule was never the rule's.
     */
    private DerivedEntry.Dated asking(
            CourtRule rule, Optional<ClosureHold.Counting> counting, Optional<Entry> stored, DerivedEntry.Dated now) {
        Optional<LocalDate> before = stored.filter(entry -> entry.status() != EntryStatus.SUPERSEDED)
                .filter(entry -> entry.origin() instanceof Origin.Derived derived && !Instructed.isSet(derived.steps()))
                .flatMap(entry -> entry.when().date());
        boolean ask = rule.movement().whenTriggerMoves() == WhenTriggerMoves.ASK
                && before.filter(day -> !now.day().equals(Optional.of(day))).isPresent()
                && counting.filter(one -> closures.isWithout(before.get(), one)).isEmpty();
        if (!ask) {
            return now;
        }
        LocalDate earlier = now.day().filter(before.get()::isAfter).orElse(before.get());
        List<String> steps = new ArrayList<>(now.steps());
        steps.add(Instructed.ASKED + "it was " + Days.words(before.get())
                + " before what it is counted from changed, and would now "
                + now.day().map(day -> "be " + Days.words(day)).orElse("have no date")
                + "; the earlier stands until somebody says which");
        return new DerivedEntry.Dated(1, Optional.of(earlier), Optional.empty(), steps, EntryStatus.PROVISIONAL);
    }
}
