package org.tickler.rules.remind;

import java.time.Instant;
import java.util.Optional;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.firm.Person;
import org.tickler.rules.remind.RungTime.Offset;
import org.tickler.rules.remind.RungTime.Side;

/**
 * A rung put to one person, before it is settled whether it goes out, who gets it and by which channel.
 *
 * @param ladder the ladder's id; for a notice its purpose's word
 * @param wantsAnswer whether this person's answer is wanted
 * @param firstOwedAt since when the entry, the rules, the matter's team and the person all called for it
 * @param moment when it speaks
 * @param pace how soon a notice goes; empty for a rung
 */
record Draft(
        Purpose purpose,
        String ladder,
        Rung rung,
        Person asked,
        boolean wantsAnswer,
        Instant firstOwedAt,
        RungClock.Moment.At moment,
        Optional<Notices.Pace> pace) {
    Ask ask(Entry entry) {
        return new Ask(entry.id(), entry.revision().number(), ladder, rung.id(), asked.id(), 0);
    }

    Optional<TimeSpan> answer() {
        return wantsAnswer ? rung.answer().map(AnswerWanted::within) : Optional.empty();
    }

    /** Whether it speaks as soon as the entry is known, and so is never late by itself. */
    boolean whenKnown() {
        return rung.at() instanceof RungTime.WhenKnown;
    }

    boolean afterwards() {
        return rung.at() instanceof Offset offset && offset.side() == Side.AFTER;
    }

    /** Whether its time had passed when it was first owed. */
    boolean bornLate() {
        return moment.due().at().isBefore(firstOwedAt);
    }
}
