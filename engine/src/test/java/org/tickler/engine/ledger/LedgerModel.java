package org.tickler.engine.ledger;

import static org.tickler.engine.ledger.StoryFacts.later;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tickler.calendars.LocalMoments;
import org.tickler.engine.ledger.Story.Rung;
import org.tickler.engine.ledger.Story.Span;
import org.tickler.engine.ledger.Story.Step;
import org.tickler.engine.ledger.Story.Trouble.Sort;
import org.tickler.engine.ledger.StoryFacts.Live;
import org.tickler.engine.store.Answer;
import org.tickler.rules.firm.Channel;

/**
 * What has to be attempted in a story, by the docs and by nothing of the engine. It keeps no plan: at each instant it asks
 * what is owed by now, as the facts are, and has not been told.
 */
final class LedgerModel {
    private enum State {
        OPEN,
        ESCALATED,
        ANSWERED,
        CLOSED
    }

    private enum Fate {
        WAITS,
        SENT,
        FAILED,
        OVER
    }

    /** One rung, notice or step of an escalation put to one person. */
    private static final class Ask {
        Live entry;
        int revision;
        String word;
        Optional<Rung> rung = Optional.empty();
        String asked;
        int step;
        Optional<Span> within = Optional.empty();
        State state = State.OPEN;
        Optional<Answer> said = Optional.empty();
        Instant sent = Instant.MAX;
        Instant silent = Instant.MAX;
        int next = 1;
        final Map<Channel, Slip> slips = new EnumMap<>(Channel.class);
        final List<Ask> led = new ArrayList<>();
        final List<Ask> roots = new ArrayList<>();

        boolean waits() {
            return state == State.OPEN || state == State.ESCALATED;
        }

        boolean moot() {
            boolean stands = word.equals("cancelled") ? entry.cancelled : word.equals("moved") || entry.open();
            return entry.revision() != revision || !stands;
        }

        String reader() {
            return slips.values().stream().reduce((one, other) -> other).map(one -> one.reader).orElse(asked);
        }

        boolean inHand() {
            return Stream.concat(Stream.of(this), led.stream())
                    .anyMatch(one -> one.said.filter(answer -> answer != Answer.NOT_READY).isPresent());
        }

        boolean stands() {
            return slips.values().stream().anyMatch(one -> one.fate == Fate.WAITS || one.fate == Fate.SENT);
        }
    }

    /** An ask on one channel. */
    private static final class Slip {
        final Ask ask;
        final Channel channel;
        String reader;
        Instant due;
        Instant at;
        int tries;
        boolean perhaps;
        boolean planned = true;
        /** Claimed by a process that died. */
        boolean held;
        boolean followed;
        Fate fate = Fate.WAITS;

        Slip(Ask ask, Channel channel, String reader, Instant due) {
            this.ask = ask;
            this.channel = channel;
            this.reader = reader;
            this.due = due;
            this.at = due;
        }
    }

    /** What is owed: a rung or a notice, to whom and when, before it is settled whether it is said. */
    private record Owed(Live entry, String word, Optional<Rung> rung, String asked, Instant since, Instant at, boolean asks) {
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
    private record Want(Owed owed, boolean late, String reader, Channel channel, Instant due) {
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

    private final Story story;
    private final World world;
    private final StoryFacts facts;
    private final Map<String, Ask> asks = new LinkedHashMap<>();
    private final TreeMap<Instant, Map<String, Runnable>> replies = new TreeMap<>();
    private final List<Sighting> attempts = new ArrayList<>();
    private final Set<String> heard = new HashSet<>();
    private final Set<String> dead = new HashSet<>();
    private boolean died;
    private Instant now = Story.START;

    private LedgerModel(Story story) {
        this.story = story;
        this.world = new World(story);
        this.facts = new StoryFacts(story);
    }

    /** Every line that has to leave, in order. */
    static List<Sighting> of(Story story) {
        LedgerModel model = new LedgerModel(story);
        model.live();
        return model.attempts.stream().sorted().toList();
    }

