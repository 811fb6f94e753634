package org.tickler.engine.agenda;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tickler.engine.store.AgendaReminder;
import org.tickler.engine.store.AgendaStore;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.InstructionStore;
import org.tickler.engine.store.MatterActStore;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.ReceiptStore;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.MatterAct;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.docket.When;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.PersonId;

/// Answers what is on the agenda, and where words stand. Each answer is read on one snapshot.
public final class Agenda {
    private static final Comparator<Line> BY_TIME = Comparator.comparing(Agenda::civil);

    /// Of so many entries the nearest is sought where an id is not known.
    private static final int CANDIDATES = 1000;

    private final Database database;

    public Agenda(Database database) {
        this.database = database;
    }

    /// Entries and reminders in whatever state, in the order of their civil dates and hours; whole days stand before
    /// the hours of the same day, and what waits for a date stands last, where the query has no end.
    ///
    /// @throws NoSuchName where the viewer, the person or the matter is not known; a matter that the viewer may not
    ///     see is not known to the viewer
    public List<Line> lines(AgendaQuery query, Instant now) {
        return database.inSnapshot(handle -> {
            Sights sights = new Sights(handle, now);
            query.viewer().ifPresent(sights::lookedAtBy);
            query.person().ifPresent(sights::lookedAtBy);
            query.matter().ifPresent(id -> requireSeen(handle, sights, id));
            var days = new AgendaStore.Days(query.from(), query.to());
            List<Entry> entries = AgendaStore.entries(handle, days, query.matter());
            List<AgendaReminder> reminders = AgendaStore.reminders(handle, days, query.matter());
            sights.load(Stream.concat(
                            entries.stream().map(Entry::matter),
                            reminders.stream()
                                    .flatMap(one -> one.about().stream())
                                    .map(AgendaReminder.About::matter))
                    .distinct()
                    .toList());
            List<Line> lines = new ArrayList<>(entryLines(entries, query.person(), sights));
            reminders.stream()
                    .filter(one -> sights.sees(one) && isFor(one, query.person()))
                    .map(Line.OfReminder::new)
                    .forEach(lines::add);
            lines.sort(BY_TIME);
            return List.copyOf(lines);
        });
    }

