package org.tickler.rules.checkup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.pack.CourtRule;
import org.tickler.rules.pack.Pack;

/** Finds what a row's words name in one pack: one of its rules, or one of its events. One thread a time. */
final class PackNames {
    /** Nearer than this, and nearer than any other: probably that one. */
    private static final double PROBABLY = 0.6;

    /** What somebody added in brackets: "Answer (extended by stipulation)". */
    private static final Pattern REMARK = Pattern.compile("\\s\\([^()]*\\)\\s*$");

    private static final Pattern PARTY = Pattern.compile("(?i)(.*?)\\b(?:on|upon|by|against)\\b(.*)");

    private final Pack pack;
    private final Shelf rules = new Shelf();
    private final Shelf events = new Shelf();
    private final Set<String> vocabulary = new HashSet<>();
    private final Map<String, EntryKind> kinds = new HashMap<>();
    private final Map<String, Optional<Named>> known = new HashMap<>();

    PackNames(Pack pack) {
        this.pack = pack;
        for (CourtRule rule : pack.rules()) {
            rules.add(rule.id(), TitleWords.ofAct(rule.id()));
            rules.add(rule.id(), TitleWords.ofAct(rule.act().title()));
            kinds.put(rule.id(), rule.act().kind());
            vocabulary.addAll(TitleWords.of(rule.id()));
            vocabulary.addAll(TitleWords.of(rule.act().title()));
        }
        pack.events().forEach((event, title) -> {
            events.add(event, TitleWords.of(event));
            vocabulary.addAll(TitleWords.of(event));
            vocabulary.addAll(TitleWords.of(title));
            events.add(event, TitleWords.of(title));
            events.add(event, TitleWords.of(title.split(",", 2)[0]));
        });
    }

    Pack pack() {
        return pack;
    }

    /**
     * What is named.
     *
     * @param name the id of a rule, or of an event
     * @param sure whether the words are the same, and nobody else's
     */
    record Named(String name, boolean rule, boolean sure) {}

    /** The rule that is called so, by its id. */
    Optional<Named> rule(String id) {
        return kinds.containsKey(id) ? Optional.of(new Named(id, true, true)) : Optional.empty();
    }

    /** The event that is called so, by its id or its title. */
    Optional<Named> event(String words) {
        return pack.events().containsKey(words)
                ? Optional.of(new Named(words, false, true))
                : events.find(TitleWords.of(words))
                        .filter(found -> found.sure)
                        .map(found -> new Named(found.name, false, true));
    }

    /** What a row's title and kind name; empty where they name nothing of the pack. */
    Optional<Named> titled(String title, Optional<EntryKind> kind) {
        if (title.isBlank()) {
            return Optional.empty();
        }
        String bare = REMARK.matcher(title).replaceFirst("");
        return known.computeIfAbsent(
                kind + " " + title,
                unseen -> read(title, kind)
                        .filter(Named::sure)
                        .or(() -> read(bare, kind).filter(Named::sure))
                        .or(() -> read(title, kind)));
    }

    private Optional<Named> read(String title, Optional<EntryKind> kind) {
        Optional<Named> event = events.find(TitleWords.of(title))
                .filter(found -> found.sure)
                .or(() -> events.find(withoutParty(title)).filter(found -> found.sure))
                .or(() -> events.find(TitleWords.of(title)))
                .map(found -> new Named(found.name, false, found.sure));
        Optional<Named> rule = rules.find(TitleWords.ofAct(title))
                .filter(found -> fits(kinds.getOrDefault(found.name, EntryKind.OTHER), kind))
                .map(found -> new Named(found.name, true, found.sure));
        boolean past =
                kind.filter(EntryKind.EVENT::equals).isPresent() || kind.isEmpty() && TitleWords.tellsOfThePast(title);
        boolean attended = kind.filter(MatterRow::isAttended).isPresent();
        if (attended && event.isPresent() && rule.filter(Named::sure).isEmpty()) {
            return event;
        }
        if (past) {
            return event.or(
                    () -> rule.filter(found -> kinds.getOrDefault(found.name, EntryKind.OTHER) == EntryKind.EVENT));
        }
        return rule.filter(Named::sure)
                .or(() -> event.filter(Named::sure))
                .or(() -> rule)
                .or(() -> event);
    }

    /** The words of what was done, without whom it was done to or by, where the pack has no word for that: "served on Acme". */
    private Set<String> withoutParty(String title) {
        Matcher party = PARTY.matcher(title);
        return TitleWords.tellsOfThePast(title)
                        && party.matches()
                        && TitleWords.of(party.group(2)).stream().noneMatch(vocabulary::contains)
                ? TitleWords.of(party.group(1))
                : TitleWords.of(title);
    }

    /** What people attend is no filing, whatever it is called. */
    private static boolean fits(EntryKind ours, Optional<EntryKind> theirs) {
        return theirs.filter(kind -> MatterRow.isAttended(kind) && kind != ours).isEmpty();
    }

    private record Found(String name, boolean sure) {}

    /** Names, each by several sets of words. */
    private static final class Shelf {
        private final Map<Set<String>, Set<String>> names = new HashMap<>();

        void add(String name, Set<String> words) {
            if (!words.isEmpty()) {
                names.computeIfAbsent(words, unseen -> new HashSet<>()).add(name);
            }
        }

        Optional<Found> find(Set<String> words) {
            Set<String> same = names.getOrDefault(words, Set.of());
            if (!same.isEmpty()) {
                return same.size() == 1 ? Optional.of(new Found(same.iterator().next(), true)) : Optional.empty();
            }
            double best = PROBABLY;
            List<String> nearest = new ArrayList<>();
            for (Map.Entry<Set<String>, Set<String>> entry : names.entrySet()) {
                double likeness = TitleWords.likeness(words, entry.getKey());
                if (likeness > best) {
                    nearest.clear();
                }
                if (likeness >= best) {
                    best = likeness;
                    nearest.addAll(entry.getValue());
                }
            }
            return Set.copyOf(nearest).size() == 1
                    ? Optional.of(new Found(nearest.getFirst(), false))
                    : Optional.empty();
        }
    }
}
