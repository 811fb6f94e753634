package org.tickler.rules.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tickler.calendars.text.Days;
import org.tickler.rules.docket.Details;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryLife;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Happening;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.docket.Revision;
import org.tickler.rules.docket.Standing;
import org.tickler.rules.docket.When;
import org.tickler.rules.pack.SupposedAct;

/** Makes the entries that one rule derives from one trigger, beside what is stored of them. */
final class DerivedEntry {
    private static final String STAYED_BY_TRIGGER = "stayed, as that is";

    private final DerivingRule rule;
    private final Entry trigger;
    private final ZoneId zone;
    private final Instant activatedAt;

    /**
     * @param zone the one in which the date is meant
     * @param activatedAt when something else than trigger or rule last changed: what is stored was right before
     */
    DerivedEntry(DerivingRule rule, Entry trigger, ZoneId zone, Instant activatedAt) {
        this.rule = rule;
        this.trigger = trigger;
        this.zone = zone;
        this.activatedAt = activatedAt;
    }

    /**
     * One date of the rule.
     *
     * @param day empty while the trigger has none
     * @param hour until when on that day, where the rule or the law says so
     * @param status of an entry on it that nobody has said anything of
     */
    record Dated(
            int occurrence, Optional<LocalDate> day, Optional<LocalTime> hour, List<String> steps, EntryStatus status) {
        Dated {
            steps = List.copyOf(steps);
        }

        /**
         * A date without an hour.
         *
         * @param confirmed whether the calendars vouch for it
         */
        static Dated allDay(int occurrence, LocalDate day, List<String> steps, boolean confirmed) {
            List<String> all = new ArrayList<>(steps);
            if (!confirmed) {
                all.add(Origin.Derived.UNCONFIRMED + "the earliest date that is safe, until the calendar is known");
            }
            return new Dated(
                    occurrence,
                    Optional.of(day),
                    Optional.empty(),
                    all,
                    confirmed ? EntryStatus.OPEN : EntryStatus.PROVISIONAL);
        }

        /** The same date with one more step, and that status. */
        Dated with(String step, EntryStatus as) {
            List<String> all = new ArrayList<>(steps);
            all.add(step);
            return new Dated(occurrence, day, hour, all, as);
        }

        /** No date yet. */
        static Dated waiting(List<String> steps) {
            return new Dated(1, Optional.empty(), Optional.empty(), steps, EntryStatus.WAITING);
        }
    }

    /** How the first step of a derivation ends that counts from {@code day}. */
    static String isOn(LocalDate day) {
        return " is on " + Days.words(day);
    }

    /** Whether nothing that rules say changes {@code entry} any more. */
    static boolean isSettled(Entry entry) {
        return entry.status().isOver();
    }

    /**
     * The entry on {@code byRule}, or on the date that was set in its place; {@code stored} is what the docket has of it now,
     * {@code standing} what was said of its date.
     */
    Entry entry(Dated byRule, Optional<Entry> stored, Standing standing) {
        return entry(countedFrom(), byRule, stored, standing);
    }

    /**
     * The entry on the date that the rule had made of it before its trigger moved, or on one that was set in place of that;
     * empty: the rule had made none.
     *
     * @param now what the rule would make of it now
     */
    Optional<Entry> kept(Entry stored, Dated now, Standing standing) {
        if (!(stored.origin() instanceof Origin.Derived derived)
                || derived.steps().isEmpty()) {
            return Optional.empty();
        }
        List<String> steps = new ArrayList<>(Instructed.byRule(derived.steps()));
        steps.remove(STAYED_BY_TRIGGER);
        steps.removeIf(Checked::isIn);
        boolean open = !Instructed.isAsked(steps) && derived.unconfirmed().isEmpty() && !SupposedAct.isIn(steps);
        boolean set = Instructed.isSet(derived.steps());
        Optional<LocalTime> hour = !set && stored.when() instanceof When.AllDay day ? day.hour() : now.hour();
        return (set ? standing.replaced() : stored.when().date())
                .map(day -> new Dated(
                        derived.occurrence(),
                        Optional.of(day),
                        hour,
                        steps.subList(1, steps.size()),
                        open ? EntryStatus.OPEN : EntryStatus.PROVISIONAL))
                .map(byRule -> entry(steps.getFirst(), byRule, Optional.of(stored), standing));
    }

