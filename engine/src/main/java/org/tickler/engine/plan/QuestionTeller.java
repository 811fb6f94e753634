package org.tickler.engine.plan;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.tickler.calendars.text.Words;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.QuestionStore;
import org.tickler.engine.store.QuestionStore.Question;
import org.tickler.engine.store.ScheduleStore;
import org.tickler.engine.store.Stamp;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.remind.Ask;
import org.tickler.rules.remind.PlannedReminder;
import org.tickler.rules.remind.PlannedReminder.Due;
import org.tickler.rules.remind.PlannedReminder.Fate;
import org.tickler.rules.remind.Purpose;
import org.tickler.rules.remind.QuietHours;

/**
 * Puts open questions that nobody has been told of into reminders, due at once, or when the quiet hours of the person asked
 * end, if that is before the entry is due. They leave as one message a person. Past {@value #SINGLY} questions to one person
 * the last of them says how many more there are, so that the first load of ten years of history is one readable message.
 */
public final class QuestionTeller {
    static final int SINGLY = 24;
    private static final int AT_ONCE = 2000;

    private final Database database;
    private final ActiveBook book;
    private final People people;

    /** Tells people of the firm what {@code book} is planned with. */
    public QuestionTeller(Database database, ActiveBook book, People people) {
        this.database = database;
        this.book = book;
        this.people = people;
    }

    /** Tells of all of them. One that is told is never told again. */
    public void tell(Instant at) {
        Map<PersonId, Integer> told = new HashMap<>();
        Map<PersonId, Question> last = new HashMap<>();
        while (database.inTransaction(handle -> tell(handle, told, last, at)) == AT_ONCE) {
            // the next page
        }
        List<PlannedReminder> more = new ArrayList<>();
        told.forEach((person, count) -> {
            Question one = last.get(person);
            if (one != null) {
                more.addAll(reminders(one, one.sentence() + more(count - SINGLY - 1), at, Optional.empty()));
            }
        });
        database.inTransaction(handle -> add(handle, more, at));
    }

    private static String more(int count) {
        return count == 0
                ? ""
                : " And " + count + (count == 1 ? " more question" : " more questions")
                        + " to you; the report of the load has them all, and so has tickler status";
    }

    private int tell(Handle handle, Map<PersonId, Integer> told, Map<PersonId, Question> last, Instant at) {
        List<Question> questions = QuestionStore.untold(handle, AT_ONCE);
        Map<EntryId, Entry> entries =
                EntryStore.find(handle, questions.stream().map(Question::entry).toList());
        List<PlannedReminder> planned = new ArrayList<>();
        for (Question question : questions) {
            Optional<Entry> entry = Optional.ofNullable(entries.get(question.entry()));
            int number = told.merge(question.asked(), 1, Integer::sum);
            if (number <= SINGLY) {
                planned.addAll(reminders(question, question.sentence(), at, entry));
            } else {
                last.putIfAbsent(question.asked(), question);
            }
        }
        add(handle, planned, at);
        QuestionStore.told(handle, questions.stream().map(Question::id).toList());
        return questions.size();
    }

    private int add(Handle handle, List<PlannedReminder> reminders, Instant at) {
        ScheduleStore.add(handle, reminders, Stamp.of(book.fingerprint(), at));
        return reminders.size();
    }

    /** On the first channel of the person asked; none where nobody can be reached, which {@code status} shows. */
    private List<PlannedReminder> reminders(Question question, String why, Instant at, Optional<Entry> entry) {
        Optional<Person> person = people.find(question.asked());
        Optional<Channel> channel =
                person.flatMap(found -> found.reach().usable().stream().findFirst());
        if (person.isEmpty() || channel.isEmpty()) {
            return List.of();
        }
        Instant before = entry.flatMap(about -> about.when().dueAt())
                .filter(at::isBefore)
                .orElse(Instant.MAX);
        Instant due = QuietHours.wait(at, person.get(), before);
        Ask ask = new Ask(
                question.entry(),
                entry.map(about -> about.revision().number()).orElse(1),
                Words.of(Purpose.QUESTION),
                question.code() + " " + question.id(),
                question.asked(),
                0);
        return List.of(new PlannedReminder(
                ask.on(channel.get()),
                ask,
                question.matter(),
                Purpose.QUESTION,
                question.asked(),
                channel.get(),
                new Due(
                        due,
                        LocalDateTime.ofInstant(due, person.get().zone()),
                        person.get().zone()),
                at,
                new Fate.Goes(),
                Optional.empty(),
                why));
    }
}
