package org.tickler.engine.dispatch.words;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.Stated;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.Person;
import org.tickler.rules.remind.Purpose;

/**
 * What a message is to say.
 *
 * @param firm the firm's name
 * @param possibleDuplicate whether the reader may have had it already
 */
public record MessageFacts(Person reader, String firm, boolean possibleDuplicate, List<Line> lines) {
    public MessageFacts {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a message needs at least one line");
        }
    }

    /**
     * One reminder of it.
     *
     * @param template the rung's own words; empty, or none of that name: those of the purpose
     * @param subject what it is about; empty for what concerns the engine itself
     * @param why the rung or the rule that calls for it
     * @param late by how much it leaves after its time; empty: it is in time
     * @param enteredLate whether its time had passed when it was first owed
     * @param answer how to answer; empty where no answer is wanted
     */
    public record Line(
            Purpose purpose,
            Optional<String> template,
            Optional<Subject> subject,
            String why,
            Optional<Duration> late,
            boolean enteredLate,
            Optional<Answer> answer) {}

    /**
     * An entry and the matter it is on.
     *
     * @param change what a notice tells of; empty for what is none
     * @param call who is to be called, by name; empty: nobody
     */
    public record Subject(Entry entry, Matter matter, Optional<Change> change, Optional<String> call) {
        /** No change, and nobody to be called. */
        public Subject(Entry entry, Matter matter) {
            this(entry, matter, Optional.empty(), Optional.empty());
        }
    }

    /**
     * How an entry came to stand as it does.
     *
     * @param was what the reader was told last; empty: that is not known
     * @param how who changed it and why, for those of the firm
     */
    public record Change(Optional<Stated> was, String how) {}

    /** Where and until when to answer, and the code of a reply. */
    public record Answer(String code, URI link, Optional<String> within) {}
}
