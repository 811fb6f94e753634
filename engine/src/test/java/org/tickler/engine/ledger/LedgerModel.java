package org.tickler.engine.ledger;

import static org.tickler.engine.ledger.StoryFacts.later;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.tickler.engine.ledger.Story.Rung;
import org.tickler.engine.ledger.Story.Trouble.Sort;
import org.tickler.engine.ledger.StoryFacts.Live;
import org.tickler.engine.ledger.Tries.Ask;
import org.tickler.engine.ledger.Tries.Slip;
import org.tickler.engine.store.Answer;
import org.tickler.rules.firm.Channel;

/**
 * What has to be attempted in a story, by the docs and by nothing of the engine. It keeps no plan: at each instant it asks
 * what is owed by now, as the facts are, and has not been told.
 */
final class LedgerModel {
    private final World world;
    private final StoryFacts facts;
    private final Tries tries = new Tries();
    private final Map<Ask, Instant> silent = new LinkedHashMap<>();
    private final Map<Ask, Integer> steps = new LinkedHashMap<>();
    private final Set<String> dead = new LinkedHashSet<>();
    private final TreeSet<Instant> ahead = new TreeSet<>(List.of(Story.UP_AGAIN, Story.END));
    private Instant now = Story.START;

    private LedgerModel(Story story) {
        this.world = new World(story);
        this.facts = new StoryFacts(story);
        story.happenings().forEach(one -> ahead.add(one.at()));
        for (; now.isBefore(Story.END); now = ahead.tailSet(now, false).first()) {
            story.happenings().stream().filter(one -> one.at().equals(now)).forEach(facts::take);
            world.says(now).forEach(this::say);
            boolean up = now.isBefore(Story.DOWN) || !now.isBefore(Story.UP_AGAIN);
            for (boolean first = true; up && sweep(first); first = false) {}
        }
    }

    /** Every line that has to leave, in order. */
    static List<Sighting> of(Story story) {
        return new LedgerModel(story).tries.left();
    }

    /** One round of what is due; whether anything was. */
    private boolean sweep(boolean first) {
        List<Slip> due = waiting().stream().filter(one -> !at(one).isAfter(now)).toList();
        Optional<Story.Death.When> death = first && !due.isEmpty() ? world.dies(now) : Optional.empty();
        if (death.equals(Optional.of(Story.Death.When.CLAIMED))) {
            due.forEach(slip -> tries.held.put(slip, now.plus(Story.TICK)));
            return true;
        }
        Set<String> unreachable = Set.copyOf(dead);
        Map<Ask, String> failed = new LinkedHashMap<>();
        for (Slip slip : due) {
            boolean vain = !until(slip).isAfter(now) || unreachable.contains(slip.address());
            tries.add(slip, now, vain ? Optional.of(Sort.NEVER) : attempt(slip, death));
            if (tries.hasFailed(slip)) {
                failed.putIfAbsent(slip.ask(), slip.reader());
            }
        }
        failed.forEach(this::follow);
        List<Ask> over = new ArrayList<>(silent.keySet());
        over.removeIf(one -> tries.isOver(one) || silent.get(one).isAfter(now));
        over.forEach(this::escalate);
        ahead.addAll(silent.values());
        return !due.isEmpty() || !over.isEmpty();
    }

    /** What waits to be sent: what is owed, or was led on to, and is not told. */
    private List<Slip> waiting() {
        List<Slip> waiting = new ArrayList<>();
        facts.entries().forEach(live -> waiting.addAll(owed(live)));
        waiting.addAll(tries.led);
        waiting.removeIf(one -> tries.isOver(one.ask()) || tries.hasArrived(one) || tries.hasFailed(one));
        waiting.removeIf(one -> !tries.asks(one.ask()) && !until(one).isAfter(now));
        waiting.forEach(slip -> ahead.add(at(slip)));
        return waiting;
    }

    /** What a rung says before a date is no use after it. */
    private static Instant until(Slip slip) {
        Instant due = slip.ask().entry().date().due();
        return slip.ask().word().equals("rung") && slip.due().isBefore(due) ? due : Instant.MAX;
    }

    /** Another try wakes nobody, unless it would be of no use in the morning. */
    private Instant at(Slip slip) {
        Instant again = tries.again(slip);
        if (tries.last(slip).isEmpty() || !facts.quiet(slip.reader(), again)) {
            return again;
        }
        Ask ask = slip.ask();
        Instant morning = facts.quietEnd(slip.reader(), again);
        Instant end = tries.asks(ask) ? facts.end(slip.due(), ask.rung().within(), slip.reader()) : Instant.MAX;
        boolean useless = !morning.isBefore(until(slip)) || again.isBefore(end) && !morning.isBefore(end);
        boolean wakes = ask.word().equals("moved") && facts.quiet(slip.reader(), slip.due());
        return wakes || useless || ask.word().equals("escalation") ? again : morning;
    }

