package org.tickler.engine.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.tickler.engine.store.DueReminder;
import org.tickler.engine.store.IncidentStore.Incident;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonKind;
import org.tickler.rules.remind.Purpose;

/**
 * The fifth stage: whether the planned channel can reach the reader now. It never picks another one itself: a reminder that
 * cannot go by its channel has failed by it, and that leads to the next.
 */
final class ChooseChannel {
    /** While a channel is down, it is tried this often. */
    private static final Duration PAUSE = Duration.ofMinutes(1);
    /** So long a reminder waits for its channel, if it can. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    /** So long before it stops being of use, it is led on. */
    private static final Duration MARGIN = Duration.ofMinutes(10);

    private ChooseChannel() {}

    /** Whether the reader can be reached by {@code channel} at all. */
    static Verdict judge(Person reader, Channel channel, Facts facts) {
        Optional<String> address = reader.reach().address(channel);
        if (address.isEmpty()) {
            return new Verdict.Failed(reader.id() + " has no address for " + name(channel));
        }
        if (reader.reach().never().contains(channel)) {
            return new Verdict.Failed(reader.id() + " is never to be told by " + name(channel));
        }
        if (reader.kind() == PersonKind.CLIENT && !consented(reader, channel, facts.now())) {
            return new Verdict.Failed(reader.id() + " has not consented to " + name(channel));
        }
        String unusable = facts.unusable().get(address.get());
        return unusable == null
                ? new Verdict.Goes()
                : new Verdict.Failed(name(channel) + " address of " + reader.id() + " is not used: " + unusable);
    }

    /**
     * What becomes of a reminder while its channel is down: it waits for it, or is led on before it stops being of use.
     * What tells the last resort waits however long it takes: nobody comes after.
     */
    static Verdict duringIncident(DueReminder reminder, Incident incident, Facts facts) {
        Instant now = facts.now();
        String down = name(incident.channel()) + " is down since " + incident.began() + ": " + incident.reason();
        Instant next = now.plus(PAUSE);
        Instant waited = reminder.times().due().isAfter(incident.began())
                ? reminder.times().due()
                : incident.began();
        boolean last = reminder.purpose() != Purpose.RUNG
                && reminder.reader().equals(facts.office().lastResort());
        boolean patient = next.isBefore(waited.plus(PATIENCE));
        boolean useful = Usefulness.until(reminder, facts)
                .map(until -> next.plus(MARGIN).isBefore(until))
                .orElse(true);
        return last || patient && useful ? new Verdict.Waits(next, "waits: " + down) : new Verdict.Failed(down);
    }

    /** {@code e-mail} or {@code SMS}. */
    static String name(Channel channel) {
        return switch (channel) {
            case EMAIL -> "e-mail";
            case SMS -> "SMS";
        };
    }

    private static boolean consented(Person reader, Channel channel, Instant now) {
        return reader.reach()
                .consented(channel)
                .filter(since -> !since.isAfter(reader.dayAt(now)))
                .isPresent();
    }
}
