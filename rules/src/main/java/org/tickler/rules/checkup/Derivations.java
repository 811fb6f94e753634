package org.tickler.rules.checkup;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.tickler.rules.checkup.MatterRow.Reference;
import org.tickler.rules.count.PeriodCounter;
import org.tickler.rules.count.ServiceMethod;
import org.tickler.rules.pack.CourtDeadline;
import org.tickler.rules.pack.CourtRule;
import org.tickler.rules.pack.DeadlineCalculator;
import org.tickler.rules.pack.DueRule;
import org.tickler.rules.pack.Pack;
import org.tickler.rules.pack.TriggerFacts;

/** Counts what the rules of packs make of the rows of one matter. */
final class Derivations {
    private final MatterRows rows;
    private final PeriodCounter counter;
    /** By the pack itself: one of a name may have other rules before another judge. */
    private final IdentityHashMap<Pack, Set<String>> known = new IdentityHashMap<>();

    Derivations(MatterRows rows, PeriodCounter counter) {
        this.rows = rows;
        this.counter = counter;
    }

    /** What {@code rule} makes of {@code trigger}, a row with a date. */
    CourtDeadline of(Pack pack, CourtRule rule, MatterRow trigger) {
        return of(pack, rule, trigger, service(trigger), Reference::sure);
    }

    /** The same, as if it had been served so. */
    CourtDeadline of(Pack pack, CourtRule rule, MatterRow trigger, ServiceMethod service) {
        return of(pack, rule, trigger, Optional.of(service), Reference::sure);
    }

    /** The same, if the matter's other rows are what they probably are; empty where they have no part in it. */
    Optional<CourtDeadline> probably(Pack pack, CourtRule rule, MatterRow trigger) {
        if (others(rule).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(of(pack, rule, trigger, service(trigger), named -> true));
    }

    private static Optional<ServiceMethod> service(MatterRow trigger) {
        return trigger.row().says().service().flatMap(Derivations::method);
    }

    private CourtDeadline of(
            Pack pack,
            CourtRule rule,
            MatterRow trigger,
            Optional<ServiceMethod> service,
            Predicate<Reference> counts) {
        LocalDate day = trigger.row().date().orElseThrow();
        TriggerFacts facts = new TriggerFacts(
                day,
                day,
                trigger.row().hour(),
                service,
                Optional.of(trigger.courtUnder(pack)),
                known.computeIfAbsent(pack, unseen -> facts(pack)),
                dates(others(rule), pack, trigger, counts));
        return new DeadlineCalculator(pack, counter).deadline(rule, facts);
    }

    /** The rules that {@code trigger} sets going under that name, as far as the sheet tells the facts. */
    List<CourtRule> setGoing(Pack pack, String name, MatterRow trigger) {
        Set<String> facts = known.computeIfAbsent(pack, unseen -> facts(pack));
        return pack.triggeredBy(name, trigger.row().date().orElseThrow()).stream()
                .filter(rule -> rule.condition()
                        .filter(condition -> facts.contains(condition.fact()) != condition.holds())
                        .isEmpty())
                .toList();
    }

    /** Where a row names a rule that is only for a certain fact, the fact holds. */
    private Set<String> facts(Pack pack) {
        Set<String> facts = new HashSet<>();
        for (CourtRule rule : pack.rules()) {
            rule.condition()
                    .filter(CourtRule.Condition::holds)
                    .filter(condition -> rows.naming(pack, rule.id()).stream()
                            .anyMatch(row -> row.named(pack, rule.id())
                                    .filter(Reference::sure)
                                    .isPresent()))
                    .ifPresent(condition -> facts.add(condition.fact()));
        }
        return facts;
    }

    /** The events beside its trigger that have a part in its date. */
    private static Set<String> others(CourtRule rule) {
        Set<String> events = new HashSet<>();
        switch (rule.due()) {
            case DueRule.Single single -> {}
            case DueRule.LaterOf later ->
                later.items().forEach(item -> item.trigger().ifPresent(events::add));
            case DueRule.EarlierOf earlier ->
                earlier.items().forEach(item -> item.trigger().ifPresent(events::add));
        }
        rule.movement().restarts().forEach(restart -> events.add(restart.on()));
        return events;
    }

    /** The last date of each of these events in the matter's other rows, of those that have one. */
    private Map<String, LocalDate> dates(
            Set<String> events, Pack pack, MatterRow trigger, Predicate<Reference> counts) {
        Map<String, LocalDate> dates = new HashMap<>();
        for (String event : events) {
            rows.naming(pack, event).stream()
                    .filter(row -> row.isDated() && row.row().maybeSameParty(trigger.row()) && !row.equals(trigger))
                    .filter(row -> row.named(pack, event).filter(counts).isPresent())
                    .map(row -> row.row().date().orElseThrow())
                    .max(Comparator.naturalOrder())
                    .ifPresent(last -> dates.put(event, last));
        }
        return dates;
    }

    /** How a paper was served, by whatever a sheet calls it. */
    static Optional<ServiceMethod> method(String words) {
        String plain = words.strip().toLowerCase(Locale.ROOT);
        String bare = (plain.startsWith("by ") ? plain.substring(3) : plain).replaceAll("[\\s-]+", "_");
        return ServiceMethod.find(bare)
                .or(() -> Optional.ofNullable(
                        switch (bare) {
                            case "ecf", "cm/ecf", "e_filing", "efiling", "e_mail", "eservice", "e_service" ->
                                ServiceMethod.ELECTRONIC;
                            case "us_mail", "u.s._mail", "first_class_mail" -> ServiceMethod.MAIL;
                            case "in_person", "personally", "personal_service", "hand_delivery", "process_server" ->
                                ServiceMethod.PERSONAL;
                            case "fedex", "ups", "overnight_mail", "overnight_courier" -> ServiceMethod.OVERNIGHT;
                            default -> null;
                        }));
    }
}
