package org.tickler.rules.limitation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tickler.calendars.CalendarBook;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.CourtCalendar;
import org.tickler.calendars.text.Nearest;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.Fingerprint;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.firm.Claim;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.Proceeding;

/** Which of a firm's limitation rules governs a claim. */
public final class ClaimRules {
    /** The rule of every last day to sue, as its entry has it; which of the firm's it was, its steps say. */
    public static final String RULE = "limitation";

    private final List<LimitationRule> rules;
    private final CalendarBook calendars;

    public ClaimRules(List<LimitationRule> rules, CalendarBook calendars) {
        this.rules = List.copyOf(rules);
        this.calendars = calendars;
    }

    /**
     * What governs a claim.
     *
     * @param rule empty: none does
     * @param court whose days count
     * @param gap what is missing, or in doubt, about its last day to sue; a clause
     */
    public record Choice(Optional<LimitationRule> rule, Optional<CourtCalendar> court, Optional<String> gap) {
        /** What the rule makes of {@code claim}; empty where none governs it. */
        public Optional<Limitation> count(Claim claim, LimitationCounter counter) {
            return rule.flatMap(found -> court.map(where -> counter.count(found, claim, where.id())));
        }
    }

    /** The entry of the last day to sue: it stays the same whatever the rule, the dates or the defendant's name. */
    public static EntryId entry(MatterId matter, Claim claim) {
        return EntryId.derived(EntryId.claim(matter, claim.id()), RULE, 1);
    }

    /** Whether {@code entry} is derived as the last day to sue on a claim. */
    public static boolean isLastDay(Entry entry) {
        return entry.kind() == EntryKind.LIMITATION
                && entry.origin() instanceof Origin.Derived derived
                && derived.rule().equals(RULE);
    }

    /**
     * The fingerprint of the facts of a claim and of the rule as far as a date is counted from it: defendant, accrual, birth,
     * repose, tolling and agreements; the rule's id, period, law, majority, repose and citation; the court. Verifications of
     * others than these do not count.
     */
    public static String fingerprint(Claim claim, LimitationRule rule, CalendarId court) {
        List<String> parts = new ArrayList<>(List.of(
                claim.against(),
                claim.accrual().first().toString(),
                claim.accrual().last().toString(),
                claim.born().map(Object::toString).orElse(""),
                claim.reposeFrom().map(Object::toString).orElse(""),
                rule.id(),
                rule.period().toString(),
                rule.law().toString(),
                rule.majority().map(Object::toString).orElse(""),
                rule.repose().map(Object::toString).orElse(""),
                rule.source().authority().cite(),
                court.toString()));
        parts.addAll(TollingSpans.canonical(claim));
        return Fingerprint.of(parts.toArray(String[]::new)).hex();
    }

    /**
     * The rule that the claim names; else the one for its type that was law on the day of accrual and holds in its court.
     * Of several the one that ends first, with the doubt said.
     */
    public Choice choose(Claim claim, Matter matter) {
        Optional<CourtCalendar> court = court(claim, matter);
        if (claim.rule().isPresent()) {
            String id = claim.rule().get();
            Optional<LimitationRule> named =
                    rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
            return named.map(rule -> chosen(rule, court, claim, Optional.empty()))
                    .orElseGet(() ->
                            none(court, "no limitation rule is called \"" + id + "\"" + hint(id, LimitationRule::id)));
        }
        if (court.isEmpty()) {
            return none(
                    court,
                    "the claim has no court, nor has its matter, so that no limitation rule can be found; name one with court:");
        }
        List<LimitationRule> fit = rules.stream()
                .filter(rule -> rule.claim().equals(claim.type()))
                .filter(rule ->
                        rule.source().validity().contains(claim.accrual().first()))
                .filter(rule -> rule.courts().stream().anyMatch(court.get()::isOrStandsOver))
                .sorted(Comparator.comparing(
                        rule -> LimitationCounter.end(claim.accrual().first(), rule.period())))
                .toList();
        if (fit.isEmpty()) {
            return none(
                    court,
                    "no limitation rule is for \"" + claim.type() + "\" in "
                            + court.get().id() + " that was law on "
                            + claim.accrual().first() + hint(claim.type(), LimitationRule::claim));
        }
        Optional<String> doubt = fit.size() == 1
                ? Optional.empty()
                : Optional.of("the limitation rules "
                        + fit.stream().map(LimitationRule::id).collect(Collectors.joining(" and "))
                        + " fit alike, and the one that ends first is taken; name one with rule:");
        return chosen(fit.getFirst(), court, claim, doubt);
    }

    private Choice chosen(LimitationRule rule, Optional<CourtCalendar> court, Claim claim, Optional<String> doubt) {
        return new Choice(
                Optional.of(rule),
                court.or(() -> calendars.find(rule.courts().getFirst())),
                doubt.or(() -> reposeUnknown(rule, claim)));
    }

    /** Why the repose of {@code rule} cannot be counted, a clause; empty: it can, or there is none. */
    static Optional<String> reposeUnknown(LimitationRule rule, Claim claim) {
        return rule.repose()
                .filter(one -> claim.reposeFrom().isEmpty())
                .map(one -> "the rule " + rule.id() + " has a repose from the " + one.from()
                        + ", and the claim does not say when that was; add repose-from: to the claim");
    }

    private static Choice none(Optional<CourtCalendar> court, String why) {
        return new Choice(Optional.empty(), court, Optional.of(why));
    }

    /** The court of the claim; else that of the matter's proceeding that began last. */
    private Optional<CourtCalendar> court(Claim claim, Matter matter) {
        Optional<CalendarId> ofMatter = matter.proceedings().isEmpty()
                ? Optional.empty()
                : Optional.of(matter.proceedings().getLast()).map(Proceeding::court);
        return claim.court().or(() -> ofMatter).flatMap(calendars::find);
    }

    private String hint(String word, Function<LimitationRule, String> name) {
        TreeSet<String> names = rules.stream().map(name).collect(Collectors.toCollection(TreeSet::new));
        names.remove(word);
        String hint = Nearest.hint(word, names);
        return hint.isEmpty() ? "; add one to limitations: in rules/" : hint;
    }
}
