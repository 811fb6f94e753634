package org.tickler.engine.ledger;

import static org.tickler.engine.ledger.StoryFacts.later;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tickler.calendars.LocalMoments;
import org.tickler.engine.ledger.Ask.Fate;
import org.tickler.engine.ledger.Ask.State;
import org.tickler.engine.ledger.Story.Rung;
import org.tickler.engine.ledger.Story.Span;
import org.tickler.engine.ledger.StoryFacts.Live;
import org.tickler.rules.firm.Channel;

/**
 * What is owed of an entry by the docs, as the facts are, whether or not it has been told: who hears what, when and by which
 * channel.
 */
final class Owing {
    /** What is owed: a rung or a notice, to whom and when, before it is settled whether it is said. */
    record Owed(Live entry, String word, Optional<Rung> rung, String asked, Instant since, Instant at, boolean asks) {
        boolean late() {
            return at.isBefore(since);
        }

        boolean whenKnown() {
            return rung.filter(one -> one.at().span().isEmpty()).isPresent();
        }

        boolean afterwards() {
            return rung.filter(one -> one.at().after()).isPresent();
        }
    }

    /** What of it goes to whom. */
    record Want(Owed owed, boolean late, String reader, Channel channel, Instant due) {
        boolean together(Want other) {
            return owed.asked().equals(other.owed.asked())
                    && reader.equals(other.reader)
                    && channel == other.channel
                    && due.equals(other.due);
        }
    }

    /** What somebody was told last of an entry before it came to stand as it does. */
    private record Told(Story.Date date, boolean off, int revision) {}

    /** How soon a notice goes, whether through quiet hours, and before when. */
    private record Pace(Instant owed, boolean wakes, Instant before) {}

    private final Slate slate;
    private final StoryFacts facts;

    Owing(Slate slate) {
        this.slate = slate;
        this.facts = slate.facts;
    }

    /** What each was told last before the entry came to stand as it does. */
    private Map<String, Told> told(Live live) {
        Map<String, Told> told = new TreeMap<>();
        slate.asks.values().stream()
                .filter(ask -> ask.entry == live && ask.revision < live.revision())
                .flatMap(ask -> ask.slips.values().stream())
                .filter(slip -> slip.fate == Fate.SENT || slip.perhaps || slip.held)
                .forEach(slip -> told.merge(
                        slip.reader,
                        new Told(
                                live.dates.get(slip.ask.revision - 1),
                                slip.ask.word.equals("cancelled"),
                                slip.ask.revision),
                        (one, other) -> one.revision() > other.revision()
                                ? one
                                : one.revision() < other.revision() ? other : one.off() ? one : other));
        return told;
    }

    private static boolean isNews(Told told, Live live) {
        return live.cancelled ? !told.off() : told.off() || !told.date().equals(live.date());
    }

    private Pace pace(Live live, Told was) {
        LocalDate today = live.known.atZone(Story.OFFICE).toLocalDate();
        LocalDate next = StoryFacts.days(today, new Span(1, "business days"), true);
        List<Story.Date> dates = Stream.concat(
                        live.open() ? Stream.of(live.date()) : Stream.of(),
                        was.off() ? Stream.of() : Stream.of(was.date()))
                .toList();
        boolean near = dates.stream()
                .anyMatch(one -> !one.day().isBefore(today) && !one.day().isAfter(next));
        boolean wakes = live.open()
                && (live.date().due().isBefore(live.known)
                        || !was.off() && live.date().due().isBefore(was.date().due()));
        Instant before =
                dates.stream().map(Story.Date::due).min(Instant::compareTo).orElse(Instant.MAX);
        return new Pace(wakes || near ? live.known : live.known.plus(Duration.ofMinutes(10)), wakes, before);
    }