    private void live() {
        List<Story.Happening> ahead = new ArrayList<>(story.happenings());
        while (now.isBefore(Story.END)) {
            while (!ahead.isEmpty() && !ahead.getFirst().at().isAfter(now)) {
                facts.take(ahead.removeFirst());
            }
            while (!replies.isEmpty() && !replies.firstKey().isAfter(now)) {
                replies.pollFirstEntry().getValue().values().forEach(Runnable::run);
            }
            boolean down = !now.isBefore(Story.DOWN) && now.isBefore(Story.UP_AGAIN);
            for (boolean first = true; !down && sweep(first); first = false) {}
            Instant next = down ? Story.UP_AGAIN : onTick(ahead());
            next = ahead.isEmpty() || next.isBefore(ahead.getFirst().at()) ? next : ahead.getFirst().at();
            next = replies.isEmpty() || next.isBefore(replies.firstKey()) ? next : replies.firstKey();
            now = later(next, now.plus(Duration.ofMinutes(1)));
        }
    }

    private static Instant onTick(Instant at) {
        long tick = Story.TICK.toSeconds();
        return Instant.ofEpochSecond(Math.ceilDiv(Math.min(at.getEpochSecond(), Story.END.getEpochSecond()) + (at.getNano() > 0 ? 1 : 0), tick) * tick);
    }

    private Instant ahead() {
        Stream<Instant> silences = asks.values().stream().filter(one -> one.step == 0 && one.waits()).map(one -> one.silent);
        return Stream.concat(waiting().stream().map(one -> one.at), silences).min(Instant::compareTo).orElse(Story.END);
    }

    /** One round of what is due; whether anything was. */
    private boolean sweep(boolean first) {
        List<Slip> due = waiting().stream().filter(one -> !one.at.isAfter(now)).toList();
        Optional<Story.Death> death = story.death().filter(one -> first && !died && !due.isEmpty() && !one.from().isAfter(now));
        died |= death.isPresent();
        Set<String> unreachable = Set.copyOf(dead);
        due.forEach(one -> {
            one.ask.slips.put(one.channel, one);
            send(one, unreachable, death.map(Story.Death::when));
        });
        List<Slip> failed = due.stream().filter(one -> one.fate == Fate.FAILED).toList();
        failed.forEach(this::follow);
        boolean passed = false;
        for (Optional<Ask> silent = silent(); silent.isPresent(); silent = silent()) {
            pass(silent.get());
            passed = true;
        }
        return !due.isEmpty() || passed;
    }

    /** What waits to be sent: what is owed and not told, and what was led on to. */
    private Set<Slip> waiting() {
        Set<Slip> waiting = new LinkedHashSet<>();
        for (Live live : facts.entries()) {
            for (Want want : wanted(live)) {
                Ask ask = ask(live, want.owed().word(), want.owed().rung(), want.owed().asked(), 0);
                if (ask.sent.equals(Instant.MAX)) {
                    ask.within = want.owed().asks() ? want.owed().rung().flatMap(Rung::answer).map(Story.Wanted::within) : Optional.empty();
                }
                Slip slip = ask.slips.getOrDefault(want.channel(), new Slip(ask, want.channel(), want.reader(), want.due()));
                if (!slip.due.equals(want.due()) && !slip.held) {
                    slip.due = want.due();
                    slip.at = want.due();
                }
                if (!slip.held) {
                    slip.perhaps &= slip.reader.equals(want.reader());
                    slip.reader = want.reader();
                }
                if (slip.fate == Fate.WAITS && ask.waits()) {
                    waiting.add(slip);
                }
            }
        }
        asks.values().stream()
                .flatMap(ask -> ask.slips.values().stream())
                .filter(slip -> slip.fate == Fate.WAITS && (slip.held || !slip.planned))
                .forEach(waiting::add);
        return waiting;
    }

    private Ask ask(Live live, String word, Optional<Rung> rung, String asked, int step) {
        String key = live.item.number() + " " + live.revision() + word + rung.map(Rung::id).orElse("") + asked + step;
        return asks.computeIfAbsent(key, made -> {
            Ask ask = new Ask();
            ask.entry = live;
            ask.revision = live.revision();
            ask.word = word;
            ask.rung = rung;
            ask.asked = asked;
            ask.step = step;
            return ask;
        });
    }

    private void send(Slip slip, Set<String> unreachable, Optional<Story.Death.When> death) {
        Ask ask = slip.ask;
        Instant due = ask.entry.date().due();
        slip.held = death.isPresent();
        slip.at = now.plus(Story.TICK);
        if (death.equals(Optional.of(Story.Death.When.CLAIMED))) {
            return;
        }
        if (!ask.waits() || ask.moot()) {
            slip.fate = Fate.OVER;
        } else if (ask.word.equals("rung") && slip.due.isBefore(due) && !due.isAfter(now)) {
            slip.fate = ask.within.isPresent() ? Fate.FAILED : Fate.OVER;
        } else if (slip.tries > 0 && hushed(slip, due)) {
            slip.held = false;
        } else if (unreachable.contains(slip.reader + slip.channel)) {
            slip.fate = Fate.FAILED;
        } else if (death.equals(Optional.of(Story.Death.When.BEGUN))) {
            slip.tries++;
            slip.perhaps = true;
        } else {
            leave(slip, death.isPresent() ? Optional.of(Sort.LOST) : world.meets(slip.reader, slip.channel, now));
        }
    }

