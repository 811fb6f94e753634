package org.tickler.engine.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tickler.engine.ledger.Story.Rung;
import org.tickler.engine.ledger.Story.Trouble.Sort;
import org.tickler.engine.ledger.StoryFacts.Live;
import org.tickler.engine.store.Answer;
import org.tickler.rules.firm.Channel;

/** What was put to whom so far, what it met and what was said to it. Kept for the model; it decides nothing. */
final class Tries {
    /** An entry as it stood, put to one person: by a rung, by a notice, or as a step of an escalation (else 0). */
    record Ask(Live entry, int revision, String word, Rung rung, String asked, int step) {
        boolean sameRung(Ask other) {
            return entry == other.entry && revision == other.revision && rung.equals(other.rung);
        }

        /** Whether there is nothing more to it: its entry stands otherwise, or is done. */
        boolean isMoot() {
            return entry.revision() != revision || rung != Rung.NOTICE && !entry.open();
        }

        /** The same put to somebody else, as a step of its escalation. */
        Ask step(String who, int number) {
            return new Ask(entry, revision, rung == Rung.NOTICE ? word : "escalation", rung, who, number);
        }

        /** By all channels, now. */
        List<Slip> slips(List<Channel> channels, Instant now) {
            return channels.stream()
                    .map(channel -> new Slip(this, now, now, asked, channel, now))
                    .toList();
        }
    }

    /** An ask to a reader by one channel; it is owed since then, for that moment, and goes when due. */
    record Slip(Ask ask, Instant since, Instant moment, String reader, Channel channel, Instant due) {
        boolean late() {
            return moment.isBefore(since);
        }

        String address() {
            return reader + channel;
        }
    }

    /** What a slip met at an instant; empty: nothing, it arrived. */
    private record Try(Slip slip, Instant at, Optional<Sort> met) {
        boolean met(Sort sort) {
            return met.equals(Optional.of(sort));
        }
    }

    private final List<Try> all = new ArrayList<>();
    private final List<Sighting> left = new ArrayList<>();
    private final Map<Ask, Set<Ask>> roots = new LinkedHashMap<>();
    private final Map<Ask, Answer> said = new LinkedHashMap<>();
    /** What was led or turned to. */
    final List<Slip> led = new ArrayList<>();
    /** Until when a process that is lost has it. */
    final Map<Slip, Instant> held = new LinkedHashMap<>();
    /** Whether an answer is wanted. */
    final Map<Ask, Boolean> asks = new LinkedHashMap<>();
    /** Answered, or called off. */
    final Set<Ask> closed = new LinkedHashSet<>();

    /** Every line that left, in order. */
    List<Sighting> left() {
        return left.stream().sorted().toList();
    }

    boolean asks(Ask ask) {
        return asks.getOrDefault(ask, false);
    }

    /** Whether that is another answer than the last. */
    boolean says(Ask ask, Answer answer) {
        return said.put(ask, answer) != answer;
    }

    /** Whether somebody said to have it by the same rung, when the entry stood as it was told then. */
    boolean hadIt(Ask ask, Ask then) {
        return said.get(new Ask(ask.entry, then.revision, ask.word, ask.rung, ask.asked, ask.step)) == Answer.HAVE_IT;
    }

    /** Answered, or not any more. */
    void close(Ask ask, boolean isClosed) {
        closed.add(ask);
        closed.removeIf(one -> one.equals(ask) && !isClosed);
    }

    boolean isOver(Ask ask) {
        return closed.contains(ask) || ask.isMoot();
    }

    /** An ask by all channels whose reader's turn has come because of another. */
    void lead(Ask root, Ask to, List<Slip> slips) {
        led.addAll(roots.containsKey(to) ? List.of() : slips);
        roots.computeIfAbsent(to, one -> new LinkedHashSet<>()).add(root);
        asks.put(to, asks(root));
    }

    /** The rung's own asks that led to one; it is its own. */
    Set<Ask> roots(Ask ask) {
        return ask.step == 0 ? Set.of(ask) : Set.copyOf(roots.getOrDefault(ask, Set.of()));
    }

    /** Whether a step comes of some of these, and of nobody else who waits. */
    boolean comesOnlyOf(Set<Ask> these, Ask step) {
        Set<Ask> others = new LinkedHashSet<>(roots.getOrDefault(step, Set.of()));
        return others.removeAll(these) && closed.containsAll(others);
    }

    /** All that comes of an ask, itself included. */
    Stream<Slip> from(Ask root) {
        return Stream.concat(led.stream(), all.stream().map(Try::slip))
                .filter(one -> roots(one.ask).contains(root));
    }

    /** Whether anybody whom an ask led to has it, or has done it. */
    boolean inHand(Ask root) {
        return said.keySet().stream().anyMatch(one -> roots(one).contains(root) && said.get(one) != Answer.NOT_READY);
    }

    /** Whether an ask may still arrive, or has. */
    boolean stands(Ask ask) {
        return roots(ask).stream().flatMap(this::from).anyMatch(one -> one.ask.equals(ask) && !hasFailed(one));
    }

    void add(Slip slip, Instant at, Optional<Sort> met) {
        all.add(new Try(slip, at, met));
    }

    /** A line leaves, and says so if the reader may have had it. */
    void leaves(Slip slip, Instant at) {
        Ask ask = slip.ask;
        boolean marked = of(slip).anyMatch(one -> one.met(Sort.LOST) && one.slip.reader.equals(slip.reader));
        int item = ask.entry.item.number();
        left.add(new Sighting(at, item, ask.revision, ask.word, ask.rung.id(), slip.reader, slip.channel, marked));
    }

    private Stream<Try> of(Slip slip) {
        return all.stream().filter(one -> one.slip.channel == slip.channel && one.slip.ask.equals(slip.ask));
    }

    /** When it is due, or due again. */
    Instant again(Slip slip) {
        Instant again = last(slip).map(at -> at.plus(Story.TICK)).orElse(slip.due);
        return StoryFacts.later(again, held.getOrDefault(slip, again));
    }

    /** When it was tried last. */
    Optional<Instant> last(Slip slip) {
        return of(slip).map(Try::at).reduce((one, other) -> other);
    }

    boolean hasFailed(Slip slip) {
        return of(slip).anyMatch(one -> one.met(Sort.NEVER));
    }

    boolean hasArrived(Slip slip) {
        return of(slip).anyMatch(one -> one.met.isEmpty());
    }

    /** What arrived last of what asks somebody by a rung of an item. */
    Optional<Ask> last(int item, String rung, String reader) {
        return all.stream()
                .filter(one -> one.met.isEmpty() && one.slip.reader.equals(reader))
                .map(one -> one.slip.ask)
                .filter(ask -> asks(ask)
                        && ask.entry.item.number() == item
                        && ask.rung.id().equals(rung))
                .reduce((one, other) -> other);
    }

    /** What each was told last, or perhaps, of an entry before it came to stand as it does. */
    Map<String, Ask> told(Live live) {
        Map<String, Ask> told = new LinkedHashMap<>();
        all.stream()
                .filter(one -> one.met.isEmpty() || one.met(Sort.LOST))
                .filter(one -> one.slip.ask.entry == live && one.slip.ask.revision < live.revision())
                .forEach(one -> told.put(one.slip.reader, one.slip.ask));
        return told;
    }
}
