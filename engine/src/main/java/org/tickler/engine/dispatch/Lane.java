package org.tickler.engine.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.tickler.rules.firm.Channel;

/** A channel as this process uses it: its carrier, its throttle, and whether it seems to be down. Safe for many threads. */
final class Lane {
    /** So many letters in a row that could not reach the other side make an incident of it. */
    private static final int IN_A_ROW = 5;

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);

    private final Carrier carrier;
    private final Throttle throttle;
    private int unreachable;
    private Instant probed = Instant.MIN;
    private Optional<String> down = Optional.empty();

    Lane(Carrier carrier, Throttle throttle) {
        this.carrier = carrier;
        this.throttle = throttle;
    }

    Carrier carrier() {
        return carrier;
    }

    Channel channel() {
        return carrier.channel();
    }

    Throttle throttle() {
        return throttle;
    }

    /** Why the channel as a whole is down, as far as this process has seen; empty: it is not. */
    synchronized Optional<String> down() {
        return down;
    }

    /** It is up, as somebody found out. */
    synchronized void up() {
        unreachable = 0;
        down = Optional.empty();
    }

    /** Whether it is time for another look at a channel that is down; if so, the look is taken to be had. */
    synchronized boolean mayProbe(Instant now) {
        boolean due = probed.equals(Instant.MIN) || !now.isBefore(probed.plus(BETWEEN_LOOKS));
        if (due) {
            probed = now;
        }
        return due;
    }

    /** Learns from one outcome. */
    synchronized void learn(Outcome outcome) {
        switch (outcome) {
            case Outcome.Accepted accepted -> up();
            case Outcome.Refused refused -> up();
            case Outcome.OptedOut optedOut -> up();
            case Outcome.Misconfigured wrong -> down = Optional.of(wrong.reason());
            case Outcome.Unknown unknown -> {
                // It spoke until the message left; that says nothing either way.
            }
            case Outcome.Retry retry -> {
                unreachable = retry.unreachable() ? unreachable + 1 : 0;
                if (unreachable >= IN_A_ROW) {
                    down = Optional.of(retry.reason());
                }
                retry.after().ifPresent(throttle::pause);
            }
        }
    }
}