    /** Another try does not wake anybody, unless it would be of no use in the morning. */
    private boolean hushed(Slip slip, Instant due) {
        Ask ask = slip.ask;
        LocalDateTime local = now.atZone(facts.zone(slip.reader)).toLocalDateTime();
        LocalDateTime planned = slip.due.atZone(facts.zone(slip.reader)).toLocalDateTime();
        boolean urgent = ask.word.equals("escalation") || ask.word.equals("moved") && facts.quiet(slip.reader, planned);
        if (urgent || !facts.quiet(slip.reader, local)) {
            return false;
        }
        Instant end = facts.quietEnd(slip.reader, local);
        Stream<Instant> asked = ask.within.stream()
                .map(within -> ask.silent.equals(Instant.MAX) ? facts.end(slip.due, within, slip.reader) : ask.silent);
        Stream<Instant> itself = ask.word.equals("rung") && slip.due.isBefore(due) ? Stream.of(due) : Stream.of();
        if (Stream.concat(asked, itself).filter(now::isBefore).anyMatch(until -> !end.isBefore(until))) {
            return false;
        }
        slip.at = end;
        return true;
    }

    private void leave(Slip slip, Optional<Sort> met) {
        Ask ask = slip.ask;
        attempts.add(new Sighting(now, ask.entry.item.number(), ask.revision, ask.word, ask.rung.map(Rung::id).orElse(""),
                slip.reader, slip.channel, slip.perhaps));
        slip.tries++;
        slip.perhaps |= met.equals(Optional.of(Sort.LOST));
        if (met.equals(Optional.of(Sort.NEVER))) {
            slip.fate = Fate.FAILED;
            dead.add(slip.reader + slip.channel);
        } else if (met.isEmpty()) {
            slip.fate = Fate.SENT;
            slip.at = now;
            if (ask.sent.equals(Instant.MAX)) {
                ask.sent = now;
                ask.silent = ask.state == State.OPEN ? ask.within.map(within -> facts.end(now, within, slip.reader)).orElse(Instant.MAX) : ask.silent;
            }
        }
        boolean arrived = met.isEmpty() || met.equals(Optional.of(Sort.LOST));
        String key = ask.entry.item.number() + " " + ask.revision + " " + ask.rung.map(Rung::id).orElse("") + " " + slip.reader;
        if (arrived && ask.within.isPresent() && heard.add(key)) {
            story.replies(ask.entry.item.number(), ask.revision, ask.rung.map(Rung::id).orElse(""), slip.reader)
                    .forEach(reply -> replies.computeIfAbsent(now.plus(reply.after()), at -> new TreeMap<>())
                            .put(key + " " + reply.answer(), () -> say(ask.entry, ask.rung, slip.reader, reply.answer())));
        }
    }

    private void say(Live live, Optional<Rung> rung, String who, Answer answer) {
        Optional<Slip> meant = asks.values().stream()
                .filter(one -> one.entry == live && one.rung.equals(rung) && one.within.isPresent())
                .flatMap(one -> one.slips.values().stream())
                .filter(one -> one.fate == Fate.SENT && one.reader.equals(who))
                .max(Comparator.<Slip, Instant>comparing(one -> one.at)
                        .thenComparing(one -> one.ask.revision)
                        .thenComparing(one -> one.ask.step)
                        .thenComparing(one -> one.ask.asked));
        meant.map(one -> one.ask)
                .filter(ask -> live.open() && ask.revision == live.revision() && !ask.said.equals(Optional.of(answer)))
                .ifPresent(ask -> take(ask, answer));
    }