    /** What becomes of what is sent, if the process does not die before. */
    private Optional<Sort> attempt(Slip slip, Optional<Story.Death.When> death) {
        Optional<Sort> lost = death.map(when -> Sort.LOST);
        if (death.equals(Optional.of(Story.Death.When.BEGUN))) {
            return lost;
        }
        tries.leaves(slip, now);
        Ask ask = slip.ask();
        Optional<Sort> met = lost.or(() -> world.meets(slip.reader(), slip.channel(), now));
        if (met.equals(Optional.of(Sort.NEVER))) {
            dead.add(slip.address());
        } else if (tries.asks(ask) && !met.equals(Optional.of(Sort.LATER))) {
            ahead.addAll(world.asked(
                    now, ask.entry().item.number(), ask.revision(), ask.rung().id(), slip.reader()));
            if (met.isEmpty() && ask.step() == 0 && steps.putIfAbsent(ask, 0) == null) {
                Instant end = facts.end(now, ask.rung().within(), slip.reader());
                silent.put(ask, facts.end(end, ask.rung().steps().getFirst().pause(), ask.asked()));
            }
        }
        return met;
    }

    /** Somebody answers what came last by that rung: it is in hand for those whose silence led to it, or it is not. */
    private void say(World.Said words) {
        Optional<Ask> last = tries.last(words.item(), words.rung(), words.who());
        if (last.filter(one -> !one.isMoot() && tries.says(one, words.answer())).isEmpty()) {
            return;
        }
        Ask ask = last.get();
        boolean ready = words.answer() != Answer.NOT_READY;
        ask.entry().done |= words.answer() == Answer.DONE;
        for (Ask root : tries.roots(ask)) {
            if (ready || ask.step() == 0 || !tries.inHand(root)) {
                silent.put(root, ready ? Instant.MAX : now);
            }
        }
        tries.close(ask, ready || ask.step() > 0);
        for (Ask other : ready ? tries.asks.keySet() : Set.<Ask>of()) {
            if (ask.rung().asksAny() && other.sameRung(ask) || tries.comesOnlyOf(tries.roots(ask), other)) {
                tries.closed.add(other);
            }
        }
    }

    /** What could not be delivered goes by the next channel, or to the next person. */
    private void follow(Ask ask, String reader) {
        if (tries.isOver(ask) || tries.stands(ask)) {
            return;
        }
        for (Channel channel : facts.channels(reader)) {
            Slip slip = new Slip(ask, now, now, reader, channel, now);
            if (tries.last(slip).isEmpty() && !dead.contains(slip.address())) {
                tries.led.add(slip);
                return;
            }
        }
        for (Ask root : tries.roots(ask)) {
            boolean others =
                    tries.from(root).anyMatch(one -> one.ask().step() == ask.step() && tries.stands(one.ask()));
            if (!tries.isOver(root) && !tries.inHand(root) && !others) {
                escalate(root);
            }
        }
    }

    /** Tells whoever comes next and was not told, and gives them time to answer. */
    private void escalate(Ask root) {
        List<Story.Step> chain = root.rung().steps();
        Set<String> had = new LinkedHashSet<>(Set.of(root.asked()));
        tries.from(root).forEach(one -> had.add(one.reader()));
        Set<String> tell = new LinkedHashSet<>();
        int step = steps.getOrDefault(root, 0);
        for (; tell.isEmpty() && step < chain.size(); step++) {
            for (String who : facts.people(root.entry(), chain.get(step).tell(), root.asked(), now)) {
                Optional<String> reader = facts.reader(who, root.entry(), one -> now);
                reader.filter(one -> !had.contains(who) && !had.contains(one)).ifPresent(tell::add);
            }
        }
        steps.put(root, step);
        for (String who : tell) {
            Ask ask = root.step(who, step);
            while (tries.closed.contains(ask)) {
                ask = root.step(who, ask.step() + chain.size());
            }
            tries.lead(root, ask, ask.slips(facts.channels(who), now));
        }
        boolean waits = tries.asks(root) && step < chain.size();
        silent.put(root, waits ? facts.end(now, chain.get(step).pause(), root.asked()) : Instant.MAX);
        if (silent.get(root).equals(now)) {
            escalate(root);
        }
    }

    /** All that is owed of an entry as it stands, told or not. */
    private List<Slip> owed(Live live) {
        List<Slip> owed = new ArrayList<>();
        Map<String, Ask> told = tries.told(live);
        Map<String, Instant> noticed = new LinkedHashMap<>();
        for (String who : live.open() || live.cancelled ? told.keySet() : Set.<String>of()) {
            Story.Date was = live.dates.get(told.get(who).revision() - 1);
            if (live.cancelled ? !live.date().due().isBefore(live.known) : !was.equals(live.date())) {
                noticed.put(who, notice(live, who, was, owed));
            }
        }
        owed.addAll(live.open() ? rungs(live, told, noticed) : List.of());
        return owed;
    }

