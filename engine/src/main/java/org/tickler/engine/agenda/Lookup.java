package org.tickler.engine.agenda;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.tickler.engine.store.AgendaStore;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.WaitingAskStore;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.remind.AskId;

/// Entries, matters, people and asks, one by one or all, as one person may see them: what that person may not see is
/// not
/// known. Each answer is read on one snapshot.
public final class Lookup {
    private final Database database;
    private final PersonId viewer;
    private final Instant now;

    /// @param viewer who looks
    /// @param now on whose day what the person may see is judged
    public Lookup(Database database, PersonId viewer, Instant now) {
        this.database = database;
        this.viewer = viewer;
        this.now = now;
    }

    /// An ask that waits for an answer.
    public record Asked(WaitingAskStore.Waiting waiting, Entry entry, Matter matter) {}

    /// Entries by civil date; those that wait for one come last.
    ///
    /// @throws NoSuchName where the person or the matter that is asked for is not known
    public List<Line> entries(Wanted wanted) {
        return seen(sights -> {
            wanted.matter().ifPresent(id -> require(sights, id));
            wanted.person().ifPresent(id -> person(sights, id));
            List<Entry> entries = AgendaStore.entries(
                            sights.handle(), new AgendaStore.Days(wanted.from(), wanted.to()), wanted.matter())
                    .stream()
                    .filter(entry ->
                            wanted.statuses().isEmpty() || wanted.statuses().contains(entry.status()))
                    .filter(entry -> wanted.kinds().isEmpty() || wanted.kinds().contains(entry.kind()))
                    .toList();
            sights.load(entries.stream().map(Entry::matter).distinct().toList());
            return entries.stream()
                    .<Line>flatMap(entry -> sights.matter(entry.matter()).stream()
                            .filter(matter -> wanted.person()
                                    .filter(person -> !entry.concerns(person, matter, sights.today(person)))
                                    .isEmpty())
                            .map(matter -> new Line.OfEntry(entry, matter)))
                    .toList();
        });
    }

    /// One entry, in whatever status.
    ///
    /// @throws NoSuchName where it is not known
    public Line.OfEntry entry(EntryId id) {
        return seen(sights -> {
            Entry entry = EntryStore.find(sights.handle(), id)
                    .filter(one -> sights.matter(one.matter()).isPresent())
                    .orElseThrow(() -> new NoSuchName("the entry", id.value(), List.of()));
            return new Line.OfEntry(entry, sights.matter(entry.matter()).orElseThrow());
        });
    }

    /// Those of the entries that are there and that the viewer may not see.
    public Set<EntryId> hidden(Collection<EntryId> ids) {
        return seen(sights -> {
            Map<EntryId, Entry> found = EntryStore.find(sights.handle(), ids);
            sights.load(found.values().stream().map(Entry::matter).distinct().toList());
            return found.values().stream()
                    .filter(entry -> sights.matter(entry.matter()).isEmpty())
                    .map(Entry::id)
                    .collect(Collectors.toUnmodifiableSet());
        });
    }

    /// Matters by id.
    public List<Matter> matters() {
        return seen(sights -> {
            List<MatterId> ids = MatterStore.ids(sights.handle());
            sights.load(ids);
            return ids.stream().flatMap(id -> sights.matter(id).stream()).toList();
        });
    }

    /// One matter.
    ///
    /// @throws NoSuchName where it is not known
    public Matter matter(MatterId id) {
        return seen(sights -> require(sights, id));
    }

    /// People by id.
    public List<Person> people() {
        return seen(sights -> sights.people().all().stream()
                .filter(sights::sees)
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .toList());
    }

    /// One person.
    ///
    /// @throws NoSuchName where nobody of that id is known
    public Person person(PersonId id) {
        return seen(sights -> person(sights, id));
    }

    /// The asks that wait for an answer, of one person or, where nobody is named, of everybody; the first put first.
    ///
    /// @throws NoSuchName where the person is not known
    public List<Asked> asks(Optional<PersonId> person) {
        return seen(sights -> {
            person.ifPresent(id -> person(sights, id));
            return WaitingAskStore.all(sights.handle(), person).stream()
                    .flatMap(waiting -> asked(sights, waiting).stream())
                    .toList();
        });
    }

    /// An ask in whatever state.
    ///
    /// @throws NoSuchName where it is not known
    public Asked ask(AskId id) {
        return seen(sights -> WaitingAskStore.find(sights.handle(), id)
                .flatMap(waiting -> asked(sights, waiting))
                .orElseThrow(() -> new NoSuchName("the ask", id.value(), List.of())));
    }

    private <T> T seen(Function<Sights, T> read) {
        return database.inSnapshot((Handle handle) -> {
            Sights sights = new Sights(handle, now);
            sights.lookedAtBy(viewer);
            return read.apply(sights);
        });
    }

    private static Optional<Asked> asked(Sights sights, WaitingAskStore.Waiting waiting) {
        return waiting.ask()
                .entry()
                .flatMap(id -> EntryStore.find(sights.handle(), id))
                .flatMap(entry -> sights.matter(entry.matter()).map(matter -> new Asked(waiting, entry, matter)));
    }

    private static Person person(Sights sights, PersonId id) {
        return sights.people()
                .find(id)
                .filter(sights::sees)
                .orElseThrow(() -> new NoSuchName(
                        "the person",
                        id.value(),
                        sights.people().all().stream()
                                .filter(sights::sees)
                                .map(one -> one.id().value())
                                .toList()));
    }

    private static Matter require(Sights sights, MatterId id) {
        return sights.matter(id).orElseThrow(() -> {
            List<MatterId> ids = MatterStore.ids(sights.handle());
            sights.load(ids);
            return new NoSuchName(
                    "the matter",
                    id.value(),
                    ids.stream()
                            .filter(one -> sights.matter(one).isPresent())
                            .map(MatterId::value)
                            .toList());
        });
    }
}
