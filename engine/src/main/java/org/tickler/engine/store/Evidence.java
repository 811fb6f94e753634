package org.tickler.engine.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.plan.ReminderState;
import org.tickler.rules.remind.AskId;
import org.tickler.rules.remind.ReminderId;

/**
 * What is recorded of what was to be told.
 *
 * @param rows the reminders that are there, by id
 * @param tries every try to send a reminder of an ask, by ask, the first one first
 * @param answered the asks of whose rung the audit holds an answer
 * @param ledOn the asks after which somebody else was asked
 * @param outages when channels were down as a whole
 */
public record Evidence(
        Map<ReminderId, Row> rows,
        Map<AskId, List<Try>> tries,
        Set<AskId> answered,
        Set<AskId> ledOn,
        List<Outage> outages) {
    public Evidence {
        rows = Map.copyOf(rows);
        tries = Map.copyOf(tries);
        answered = Set.copyOf(answered);
        ledOn = Set.copyOf(ledOn);
        outages = List.copyOf(outages);
    }

    /** A reminder, as somebody wrote that it stands; {@code reason} why it does, where that is written too. */
    public record Row(PersonId recipient, Instant due, Progress progress, Held held, AskState ask) {
        public ReminderState state() {
            return progress.state();
        }
    }

    /** What became of a reminder. */
    public record Progress(ReminderState state, Optional<String> reason, Instant since, Instant tryAt, int tries) {}

    /** Under which hold a reminder is or was: whether that still holds, and when it was released. */
    public record Held(boolean open, Optional<Instant> released) {}

    /**
     * One try to send a reminder.
     *
     * @param outcome its word; empty: it is under way
     * @param provider what the provider said of the message later
     */
    public record Try(
            ReminderId reminder,
            PersonId to,
            Channel channel,
            Instant began,
            Optional<String> outcome,
            Optional<String> provider) {
        private static final Set<String> NOT_ARRIVED = Set.of("failed", "undelivered", "canceled");

        /** Whether it left, or may have. */
        public boolean left() {
            return outcome.filter(word -> !word.equals("accepted") && !word.equals("unknown"))
                    .isEmpty();
        }

        /** Whether the provider said that the message did not arrive. */
        public boolean lost() {
            return provider.filter(NOT_ARRIVED::contains).isPresent();
        }

        /** Whether a later try might do. */
        public boolean mayRepeat() {
            return outcome.filter("retry"::equals).isPresent();
        }
    }

    /** A channel that was down; {@code until} is empty where it still is. */
    public record Outage(Channel channel, Instant from, Optional<Instant> until) {
        /** Whether it was down at any time between the two instants. */
        public boolean meets(Channel other, Instant since, Instant to) {
            return channel == other
                    && !from.isAfter(to)
                    && until.map(end -> !end.isBefore(since)).orElse(true);
        }
    }
}
