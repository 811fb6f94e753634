package org.tickler.engine.dispatch;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tickler.engine.store.Claim;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.DueReminder;
import org.tickler.engine.store.DueStore;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.IncidentStore;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.PersonStore;
import org.tickler.engine.store.SuppressionStore;
import org.tickler.engine.store.Synthetic;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.People;

/** Reads what the stages need to know of a claim, at one moment. */
final class FactsReader {
    private FactsReader() {}

    static Facts read(Database database, Claim claim, Office office) {
        List<DueReminder.About> abouts = claim.reminders().stream()
                .flatMap(reminder -> reminder.about().stream())
                .toList();
        List<EntryId> entries = distinct(abouts, DueReminder.About::entry);
        List<MatterId> matters = distinct(abouts, DueReminder.About::matter);
        Channel channel = claim.channel();
        return database.inSnapshot(handle -> {
            People people = people(PersonStore.all(handle), claim);
            List<String> addresses = claim.reminders().stream()
                    .flatMap(reminder -> people.find(reminder.reader()).stream())
                    .flatMap(reader -> reader.reach().address(channel).stream())
                    .distinct()
                    .toList();
            return new Facts(
                    claim.at(),
                    office,
                    people,
                    MatterStore.find(handle, matters).stream()
                            .collect(Collectors.toMap(Matter::id, Function.identity())),
                    EntryStore.find(handle, entries),
                    SuppressionStore.find(handle, channel, addresses),
                    IncidentStore.find(handle, channel),
                    DueStore.threads(handle, entries, channel));
        });
    }

    private static People people(People known, Claim claim) {
        boolean synthetic = claim.reminders().stream().anyMatch(reminder -> Synthetic.is(reminder.reader()));
        return synthetic && known.find(Synthetic.ID).isEmpty()
                ? new People(Stream.concat(known.all().stream(), Stream.of(Synthetic.READER))
                        .toList())
                : known;
    }

    private static <T> List<T> distinct(List<DueReminder.About> abouts, Function<DueReminder.About, T> part) {
        return abouts.stream().map(part).distinct().toList();
    }
}