    private Entry entry(String countedFrom, Dated byRule, Optional<Entry> stored, Standing standing) {
        if (stored.filter(entry -> isSettled(entry) && entry.status() != EntryStatus.SUPERSEDED)
                .isPresent()) {
            return stored.get();
        }
        Dated dated = Instructed.apply(
                byRule, standing, trigger.title(), trigger.when().date());
        When when = Instructed.when(dated, standing, zone);
        return new Entry(
                EntryId.derived(trigger.id(), rule.id(), dated.occurrence()),
                trigger.matter(),
                rule.kind(),
                rule.title(),
                when,
                life(stored, status(dated, stored)),
                details(),
                new Origin.Derived(trigger.id(), rule.id(), dated.occurrence(), steps(countedFrom, dated, stored)),
                revision(when, stored, standing));
    }

    private static EntryStatus life(Optional<Entry> stored, EntryStatus status) {
        return stored.map(before -> before.after(Happening.DERIVED, status).status())
                .orElseGet(() -> EntryLife.born(Happening.DERIVED, status));
    }

    private EntryStatus status(Dated dated, Optional<Entry> stored) {
        if (dated.day().isEmpty()) {
            return stored.map(Entry::status).filter(EntryStatus.CLAIMED::equals).orElse(EntryStatus.WAITING);
        }
        EntryStatus fresh = dated.status();
        if (isStayedByTrigger(stored)) {
            return EntryStatus.STAYED;
        }
        if (stored.isEmpty() || wasStayedByTrigger(stored.get())) {
            return fresh;
        }
        return switch (stored.get().status()) {
            case WAITING, OPEN, SUPERSEDED -> fresh;
            case PROPOSED, PROVISIONAL ->
                wasLeftByRules(stored.get()) ? fresh : stored.get().status();
            case STAYED, CLAIMED, DONE, WAIVED, CANCELLED -> stored.get().status();
        };
    }

    /** The status that a person gave it is not the trigger's to change. */
    private boolean isStayedByTrigger(Optional<Entry> stored) {
        return trigger.status() == EntryStatus.STAYED
                && stored.filter(entry -> isGivenByPerson(entry)
                                || entry.status() == EntryStatus.PROPOSED && !wasLeftByRules(entry))
                        .isEmpty();
    }

    /** Whether it is stayed or claimed by a person's word, and not as its trigger is. */
    static boolean isGivenByPerson(Entry stored) {
        return Set.of(EntryStatus.STAYED, EntryStatus.CLAIMED).contains(stored.status()) && !wasStayedByTrigger(stored);
    }

    static boolean wasStayedByTrigger(Entry stored) {
        return stored.status() == EntryStatus.STAYED
                && stored.origin() instanceof Origin.Derived derived
                && derived.steps().contains(STAYED_BY_TRIGGER);
    }

    /** Whether its status comes from its derivation, and not from a person. */
    private static boolean wasLeftByRules(Entry stored) {
        return Checked.isIn(stored)
                || Instructed.isInstructed(stored.origin())
                || stored.origin() instanceof Origin.Derived derived
                        && (Instructed.isAsked(derived.steps())
                                || SupposedAct.isIn(derived.steps())
                                || derived.unconfirmed().isPresent());
    }

    private Revision revision(When when, Optional<Entry> stored, Standing standing) {
        Instant byRule = later(trigger.revision().knownAt(), rule.knownAt());
        Instant known = standing.since().map(at -> later(at, byRule)).orElse(byRule);
        if (stored.isEmpty()) {
            return new Revision(1, known);
        }
        Revision before = stored.get().revision();
        if (stored.get().when().equals(when) && stored.get().status() != EntryStatus.SUPERSEDED) {
            return before;
        }
        return before.next(later(before.knownAt(), later(known, activatedAt)));
    }

    private Details details() {
        return new Details(
                trigger.details().court(),
                Optional.empty(),
                Optional.empty(),
                trigger.details().party(),
                rule.owner(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(rule.authority()),
                Optional.empty());
    }

    private String countedFrom() {
        return trigger.when()
                .date()
                .map(day -> trigger.title() + isOn(day))
                .orElse(trigger.title() + " has no date yet");
    }

    private List<String> steps(String countedFrom, Dated dated, Optional<Entry> stored) {
        List<String> steps = new ArrayList<>();
        steps.add(countedFrom);
        steps.addAll(dated.steps());
        if (isStayedByTrigger(stored)) {
            steps.add(STAYED_BY_TRIGGER);
        }
        return steps;
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
