package org.tickler.engine.docket;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.text.Words;
import org.tickler.engine.audit.Audit;
import org.tickler.engine.audit.AuditRecord;
import org.tickler.engine.docket.MatterActResult.Written;
import org.tickler.engine.store.Change;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.MatterActStore;
import org.tickler.engine.store.MatterActStore.Kind;
import org.tickler.engine.store.MatterActStore.Step;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.QuestionStore;
import org.tickler.rules.docket.Entry;

/** Writes what a step of an act on a matter comes to, with its audit records, in the handle's transaction. */
final class MatterActWriter {
    private final Handle handle;
    private final Signature by;
    private final Instant now;

    MatterActWriter(Handle handle, Signature by, Instant now) {
        this.handle = handle;
        this.by = by;
        this.now = now;
    }

    /** Writes it; the audit gets one row for the act itself, and one for each entry. Gives the step's name there. */
    String write(MatterActResult result) {
        Step step = result.step();
        String word = word(step);
        MatterStore.save(handle, result.matter());
        result.entries().forEach(one -> write(one, word));
        long act = MatterActStore.add(handle, step);
        MatterActStore.stay(handle, act, result.stayed(), now);
        if (step.kind() == Kind.DONE || step.kind() == Kind.CONFIRMED) {
            MatterActStore.open(
                    handle,
                    act,
                    result.of(Change.Cause.OPENED).stream().map(Entry::id).toList(),
                    now);
        }
        result.handedOn().forEach((other, entries) -> MatterActStore.stay(handle, other, entries, now));
        QuestionStore.ask(handle, result.questions(), now);
        MatterStore.touch(handle, List.of(step.matter()));
        Audit.record(handle, AuditRecord.ofMatter(now, by.by().value(), word, step.matter(), detail(act, result)));
        return word;
    }

    private void write(Written one, String word) {
        Entry after = one.after();
        String reason = word + by.reason().map(why -> ": " + why).orElse("");
        Change change = Change.act(one.cause(), by.by().value(), reason, now);
        if (one.before().isEmpty()) {
            EntryStore.insert(handle, List.of(after), change);
        } else {
            EntryStore.update(handle, List.of(after), change);
            settle(one, word);
        }
        Map<String, Object> detail = new LinkedHashMap<>();
        one.before().ifPresent(before -> detail.put("status-before", Words.of(before.status())));
        detail.put("after", DateWords.of(after));
        detail.put("status", Words.of(after.status()));
        detail.put("revision", after.revision().number());
        detail.put("why", one.why());
        Audit.record(
                handle,
                AuditRecord.of(now, by.by().value(), Words.of(one.cause()), after.matter(), after.id(), detail));
    }

    /** The second person's question has its answer once the task is over. */
    private void settle(Written one, String word) {
        if (one.after().status().isOver()) {
            QuestionStore.settle(
                    handle,
                    one.after().id(),
                    MatterActWork.SECOND_PERSON,
                    by.by().value(),
                    word,
                    now);
        }
    }

    private Map<String, Object> detail(long act, MatterActResult result) {
        Step step = result.step();
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("number", act);
        detail.put("on", step.reach().on().toString());
        detail.put("rule", step.reach().rule());
        step.reach().court().map(CalendarId::value).ifPresent(court -> detail.put("court", court));
        detail.put("entries", result.entries().size());
        if (!result.warnings().isEmpty()) {
            detail.put("warnings", result.warnings());
        }
        by.reason().ifPresent(why -> detail.put("reason", why));
        return detail;
    }

    /** {@code settled}, {@code stay-ended}, {@code closing-asked} and so on. */
    private static String word(Step step) {
        return switch (step.kind()) {
            case DONE, CONFIRMED -> step.sort().participle();
            default -> step.sort().noun() + "-" + Words.of(step.kind());
        };
    }
}
