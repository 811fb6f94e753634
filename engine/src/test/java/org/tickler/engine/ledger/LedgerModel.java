package org.tickler.engine.ledger;

import static org.tickler.engine.ledger.StoryFacts.later;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tickler.engine.ledger.Ask.Fate;
import org.tickler.engine.ledger.Ask.Slip;
import org.tickler.engine.ledger.Ask.State;
import org.tickler.engine.ledger.Owing.Want;
import org.tickler.engine.ledger.Story.Rung;
import org.tickler.engine.ledger.Story.Trouble.Sort;
import org.tickler.engine.ledger.StoryFacts.Live;

/**
 * What has to be attempted in a story, by the docs and by nothing of the engine. It keeps no plan: at each instant it asks
 * what is owed by now, as the facts are, and has not been told.
 */
final class LedgerModel {
    private final Story story;
    private final World world;
    private final Slate slate;
    private final StoryFacts facts;
    private final Owing owing;
    private final Chain chain;
    private final TreeMap<Instant, Map<String, Runnable>> replies = new TreeMap<>();
    private final List<Sighting> attempts = new ArrayList<>();
    private final Set<String> heard = new HashSet<>();
    private final Map<Live, List<Want>> wants = new HashMap<>();
    private int known = -1;
    private boolean died;

    private LedgerModel(Story story) {
        this.story = story;
        this.world = new World(story);
        this.slate = new Slate(story);
        this.facts = slate.facts;
        this.owing = new Owing(slate);
        this.chain = new Chain(slate);
    }

    /** Every line that has to leave, in order. */
    static List<Sighting> of(Story story) {
        LedgerModel model = new LedgerModel(story);
        model.live();
        return model.attempts.stream().sorted().toList();
    }

    private void live() {
        List<Story.Happening> ahead = new ArrayList<>(story.happenings());
        while (slate.now.isBefore(Story.END)) {
            while (!ahead.isEmpty() && !ahead.getFirst().at().isAfter(slate.now)) {
                facts.take(ahead.removeFirst());
                slate.version++;
            }
            while (!replies.isEmpty() && !replies.firstKey().isAfter(slate.now)) {
                replies.pollFirstEntry().getValue().values().forEach(Runnable::run);
            }
            boolean down = !slate.now.isBefore(Story.DOWN) && slate.now.isBefore(Story.UP_AGAIN);
            for (boolean first = true; !down && sweep(first); first = false) {}
            Instant next = down ? Story.UP_AGAIN : onTick(ahead());
            next = ahead.isEmpty() || next.isBefore(ahead.getFirst().at())
                    ? next
                    : ahead.getFirst().at();
            next = replies.isEmpty() || next.isBefore(replies.firstKey()) ? next : replies.firstKey();
            slate.now = later(next, slate.now.plus(Duration.ofMinutes(1)));
        }
    }

    private static Instant onTick(Instant at) {
        long tick = Story.TICK.toSeconds();
        return Instant.ofEpochSecond(Math.ceilDiv(
                        Math.min(at.getEpochSecond(), Story.END.getEpochSecond()) + (at.getNano() > 0 ? 1 : 0), tick)
                * tick);
    }

    private Instant ahead() {
        Stream<Instant> silences = slate.asks.values().stream()
                .filter(one -> one.step == 0 && one.waits())
                .map(one -> one.silent);
        return Stream.concat(waiting().stream().map(one -> one.at), silences)
                .min(Instant::compareTo)
                .orElse(Story.END);
    }

    /** One round of what is due; whether anything was. */
    private boolean sweep(boolean first) {
        List<Slip> due =
                waiting().stream().filter(one -> !one.at.isAfter(slate.now)).toList();
        Optional<Story.Death> death = story.death()
                .filter(one -> first && !died && !due.isEmpty() && !one.from().isAfter(slate.now));
        died |= death.isPresent();
        Set<String> unreachable = Set.copyOf(slate.dead);
        due.forEach(one -> {
            one.ask.slips.put(one.channel, one);
            send(one, unreachable, death.map(Story.Death::when));
        });
        List<Slip> failed = due.stream().filter(one -> one.fate == Fate.FAILED).toList();
        failed.forEach(chain::follow);
        boolean passed = false;
        for (Optional<Ask> silent = chain.silent(); silent.isPresent(); silent = chain.silent()) {
            chain.pass(silent.get());
            passed = true;
        }
        return !due.isEmpty() || passed;
    }

