package org.tickler.daemon.demo;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.tickler.engine.store.HorizonStore;
import org.tickler.engine.trial.TwilioText;
import org.tickler.engine.wake.Sweeps;

/** Leads the firm's clock from one thing that is to happen to the next, and wakes every step there. */
final class Month {
    private static final int ROUNDS = 12;

    private final SampleFirm firm;
    private final Diary diary;
    private int reported;

    Month(SampleFirm firm, Diary diary) {
        this.firm = firm;
        this.diary = diary;
    }

    /** Lives until {@code end}, inclusive of what is due at that instant. */
    void until(ZonedDateTime end) {
        Instant last = end.toInstant();
        for (Optional<Instant> next = settled(); next.isPresent() && next.get().isBefore(last); next = settled()) {
            firm.clock().set(next.get());
        }
        firm.clock().set(last);
        settled();
    }

    /** Wakes every step until nothing is left to do now; says when something will be again. */
    Optional<Instant> settled() {
        for (int round = 0; round < ROUNDS; round++) {
            sweep();
            Optional<Instant> next = firm.opened().database().withHandle(HorizonStore::next);
            if (next.isEmpty() || next.get().isAfter(firm.clock().instant())) {
                return next;
            }
        }
        throw new WentWrong("at " + firm.clock().instant() + " something stays due, however often it is swept");
    }

    private void sweep() {
        if (firm.endedBy() != 0) {
            throw new Stopped(firm.endedBy());
        }
        for (Sweeps.Step step : firm.sweeps().steps()) {
            WentWrong.unless(firm.sweeps().sweep(step.name()), "step " + step.name() + " runs to its end");
            report();
        }
        diary.note();
    }

    /** The telephone company says of each text that it arrived. */
    private void report() {
        var texts = firm.twilio().texts();
        for (; reported < texts.size(); reported++) {
            TwilioText text = texts.get(reported);
            firm.twilio().report(text.sid(), "sent", 0);
            firm.twilio().report(text.sid(), "delivered", 0);
        }
    }
}
