package org.tickler.engine.answer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tickler.engine.store.Answer;
import org.tickler.engine.store.AskRow;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.Person;
import org.tickler.rules.remind.AskId;

/**
 * What the answer page of one ask shows.
 *
 * @param firm its name
 * @param entry as it stands now, which may be another revision than the ask's
 * @param reader whose page it is: the person asked, or who took it over
 * @param why why it is put now, in words
 * @param said what others asked by the same rung have said, the first first
 * @param newer the ask for the entry's present date that waits for the same reader, where this one is of an earlier date
 * @param ways who can answer, and how
 */
public record AnswerSheet(
        String firm,
        AskRow ask,
        Entry entry,
        Matter matter,
        Person reader,
        String why,
        List<Said> said,
        Optional<AskId> newer,
        Ways ways) {
    public AnswerSheet {
        said = List.copyOf(said);
    }

    /** What somebody else said. */
    public record Said(String name, Answer answer, Instant at) {}

    /**
     * Who can answer, and what has been answered.
     *
     * @param answerers who may: the reader, and those who answer for that person
     * @param colleagues whom it can be passed on to
     * @param givenBy the name of whoever gave the answer that stands
     * @param passedTo the name of the colleague whom it was last passed on to
     */
    public record Ways(
            List<Person> answerers, List<Person> colleagues, Optional<String> givenBy, Optional<String> passedTo) {
        public Ways {
            answerers = List.copyOf(answerers);
            colleagues = List.copyOf(colleagues);
        }
    }

    /** Whether the entry was moved since the ask was put. */
    public boolean moved() {
        return entry.revision().number() > ask.revision();
    }
}
