package org.tickler.daemon.demo;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.tickler.daemon.virtual.Stuck;
import org.tickler.daemon.virtual.VirtualDays;
import org.tickler.engine.trial.TwilioText;

/** The sample firm's days, one after the other. The telephone company does its part, and the diary notes what comes. */
final class Month implements VirtualDays.Witness {
    private static final int ROUNDS = 12;

    private final SampleFirm firm;
    private final Diary diary;
    private final VirtualDays days;
    private int reported;

    Month(SampleFirm firm, Diary diary) {
        this.firm = firm;
        this.diary = diary;
        this.days = new VirtualDays(firm.opened().database(), firm.clock(), firm.sweeps(), this, ROUNDS);
    }

    /** Lives until {@code end}, inclusive of what is due at that instant. */
    void until(ZonedDateTime end) {
        told(() -> {
            days.until(end.toInstant());
            return Optional.empty();
        });
    }

    /** Wakes every step until nothing is left to do now; says when something will be again. */
    Optional<Instant> settled() {
        return told(days::settled);
    }

    private static Optional<Instant> told(Supplier<Optional<Instant>> living) {
        try {
            return living.get();
        } catch (Stuck stuck) {
            throw new WentWrong(String.valueOf(stuck.getMessage()));
        }
    }

    @Override
    public Predicate<String> wakes() {
        if (firm.endedBy() != 0) {
            throw new Stopped(firm.endedBy());
        }
        return step -> true;
    }

    /** The telephone company says of each text that it arrived. */
    @Override
    public void afterStep() {
        var texts = firm.twilio().texts();
        for (; reported < texts.size(); reported++) {
            TwilioText text = texts.get(reported);
            firm.twilio().report(text.sid(), "sent", 0);
            firm.twilio().report(text.sid(), "delivered", 0);
        }
    }

    @Override
    public void afterRound() {
        diary.note();
    }
}
