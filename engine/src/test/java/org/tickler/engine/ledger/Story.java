package org.tickler.engine.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.tickler.calendars.LocalMoments;
import org.tickler.engine.store.Answer;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.firm.Channel;

/**
 * What happens to a few people, their matters and their dates within some weeks: all that a seed says. Everything in it
 * happens on a multiple of {@link #TICK}.
 */
record Story(
        long seed,
        List<Staff> staff,
        List<Dossier> dossiers,
        List<Ladder> ladders,
        List<Happening> happenings,
        List<Trouble> troubles,
        Optional<Death> death) {
    /** Monday 2 March 2026, 8 in New York: all that the story begins with is known. The clocks change on Sunday. */
    static final Instant START = Instant.parse("2026-03-02T13:00:00Z");

    static final Instant END = START.plus(Duration.ofDays(17));
    static final Duration TICK = Duration.ofMinutes(5);
    static final ZoneId OFFICE = ZoneId.of("America/New_York");
    /** Who is told when nobody else could be, and does the acts. One for all stories. */
    static final String LAST_RESORT = "last";
    /** The engine is down from before nine on Wednesday 11 March, in New York, and another begins later. */
    static final Instant DOWN = Instant.parse("2026-03-11T12:30:00Z");

    static final Instant UP_AGAIN = Instant.parse("2026-03-11T15:00:00Z");
    static final LocalTime OPENS = LocalTime.of(9, 0);
    static final LocalTime CLOSES = LocalTime.of(17, 30);
    static final LocalTime QUIET_FROM = LocalTime.of(21, 0);
    static final LocalTime QUIET_TO = LocalTime.of(7, 0);

    /** Somebody of the firm; {@code channels} in the order in which they are taken. */
    record Staff(String id, ZoneId zone, boolean quiet, List<Channel> channels, Optional<String> delegate) {}

    private static final Staff LAST = new Staff(LAST_RESORT, OFFICE, false, List.of(Channel.EMAIL), Optional.empty());

    /** A matter: who holds which role, and who may not see it. */
    record Dossier(String id, Map<String, List<String>> team, Set<String> walled) {}

    /** The rungs of a matter's entries of one kind. */
    record Ladder(String matter, EntryKind kind, List<Rung> rungs) {}

    /** @param to roles, {@code owner}, or people */
    record Rung(String id, At at, List<String> to, String by, Optional<Wanted> answer, List<Step> ifSilent) {
        /** A notice is told as by a rung that speaks when known and asks nothing. */
        static final Rung NOTICE = new Rung(
                "",
                new At(Optional.empty(), false, Optional.empty()),
                List.of(),
                "sms and email",
                Optional.empty(),
                List.of());

        private static final Span NONE = new Span(0, "hours");

        boolean whenKnown() {
            return at.span().isEmpty();
        }

        /** Those that it names of the channels by which somebody can be reached, else all of these. */
        List<Channel> channels(List<Channel> usable) {
            List<Channel> named = usable.stream()
                    .filter(one -> by.contains(one.name().toLowerCase(Locale.ROOT)))
                    .toList();
            boolean first = by.contains("else") && named.size() > 1;
            return named.isEmpty() ? usable : first ? List.of(Channel.SMS) : named;
        }

        /** Whether one answer does for all. */
        boolean asksAny() {
            return answer.filter(one -> one.from().equals("any")).isPresent();
        }

        Span within() {
            return answer.map(Wanted::within).orElse(NONE);
        }

        /** Whom silence leads to in turn, and how long after the one before: at last the clerk and the last resort. */
        List<Step> steps() {
            Optional<Span> within = answer.map(Wanted::within);
            List<Step> steps = new ArrayList<>(ifSilent);
            steps.add(new Step("docket-clerk", ifSilent.isEmpty() ? Optional.empty() : within));
            steps.add(new Step(LAST_RESORT, within));
            return steps;
        }
    }

    /** {@code span} is empty for what speaks when known. */
    record At(Optional<Span> span, boolean after, Optional<LocalTime> time) {
        /** Whether it counts hours. */
        boolean ofClock() {
            return span.filter(Span::ofClock).isPresent();
        }

        /** Whether there is a day or more to answer before the entry. */
        boolean leavesDays() {
            return span.map(one -> after || !one.ofClock() && one.count() > 2).orElse(true);
        }
    }

    /** So many {@code hours}, {@code business hours}, {@code days} or {@code business days}. */
    record Span(int count, String unit) {
        boolean ofClock() {
            return unit.endsWith("hours");
        }
    }

    /** @param from {@code any}, {@code each} or a role */
    record Wanted(String from, Span within) {}

    /** @param tell a role, {@code owner}, {@code delegate} or a person */
    record Step(String tell, Optional<Span> after) {
        Span pause() {
            return after.orElse(Rung.NONE);
        }
    }

    /** A day, and the hour at which a thing begins, or until which it can be done. */
    record Date(LocalDate day, Optional<LocalTime> hour, boolean timed, ZoneId zone) {
        Instant due() {
            return hour.map(time -> LocalMoments.instant(day.atTime(time), zone))
                    .orElseGet(() -> day.plusDays(1).atStartOfDay(zone).toInstant());
        }
    }

    /** One dated thing; {@code owner} is a role or a person. */
    record Item(int number, String matter, EntryKind kind, Date date, Optional<String> owner) {}

    /** What somebody does, and when. */
    sealed interface Happening {
        Instant at();

        record Enter(Instant at, Item item) implements Happening {}

        record Move(Instant at, int item, Date to, boolean correct) implements Happening {}

        record Cancel(Instant at, int item) implements Happening {}

        /** The people's file says from now on that somebody is away on these days, and on no others from then on. */
        record Leave(Instant at, String who, Optional<LocalDate> from, Optional<LocalDate> to) implements Happening {}

        record HandOn(Instant at, String matter, String role, String from, String to, LocalDate day)
                implements Happening {}
    }

    /** What the outside world does to what is sent to somebody. */
    record Trouble(Instant from, String who, Channel channel, Sort sort, int times) {
        enum Sort {
            /** Not now: at so many instants. */
            LATER,
            /** It arrives, and nobody says so: at so many instants. */
            LOST,
            /** Never again. */
            NEVER
        }
    }

    /** The process dies at the first instant from then on at which this story has something to send. */
    record Death(Instant from, When when) {
        enum When {
            CLAIMED,
            BEGUN,
            SENT
        }
    }

    /** What somebody says to an ask, so long after it arrived. */
    record Reply(Duration after, Answer answer) {}

    Staff who(String id) {
        return staff.stream().filter(one -> one.id().equals(id)).findFirst().orElse(LAST);
    }

    /** How {@code reader} reacts to what asks for an answer by that rung: the same whenever one asks. */
    List<Reply> replies(int item, int revision, String rung, String reader) {
        Random random =
                new Random((seed * 31 + item) * 31 + revision * 1009L + rung.hashCode() * 7L + reader.hashCode());
        random.nextInt();
        int what = random.nextInt(20);
        Duration after = Duration.ofMinutes(new int[] {60, 120, 300, 1500}[random.nextInt(4)]);
        List<Reply> replies = new ArrayList<>();
        if (what < 8) {
            replies.add(new Reply(after, Answer.HAVE_IT));
        } else if (what < 11) {
            replies.add(new Reply(after, Answer.NOT_READY));
        } else if (what < 12) {
            replies.add(new Reply(after, Answer.DONE));
        }
        if (what % 4 == 1 && !replies.isEmpty()) {
            replies.add(new Reply(after.plusMinutes(60), random.nextBoolean() ? Answer.HAVE_IT : Answer.NOT_READY));
        }
        return replies;
    }

    /** The story in words, a line each. */
    @Override
    public String toString() {
        Stream<?> lines = Stream.of(
                        staff,
                        dossiers,
                        ladders,
                        happenings,
                        troubles,
                        death.stream().toList())
                .flatMap(List::stream);
        String words = "seed " + seed + "\n  "
                + String.join("\n  ", lines.map(Object::toString).toList());
        return words.replaceAll("Optional\\.empty", "-")
                .replaceAll("Optional\\[([^\\[\\]]*)\\]", "$1")
                .replace("Rung[", "\n    Rung[");
    }
}