    private void take(Ask ask, Answer answer) {
        ask.said = Optional.of(answer);
        ask.slips.values().stream().filter(one -> one.fate == Fate.WAITS && !one.held).forEach(one -> one.fate = Fate.OVER);
        ask.entry.done |= answer == Answer.DONE;
        Set<Ask> roots = new LinkedHashSet<>(ask.roots);
        if (answer == Answer.NOT_READY && ask.step == 0) {
            ask.state = ask.state == State.ESCALATED ? State.ESCALATED : State.OPEN;
            ask.silent = now;
        } else if (answer == Answer.NOT_READY) {
            ask.state = State.ANSWERED;
            roots.stream().filter(one -> !one.inHand()).forEach(one -> one.silent = now);
        } else {
            ask.state = ask.state == State.CLOSED ? State.CLOSED : State.ANSWERED;
            List<Ask> rung = asks.values().stream()
                    .filter(one -> one.entry == ask.entry && one.revision == ask.revision && one.rung.equals(ask.rung))
                    .toList();
            if (ask.step == 0) {
                roots.add(ask);
            }
            roots.forEach(one -> one.silent = Instant.MAX);
            boolean any = ask.rung.flatMap(Rung::answer).filter(one -> one.from().equals("any")).isPresent();
            Set<Ask> moot = new HashSet<>();
            rung.stream().filter(one -> one.step == 0 && (any || roots.contains(one))).forEach(one -> {
                moot.addAll(one.led);
                if (any) {
                    moot.add(one);
                }
            });
            Set<Ask> silent = new HashSet<>(rung);
            silent.removeIf(one -> one.step != 0 || !one.waits() || roots.contains(one) || moot.contains(one));
            moot.removeIf(one -> one == ask || !one.waits() || one.roots.stream().anyMatch(silent::contains));
            moot.forEach(one -> {
                one.state = State.CLOSED;
                one.silent = Instant.MAX;
            });
        }
    }

    private Optional<Ask> silent() {
        return asks.values().stream()
                .filter(one -> one.step == 0 && one.waits() && !one.silent.isAfter(now))
                .min(Comparator.comparing(one -> one.silent));
    }

    /** An ask whose silence is over. */
    private void pass(Ask root) {
        Rung rung = root.rung.orElseThrow();
        Instant first = root.next == 1 && root.said.isEmpty()
                ? rung.ifSilent().stream().limit(1).flatMap(step -> step.after().stream())
                        .map(after -> facts.end(facts.end(root.sent, root.within.orElseThrow(), root.asked), after, root.asked))
                        .findFirst().orElse(now)
                : now;
        if (root.moot()) {
            root.state = State.CLOSED;
        } else if (first.isAfter(now)) {
            root.silent = first;
        } else {
            step(root);
        }
    }

    /** What could not be delivered goes by the next channel, or to the next person. */
    private void follow(Slip failed) {
        Ask ask = failed.ask;
        if (!ask.waits() || ask.stands() || ask.step == 0 && ask.inHand() || failed.followed) {
            return;
        }
        Optional<Channel> other = facts.channels(failed.reader).stream()
                .filter(one -> !ask.slips.containsKey(one) && !dead.contains(failed.reader + one))
                .findFirst();
        if (other.isPresent()) {
            Slip slip = new Slip(ask, other.get(), failed.reader, now);
            slip.planned = false;
            ask.slips.put(other.get(), slip);
            return;
        }
        ask.slips.values().forEach(one -> one.followed = true);
        for (Ask root : ask.step == 0 ? List.of(ask) : List.copyOf(ask.roots)) {
            boolean others = ask.step != 0
                    && root.led.stream().anyMatch(one -> one != ask && one.step == ask.step && one.stands());
            if (root.waits() && !root.moot() && !root.inHand() && !others) {
                step(root);
            }
        }
    }

    /** Tells whoever comes next. */
    private void step(Ask root) {
        List<Step> steps = root.rung.map(Rung::ifSilent).orElse(List.of());
        int last = steps.size() + 2;
        Set<String> had = new HashSet<>(List.of(root.asked, root.reader()));
        root.led.forEach(one -> had.add(one.asked));
        Set<String> tell = new LinkedHashSet<>();
        int number = Math.min(root.next, last);
        for (; number <= last; number++) {
            for (String who : named(root, number, steps)) {
                boolean barred = had.contains(who) || facts.walled(who, root.entry.item.matter());
                boolean away = number < last && facts.away(who, facts.day(now, who));
                Optional<String> reader = barred ? Optional.empty() : away ? standIn(who, root.entry, one -> now) : Optional.of(who);
                reader.filter(one -> !had.contains(one)).ifPresent(tell::add);
            }
            if (!tell.isEmpty()) {
                break;
            }
        }
        for (String who : tell) {
            int at = number;
            Ask ask = ask(root.entry, word(root), root.rung, who, at);
            while (!ask.waits()) {
                at += last;
                ask = ask(root.entry, word(root), root.rung, who, at);
            }
            lead(root, ask, who);
        }
        boolean known = had.contains(Story.LAST_RESORT) || tell.contains(Story.LAST_RESORT);
        Optional<Span> wait = number < steps.size() ? Optional.of(steps.get(number).after().orElse(new Span(0, "hours")))
                : number < last && !(number == last - 1 && known) ? root.within : Optional.empty();
        root.state = State.ESCALATED;
        root.next = number + 1;
        root.silent = root.within.isEmpty() || tell.isEmpty() ? Instant.MAX
                : wait.map(span -> facts.end(now, span, root.asked)).orElse(Instant.MAX);
    }

