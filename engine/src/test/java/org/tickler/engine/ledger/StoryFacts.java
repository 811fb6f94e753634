package org.tickler.engine.ledger;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tickler.calendars.BusinessTime;
import org.tickler.calendars.LocalMoments;
import org.tickler.calendars.WorkingHours;
import org.tickler.engine.ledger.Story.Date;
import org.tickler.engine.ledger.Story.Dossier;
import org.tickler.engine.ledger.Story.Happening;
import org.tickler.engine.ledger.Story.Item;
import org.tickler.engine.ledger.Story.Rung;
import org.tickler.engine.ledger.Story.Span;
import org.tickler.rules.firm.Channel;

/** How the facts of a story stand after what has happened so far, and the clock and the working week they are counted by. */
final class StoryFacts {
    /** The firm works on weekdays. */
    static final WorkingHours HOURS = new WorkingHours(Stream.of(DayOfWeek.values())
            .filter(day -> day.getValue() <= 5)
            .collect(Collectors.toMap(
                    Function.identity(), day -> List.of(new WorkingHours.Span(Story.OPENS, Story.CLOSES)))));

    private static final BusinessTime WORK = BusinessTime.of(HOURS, Story.OFFICE);

    /** One holds a role from a day until another, both included, and that is known since then. */
    private record Member(String who, LocalDate from, LocalDate until, Instant known) {
        boolean on(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    /** An entry as it stands. */
    static final class Live {
        final Item item;
        final List<Date> dates = new ArrayList<>();
        Instant known;
        boolean cancelled;
        boolean done;

        Live(Item item, Instant known) {
            this.item = item;
            this.known = known;
            dates.add(item.date());
        }

        int revision() {
            return dates.size();
        }

        Date date() {
            return dates.getLast();
        }

        boolean open() {
            return !cancelled && !done;
        }
    }

    private final Story story;
    private final Map<Integer, Live> entries = new TreeMap<>();
    private final Map<String, List<Member>> team = new HashMap<>();
    private final Map<String, Happening.Leave> leave = new HashMap<>();

    StoryFacts(Story story) {
        this.story = story;
        for (Dossier dossier : story.dossiers()) {
            dossier.team()
                    .forEach((role, people) ->
                            people.forEach(one -> team.computeIfAbsent(dossier.id() + role, key -> new ArrayList<>())
                                    .add(new Member(one, LocalDate.MIN, LocalDate.MAX, Instant.MIN))));
        }
    }

    /** Lets it happen; says nothing where it changes nothing, as an act does that is refused. */
    void take(Happening happening) {
        switch (happening) {
            case Happening.Enter enter -> entries.put(enter.item().number(), new Live(enter.item(), enter.at()));
            case Happening.Move move -> {
                Live live = entries.get(move.item());
                Date to = live == null ? move.to() : kept(live.date(), move.to());
                if (live != null && live.open() && !live.date().equals(to)) {
                    live.dates.add(to);
                    live.known = move.at();
                }
            }
            case Happening.Cancel cancel -> {
                Live live = entries.get(cancel.item());
                if (live != null && live.open()) {
                    live.dates.add(live.date());
                    live.known = cancel.at();
                    live.cancelled = true;
                }
            }
            case Happening.Leave away -> leave.put(away.who(), away);
            case Happening.HandOn hand -> handOn(hand);
        }
    }

    /** What a move does not say stays: the hour, and always the zone. */
    private static Date kept(Date before, Date to) {
        return new Date(to.day(), to.hour().or(before::hour), before.timed(), before.zone());
    }

    private void handOn(Happening.HandOn hand) {
        List<Member> after = new ArrayList<>();
        List<Member> before = team.getOrDefault(hand.matter() + hand.role(), List.of());
        for (Member one : before) {
            if (!one.who().equals(hand.from()) || one.until().isBefore(hand.day())) {
                after.add(one);
                continue;
            }
            if (one.from().isBefore(hand.day())) {
                after.add(new Member(one.who(), one.from(), hand.day().minusDays(1), one.known()));
            }
            LocalDate first = one.from().isAfter(hand.day()) ? one.from() : hand.day();
            if (before.stream()
                    .noneMatch(other -> other.who().equals(hand.to())
                            && !other.from().isAfter(first)
                            && !other.until().isBefore(one.until()))) {
                after.add(new Member(hand.to(), first, one.until(), hand.at()));
            }
        }
        team.put(hand.matter() + hand.role(), after);
    }

    List<Live> entries() {
        return List.copyOf(entries.values());
    }

    /** The rungs of an entry that can be counted: hours count from an hour. */
    List<Rung> rungs(Live live) {
        return story.ladders().stream()
                .filter(one -> one.matter().equals(live.item.matter()) && one.kind() == live.item.kind())
                .flatMap(one -> one.rungs().stream())
                .filter(one -> live.date().hour().isPresent() || !one.at().ofClock())
                .toList();
    }

    /** When a rung speaks to somebody who has a right to it since then. */
    Instant moment(Live live, Rung rung, String who, Instant since) {
        if (rung.at().span().isEmpty()) {
            return since;
        }
        Span span = rung.at().span().get();
        boolean after = rung.at().after();
        Instant due = live.date().due();
        if (span.ofClock()) {
            return clock(due, span, after);
        }
        LocalTime time = rung.at().time().orElse(Story.OPENS);
        LocalDate day = days(live.date().day(), span, after);
        while (after ? at(day, time, who).isBefore(due) : at(day, time, who).isAfter(due)) {
            day = days(day, new Span(1, span.unit()), after);
        }
        return at(day, time, who);
    }

    /** Whom a rung is for, and since when each has a right to it. */
    Map<String, Instant> meant(Live live, Rung rung) {
        Map<String, Instant> meant = new LinkedHashMap<>();
        for (String to : rung.to()) {
            for (Member one : members(live, to)) {
                Instant since = later(later(live.known, one.known()), opening(one));
                if (one.on(day(later(moment(live, rung, one.who(), since), since), one.who()))) {
                    meant.merge(one.who(), since, (first, second) -> first.isAfter(second) ? second : first);
                }
            }
        }
        return meant;
    }

    /** Whether a rung asks for an answer of somebody who has a right to it since then. */
    boolean asks(Live live, Rung rung, String who, Instant since) {
        String from = rung.answer().map(Story.Wanted::from).orElse("");
        Instant at = later(moment(live, rung, who, since), since);
        return isRole(from)
                ? people(live, from, who, at).contains(who)
                : rung.answer().isPresent();
    }

    /** Who is meant by a role, {@code owner}, a name, or the {@code delegate} of somebody, at an instant. */
    List<String> people(Live live, String word, String of, Instant at) {
        if (word.equals("delegate")) {
            return standIn(of, live, one -> at).stream().toList();
        }
        return members(live, word).stream()
                .filter(one -> one.on(day(at, one.who())))
                .map(Member::who)
                .distinct()
                .toList();
    }

    private List<Member> members(Live live, String to) {
        String word = to.equals("owner") ? live.item.owner().orElse("lead-attorney") : to;
        return isRole(word)
                ? team.getOrDefault(live.item.matter() + word, List.of())
                : List.of(new Member(word, LocalDate.MIN, LocalDate.MAX, Instant.MIN));
    }

    private Instant opening(Member one) {
        return one.from().equals(LocalDate.MIN) ? Instant.MIN : at(one.from(), Story.OPENS, one.who());
    }

    boolean isRole(String word) {
        return story.dossiers().getFirst().team().containsKey(word);
    }

    boolean away(String who, Instant at) {
        LocalDate day = day(at, who);
        return Optional.ofNullable(leave.get(who))
                .filter(one -> one.from().isPresent()
                        && !day.isBefore(one.from().get())
                        && !day.isAfter(one.to().orElseThrow()))
                .isPresent();
    }

    boolean walled(String who, Live live) {
        return story.dossiers().stream()
                .anyMatch(one ->
                        one.id().equals(live.item.matter()) && one.walled().contains(who));
    }

    /** Who reads for somebody: that one or, while away, the first along the delegates who is there, each at that moment. */
    Optional<String> reader(String who, Live live, Function<String, Instant> moment) {
        return walled(who, live) || !away(who, moment.apply(who))
                ? Optional.of(who).filter(one -> !walled(one, live))
                : standIn(who, live, moment);
    }

    Optional<String> standIn(String away, Live live, Function<String, Instant> moment) {
        Set<String> seen = new HashSet<>(Set.of(away));
        Optional<String> next = story.who(away).delegate();
        while (next.isPresent() && seen.add(next.get())) {
            if (!away(next.get(), moment.apply(next.get())) && !walled(next.get(), live)) {
                return next;
            }
            next = story.who(next.get()).delegate();
        }
        return Optional.empty();
    }

    /** The same hour of the last working day before somebody went away, unless that is too early. */
    Instant beforeLeave(String who, Instant at, Instant earliest) {
        LocalDateTime local = at.atZone(zone(who)).toLocalDateTime();
        return Stream.iterate(local.minusDays(1), one -> one.minusDays(1))
                .limit(60)
                .filter(one -> WORK.isOpen(one.toLocalDate()))
                .map(one -> LocalMoments.instant(one, zone(who)))
                .filter(one -> !away(who, one))
                .findFirst()
                .filter(one -> !one.isBefore(earliest))
                .orElse(at);
    }

    /** By which somebody can be reached, e-mail first. */
    List<Channel> channels(String who) {
        return story.who(who).channels();
    }

    private ZoneId zone(String who) {
        return story.who(who).zone();
    }

    private LocalDate day(Instant at, String who) {
        return at.atZone(zone(who)).toLocalDate();
    }

    private Instant at(LocalDate day, LocalTime time, String who) {
        return LocalMoments.instant(day.atTime(time), zone(who));
    }

    /** The instant a span after or before another, by the clock or the firm's hours. */
    private static Instant clock(Instant from, Span span, boolean after) {
        Duration time = Duration.ofHours(span.count());
        if (span.unit().equals("hours")) {
            return after ? from.plus(time) : from.minus(time);
        }
        return after ? WORK.plus(from, time) : WORK.minus(from, time);
    }

    /** Whether a day is that of an instant in the office, or comes by the next working day. */
    static boolean isNear(LocalDate day, Instant at) {
        LocalDate today = at.atZone(Story.OFFICE).toLocalDate();
        return !day.isBefore(today) && !day.isAfter(WORK.plusDays(today, 1));
    }

    /** The day a span after or before another. */
    private static LocalDate days(LocalDate from, Span span, boolean after) {
        if (span.unit().equals("days")) {
            return after ? from.plusDays(span.count()) : from.minusDays(span.count());
        }
        return after ? WORK.plusDays(from, span.count()) : WORK.minusDays(from, span.count());
    }

    /** When a span that begins at an instant is over for somebody: days end at the same local time. */
    Instant end(Instant from, Span span, String who) {
        if (span.count() == 0 || span.ofClock()) {
            return span.count() == 0 ? from : clock(from, span, true);
        }
        LocalTime time = from.atZone(zone(who)).toLocalTime();
        return at(days(day(from, who), span, true), time, who);
    }

    boolean quiet(String who, Instant at) {
        LocalTime time = at.atZone(zone(who)).toLocalTime();
        return story.who(who).quiet() && (!time.isBefore(Story.QUIET_FROM) || time.isBefore(Story.QUIET_TO));
    }

    /** When the quiet hours are over that an instant lies in. */
    Instant quietEnd(String who, Instant at) {
        boolean today = at.atZone(zone(who)).toLocalTime().isBefore(Story.QUIET_TO);
        return at(day(at, who).plusDays(today ? 0 : 1), Story.QUIET_TO, who);
    }

    /** Out of quiet hours: forward if that stays before {@code before}, else back if not before {@code earliest}. */
    Instant quietly(String who, Instant at, Instant earliest, Instant before) {
        if (!quiet(who, at)) {
            return at;
        }
        Instant forward = quietEnd(who, at);
        if (forward.isBefore(before) && !away(who, forward)) {
            return forward;
        }
        Instant back = at(day(forward, who).minusDays(1), Story.QUIET_FROM, who);
        return back.isBefore(earliest) || away(who, back) ? at : back;
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
