package org.tickler.rules.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tickler.calendars.CalendarBook;
import org.tickler.calendars.EmergencyClosure;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Happening;
import org.tickler.rules.docket.Instruction;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.docket.Revision;
import org.tickler.rules.remind.SpanCounter;

/**
 * Derives the deadlines of one matter from its entries and claims, the courts' and the firm's own, chains of them included: a derived
 * deadline may be the trigger of another rule, but no rule comes twice in one chain.
 */
public final class DeadlineDeriver {
    private final Docket docket;
    private final List<FirmDeadline> rules;
    private final Instant activatedAt;
    private final SpanCounter counter;
    private final CourtDeriver courts;
    private final LimitationDeriver limitations;
    private final ClosureHold closures;
    private final Checked checked;

    /** @param activatedAt since when these rules and calendars are the active ones: what changes a date without a trigger or a rule changing is known since then */
    public DeadlineDeriver(
            Docket docket, DeadlineRules rules, CalendarBook calendars, Instant activatedAt, SpanCounter counter) {
        this.docket = docket;
        this.rules = rules.firm();
        this.activatedAt = activatedAt;
        this.counter = counter;
        this.closures = new ClosureHold(docket, calendars);
        this.courts = new CourtDeriver(docket, rules.law(), calendars, activatedAt, closures);
        this.limitations = new LimitationDeriver(
                docket, rules.limitations(), rules.law().laws(), closures.certain(), activatedAt, counter.zone());
        this.checked = new Checked(rules.checks(), docket);
    }

    private record Link(Entry trigger, Set<String> chain) {}

    /**
     * The derived entries. One whose date did not change keeps the revision it is stored with; one that is done, waived or
     * cancelled keeps everything; one that is stored and no longer follows comes back as superseded, in a new revision,
     * unless a person set its date, or it is a last day to sue: then it stands, with what is chained to it. A person's own entry under the id of a
     * derived one stands in its place.
     */
    public List<Entry> derive() {
        Map<EntryId, Entry> derived = new LinkedHashMap<>();
        Deque<Link> links = new ArrayDeque<>();
        docket.entries().stream()
                .filter(entry -> entry.origin() instanceof Origin.Entered)
                .forEach(entry -> links.add(new Link(entry, Set.of())));
        limitations.derive().forEach(entry -> take(entry, Set.of(), derived, links));
        follow(links, derived);
        docket.entries().stream()
                .filter(entry -> entry.origin() instanceof Origin.Derived && !DerivedEntry.isSettled(entry))
                .sorted(Comparator.comparingInt(entry -> chain(entry).size()))
                .filter(entry -> !derived.containsKey(entry.id()))
                .flatMap(entry ->
                        LimitationDeriver.withoutClaim(entry)
                                .or(() -> Instructed.alone(entry, docket.standing(entry.id())))
                                .stream())
                .forEach(entry -> {
                    take(entry, chain(entry), derived, links);
                    follow(links, derived);
                });
        derived.keySet().removeAll(new EnteredActs(docket, derived).replaced(courts.supposing()));
        return Stream.concat(derived.values().stream(), superseded(derived.keySet()))
                .toList();
    }

    private void follow(Deque<Link> links, Map<EntryId, Entry> derived) {
        while (!links.isEmpty()) {
            Link link = links.remove();
            rules.stream().filter(rule -> follows(rule, link)).forEach(rule -> {
                Set<String> chain = with(link.chain(), rule.id());
                occurrences(rule, link.trigger()).forEach(entry -> take(entry, chain, derived, links));
            });
            if (stands(link.trigger())) {
                for (Entry entry : courts.derive(link.trigger(), link.chain())) {
                    take(checked.entry(entry), with(link.chain(), ruleOf(entry)), derived, links);
                }
            }
        }
    }

    /** The rules that led to it as it is stored, its own among them. */
    private Set<String> chain(Entry entry) {
        Set<String> chain = new HashSet<>();
        Optional<Entry> next = Optional.of(entry);
        while (next.isPresent() && next.get().origin() instanceof Origin.Derived derived && chain.add(derived.rule())) {
            next = docket.find(derived.trigger());
        }
        return chain;
    }

    /** What a person must say about the date of a derived entry, as a sentence; empty: nothing. */
    public static Optional<String> asks(Entry entry) {
        return entry.origin() instanceof Origin.Derived derived
                        && !entry.status().isOver()
                ? Instructed.question(derived.steps())
                : Optional.empty();
    }

    /**
     * What is so while something is said of an entry of {@code docket}; one to which nothing leads has no trigger's date, and a
     * hearing that is off has the date that it had.
     */
    public static Instruction.Basis basis(Docket docket, Entry entry) {
        Optional<LocalDate> trigger = entry.origin() instanceof Origin.Derived derived && !Instructed.isAlone(entry)
                ? docket.find(derived.trigger())
                        .filter(DeadlineDeriver::stands)
                        .flatMap(found -> docket.off()
                                .getOrDefault(found.id(), found.when())
                                .date())
                : Optional.empty();
        return new Instruction.Basis(trigger, entry.when().date());
    }

