package org.tickler.engine.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tickler.engine.ledger.Ask.Fate;
import org.tickler.engine.ledger.Ask.Slip;
import org.tickler.engine.ledger.Ask.State;
import org.tickler.engine.ledger.Story.Rung;
import org.tickler.engine.ledger.Story.Span;
import org.tickler.engine.ledger.Story.Step;
import org.tickler.engine.ledger.StoryFacts.Live;
import org.tickler.engine.store.Answer;
import org.tickler.rules.firm.Channel;

/** What follows from an answer, from none, and from what could not be delivered. */
final class Chain {
    private final Slate slate;
    private final StoryFacts facts;

    Chain(Slate slate) {
        this.slate = slate;
        this.facts = slate.facts;
    }

    /** Somebody answers what came last by that rung. */
    void say(Live live, Optional<Rung> rung, String who, Answer answer) {
        Optional<Slip> meant = slate.asks.values().stream()
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
        ask.slips.values().stream()
                .filter(one -> one.fate == Fate.WAITS && !one.held)
                .forEach(one -> one.fate = Fate.OVER);
        ask.entry.done |= answer == Answer.DONE;
        slate.version++;
        Set<Ask> roots = new LinkedHashSet<>(ask.roots);
        if (answer == Answer.NOT_READY && ask.step == 0) {
            ask.state = ask.state == State.ESCALATED ? State.ESCALATED : State.OPEN;
            ask.silent = slate.now;
        } else if (answer == Answer.NOT_READY) {
            ask.state = State.ANSWERED;
            roots.stream().filter(one -> !one.inHand()).forEach(one -> one.silent = slate.now);
        } else {
            inHand(ask, roots);
        }
    }

    /** Stops the clocks that led to it, and calls off whom only these had led to. */
    private void inHand(Ask ask, Set<Ask> roots) {
        ask.state = ask.state == State.CLOSED ? State.CLOSED : State.ANSWERED;
        List<Ask> rung = slate.asks.values().stream()
                .filter(one -> one.entry == ask.entry && one.revision == ask.revision && one.rung.equals(ask.rung))
                .toList();
        if (ask.step == 0) {
            roots.add(ask);
        }
        roots.forEach(one -> one.silent = Instant.MAX);
        boolean any = ask.rung
                .flatMap(Rung::answer)
                .filter(one -> one.from().equals("any"))
                .isPresent();
        Set<Ask> moot = new HashSet<>();
        rung.stream()
                .filter(one -> one.step == 0 && (any || roots.contains(one)))
                .forEach(one -> {
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

    /** The ask that was silent longest, of those whose time is over. */
    Optional<Ask> silent() {
        return slate.asks.values().stream()
                .filter(one -> one.step == 0 && one.waits() && !one.silent.isAfter(slate.now))
                .min(Comparator.comparing(one -> one.silent));
    }

    /** An ask whose silence is over. */
    void pass(Ask root) {
        Rung rung = root.rung.orElseThrow();
        Instant first = root.next == 1 && root.said.isEmpty()
                ? rung.ifSilent().stream()
                        .limit(1)
                        .flatMap(step -> step.after().stream())
                        .map(after -> facts.end(
                                facts.end(root.sent, root.within.orElseThrow(), root.asked), after, root.asked))
                        .findFirst()
                        .orElse(slate.now)
                : slate.now;
        if (root.moot()) {
            root.state = State.CLOSED;
        } else if (first.isAfter(slate.now)) {
            root.silent = first;
        } else {
            step(root);
        }
    }

    /** What could not be delivered goes by the next channel, or to the next person. */
    void follow(Slip failed) {
        Ask ask = failed.ask;
        if (!ask.waits() || ask.stands() || ask.step == 0 && ask.inHand() || failed.followed) {
            return;
        }
        Optional<Channel> other = facts.channels(failed.reader).stream()
                .filter(one -> !ask.slips.containsKey(one) && !slate.dead.contains(failed.reader + one))
                .findFirst();
        if (other.isPresent()) {
            Slip slip = new Slip(ask, other.get(), failed.reader, slate.now);
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
                boolean away = number < last && facts.away(who, facts.day(slate.now, who));
                Optional<String> reader = barred
                        ? Optional.empty()
                        : away ? slate.standIn(who, root.entry, one -> slate.now) : Optional.of(who);
                reader.filter(one -> !had.contains(one)).ifPresent(tell::add);
            }
            if (!tell.isEmpty()) {
                break;
            }
        }
        for (String who : tell) {
            int at = number;
            Ask ask = slate.ask(root.entry, word(root), root.rung, who, at);
            while (!ask.waits()) {
                at += last;
                ask = slate.ask(root.entry, word(root), root.rung, who, at);
            }
            lead(root, ask, who);
        }
        boolean known = had.contains(Story.LAST_RESORT) || tell.contains(Story.LAST_RESORT);
        Optional<Span> wait = number < steps.size()
                ? Optional.of(steps.get(number).after().orElse(new Span(0, "hours")))
                : number < last && !(number == last - 1 && known) ? root.within : Optional.empty();
        root.state = State.ESCALATED;
        root.next = number + 1;
        root.silent = root.within.isEmpty() || tell.isEmpty()
                ? Instant.MAX
                : wait.map(span -> facts.end(slate.now, span, root.asked)).orElse(Instant.MAX);
    }

    private static String word(Ask root) {
        return root.word.equals("rung") ? "escalation" : root.word;
    }

    private void lead(Ask root, Ask ask, String who) {
        ask.within = root.within;
        root.led.add(ask);
        ask.roots.add(root);
        List<Channel> usable = facts.channels(who);
        List<Channel> open =
                usable.stream().filter(one -> !slate.dead.contains(who + one)).toList();
        for (Channel channel : open.isEmpty() ? usable : open) {
            ask.slips.computeIfAbsent(channel, made -> {
                Slip slip = new Slip(ask, channel, who, slate.now);
                slip.planned = false;
                return slip;
            });
        }
    }

    private Collection<String> named(Ask root, int number, List<Step> steps) {
        String matter = root.entry.item.matter();
        if (number > steps.size()) {
            return number == steps.size() + 1
                    ? facts.holders(matter, "docket-clerk", slate.now)
                    : List.of(Story.LAST_RESORT);
        }
        String tell = steps.get(number - 1).tell();
        String meant = tell.equals("owner") ? root.entry.item.owner().orElse("lead-attorney") : tell;
        return tell.equals("delegate")
                ? slate.standIn(root.asked, root.entry, one -> slate.now).stream()
                        .toList()
                : facts.isRole(meant) ? facts.holders(matter, meant, slate.now) : List.of(meant);
    }
}
