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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
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
import org.tickler.engine.ledger.Story.Ladder;
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
    private record Member(String who, LocalDate from, LocalDate until, Instant known) {}

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

    Optional<Live> entry(int number) {
        return Optional.ofNullable(entries.get(number));
    }

    Ladder ladder(Live live) {
        return story.ladders().stream()
                .filter(one -> one.matter().equals(live.item.matter()) && one.kind() == live.item.kind())
                .findFirst()
                .orElseThrow();
    }

    boolean away(String who, LocalDate day) {
        return Optional.ofNullable(leave.get(who))
                .filter(one -> one.from().isPresent()
                        && !day.isBefore(one.from().get())
                        && !day.isAfter(one.to().orElseThrow()))
                .isPresent();
    }

    boolean walled(String who, String matter) {
        return story.dossiers().stream()
                .anyMatch(one -> one.id().equals(matter) && one.walled().contains(who));
    }

    /** Everybody who holds or held a role, and since when each has a right to what is told to it from {@code known} on. */
    Map<String, Instant> rightful(
            String matter, String role, Instant known, BiFunction<String, Instant, Instant> speaks) {
        Map<String, Instant> rightful = new LinkedHashMap<>();
        for (Member one : team.getOrDefault(matter + role, List.of())) {
            Instant since = later(later(known, one.known()), opening(one));
            LocalDate day = day(later(speaks.apply(one.who(), since), since), one.who());
            if (!day.isBefore(one.from()) && !day.isAfter(one.until())) {
                rightful.putIfAbsent(one.who(), since);
            }
        }
        return rightful;
    }

    private Instant opening(Member one) {
        return one.from().equals(LocalDate.MIN)
                ? Instant.MIN
                : LocalMoments.instant(one.from().atTime(Story.OPENS), zone(one.who()));
    }

    boolean holds(String who, String matter, String role, LocalDate day) {
        return team.getOrDefault(matter + role, List.of()).stream()
                .anyMatch(one -> one.who().equals(who) && !day.isBefore(one.from()) && !day.isAfter(one.until()));
    }

    /** Who holds a role at an instant. */
    List<String> holders(String matter, String role, Instant at) {
        return team.getOrDefault(matter + role, List.of()).stream()
                .map(Member::who)
                .distinct()
                .filter(who -> holds(who, matter, role, day(at, who)))
                .toList();
    }

    ZoneId zone(String who) {
        return who.equals(Story.LAST_RESORT) ? Story.OFFICE : story.who(who).zone();
    }

    LocalDate day(Instant at, String who) {
        return at.atZone(zone(who)).toLocalDate();
    }

    /** The instant a span after or before another, by the clock or the firm's hours. */
    static Instant clock(Instant from, Span span, boolean after) {
        Duration time = Duration.ofHours(span.count());
        if (span.unit().equals("hours")) {
            return after ? from.plus(time) : from.minus(time);
        }
        return after ? WORK.plus(from, time) : WORK.minus(from, time);
    }

    /** The day a span after or before another. */
    static LocalDate days(LocalDate from, Span span, boolean after) {
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
        LocalDateTime local = from.atZone(zone(who)).toLocalDateTime();
        return LocalMoments.instant(days(local.toLocalDate(), span, true).atTime(local.toLocalTime()), zone(who));
    }

    boolean isRole(String word) {
        return story.dossiers().getFirst().team().containsKey(word);
    }

    /** By which somebody can be reached, e-mail first. */
    List<Channel> channels(String who) {
        return who.equals(Story.LAST_RESORT)
                ? List.of(Channel.EMAIL)
                : story.who(who).channels();
    }

    Optional<String> delegate(String who) {
        return who.equals(Story.LAST_RESORT) ? Optional.empty() : story.who(who).delegate();
    }

    boolean quiet(String who, LocalDateTime local) {
        LocalTime time = local.toLocalTime();
        return !who.equals(Story.LAST_RESORT)
                && story.who(who).quiet()
                && (!time.isBefore(Story.QUIET_FROM) || time.isBefore(Story.QUIET_TO));
    }

    Instant quietEnd(String who, LocalDateTime local) {
        LocalDate day = local.toLocalDate();
        boolean today = local.toLocalTime().isBefore(Story.QUIET_TO);
        return LocalMoments.instant((today ? day : day.plusDays(1)).atTime(Story.QUIET_TO), zone(who));
    }

    private Instant quietStart(String who, LocalDateTime local) {
        LocalDate day = local.toLocalDate();
        boolean yesterday = local.toLocalTime().isBefore(Story.QUIET_TO);
        return LocalMoments.instant((yesterday ? day.minusDays(1) : day).atTime(Story.QUIET_FROM), zone(who));
    }

    /** Out of quiet hours: forward if that stays before {@code before}, else back if not before {@code earliest}. */
    Instant quietly(String who, Instant at, Instant earliest, Instant before) {
        LocalDateTime local = at.atZone(zone(who)).toLocalDateTime();
        if (!quiet(who, local)) {
            return at;
        }
        Instant forward = quietEnd(who, local);
        if (forward.isBefore(before) && !away(who, day(forward, who))) {
            return forward;
        }
        Instant back = quietStart(who, local);
        return back.isBefore(earliest) || away(who, day(back, who)) ? at : back;
    }

    /** The same hour of the last working day before somebody went away. */
    Optional<Instant> beforeLeave(String who, Instant at) {
        LocalDateTime local = at.atZone(zone(who)).toLocalDateTime();
        return Stream.iterate(local.minusDays(1), one -> one.minusDays(1))
                .limit(60)
                .filter(one -> WORK.isOpen(one.toLocalDate()) && !away(who, one.toLocalDate()))
                .findFirst()
                .map(one -> LocalMoments.instant(one, zone(who)));
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
