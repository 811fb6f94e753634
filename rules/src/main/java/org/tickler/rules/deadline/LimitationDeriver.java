package org.tickler.rules.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tickler.calendars.CalendarBook;
import org.tickler.calendars.CourtCalendar;
import org.tickler.calendars.text.Days;
import org.tickler.rules.count.Laws;
import org.tickler.rules.count.PeriodCounter;
import org.tickler.rules.docket.Details;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Happening;
import org.tickler.rules.docket.Instruction;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.docket.Revision;
import org.tickler.rules.docket.Standing;
import org.tickler.rules.docket.When;
import org.tickler.rules.firm.Claim;
import org.tickler.rules.limitation.ClaimRules;
import org.tickler.rules.limitation.LastDay;
import org.tickler.rules.limitation.Limitation;
import org.tickler.rules.limitation.LimitationCounter;
import org.tickler.rules.limitation.LimitationRule;
import org.tickler.rules.limitation.Verification;

/** Derives the last days to sue, and the ends of tolling agreements, from the claims of one matter. */
final class LimitationDeriver {
    private static final String AGREEMENT = "tolling-agreement";

    private final Docket docket;
    private final ClaimRules rules;
    private final LimitationCounter counter;
    private final Instant activatedAt;
    private final ZoneId firmZone;

    /** @param firmZone where the court's calendar names none */
    LimitationDeriver(
            Docket docket,
            List<LimitationRule> rules,
            Laws laws,
            CalendarBook calendars,
            Instant activatedAt,
            ZoneId firmZone) {
        this.docket = docket;
        this.rules = new ClaimRules(rules, calendars);
        this.counter = new LimitationCounter(new PeriodCounter(laws, calendars));
        this.activatedAt = activatedAt;
        this.firmZone = firmZone;
    }

    /** For each claim its last day to sue, without a date where no rule governs it, and the end of each tolling agreement. */
    List<Entry> derive() {
        List<Entry> entries = new ArrayList<>();
        for (Claim claim : docket.matter().claims()) {
            ClaimRules.Choice choice = rules.choose(claim, docket.matter());
            EntryId id = EntryId.claim(docket.matter().id(), claim.id());
            entries.add(lastDay(claim, choice, trigger(claim, id, choice.court())));
            entries.addAll(agreements(claim, choice.court()));
        }
        return entries.stream()
                .filter(entry -> docket.find(entry.id())
                        .filter(stored -> stored.origin() instanceof Origin.Entered)
                        .isEmpty())
                .toList();
    }

    /** The claim as what sets its own deadlines going; it is no entry of the docket. */
    private Entry trigger(Claim claim, EntryId id, Optional<CourtCalendar> court) {
        ZoneId zone = court.flatMap(CourtCalendar::zone).orElse(firmZone);
        Details none = Details.NONE;
        return new Entry(
                id,
                docket.matter().id(),
                EntryKind.EVENT,
                "Accrual of the " + words(claim) + " claim against " + claim.against(),
                new When.AllDay(claim.accrual().first(), Optional.empty(), zone),
                EntryStatus.OPEN,
                new Details(
                        court.map(CourtCalendar::id),
                        none.event(),
                        none.service(),
                        Optional.of(claim.against()),
                        none.owner(),
                        none.location(),
                        none.mode(),
                        none.notes(),
                        none.authority(),
                        none.effort()),
                new Origin.Entered("matters", claim.id()),
                new Revision(1, docket.matter().knownAt()));
    }

    private Entry lastDay(Claim claim, ClaimRules.Choice choice, Entry trigger) {
        EntryId id = ClaimRules.entry(docket.matter().id(), claim);
        Optional<LimitationRule> rule = choice.rule();
        DerivingRule deriving = new DerivingRule(
                ClaimRules.RULE,
                "Last day to sue " + claim.against() + ": "
                        + rule.flatMap(LimitationRule::title).orElseGet(() -> words(claim)),
                EntryKind.LIMITATION,
                Optional.empty(),
                rule.map(found -> found.source().authority().cite()).orElse("no limitation rule"),
                rule.map(LimitationRule::knownAt).orElse(Instant.EPOCH));
        Optional<Entry> stored = docket.find(id);
        DerivedEntry.Dated dated = choice.count(claim, counter)
                .map(limitation -> dated(claim, limitation, stored, trigger))
                .orElseGet(() -> undated(id, choice.gap().orElse("the court has no calendar"), stored, trigger));
        return new DerivedEntry(deriving, trigger, trigger.when().zone(), activatedAt)
                .entry(dated, stored, Standing.BY_RULE);
    }

    private DerivedEntry.Dated dated(Claim claim, Limitation limitation, Optional<Entry> stored, Entry trigger) {
        EntryId id = ClaimRules.entry(docket.matter().id(), claim);
        Instant factsKnown =
                DerivedEntry.later(docket.matter().knownAt(), limitation.rule().knownAt());
        Verification verification = Verification.of(limitation.facts(), factsKnown, docket.said(id), date(stored));
        LastDay standing = limitation.standing(verification, day(known(id, factsKnown, stored), trigger));
        DerivedEntry.Dated plain = DerivedEntry.Dated.allDay(1, standing.day(), standing.steps(), standing.confirmed());
        return standing.asks()
                .map(why -> asking(standing.day(), plain.steps(), why + ", each with tickler verify " + id))
                .orElse(plain);
    }