    private static String word(Ask root) {
        return root.word.equals("rung") ? "escalation" : root.word;
    }

    private void lead(Ask root, Ask ask, String who) {
        ask.within = root.within;
        root.led.add(ask);
        ask.roots.add(root);
        List<Channel> usable = facts.channels(who);
        List<Channel> open = usable.stream().filter(one -> !dead.contains(who + one)).toList();
        for (Channel channel : open.isEmpty() ? usable : open) {
            ask.slips.computeIfAbsent(channel, made -> {
                Slip slip = new Slip(ask, channel, who, now);
                slip.planned = false;
                return slip;
            });
        }
    }

    private Collection<String> named(Ask root, int number, List<Step> steps) {
        String matter = root.entry.item.matter();
        if (number > steps.size()) {
            return number == steps.size() + 1 ? facts.holders(matter, "docket-clerk", now) : List.of(Story.LAST_RESORT);
        }
        String tell = steps.get(number - 1).tell();
        String meant = tell.equals("owner") ? root.entry.item.owner().orElse("lead-attorney") : tell;
        return tell.equals("delegate") ? standIn(root.asked, root.entry, one -> now).stream().toList()
                : facts.isRole(meant) ? facts.holders(matter, meant, now) : List.of(meant);
    }

    /** The first along the delegates who is there, each on the day on which it would reach that one. */
    private Optional<String> standIn(String away, Live live, Function<String, Instant> moment) {
        Set<String> seen = new HashSet<>(Set.of(away));
        Optional<String> next = facts.delegate(away);
        while (next.isPresent() && seen.add(next.get())) {
            String one = next.get();
            if (!facts.away(one, facts.day(moment.apply(one), one)) && !facts.walled(one, live.item.matter())) {
                return next;
            }
            next = facts.delegate(one);
        }
        return Optional.empty();
    }

    /** What each was told last before the entry came to stand as it does. */
    private Map<String, Told> told(Live live) {
        Map<String, Told> told = new TreeMap<>();
        asks.values().stream()
                .filter(ask -> ask.entry == live && ask.revision < live.revision())
                .flatMap(ask -> ask.slips.values().stream())
                .filter(slip -> slip.fate == Fate.SENT || slip.perhaps || slip.held)
                .forEach(slip -> told.merge(slip.reader,
                        new Told(live.dates.get(slip.ask.revision - 1), slip.ask.word.equals("cancelled"), slip.ask.revision),
                        (one, other) -> one.revision() > other.revision() ? one
                                : one.revision() < other.revision() ? other : one.off() ? one : other));
        return told;
    }

    private static boolean isNews(Told told, Live live) {
        return live.cancelled ? !told.off() : told.off() || !told.date().equals(live.date());
    }

    private Pace pace(Live live, Told was) {
        LocalDate today = live.known.atZone(Story.OFFICE).toLocalDate();
        LocalDate next = StoryFacts.days(today, new Span(1, "business days"), true);
        List<Story.Date> dates = Stream.concat(live.open() ? Stream.of(live.date()) : Stream.of(), was.off() ? Stream.of() : Stream.of(was.date())).toList();
        boolean near = dates.stream().anyMatch(one -> !one.day().isBefore(today) && !one.day().isAfter(next));
        boolean wakes = live.open() && (live.date().due().isBefore(live.known) || !was.off() && live.date().due().isBefore(was.date().due()));
        Instant before = dates.stream().map(Story.Date::due).min(Instant::compareTo).orElse(Instant.MAX);
        return new Pace(wakes || near ? live.known : live.known.plus(Duration.ofMinutes(10)), wakes, before);
    }