    private static void take(Entry entry, Set<String> chain, Map<EntryId, Entry> derived, Deque<Link> links) {
        if (derived.putIfAbsent(entry.id(), entry) == null) {
            links.add(new Link(entry, chain));
        }
    }

    private static Set<String> with(Set<String> chain, String rule) {
        Set<String> longer = new HashSet<>(chain);
        longer.add(rule);
        return longer;
    }

    private static String ruleOf(Entry entry) {
        return entry.origin() instanceof Origin.Derived derived ? derived.rule() : "";
    }

    private static boolean follows(FirmDeadline rule, Link link) {
        return stands(link.trigger())
                && rule.trigger().covers(link.trigger())
                && !link.chain().contains(rule.id());
    }

    /** Whether a derived entry is suspended as its trigger is, and not by a person's word about itself. */
    public static boolean isStayedByTrigger(Entry entry) {
        return DerivedEntry.wasStayedByTrigger(entry);
    }

    /** Whether anything can follow from it. */
    static boolean stands(Entry entry) {
        return switch (entry.status()) {
            case WAITING, PROPOSED, OPEN, PROVISIONAL, STAYED, CLAIMED, DONE -> true;
            case WAIVED, CANCELLED, SUPERSEDED -> false;
        };
    }

    private List<Entry> occurrences(FirmDeadline rule, Entry trigger) {
        DerivedEntry make =
                new DerivedEntry(DerivingRule.of(rule), trigger, trigger.when().zone(), activatedAt);
        Optional<LocalDate> date = trigger.when().date();
        Stream<DerivedEntry.Dated> dates =
                date.isPresent() ? dates(rule, trigger, date.get()) : Stream.of(DerivedEntry.Dated.waiting(List.of()));
        return dates.filter(dated -> !enteredByHand(trigger, rule, dated.occurrence()))
                .map(dated -> {
                    EntryId id = EntryId.derived(trigger.id(), rule.id(), dated.occurrence());
                    return make.entry(dated, docket.find(id), docket.standing(id));
                })
                .toList();
    }

    private boolean enteredByHand(Entry trigger, FirmDeadline rule, int occurrence) {
        return docket.find(EntryId.derived(trigger.id(), rule.id(), occurrence))
                .filter(entry -> entry.origin() instanceof Origin.Entered)
                .isPresent();
    }

    /** Of {@code derived}, those that closures nobody has confirmed hold on an earlier date. */
    public Map<EntryId, List<EmergencyClosure>> heldOf(List<Entry> derived) {
        return closures.heldOf(derived);
    }

    private Stream<DerivedEntry.Dated> dates(FirmDeadline rule, Entry trigger, LocalDate date) {
        Optional<LocalDate> end = rule.then()
                .flatMap(Repeat::until)
                .flatMap(until -> docket.entries().stream()
                        .filter(entry -> entry.origin() instanceof Origin.Entered && stands(entry))
                        .filter(until::covers)
                        .flatMap(entry -> entry.when().date().stream())
                        .filter(day -> !day.isBefore(date))
                        .min(LocalDate::compareTo));
        Occurrences occurrences = new Occurrences(rule, trigger.courtIn(docket.matter()), counter);
        List<DerivedEntry.Dated> whole = occurrences.from(date, end);
        Stream<DerivedEntry.Dated> cutOff = end.isEmpty()
                ? Stream.empty()
                : occurrences.in(closures.certain()).from(date, end).stream().skip(whole.size());
        return Stream.concat(whole.stream(), cutOff)
                .map(dated -> closures.date(
                        dated,
                        new ClosureHold.Counting(
                                EntryId.derived(trigger.id(), rule.id(), dated.occurrence()),
                                trigger,
                                List.of(date),
                                trigger.when().zone(),
                                closure -> true,
                                book -> occurrences.in(book).numbered(dated, date, end))));
    }

    private Stream<Entry> superseded(Set<EntryId> following) {
        return docket.entries().stream()
                .filter(entry -> entry.origin() instanceof Origin.Derived && !following.contains(entry.id()))
                .map(entry -> DerivedEntry.isSettled(entry) ? entry : superseded(entry));
    }

    /** A revision of its own says since when it no longer follows: calendars and people hear of it as of a change. */
    private Entry superseded(Entry entry) {
        Revision before = entry.revision();
        Instant known = Stream.of(
                        triggerOf(entry).map(trigger -> trigger.revision().knownAt()),
                        Optional.of(activatedAt),
                        Optional.of(docket.matter().knownAt()))
                .flatMap(Optional::stream)
                .filter(before.knownAt()::isBefore)
                .findFirst()
                .orElse(before.knownAt());
        return entry.withWhen(entry.when(), before.next(known)).after(Happening.SUPERSEDED, EntryStatus.SUPERSEDED);
    }

    private Optional<Entry> triggerOf(Entry entry) {
        return entry.origin() instanceof Origin.Derived derived ? docket.find(derived.trigger()) : Optional.empty();
    }
}
