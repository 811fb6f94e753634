package org.tickler.engine.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tickler.engine.store.Synthetic;
import org.tickler.rules.firm.Channel;

/** A carrier that takes what is for nobody itself, and hands everything else on. */
record LoopBack(Carrier carrier) implements Carrier {
    @Override
    public Channel channel() {
        return carrier.channel();
    }

    @Override
    public int connections() {
        return carrier.connections();
    }

    @Override
    public Outcome carry(Letter letter) {
        return Synthetic.is(letter.reader().id()) ? new Outcome.Accepted(Optional.empty()) : carrier.carry(letter);
    }

    @Override
    public Outcome reconcile(Letter letter, List<Instant> tries) {
        return Synthetic.is(letter.reader().id())
                ? new Outcome.Accepted(Optional.empty())
                : carrier.reconcile(letter, tries);
    }

    @Override
    public Outcome probe() {
        return carrier.probe();
    }
}
