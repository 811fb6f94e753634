package org.tickler.rules.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.tickler.calendars.CalendarBook;
import org.tickler.calendars.CourtCalendar;
import org.tickler.rules.count.Laws;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.Fingerprint;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.firm.JudgeName;
import org.tickler.rules.pack.CourtRule;
import org.tickler.rules.pack.Overlay;
import org.tickler.rules.pack.Pack;

/** The packs of court rules in use, what courts and judges lay over them, and the laws by which they count. */
public record CourtLaw(List<UsedPack> packs, List<UsedOverlay> overlays, Laws laws) {
    /** No pack, no law. */
    public static final CourtLaw NONE = new CourtLaw(List.of(), List.of(), new Laws(List.of()));

    public CourtLaw {
        packs = List.copyOf(packs);
        overlays = List.copyOf(overlays);
    }

    /**
     * A pack in use.
     *
     * @param text the fingerprint of its file
     * @param knownAt since when the firm's active rules have it in this text
     */
    public record UsedPack(Pack pack, String text, Instant knownAt) {
        /** A pack as it was read from {@code text}, known since {@link Instant#EPOCH}. */
        public static UsedPack of(Pack pack, String text) {
            return new UsedPack(pack, Fingerprint.of(text).hex(), Instant.EPOCH);
        }

        UsedPack knownSince(Instant since) {
            return new UsedPack(pack, text, since);
        }

        /** With {@code used} on it; known since both are. */
        UsedPack under(UsedOverlay used) {
            return new UsedPack(
                    used.overlay().on(pack), text, used.knownAt().isAfter(knownAt) ? used.knownAt() : knownAt);
        }
    }

    /**
     * An overlay in use.
     *
     * @param text the fingerprint of its file
     * @param knownAt since when the firm's active rules have it in this text
     */
    public record UsedOverlay(Overlay overlay, String text, Instant knownAt) {
        /** An overlay as it was read from {@code text}, known since {@link Instant#EPOCH}. */
        public static UsedOverlay of(Overlay overlay, String text) {
            return new UsedOverlay(overlay, Fingerprint.of(text).hex(), Instant.EPOCH);
        }

        UsedOverlay knownSince(Instant since) {
            return new UsedOverlay(overlay, text, since);
        }

        /** Those of courts before those of judges; among them those of courts further down before those of nearer ones. */
        public static Comparator<UsedOverlay> byRankIn(CourtCalendar court) {
            return Comparator.<UsedOverlay, Boolean>comparing(
                            used -> !used.overlay().bench().judges().isEmpty())
                    .thenComparing(Comparator.<UsedOverlay>comparingInt(used -> used.stepsFrom(court))
                            .reversed());
        }

        private int stepsFrom(CourtCalendar court) {
            return overlay.bench().courts().stream()
                    .flatMapToInt(named -> court.stepsDownTo(named).stream())
                    .min()
                    .orElse(Integer.MAX_VALUE);
        }
    }

    /** The pack of that name, if it is in use. */
    public Optional<UsedPack> find(String pack) {
        return packs.stream().filter(used -> used.pack().id().equals(pack)).findFirst();
    }

    /** The packs as they are in {@code court} before {@code judge}, each with all overlays that stand on it there. */
    public List<UsedPack> packsIn(CourtCalendar court, Optional<JudgeName> judge) {
        if (overlays.isEmpty()) {
            return packs;
        }
        Set<JudgeName> names = judge.map(Set::of).orElse(Set.of());
        return packs.stream()
                .map(used -> overlaysOn(used.pack().id(), court, names).stream()
                        .reduce(used, UsedPack::under, (one, other) -> other))
                .toList();
    }

    /** The rule that derived an entry, as it is before the court and the judge of its trigger on that day; empty: none is known. */
    public Optional<CourtRule> ruleOf(Origin.Derived derived, Docket docket, CalendarBook calendars) {
        Optional<Entry> trigger = docket.find(derived.trigger());
        Optional<LocalDate> day = trigger.flatMap(found -> found.when().date());
        return trigger.flatMap(found -> found.courtIn(docket.matter()).flatMap(calendars::find).stream()
                .flatMap(court -> packsIn(court, found.judgeIn(docket.matter())).stream())
                .flatMap(used -> used.pack().rules().stream()
                        .filter(rule -> DerivingRule.id(used, rule).equals(derived.rule())))
                .filter(rule -> day.isEmpty() || rule.source().validity().contains(day.get()))
                .findFirst());
    }

    /** The overlays that stand on a pack in {@code court} before a judge of any of these names, the lowest first. */
    public List<UsedOverlay> overlaysOn(String pack, CourtCalendar court, Collection<JudgeName> judge) {
        return overlays.stream()
                .filter(used -> used.overlay().over().equals(pack))
                .filter(used -> used.overlay().bench().sits(court, judge))
                .sorted(UsedOverlay.byRankIn(court))
                .toList();
    }

    /** The same texts: those that {@code former} had in the same form known since then, the others since {@code at}. */
    public CourtLaw since(Instant at, CourtLaw former) {
        Map<String, Instant> before = former.knownSince();
        Map<String, String> texts = former.texts();
        Map<String, String> now = texts();
        return restored(key -> texts.getOrDefault(key, "").equals(now.get(key)) ? before.getOrDefault(key, at) : at);
    }

    /** Since when each text is known, by {@code pack:} or {@code overlay:} and its id. */
    public Map<String, Instant> knownSince() {
        Map<String, Instant> known = new LinkedHashMap<>();
        packs.forEach(used -> known.put(key(used), used.knownAt()));
        overlays.forEach(used -> known.put(key(used), used.knownAt()));
        return known;
    }

    /** The same texts, each known since {@code since} says of what {@link #knownSince()} calls it. */
    public CourtLaw restored(Function<String, Instant> since) {
        return new CourtLaw(
                packs.stream()
                        .map(used -> used.knownSince(since.apply(key(used))))
                        .toList(),
                overlays.stream()
                        .map(used -> used.knownSince(since.apply(key(used))))
                        .toList(),
                laws);
    }

    /** The fingerprints of the texts, by what {@link #knownSince()} calls them. */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        packs.forEach(used -> texts.put(key(used), used.text()));
        overlays.forEach(used -> texts.put(key(used), used.text()));
        return texts;
    }

    private static String key(UsedPack used) {
        return "pack:" + used.pack().id();
    }

    private static String key(UsedOverlay used) {
        return "overlay:" + used.overlay().id();
    }
}