    /** All that is owed of an entry as it stands, told or not. */
    List<Want> wanted(Live live) {
        if (live.done) {
            return List.of();
        }
        Map<String, Told> told = told(live);
        Map<String, Instant> noticed = new TreeMap<>();
        List<Want> wants = new ArrayList<>();
        told.forEach((who, last) -> {
            if (isNews(last, live)) {
                Pace pace = pace(live, last);
                noticed.put(who, pace.owed());
                if (live.open() || !live.date().due().isBefore(live.known)) {
                    Owed owed = new Owed(
                            live,
                            live.open() ? "moved" : "cancelled",
                            Optional.empty(),
                            who,
                            pace.owed(),
                            pace.owed(),
                            false);
                    wants.addAll(delivered(owed, false, Optional.of(pace)));
                }
            }
        });
        if (live.open()) {
            List<Want> rungs = new ArrayList<>();
            owed(live, noticed)
                    .values()
                    .forEach(ofOne -> ofOne.stream()
                            .filter(one -> speaks(one, ofOne, noticed.containsKey(one.asked())))
                            .forEach(one -> rungs.addAll(delivered(one, one.late(), Optional.empty()))));
            wants.addAll(spared(rungs, told, noticed.keySet()));
        }
        return wants;
    }

    private Map<String, List<Owed>> owed(Live live, Map<String, Instant> noticed) {
        Map<String, List<Owed>> owed = new LinkedHashMap<>();
        for (Rung rung : facts.ladder(live).rungs()) {
            Map<String, Instant> meant = new LinkedHashMap<>();
            for (String to : rung.to()) {
                String word = to.equals("owner") ? live.item.owner().orElse("lead-attorney") : to;
                Map<String, Instant> people = facts.isRole(word)
                        ? facts.rightful(
                                live.item.matter(),
                                word,
                                live.known,
                                (who, since) -> moment(live, rung, who, since).orElse(since))
                        : Map.of(word, live.known);
                people.forEach(
                        (who, since) -> meant.merge(who, since, (one, other) -> one.isAfter(other) ? other : one));
            }
            meant.forEach((who, since) -> {
                Instant from = later(since, noticed.getOrDefault(who, Instant.MIN));
                LocalDate day = facts.day(later(moment(live, rung, who, since).orElse(since), since), who);
                boolean asks = rung.answer()
                        .filter(one ->
                                !facts.isRole(one.from()) || facts.holds(who, live.item.matter(), one.from(), day))
                        .isPresent();
                moment(live, rung, who, from)
                        .ifPresent(at -> owed.computeIfAbsent(who, one -> new ArrayList<>())
                                .add(new Owed(live, "rung", Optional.of(rung), who, from, at, asks)));
            });
        }
        return owed;
    }

    /** Of what was late when it was first owed the last is said; nothing of what was past by then. */
    private static boolean speaks(Owed one, List<Owed> ofOne, boolean noticed) {
        if (one.entry().date().due().isBefore(one.since()) && (one.late() || one.whenKnown())) {
            return false;
        }
        return !one.late()
                || ofOne.stream()
                        .filter(Owed::late)
                        .noneMatch(other -> other.at().isAfter(one.at()))
                || noticed
                        && ofOne.stream()
                                .anyMatch(other -> other.late()
                                        && other.asks()
                                        && other.at().equals(one.at()))
                        && ofOne.stream()
                                .filter(other -> other.late() && other.asks())
                                .noneMatch(other -> other.at().isAfter(one.at()));
    }

    /** When a rung speaks for somebody who has a right to it since then; empty where that cannot be counted. */
    private Optional<Instant> moment(Live live, Rung rung, String who, Instant since) {
        if (rung.at().span().isEmpty()) {
            return Optional.of(since);
        }
        Span span = rung.at().span().get();
        boolean after = rung.at().after();
        Story.Date date = live.date();
        if (span.ofClock()) {
            return date.hour().map(hour -> StoryFacts.clock(date.due(), span, after));
        }
        Span one = new Span(1, span.unit());
        LocalDate day = StoryFacts.days(date.day(), span, after);
        Instant at = at(day, rung, who);
        while (after ? at.isBefore(date.due()) : at.isAfter(date.due())) {
            day = StoryFacts.days(day, one, after);
            at = at(day, rung, who);
        }
        return Optional.of(at);
    }

    private Instant at(LocalDate day, Rung rung, String who) {
        return LocalMoments.instant(day.atTime(rung.at().time().orElse(Story.OPENS)), facts.zone(who));
    }