    /** What waits to be sent: what is owed and not told, and what was led on to. */
    private Set<Slip> waiting() {
        Set<Slip> waiting = new LinkedHashSet<>();
        for (Live live : facts.entries()) {
            for (Want want : wanted(live)) {
                Ask ask = slate.ask(
                        live,
                        want.owed().word(),
                        want.owed().rung(),
                        want.owed().asked(),
                        0);
                if (ask.sent.equals(Instant.MAX)) {
                    ask.within = want.owed().asks()
                            ? want.owed().rung().flatMap(Rung::answer).map(Story.Wanted::within)
                            : Optional.empty();
                }
                Slip slip = ask.slips.getOrDefault(
                        want.channel(), new Slip(ask, want.channel(), want.reader(), want.due()));
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
        slate.asks.values().stream()
                .flatMap(ask -> ask.slips.values().stream())
                .filter(slip -> slip.fate == Fate.WAITS && (slip.held || !slip.planned))
                .forEach(waiting::add);
        return waiting;
    }

    private List<Want> wanted(Live live) {
        if (known != slate.version) {
            wants.clear();
            known = slate.version;
        }
        return wants.computeIfAbsent(live, owing::wanted);
    }

    private void send(Slip slip, Set<String> unreachable, Optional<Story.Death.When> death) {
        Ask ask = slip.ask;
        Instant due = ask.entry.date().due();
        slate.version += slip.held || ask.moot() || death.isPresent() ? 1 : 0;
        slip.held = death.isPresent();
        slip.at = slate.now.plus(Story.TICK);
        if (death.equals(Optional.of(Story.Death.When.CLAIMED))) {
            return;
        }
        if (!ask.waits() || ask.moot()) {
            slip.fate = Fate.OVER;
        } else if (ask.word.equals("rung") && slip.due.isBefore(due) && !due.isAfter(slate.now)) {
            slip.fate = ask.within.isPresent() ? Fate.FAILED : Fate.OVER;
        } else if (slip.tries > 0 && hushed(slip, due)) {
            slip.held = false;
        } else if (unreachable.contains(slip.reader + slip.channel)) {
            slip.fate = Fate.FAILED;
        } else if (death.equals(Optional.of(Story.Death.When.BEGUN))) {
            slip.tries++;
            slip.perhaps = true;
        } else {
            leave(slip, death.isPresent() ? Optional.of(Sort.LOST) : world.meets(slip.reader, slip.channel, slate.now));
        }
    }

    /** Another try does not wake anybody, unless it would be of no use in the morning. */
    private boolean hushed(Slip slip, Instant due) {
        Ask ask = slip.ask;
        LocalDateTime local = slate.now.atZone(facts.zone(slip.reader)).toLocalDateTime();
        LocalDateTime planned = slip.due.atZone(facts.zone(slip.reader)).toLocalDateTime();
        boolean urgent = ask.word.equals("escalation") || ask.word.equals("moved") && facts.quiet(slip.reader, planned);
        if (urgent || !facts.quiet(slip.reader, local)) {
            return false;
        }
        Instant end = facts.quietEnd(slip.reader, local);
        Stream<Instant> asked = ask.within.stream()
                .map(within -> ask.silent.equals(Instant.MAX) ? facts.end(slip.due, within, slip.reader) : ask.silent);
        Stream<Instant> itself = ask.word.equals("rung") && slip.due.isBefore(due) ? Stream.of(due) : Stream.of();
        if (Stream.concat(asked, itself).filter(slate.now::isBefore).anyMatch(until -> !end.isBefore(until))) {
            return false;
        }
        slip.at = end;
        return true;
    }

    private void leave(Slip slip, Optional<Sort> met) {
        Ask ask = slip.ask;
        attempts.add(new Sighting(
                slate.now,
                ask.entry.item.number(),
                ask.revision,
                ask.word,
                ask.rung.map(Rung::id).orElse(""),
                slip.reader,
                slip.channel,
                slip.perhaps));
        slip.tries++;
        slip.perhaps |= met.equals(Optional.of(Sort.LOST));
        if (met.equals(Optional.of(Sort.NEVER))) {
            slip.fate = Fate.FAILED;
            slate.dead.add(slip.reader + slip.channel);
        } else if (met.isEmpty()) {
            slip.fate = Fate.SENT;
            slip.at = slate.now;
            if (ask.sent.equals(Instant.MAX)) {
                ask.sent = slate.now;
                ask.silent = ask.state == State.OPEN
                        ? ask.within
                                .map(within -> facts.end(slate.now, within, slip.reader))
                                .orElse(Instant.MAX)
                        : ask.silent;
            }
        }
        if (ask.within.isPresent() && (met.isEmpty() || met.equals(Optional.of(Sort.LOST)))) {
            arrive(slip);
        }
    }

    /** Who is asked by a rung for the first time reacts. */
    private void arrive(Slip slip) {
        Ask ask = slip.ask;
        int item = ask.entry.item.number();
        String rung = ask.rung.map(Rung::id).orElse("");
        String key = item + " " + ask.revision + " " + rung + " " + slip.reader;
        if (heard.add(key)) {
            story.replies(item, ask.revision, rung, slip.reader)
                    .forEach(reply -> replies.computeIfAbsent(slate.now.plus(reply.after()), at -> new TreeMap<>())
                            .put(
                                    key + " " + reply.answer(),
                                    () -> chain.say(ask.entry, ask.rung, slip.reader, reply.answer())));
        }
    }
}
