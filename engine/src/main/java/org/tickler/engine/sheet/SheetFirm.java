package org.tickler.engine.sheet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.store.GuardStore;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.PersonStore;
import org.tickler.engine.store.SheetFactStore;
import org.tickler.engine.watch.guard.Responsible;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.guard.Guard;
import org.tickler.rules.remind.SheetClock;
import org.tickler.rules.remind.SpanCounter;

/** What all sheets of one moment are made of, read once, in one transaction. */
final class SheetFirm {
    /** As far ahead as any sheet looks, with room for zones. */
    static final int DAYS_AHEAD = 62;

    private final Handle handle;
    private final ActiveBook book;
    private final Instant now;
    private final People people;
    private final SheetClock clock;
    private final Map<MatterId, Matter> matters = new LinkedHashMap<>();
    private @Nullable List<Entry> live;
    private @Nullable Map<PersonId, List<GuardStore.Open>> missing;

    SheetFirm(Handle handle, ActiveBook book, Instant now) {
        this.handle = handle;
        this.book = book;
        this.now = now;
        this.people = PersonStore.all(handle);
        this.clock = new SheetClock(new SpanCounter(book.firm(), book.calendars()));
    }

    Handle handle() {
        return handle;
    }

    ActiveBook book() {
        return book;
    }

    Instant now() {
        return now;
    }

    People people() {
        return people;
    }

    SheetClock clock() {
        return clock;
    }

    /** All of the firm's, by id. */
    Map<MatterId, Matter> matters() {
        if (matters.isEmpty()) {
            MatterStore.find(handle, MatterStore.ids(handle)).forEach(matter -> matters.put(matter.id(), matter));
        }
        return matters;
    }

    Optional<Matter> matter(MatterId id) {
        return Optional.ofNullable(matters().get(id));
    }

    /** What is not over, by date: dated today or later, or to be done before and not done. */
    List<Entry> live() {
        if (live == null) {
            LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
            live = SheetFactStore.live(handle, today.minusDays(1), today.plusDays(DAYS_AHEAD));
        }
        return live;
    }

    /** What guards find missing, the oldest first, by whoever is to hear of it. */
    List<GuardStore.Open> missing(PersonId reader) {
        if (missing == null) {
            missing = found();
        }
        return missing.getOrDefault(reader, List.of());
    }

    private Map<PersonId, List<GuardStore.Open>> found() {
        Map<String, Guard> guards =
                book.rulebook().habits().watches().stream().collect(Collectors.toMap(Guard::id, guard -> guard));
        Responsible responsible = new Responsible(handle, people, book, now);
        Map<PersonId, List<GuardStore.Open>> found = new HashMap<>();
        for (GuardStore.Open open : GuardStore.open(handle)) {
            Optional<MatterId> about = open.finding().matter();
            Optional<Matter> matter = about.flatMap(this::matter);
            Optional<Guard> guard = Optional.ofNullable(guards.get(open.guard()));
            if (guard.isPresent() && about.isPresent() == matter.isPresent()) {
                responsible
                        .of(guard.get(), matter)
                        .forEach(person -> found.computeIfAbsent(person.id(), id -> new ArrayList<>())
                                .add(open));
            }
        }
        return found;
    }

    /** What a person is called; what is no person's id, such as a source, is called as it is. */
    String name(String who) {
        try {
            return people.find(new PersonId(who)).map(Person::name).orElse(who);
        } catch (IllegalArgumentException e) {
            return who;
        }
    }
}