    /** A notice waits ten minutes for more, unless a date is near; what is sooner now goes through quiet hours. */
    private Instant notice(Live live, String who, Story.Date was, List<Slip> owed) {
        Story.Date date = live.cancelled ? was : live.date();
        boolean near = StoryFacts.isNear(was.day(), live.known) || StoryFacts.isNear(date.day(), live.known);
        Instant first = date.due().isBefore(was.due()) ? date.due() : was.due();
        boolean wakes = date.due().isBefore(was.due()) || date.due().isBefore(live.known) && !live.cancelled;
        Instant since = near || wakes ? live.known : live.known.plusSeconds(600);
        Ask ask = new Ask(live, live.revision(), live.cancelled ? "cancelled" : "moved", Rung.NOTICE, who, 0);
        owed.addAll(delivered(ask, since, since, wakes ? Instant.MIN : first));
        return since;
    }

    /** The rungs of an entry, for each whom they are for, but what is past, known already, or late with a later one. */
    private List<Slip> rungs(Live live, Map<String, Ask> told, Map<String, Instant> noticed) {
        List<Slip> slips = new ArrayList<>();
        Instant due = live.date().due();
        for (Rung rung : facts.rungs(live)) {
            facts.meant(live, rung).forEach((who, right) -> {
                Ask ask = new Ask(live, live.revision(), "rung", rung, who, 0);
                tries.asks.put(ask, facts.asks(live, rung, who, right));
                Instant since = later(right, noticed.getOrDefault(who, Instant.MIN));
                Instant moment = facts.moment(live, rung, who, since);
                slips.addAll(delivered(ask, since, moment, rung.at().after() ? Instant.MAX : due));
            });
        }
        slips.removeIf(one -> {
            String who = one.ask().asked();
            boolean asks = tries.asks(one.ask());
            boolean afresh = asks && noticed.containsKey(who);
            boolean had = told.containsKey(who) && !afresh && (!asks || tries.hadIt(one.ask(), told.get(who)));
            boolean overtaken = slips.stream()
                    .anyMatch(other -> other.late()
                            && other.ask().asked().equals(who)
                            && other.moment().isAfter(one.moment())
                            && (!afresh || tries.asks(other.ask())));
            return one.late() && overtaken
                    || (one.late() || one.ask().rung().whenKnown()) && (had || due.isBefore(one.since()));
        });
        for (Slip slip : List.copyOf(slips)) {
            if (slips.stream().anyMatch(other -> spares(other, slip))) {
                slips.remove(slip);
            }
        }
        return slips;
    }

    /** Nobody hears by one rung twice for others, and what is said when known not at once with what is late. */
    private boolean spares(Slip slip, Slip other) {
        Ask one = slip.ask();
        Ask two = other.ask();
        boolean news = one.rung().whenKnown() && other.late();
        boolean both = news || two.rung().whenKnown() && slip.late();
        boolean same = one.asked().equals(two.asked()) && slip.due().equals(other.due());
        boolean spares = one.rung().equals(two.rung())
                ? !tries.asks(two) && !other.reader().equals(two.asked())
                : both && same && (tries.asks(one) == tries.asks(two) ? news : tries.asks(one));
        return spares && slip != other && slip.address().equals(other.address());
    }

    /** Who gets it, when, and by which channels: leave, walls, quiet hours. */
    private List<Slip> delivered(Ask ask, Instant since, Instant moment, Instant before) {
        Live live = ask.entry();
        Function<String, Instant> own =
                who -> moment.isBefore(since) ? since : later(since, facts.moment(live, ask.rung(), who, since));
        Instant earliest = ask.rung().at().after() ? later(live.date().due(), since) : since;
        Optional<String> there = facts.reader(ask.asked(), live, own);
        String reader = there.orElse(ask.asked());
        Instant at = own.apply(reader);
        at = there.isPresent() ? at : facts.beforeLeave(reader, at, earliest);
        Instant limit = before;
        for (Rung one : ask.word().equals("rung") ? facts.rungs(live) : List.<Rung>of()) {
            Instant next = facts.moment(live, one, reader, since);
            limit = next.isAfter(at) && next.isBefore(limit) ? next : limit;
        }
        Instant due = facts.quietly(reader, at, earliest, limit);
        List<Slip> slips = new ArrayList<>();
        for (Channel channel : ask.rung().channels(facts.channels(reader))) {
            slips.add(new Slip(ask, since, moment, reader, channel, due));
        }
        return facts.walled(reader, live) ? List.of() : slips;
    }
}
