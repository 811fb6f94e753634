package org.tickler.rules.deadline;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tickler.calendars.text.Days;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Happening;
import org.tickler.rules.docket.Instruction;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.docket.Revision;
import org.tickler.rules.docket.Standing;
import org.tickler.rules.docket.When;

/** What people's instructions make of the date that a rule makes. */
final class Instructed {
    /** The start of the step that says that a person must choose between two dates. */
    static final String ASKED = "asked: ";

    /** The first step of what nothing leads to. */
    private static final String ALONE = "nothing leads to it any more; its date was set";

    private static final String SET = "set: ";
    private static final String EXTENSION = "extension: ";

    private Instructed() {}

    /**
     * The date that stands: what was set, as it was set, else the rule's. A date that is set does not roll; it stays when
     * the trigger moves, and then somebody is asked.
     *
     * @param trigger the trigger's title
     * @param on its date; empty: it has none
     */
    static DerivedEntry.Dated apply(
            DerivedEntry.Dated byRule, Standing standing, String trigger, Optional<LocalDate> on) {
        List<String> steps = new ArrayList<>(byRule.steps());
        Optional<Instruction> apart =
                standing.date().filter(set -> !set.basis().trigger().equals(on));
        standing.date().ifPresent(set -> steps.add(sentence(set, standing, byRule.day())));
        apart.ifPresent(set -> steps.add(moved(set, trigger, on)));
        standing.asked().ifPresent(asked -> steps.add(sentence(asked)));
        Optional<When.AllDay> date = standing.date().flatMap(set -> set.terms().date());
        return new DerivedEntry.Dated(
                byRule.occurrence(),
                date.map(When.AllDay::day).or(byRule::day),
                date.isPresent() ? date.get().hour() : byRule.hour(),
                steps,
                status(byRule, standing, apart.isPresent()));
    }

    private static EntryStatus status(DerivedEntry.Dated byRule, Standing standing, boolean apart) {
        if (standing.asked().isPresent() || apart) {
            return EntryStatus.PROVISIONAL;
        }
        if (standing.date().isPresent()) {
            return standing.isUnverified() ? EntryStatus.PROPOSED : EntryStatus.OPEN;
        }
        return byRule.status();
    }

    /** When it is: on the date that was set, in the zone in which it was, else on {@code dated} in {@code zone}. */
    static When when(DerivedEntry.Dated dated, Standing standing, ZoneId zone) {
        return standing.date()
                .flatMap(set -> set.terms().date())
                .or(() -> dated.day().map(day -> new When.AllDay(day, dated.hour(), zone)))
                .<When>map(day -> day)
                .orElseGet(() -> new When.Waiting(zone));
    }

    /** What is stored and stands although nothing leads to it any more, because its date was set; empty where it was not. */
    static Optional<Entry> alone(Entry stored, Standing standing) {
        if (standing.date().isEmpty() || !(stored.origin() instanceof Origin.Derived derived)) {
            return Optional.empty();
        }
        DerivedEntry.Dated dated = apply(
                new DerivedEntry.Dated(
                        derived.occurrence(), Optional.empty(), Optional.empty(), List.of(ALONE), EntryStatus.OPEN),
                standing,
                "what it followed from",
                Optional.empty());
        When when = when(dated, standing, stored.when().zone());
        Revision before = stored.revision();
        Revision revision = when.equals(stored.when())
                ? before
                : before.next(
                        standing.since().filter(before.knownAt()::isBefore).orElse(before.knownAt()));
        return Optional.of(stored.withWhen(when, revision)
                .after(Happening.DERIVED, DerivedEntry.isGivenByPerson(stored) ? stored.status() : dated.status())
                .withOrigin(
                        new Origin.Derived(derived.trigger(), derived.rule(), derived.occurrence(), dated.steps())));
    }

    /** Whether nothing leads to it any more, and it stands because its date was set. */
    static boolean isAlone(Entry stored) {
        return stored.origin() instanceof Origin.Derived derived
                && derived.steps().stream().findFirst().filter(ALONE::equals).isPresent();
    }

    /** These steps without what instructions added to them, which stands behind all that the rule says. */
    static List<String> byRule(List<String> steps) {
        return Stream.concat(
                        steps.stream().limit(1),
                        steps.stream().skip(1).takeWhile(step -> !step.startsWith(SET) && !step.startsWith(EXTENSION)))
                .toList();
    }

    /** Whether these steps tell of a date that was set. */
    static boolean isSet(List<String> steps) {
        return starting(steps, SET).isPresent();
    }

    /** Whether these steps tell of an instruction, so that the status they left is not a person's own. */
    static boolean isInstructed(Origin origin) {
        return origin instanceof Origin.Derived derived
                && (isSet(derived.steps())
                        || starting(derived.steps(), EXTENSION).isPresent());
    }

    /** Whether these steps put a question. */
    static boolean isAsked(List<String> steps) {
        return question(steps).isPresent();
    }

    /** What these steps ask. */
    static Optional<String> question(List<String> steps) {
        return starting(steps, ASKED).map(step -> step.substring(ASKED.length()));
    }

    /** The first of them is about the trigger, whose title may read like anything. */
    private static Optional<String> starting(List<String> steps, String word) {
        return steps.stream().skip(1).filter(step -> step.startsWith(word)).findFirst();
    }

    private static String sentence(Instruction set, Standing standing, Optional<LocalDate> byRule) {
        String day = set.terms().day().map(Days::words).orElseThrow();
        String source = set.terms().source().orElse("");
        String by = "entered by " + set.by();
        String how = switch (set.what()) {
            case ORDERED -> day + " by order, " + source + ", " + by + "; a date set by order does not roll";
            case EXTENDED -> "extended to " + day + ", " + source + ", " + by;
            default ->
                day + " by " + set.by() + set.reason().map(why -> ": " + why).orElse("");
        };
        return SET + how + "; the rule alone makes it "
                + byRule.map(Days::words).orElse("wait for a date") + ". "
                + standing.verifiedBy()
                        .map(person -> "Verified by " + person)
                        .orElse("No second person has verified it");
    }

    private static String sentence(Instruction asked) {
        return EXTENSION + "one to " + asked.terms().day().map(Days::words).orElseThrow() + " is asked for, "
                + asked.terms().source().orElse("") + ", and not granted: this date stands until it is";
    }

    private static String moved(Instruction set, String trigger, Optional<LocalDate> on) {
        String then =
                set.basis().trigger().map(day -> "was on " + Days.words(day)).orElse("had no date");
        String now = on.map(day -> "is on " + Days.words(day)).orElse("has none");
        return ASKED + trigger + " " + then + " when this date was set, and " + now
                + " now; the date that was set stands until somebody says which holds";
    }
}