    /** Who gets it, when, and by which channels: leave, walls, quiet hours. */
    private List<Want> delivered(Owed owed, boolean late, Optional<Pace> pace) {
        Live live = owed.entry();
        Instant due = live.date().due();
        String reader = owed.asked();
        Instant at = late ? owed.since() : owed.at();
        Instant earliest = owed.afterwards() ? later(due, owed.since()) : owed.since();
        if (facts.away(reader, facts.day(at, reader))) {
            if (facts.walled(reader, live.item.matter())) {
                return List.of();
            }
            Function<String, Instant> own = who -> late || owed.rung().isEmpty()
                    ? owed.since()
                    : later(
                            owed.since(),
                            moment(live, owed.rung().get(), who, owed.since()).orElse(owed.at()));
            Optional<String> other = slate.standIn(reader, live, own);
            at = other.map(own)
                    .orElse(facts.beforeLeave(reader, at)
                            .filter(one -> !one.isBefore(earliest))
                            .orElse(at));
            reader = other.orElse(reader);
        }
        if (facts.walled(reader, live.item.matter())) {
            return List.of();
        }
        if (pace.filter(Pace::wakes).isEmpty()) {
            String to = reader;
            Instant from = at;
            Instant next = pace.isPresent() ? Instant.MAX : next(owed, to, from);
            Instant limit = pace.map(Pace::before).orElse(owed.afterwards() ? Instant.MAX : due);
            at = facts.quietly(reader, at, earliest, limit.isBefore(next) ? limit : next);
        }
        Instant then = at;
        String to = reader;
        return channels(owed, to).stream()
                .map(channel -> new Want(owed, late, to, channel, then))
                .toList();
    }

    /** When the ladder speaks next to that reader. */
    private Instant next(Owed owed, String reader, Instant from) {
        return facts.ladder(owed.entry()).rungs().stream()
                .flatMap(rung -> moment(owed.entry(), rung, reader, owed.since()).stream())
                .filter(from::isBefore)
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    /** Those that the rung names and that reach the reader, else the others that do; a notice goes by all. */
    private List<Channel> channels(Owed owed, String reader) {
        String by = owed.rung().map(Rung::by).orElse("sms and email");
        List<Channel> usable = facts.channels(reader);
        List<Channel> named = usable.stream()
                .filter(one -> by.contains(one.name().toLowerCase(Locale.ROOT)))
                .toList();
        boolean first = by.contains("else") && named.size() > 1;
        return named.isEmpty() ? usable : first ? List.of(Channel.SMS) : named;
    }

    /** Nobody hears the same twice at one moment, and nobody again what is known already. */
    private List<Want> spared(List<Want> rungs, Map<String, Told> told, Set<String> noticed) {
        List<Want> left = new ArrayList<>(rungs);
        left.removeIf(want -> (want.late() || want.owed().whenKnown())
                && told.containsKey(want.owed().asked())
                && (!want.owed().asks()
                        || !noticed.contains(want.owed().asked())
                                && answered(want.owed(), told.get(want.owed().asked()))));
        for (Want news : List.copyOf(left)) {
            for (Want other : List.copyOf(left)) {
                if (left.contains(news)
                        && left.contains(other)
                        && news.owed().whenKnown()
                        && other.late()
                        && news.together(other)) {
                    left.remove(news.owed().asks() || !other.owed().asks() ? other : news);
                }
            }
        }
        for (Want want : List.copyOf(left)) {
            boolean twice = left.stream()
                    .anyMatch(other -> other != want
                            && other.owed().rung().equals(want.owed().rung())
                            && other.reader().equals(want.reader())
                            && other.channel() == want.channel());
            if (twice
                    && !want.owed().asks()
                    && !want.reader().equals(want.owed().asked())) {
                left.remove(want);
            }
        }
        return left;
    }

    private boolean answered(Owed owed, Told told) {
        return slate.asks.values().stream()
                .anyMatch(ask -> ask.entry == owed.entry()
                        && ask.revision == told.revision()
                        && ask.rung.equals(owed.rung())
                        && ask.asked.equals(owed.asked())
                        && ask.state == State.ANSWERED);
    }
}
