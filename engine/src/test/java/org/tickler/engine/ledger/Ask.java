package org.tickler.engine.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tickler.engine.ledger.Story.Rung;
import org.tickler.engine.ledger.Story.Span;
import org.tickler.engine.ledger.StoryFacts.Live;
import org.tickler.engine.store.Answer;
import org.tickler.rules.firm.Channel;

/** One rung, notice or step of an escalation put to one person. */
final class Ask {
    enum State {
        OPEN,
        ESCALATED,
        ANSWERED,
        CLOSED
    }

    enum Fate {
        WAITS,
        SENT,
        FAILED,
        OVER
    }

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
        return slips.values().stream()
                .reduce((one, other) -> other)
                .map(one -> one.reader)
                .orElse(asked);
    }

    boolean inHand() {
        return Stream.concat(Stream.of(this), led.stream())
                .anyMatch(one ->
                        one.said.filter(answer -> answer != Answer.NOT_READY).isPresent());
    }

    boolean stands() {
        return slips.values().stream().anyMatch(one -> one.fate == Fate.WAITS || one.fate == Fate.SENT);
    }

    /** An ask on one channel. */
    static final class Slip {
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
}
