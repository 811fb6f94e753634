package org.tickler.daemon.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.tickler.engine.dispatch.Carrier;
import org.tickler.engine.dispatch.Letter;
import org.tickler.engine.dispatch.Outcome;
import org.tickler.rules.firm.Channel;

/** A way out that leads nowhere: it takes every letter, and keeps it until somebody looks. Safe for many threads. */
final class Listening implements Carrier {
    private static final int CONNECTIONS = 4;

    private final Channel channel;
    private final Queue<Letter> letters = new ConcurrentLinkedQueue<>();

    Listening(Channel channel) {
        this.channel = channel;
    }

    /** What came since the last look. */
    List<Letter> taken() {
        List<Letter> taken = new ArrayList<>();
        for (Letter letter = letters.poll(); letter != null; letter = letters.poll()) {
            taken.add(letter);
        }
        return taken;
    }

    @Override
    public Channel channel() {
        return channel;
    }

    @Override
    public int connections() {
        return CONNECTIONS;
    }

    @Override
    public Outcome carry(Letter letter) {
        letters.add(letter);
        return new Outcome.Accepted(Optional.empty());
    }

    @Override
    public Outcome probe() {
        return new Outcome.Accepted(Optional.empty());
    }
}
