package org.tickler.engine.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.tickler.engine.store.DueReminder;

/**
 * What follows for a reminder from an outcome that was not acceptance: another try while that is of use, else failure, so
 * that another channel or the next person hears at once. A relay's days of patience would be of no help here.
 */
final class Retries {
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30));
    private static final double JITTER = 0.2;

    private Retries() {}

    static Verdict after(Outcome outcome, DueReminder reminder, Facts facts) {
        return switch (outcome) {
            case Outcome.Retry retry -> again(reminder, facts, retry.after().orElse(Duration.ZERO), retry.reason());
            case Outcome.Unknown unknown -> again(reminder, facts, Duration.ZERO, unknown.reason());
            case Outcome.Refused refused -> new Verdict.Failed(refused.reason());
            case Outcome.OptedOut optedOut -> new Verdict.Failed(optedOut.reason());
            case Outcome.Misconfigured wrong -> new Verdict.Failed(wrong.reason());
            case Outcome.Accepted accepted -> new Verdict.Goes();
        };
    }

    private static Verdict again(DueReminder reminder, Facts facts, Duration atLeast, String reason) {
        int before = reminder.progress().tries();
        if (before >= PAUSES.size()) {
            return new Verdict.Failed("given up after " + (before + 1) + " tries: " + reason);
        }
        Instant next = facts.now().plus(longer(jittered(PAUSES.get(before)), atLeast));
        return Usefulness.until(reminder, facts)
                .filter(until -> !next.isBefore(until))
                .map(until -> (Verdict) new Verdict.Failed("another try would come too late: " + reason))
                .orElseGet(() -> new Verdict.Waits(next, reason));
    }

    private static Duration jittered(Duration pause) {
        double factor = ThreadLocalRandom.current().nextDouble(1 - JITTER, 1 + JITTER);
        return Duration.ofMillis((long) (pause.toMillis() * factor));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