    /** What is stored stands where no rule says anything any more: nobody takes its date by editing a rule. */
    private DerivedEntry.Dated undated(EntryId id, String why, Optional<Entry> stored, Entry trigger) {
        Instant factsKnown = docket.matter().knownAt();
        Verification verification = Verification.of("", factsKnown, docket.said(id), date(stored));
        return verification
                .earliest(day(known(id, factsKnown, stored), trigger))
                .map(day -> asking(
                        day,
                        Stream.concat(
                                        verification.stood().stream()
                                                .filter(day::isAfter)
                                                .sorted()
                                                .map(past -> Days.words(past)
                                                        + ", which stood too, is past: it may be too late to sue."),
                                        Stream.of("Reminders run to " + Days.words(day) + ", which stood before."))
                                .toList(),
                        why + "; " + Days.words(day) + ", which stood before, stands until there is one again"))
                .orElseGet(() -> DerivedEntry.Dated.waiting(List.of("There is no date: " + why)));
    }

    /** A date that stands, provisional, while people are asked. */
    private static DerivedEntry.Dated asking(LocalDate day, List<String> steps, String why) {
        List<String> all = new ArrayList<>(steps);
        all.add(Instructed.ASKED + why);
        return new DerivedEntry.Dated(1, Optional.of(day), Optional.empty(), all, EntryStatus.PROVISIONAL);
    }

    private static Optional<LocalDate> date(Optional<Entry> stored) {
        return stored.flatMap(entry -> entry.when().date());
    }

    /** The latest moment of which the docket or the rules tell: what was past then is past now. */
    private Instant known(EntryId id, Instant factsKnown, Optional<Entry> stored) {
        return Stream.of(
                        Stream.of(factsKnown, activatedAt),
                        stored.stream().map(entry -> entry.revision().knownAt()),
                        docket.said(id).stream().map(Instruction::at))
                .flatMap(instants -> instants)
                .max(Instant::compareTo)
                .orElse(factsKnown);
    }

    private static LocalDate day(Instant known, Entry trigger) {
        return known.atZone(trigger.when().zone()).toLocalDate();
    }

    private List<Entry> agreements(Claim claim, Optional<CourtCalendar> court) {
        return claim.agreements().stream()
                .distinct()
                .map(agreement -> end(claim, agreement, trigger(claim, agreed(claim, agreement), court)))
                .toList();
    }

    /** What stands for an agreement of a claim: what it says, not its place among the others, of which one may be taken out. */
    private EntryId agreed(Claim claim, Claim.Agreement agreement) {
        return EntryId.claim(
                docket.matter().id(),
                claim.id() + " " + agreement.from() + " " + agreement.until() + " " + agreement.source());
    }

    private Entry end(Claim claim, Claim.Agreement agreement, Entry trigger) {
        DerivingRule deriving = new DerivingRule(
                AGREEMENT,
                "Tolling agreement with " + claim.against() + " ends",
                EntryKind.TASK,
                Optional.empty(),
                agreement.source(),
                Instant.EPOCH);
        List<String> steps = List.of("The tolling agreement (" + agreement.source() + ") tolls from "
                + Days.words(agreement.from()) + " to " + Days.words(agreement.until())
                + ", both included; after that the period runs on.");
        EntryId id = EntryId.derived(trigger.id(), AGREEMENT, 1);
        return new DerivedEntry(deriving, trigger, trigger.when().zone(), activatedAt)
                .entry(
                        DerivedEntry.Dated.allDay(1, agreement.until(), steps, true),
                        docket.find(id),
                        // its end does not move with the accrual, so that no date that was set for it is to be asked
                        // about
                        Standing.of(docket.said(id).stream()
                                .map(said -> said.whileTriggerOn(trigger.when().date()))
                                .toList()));
    }

    /**
     * A stored last day to sue whose claim is no longer among the matter's: it stands and asks, since nobody switches one off by
     * taking a line out of a file. Empty for any other entry.
     */
    static Optional<Entry> withoutClaim(Entry stored) {
        if (!ClaimRules.isLastDay(stored) || !(stored.origin() instanceof Origin.Derived derived)) {
            return Optional.empty();
        }
        List<String> steps = new ArrayList<>(derived.steps());
        steps.removeIf(step -> step.startsWith(Instructed.ASKED));
        steps.add(Instructed.ASKED
                + "its claim is no longer among the matter's; until two people cancel this last day to sue,"
                + " or the claim is back, it stands");
        return Optional.of(stored.after(
                        Happening.DERIVED,
                        switch (stored.status()) {
                            case CLAIMED, WAITING -> stored.status();
                            default -> EntryStatus.PROVISIONAL;
                        })
                .withOrigin(new Origin.Derived(derived.trigger(), derived.rule(), derived.occurrence(), steps)));
    }

    /** {@code personal injury}. */
    private static String words(Claim claim) {
        return claim.type().replace('-', ' ');
    }
}
