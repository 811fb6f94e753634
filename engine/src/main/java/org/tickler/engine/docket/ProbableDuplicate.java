package org.tickler.engine.docket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.tickler.calendars.text.Words;
import org.tickler.engine.store.Json;
import org.tickler.engine.store.QuestionStore.Question;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Happening;
import org.tickler.rules.docket.Standing;

/**
 * Two entries that are probably the same. The one that was on the docket first goes on as it was; the second waits until
 * somebody says what it is, or until the first is off.
 *
 * @param second the one that waits; the question is about it
 * @param then its status once it is known to be something else
 */
record ProbableDuplicate(EntryId second, EntryId first, EntryStatus then) {
    static final String CODE = Words.of(Doubt.Code.PROBABLE_DUPLICATE);

    /** The pair that a question is about; empty where it is about something else. */
    static Optional<ProbableDuplicate> of(Question question) {
        if (!question.code().equals(CODE)) {
            return Optional.empty();
        }
        return Json.find(question.detail(), "other")
                .map(first -> new ProbableDuplicate(
                        question.entry(),
                        new EntryId(first),
                        Json.find(question.detail(), "then")
                                .flatMap(word -> Words.find(EntryStatus.class, word))
                                .orElse(EntryStatus.OPEN)));
    }

    /** What the question keeps of it. */
    ObjectNode detail() {
        return Json.object().put("other", first.value()).put("then", Words.of(then));
    }

    /** The second as it stands when it waits no longer; unchanged where it does not wait. */
    Entry released(Entry entry) {
        return entry.status() == EntryStatus.STAYED ? entry.after(Happening.RELEASED, then) : entry;
    }

    /** As {@link #released(Entry)}; a date that was set and that no second person has found right waits for one. */
    Entry released(Entry entry, Standing standing) {
        Entry released = released(entry);
        return standing.isUnverified() && released.status() == EntryStatus.OPEN
                ? released.after(Happening.DATED, EntryStatus.PROPOSED)
                : released;
    }
}
