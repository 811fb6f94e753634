package org.tickler.engine.answer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.store.AnswerStore;
import org.tickler.engine.store.AskRow;
import org.tickler.engine.store.AskStore;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.FollowUpStore;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.PersonStore;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.Sight;
import org.tickler.rules.remind.AskId;

/// Gathers what the page of an ask shows. Reads only.
final class AnswerSheets {

    /// For so long after the entry was due its page can still be read.
    private static final Duration PAGE_LASTS = Duration.ofDays(90);

    private AnswerSheets() {}

    /// Empty where the page's time is over, or its reader may no longer see the matter.
    static Optional<AnswerSheet> of(Handle handle, ActiveBook book, AskRow ask, Instant now) {
        Optional<Entry> entry = ask.entry().flatMap(id -> EntryStore.find(handle, id));
        Optional<Matter> matter = ask.matter().flatMap(id -> MatterStore.find(handle, id));
        Optional<Person> reader =
                PersonStore.find(handle, AskStore.reader(handle, ask.id()).orElse(ask.asked()));
        if (entry.isEmpty() || matter.isEmpty() || reader.isEmpty()) {
            return Optional.empty();
        }
        boolean expired = entry.get()
                .when()
                .dueAt()
                .filter(due -> due.plus(PAGE_LASTS).isBefore(now))
                .isPresent();
        Sight sight = Sight.sees(
                reader.get(), matter.get(), now.atZone(reader.get().zone()).toLocalDate());
        if (expired || !sight.allowed()) {
            return Optional.empty();
        }
        PassOn passing = PassOn.of(handle, book, ask, entry.get(), matter.get(), now);
        List<Person> colleagues = ask.answerWithin().isPresent() ? passing.possible() : List.of();
        return Optional.of(new AnswerSheet(
                book.firm().name(),
                ask,
                entry.get(),
                matter.get(),
                reader.get(),
                FollowUpStore.why(handle, ask.id()).orElse(""),
                said(handle, ask),
                newer(handle, ask, entry.get()),
                new AnswerSheet.Ways(
                        Answerers.of(handle, ask, matter.get(), now).all(),
                        colleagues,
                        ask.given().map(given -> name(handle, given.by())),
                        passed(handle, ask).map(other -> name(handle, other.to())))));
    }

    /// Whom the ask was passed on to last.
    static Optional<AnswerStore.Passed> passed(Handle handle, AskRow ask) {
        return AnswerStore.of(handle, List.of(ask.id())).stream()
                .flatMap(row -> row.passed().stream())
                .reduce((one, later) -> later);
    }

    static String name(Handle handle, PersonId id) {
        return PersonStore.find(handle, id).map(Person::name).orElse(id.value());
    }

    private static List<AnswerSheet.Said> said(Handle handle, AskRow ask) {
        return AskStore.ofRung(handle, ask).stream()
                .filter(other -> !other.id().equals(ask.id()))
                .flatMap(other -> other.given().stream())
                .sorted((one, other) -> one.at().compareTo(other.at()))
                .map(given -> new AnswerSheet.Said(name(handle, given.by()), given.answer(), given.at()))
                .toList();
    }

    /// The ask for the entry's present date that was put to the same person; empty where none was yet.
    static Optional<AskId> newer(Handle handle, AskRow ask, Entry entry) {
        return AskStore.waiting(handle, entry.id(), ask.asked()).stream()
                .filter(other -> other.revision() == entry.revision().number() && other.revision() > ask.revision())
                .map(AskRow::id)
                .findFirst();
    }
}