    /// Entries, matters and people that hold every one of the words, in any case and in whatever column: of an entry
    /// also its matter's number and title. Matters come first, then people, then entries by date; of each at most
    /// `most`. No words, nothing found.
    ///
    /// @param viewer as in [AgendaQuery#viewer()]
    /// @throws NoSuchName where the viewer is not known
    public List<Line> find(String words, Optional<PersonId> viewer, int most, Instant now) {
        List<String> each = Stream.of(words.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (each.isEmpty()) {
            return List.of();
        }
        return database.inSnapshot(handle -> {
            Sights sights = new Sights(handle, now);
            viewer.ifPresent(sights::lookedAtBy);
            List<MatterId> matters = AgendaStore.mattersSaying(handle, each);
            List<Entry> entries = AgendaStore.entriesSaying(handle, each);
            sights.load(Stream.concat(matters.stream(), entries.stream().map(Entry::matter))
                    .distinct()
                    .toList());
            Stream<Line> found = matters.stream()
                    .flatMap(id -> sights.matter(id).stream())
                    .limit(most)
                    .map(Line.OfMatter::new);
            Stream<Line> people = AgendaStore.peopleSaying(handle, each).stream()
                    .flatMap(id -> sights.people().find(id).stream())
                    .filter(sights::sees)
                    .limit(most)
                    .map(Line.OfPerson::new);
            Stream<Line> dated =
                    entryLines(entries, Optional.empty(), sights).stream().limit(most);
            return Stream.of(found, people, dated).flatMap(lines -> lines).toList();
        });
    }

    /// Why an entry is on the docket.
    ///
    /// @param viewer as in [AgendaQuery#viewer()]
    /// @throws NoSuchName where the viewer or the entry is not known; what the viewer may not see is not known to
    ///     the viewer
    public Explanation explain(EntryId id, Optional<PersonId> viewer, Instant now) {
        return database.inSnapshot(handle -> {
            Sights sights = new Sights(handle, now);
            viewer.ifPresent(sights::lookedAtBy);
            Entry asked = EntryStore.find(handle, id)
                    .filter(entry -> sights.matter(entry.matter()).isPresent())
                    .orElseThrow(() -> new NoSuchName("the entry", id.value(), seen(handle, sights, now)));
            return new Explanation(sights.matter(asked.matter()).orElseThrow(), links(handle, asked));
        });
    }

    /** A matter; empty where there is none, or {@code viewer} may not see it. */
    public Optional<Matter> matter(MatterId id, Optional<PersonId> viewer, Instant now) {
        return database.inSnapshot(handle -> {
            Sights sights = new Sights(handle, now);
            viewer.ifPresent(sights::lookedAtBy);
            return sights.matter(id);
        });
    }

    private static List<Explanation.Link> links(Handle handle, Entry asked) {
        List<Explanation.Link> links = new ArrayList<>();
        List<MatterAct> acts =
                MatterActStore.acts(handle, List.of(asked.matter())).getOrDefault(asked.matter(), List.of());
        Set<EntryId> met = new HashSet<>();
        @Nullable Entry next = asked;
        while (next != null && met.add(next.id())) {
            links.add(new Explanation.Link(
                    next,
                    EntryStore.revisions(handle, next.id()),
                    InstructionStore.ofEntry(handle, next.id()),
                    ReceiptStore.ofEntry(handle, next.id()),
                    stayedBy(next, acts)));
            next = next.origin() instanceof Origin.Derived derived
                    ? EntryStore.find(handle, derived.trigger()).orElse(null)
                    : null;
        }
        return links;
    }

    private static Optional<MatterAct> stayedBy(Entry entry, List<MatterAct> acts) {
        return acts.stream()
                .filter(act -> entry.status() == EntryStatus.STAYED && act.isInForce())
                .filter(act -> act.stayed().containsKey(entry.id()))
                .findFirst();
    }

    private static List<String> seen(Handle handle, Sights sights, Instant now) {
        List<EntryId> open = EntryStore.openIds(handle, now, CANDIDATES);
        return EntryStore.find(handle, open).values().stream()
                .filter(entry -> sights.matter(entry.matter()).isPresent())
                .map(entry -> entry.id().value())
                .toList();
    }

    private static List<Line> entryLines(List<Entry> entries, Optional<PersonId> person, Sights sights) {
        return entries.stream()
                .<Line>flatMap(entry -> sights.matter(entry.matter()).stream()
                        .filter(matter ->
                                person.isEmpty() || entry.concerns(person.get(), matter, sights.today(person.get())))
                        .map(matter -> new Line.OfEntry(entry, matter)))
                .toList();
    }

    private static boolean isFor(AgendaReminder reminder, Optional<PersonId> person) {
        return person.isEmpty()
                || reminder.to().equals(person.get())
                || reminder.asked().equals(person.get());
    }

    private static void requireSeen(Handle handle, Sights sights, MatterId id) {
        if (sights.matter(id).isEmpty()) {
            List<MatterId> ids = MatterStore.ids(handle);
            sights.load(ids);
            throw new NoSuchName(
                    "the matter",
                    id.value(),
                    ids.stream()
                            .filter(one -> sights.matter(one).isPresent())
                            .map(MatterId::value)
                            .toList());
        }
    }

    private static LocalDateTime civil(Line line) {
        return switch (line) {
            case Line.OfEntry entry -> civil(entry.entry().when());
            case Line.OfReminder reminder -> reminder.reminder().due().local();
            case Line.OfMatter matter -> LocalDateTime.MAX;
            case Line.OfPerson person -> LocalDateTime.MAX;
        };
    }

    private static LocalDateTime civil(When when) {
        return switch (when) {
            case When.Timed timed -> timed.start();
            case When.AllDay day -> day.day().atStartOfDay();
            case When.Waiting waiting -> LocalDateTime.of(LocalDate.MAX, LocalTime.MAX);
        };
    }
}
