package org.tickler.engine.dispatch;

import java.time.LocalDate;
import java.util.Optional;
import org.tickler.engine.store.DueReminder;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.Sight;

/** The second stage: nobody is told of a matter that they may not see, whatever was true when it was planned. */
final class AllowedToSee implements Stage {
    @Override
    public Verdict judge(DueReminder reminder, Facts facts) {
        Optional<Person> reader = facts.reader(reminder);
        if (reader.isEmpty()) {
            return new Verdict.Failed(
                    reminder.reader() + " is not among the people of the firm, or cannot be read there");
        }
        LocalDate today = facts.now().atZone(reader.get().zone()).toLocalDate();
        if (reader.get().goneOn(today)) {
            return new Verdict.Failed(reminder.reader() + " has left the firm");
        }
        if (reminder.about().isEmpty()) {
            return new Verdict.Goes();
        }
        Optional<Matter> matter = facts.matter(reminder);
        if (matter.isEmpty()) {
            return new Verdict.Suppressed("its matter is not there");
        }
        return switch (Sight.sees(reader.get(), matter.get(), today)) {
            case Sight.Allowed allowed -> new Verdict.Goes();
            case Sight.Refused refused -> refused(reminder, "may not see it: " + refused.why());
        };
    }

    /** Where an answer is wanted, somebody who may see it must be asked. */
    private static Verdict refused(DueReminder reminder, String reason) {
        return reminder.wantsAnswer() ? new Verdict.Failed(reason) : new Verdict.Suppressed(reason);
    }
}
