package org.tickler.engine.dispatch;

import java.util.Optional;
import org.tickler.engine.dispatch.words.MessageFacts;
import org.tickler.engine.store.DueReminder;
import org.tickler.engine.store.StoredRevision;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.firm.Person;
import org.tickler.rules.remind.Purpose;

/** What a notice says of a change: what it was, who changed it, and why. */
final class Changes {
    private Changes() {}

    /** Empty where {@code reminder} is no notice. */
    static Optional<MessageFacts.Change> of(DueReminder reminder, Facts facts) {
        boolean notice = reminder.purpose() == Purpose.MOVED || reminder.purpose() == Purpose.CANCELLED;
        if (!notice) {
            return Optional.empty();
        }
        return reminder.about()
                .flatMap(about -> facts.entry(reminder).map(entry -> {
                    Optional<Past> past = facts.past(entry.id());
                    return new MessageFacts.Change(
                            past.flatMap(one -> one.before(about.revision(), reminder.reader())),
                            past.flatMap(one -> one.revision(about.revision()))
                                    .map(revision -> sentence(revision, entry, facts))
                                    .orElse(""));
                }));
    }

    /** Whose doing it was stands first: that the court moved it is not that we had it wrong. */
    private static String sentence(StoredRevision revision, Entry entry, Facts facts) {
        if (entry.origin() instanceof Origin.Derived derived && isRules(revision)) {
            return following(derived.trigger(), facts);
        }
        String how = switch (revision.cause()) {
            case MOVED -> "The court moved it";
            case CORRECTED -> "We had it wrong";
            case CANCELLED -> "It was called off";
            case UNDONE -> "A slip was taken back";
            case ORDERED -> "An order set it";
            case EXTENDED -> "The time was extended";
            case BY_RULE -> "What its rule says holds again";
            case TRANSFERRED -> "The matter comes before another court";
            case LOADED -> "Its source changed it";
            case COURT_CLOSED -> "The court does not sit on its day";
            case CLOSURE_TAKEN_BACK -> "The closure of the court was taken back";
            default -> "It was changed";
        };
        return how + revision.reason().map(why -> ": " + why).orElse("") + who(revision, facts);
    }

    private static boolean isRules(StoredRevision revision) {
        return switch (revision.cause()) {
            case DERIVED -> true;
            default -> false;
        };
    }

    private static String following(EntryId trigger, Facts facts) {
        Optional<Entry> from = Optional.ofNullable(facts.entries().get(trigger));
        if (from.isEmpty()) {
            return "It follows from another entry";
        }
        String why = facts.past(trigger)
                .flatMap(past -> past.revision(from.get().revision().number()))
                .filter(revision -> revision.number() > 1 && !isRules(revision))
                .map(revision -> ". " + sentence(revision, from.get(), facts))
                .orElse("");
        return "It follows from " + from.get().title() + why;
    }

    private static String who(StoredRevision revision, Facts facts) {
        return person(revision.by(), facts)
                .map(person -> " (" + person.name() + ")")
                .orElse("");
    }

    private static Optional<Person> person(String by, Facts facts) {
        return facts.people().all().stream()
                .filter(person -> person.id().value().equals(by))
                .findFirst();
    }
}