    /** All that is owed of an entry as it stands, told or not. */
    private List<Want> wanted(Live live) {
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
                    Owed owed = new Owed(live, live.open() ? "moved" : "cancelled", Optional.empty(), who, pace.owed(), pace.owed(), false);
                    wants.addAll(delivered(owed, false, Optional.of(pace)));
                }
            }
        });
        if (live.open()) {
            List<Want> rungs = new ArrayList<>();
            owed(live, noticed).values().forEach(ofOne -> ofOne.stream()
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
                        ? facts.rightful(live.item.matter(), word, live.known, (who, since) -> moment(live, rung, who, since).orElse(since))
                        : Map.of(word, live.known);
                people.forEach((who, since) -> meant.merge(who, since, (one, other) -> one.isAfter(other) ? other : one));
            }
            meant.forEach((who, since) -> {
                Instant from = later(since, noticed.getOrDefault(who, Instant.MIN));
                LocalDate day = facts.day(later(moment(live, rung, who, since).orElse(since), since), who);
                boolean asks = rung.answer().filter(one -> !facts.isRole(one.from()) || facts.holds(who, live.item.matter(), one.from(), day)).isPresent();
                moment(live, rung, who, from).ifPresent(at -> owed.computeIfAbsent(who, one -> new ArrayList<>())
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
                || ofOne.stream().filter(Owed::late).noneMatch(other -> other.at().isAfter(one.at()))
                || noticed && ofOne.stream().anyMatch(other -> other.late() && other.asks() && other.at().equals(one.at()))
                        && ofOne.stream().filter(other -> other.late() && other.asks()).noneMatch(other -> other.at().isAfter(one.at()));
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
            Function<String, Instant> own = who -> late || owed.rung().isEmpty() ? owed.since() : later(owed.since(), moment(live, owed.rung().get(), who, owed.since()).orElse(owed.at()));
            Optional<String> other = standIn(reader, live, own);
            at = other.map(own).orElse(facts.beforeLeave(reader, at).filter(one -> !one.isBefore(earliest)).orElse(at));
            reader = other.orElse(reader);
        }
        if (facts.walled(reader, live.item.matter())) {
            return List.of();
        }
        if (pace.filter(Pace::wakes).isEmpty()) {
            String to = reader;
            Instant from = at;
            Instant next = pace.isPresent() ? Instant.MAX : facts.ladder(live).rungs().stream()
                    .flatMap(rung -> moment(live, rung, to, owed.since()).stream())
                    .filter(from::isBefore).min(Instant::compareTo).orElse(Instant.MAX);
            Instant limit = pace.map(Pace::before).orElse(owed.afterwards() ? Instant.MAX : due);
            at = facts.quietly(reader, at, earliest, limit.isBefore(next) ? limit : next);
        }
        String by = owed.rung().map(Rung::by).orElse("sms and email");
        List<Channel> usable = facts.channels(reader);
        List<Channel> named = usable.stream().filter(one -> by.contains(one.name().toLowerCase(java.util.Locale.ROOT))).toList();
        List<Channel> left = named.isEmpty() ? usable : by.contains("else") && named.size() > 1 ? List.of(Channel.SMS) : named;
        Instant then = at;
        String to = reader;
        return left.stream().map(channel -> new Want(owed, late, to, channel, then)).toList();
    }

    /** Nobody hears the same twice at one moment, and nobody again what is known already. */
    private List<Want> spared(List<Want> rungs, Map<String, Told> told, Set<String> noticed) {
        List<Want> left = new ArrayList<>(rungs);
        left.removeIf(want -> (want.late() || want.owed().whenKnown()) && told.containsKey(want.owed().asked())
                && (!want.owed().asks() || !noticed.contains(want.owed().asked()) && answered(want.owed(), told.get(want.owed().asked()))));
        for (Want news : List.copyOf(left)) {
            for (Want other : List.copyOf(left)) {
                if (left.contains(news) && left.contains(other) && news.owed().whenKnown() && other.late() && news.together(other)) {
                    left.remove(news.owed().asks() || !other.owed().asks() ? other : news);
                }
            }
        }
        for (Want want : List.copyOf(left)) {
            boolean twice = left.stream().anyMatch(other -> other != want && other.owed().rung().equals(want.owed().rung())
                    && other.reader().equals(want.reader()) && other.channel() == want.channel());
            if (twice && !want.owed().asks() && !want.reader().equals(want.owed().asked())) {
                left.remove(want);
            }
        }
        return left;
    }

    private boolean answered(Owed owed, Told told) {
        return asks.values().stream().anyMatch(ask -> ask.entry == owed.entry() && ask.revision == told.revision()
                && ask.rung.equals(owed.rung()) && ask.asked.equals(owed.asked()) && ask.state == State.ANSWERED);
    }
}
