package org.tickler.engine.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickler.engine.store.DueReminder;
import org.tickler.engine.store.IncidentStore;
import org.tickler.engine.store.SheetRow;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.remind.AskId;

/**
 * What is known at the moment a claim is dispatched, read at once for all of it.
 *
 * @param entries those that the claim is about, and those from which the moved ones of them follow
 * @param people everyone of the firm, and the mailboxes outside that sheets go to
 * @param unusable addresses that must not be used, each with the reason
 * @param incident the channel's, while it lasts
 * @param sheets those that are to be sent, by ask
 * @param threads the messages that each reader had on each entry by this channel
 * @param pasts of entries of which the claim says that they were moved or called off, what they were
 */
record Facts(
        Instant now,
        Office office,
        People people,
        Map<MatterId, Matter> matters,
        Map<EntryId, Entry> entries,
        Map<String, String> unusable,
        Optional<IncidentStore.Incident> incident,
        Map<EntryId, Map<PersonId, List<String>>> threads,
        Map<EntryId, Past> pasts,
        Map<AskId, SheetRow> sheets) {

    Optional<Person> reader(DueReminder reminder) {
        return people.find(reminder.reader());
    }

    /** The sheet that the reminder puts; empty where it puts none. */
    Optional<SheetRow> sheet(DueReminder reminder) {
        return Optional.ofNullable(sheets.get(reminder.ask().id()));
    }

    Optional<Entry> entry(DueReminder reminder) {
        return reminder.about().map(about -> entries.get(about.entry()));
    }

    Optional<Matter> matter(DueReminder reminder) {
        return reminder.about().map(about -> matters.get(about.matter()));
    }

    List<String> thread(DueReminder reminder) {
        return reminder.about()
                .map(about -> threads.getOrDefault(about.entry(), Map.of()).getOrDefault(reminder.reader(), List.of()))
                .orElse(List.of());
    }

    Optional<Past> past(EntryId id) {
        return Optional.ofNullable(pasts.get(id));
    }

    /** The same, a little later. */
    Facts at(Instant later) {
        return new Facts(later, office, people, matters, entries, unusable, incident, threads, pasts, sheets);
    }

    Facts with(Optional<IncidentStore.Incident> next) {
        return new Facts(now, office, people, matters, entries, unusable, next, threads, pasts, sheets);
    }
}
