package org.tickler.engine.docket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.tickler.calendars.text.Words;
import org.tickler.engine.audit.Audit;
import org.tickler.engine.audit.AuditRecord;
import org.tickler.engine.docket.Act.ReceiptGiven;
import org.tickler.engine.docket.Act.Verdict;
import org.tickler.engine.store.ActBeforeStore;
import org.tickler.engine.store.ActBeforeStore.Stamped;
import org.tickler.engine.store.Change;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.InstructionStore;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.QuestionStore.Question;
import org.tickler.engine.store.ReceiptStore;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.Instruction;

/** Writes what acts come to, with their audit records, in the handle's transaction. */
final class ActWriter {
    private final Handle handle;
    private final Signature by;
    private final Instant now;

    ActWriter(Handle handle, Signature by, Instant now) {
        this.handle = handle;
        this.by = by;
        this.now = now;
    }

    void write(ActResult result) {
        Entry after = result.after();
        Stamped act = new Stamped(word(result), by.by(), now);
        if (result.before().isEmpty()) {
            EntryStore.insert(handle, List.of(after), change(result));
            ActBeforeStore.added(handle, after.matter(), List.of(after.id()), act);
        } else {
            ActBeforeStore.keep(handle, after.matter(), List.of(after.id()), act);
            if (!result.isInstructionAlone()) {
                EntryStore.update(handle, List.of(after), change(result));
            }
        }
        InstructionStore.add(handle, after.matter(), result.said());
        receipt(result).ifPresent(receipt -> ReceiptStore.add(handle, after.matter(), receipt));
        result.settles().settle(handle, after, by.by().value(), now);
        release(result);
        MatterStore.touch(handle, List.of(after.matter()));
        Audit.record(
                handle, AuditRecord.of(now, by.by().value(), word(result), after.matter(), after.id(), detail(result)));
    }

    private Change change(ActResult result) {
        List<String> why = new ArrayList<>();
        result.said().stream()
                .filter(said -> !said.what().isOfFacts())
                .forEach(said -> said.terms().source().ifPresent(why::add));
        by.reason().ifPresent(why::add);
        return new Change(
                cause(result),
                by.by().value(),
                why.isEmpty() ? Optional.empty() : Optional.of(String.join(": ", why)),
                now);
    }

    private Map<String, Object> detail(ActResult result) {
        Entry after = result.after();
        Map<String, Object> detail = new LinkedHashMap<>();
        result.before().ifPresent(before -> detail.put("before", DateWords.of(before)));
        detail.put("after", DateWords.of(after));
        detail.put("status", Words.of(after.status()));
        detail.put("revision", after.revision().number());
        receipt(result).ifPresent(receipt -> detail.put("receipt", words(receipt)));
        if (result.act() instanceof Act.Verify verify) {
            detail.put("read-from-paper", verify.read().isPresent());
        }
        for (Instruction said : result.said()) {
            said.terms().day().ifPresent(day -> detail.put("date", day.toString()));
            said.terms().source().ifPresent(source -> detail.put(said.what().isOfFacts() ? "facts" : "source", source));
        }
        List<String> settled =
                result.settles().questions().stream().map(Question::code).toList();
        if (!settled.isEmpty()) {
            detail.put("settled", settled);
        }
        by.reason().ifPresent(why -> detail.put("reason", why));
        return detail;
    }

    /** What waited as a probable duplicate of what is off reminds now. */
    private void release(ActResult result) {
        String reason = "the other, " + result.after().id() + ", is off";
        List<Entry> released = result.settles().released();
        ActBeforeStore.keep(
                handle,
                result.after().matter(),
                released.stream().map(Entry::id).toList(),
                new Stamped("kept", by.by(), now));
        EntryStore.update(
                handle, released, Change.act(Change.Cause.KEPT, by.by().value(), reason, now));
        for (Entry entry : released) {
            Map<String, Object> detail =
                    Map.of("after", DateWords.of(entry), "status", Words.of(entry.status()), "reason", reason);
            Audit.record(handle, AuditRecord.of(now, by.by().value(), "kept", entry.matter(), entry.id(), detail));
        }
    }

    /** The receipt that an act gives, as it is kept; empty: none. */
    private Optional<ReceiptStore.Row> receipt(ActResult result) {
        if (!(result.act() instanceof Act.Claim claim)) {
            return Optional.empty();
        }
        ReceiptGiven given = claim.receipt();
        return given.isEmpty() && given.verdict() != Verdict.REJECTED
                ? Optional.empty()
                : Optional.of(new ReceiptStore.Row(
                        claim.entry(), Words.of(given.verdict()), given.text(), given.file(), by.by(), now, by.road()));
    }

    private static Map<String, Object> words(ReceiptStore.Row receipt) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("verdict", receipt.verdict());
        receipt.text().ifPresent(text -> words.put("text", text));
        receipt.file().ifPresent(file -> {
            words.put("sha256", file.sha256());
            words.put("name", file.name());
            words.put("size", file.size());
        });
        words.put("road", Words.of(receipt.road()));
        return words;
    }

    /** What an act came to, as the audit calls it. */
    static String word(ActResult result) {
        return Words.of(cause(result));
    }

    private static Change.Cause cause(ActResult result) {
        return VerifyWork.other(result).isPresent() ? Change.Cause.DIFFERED : cause(result.act());
    }

    private static Change.Cause cause(Act act) {
        return switch (act) {
            case Act.Add add -> Change.Cause.ENTERED;
            case Act.Move move -> Change.Cause.MOVED;
            case Act.Correct correct -> Change.Cause.CORRECTED;
            case Act.Cancel cancel -> Change.Cause.CANCELLED;
            case Act.Order order -> Change.Cause.ORDERED;
            case Act.OrderNew order -> Change.Cause.ORDERED;
            case Act.Extend extend ->
                switch (extend.extension()) {
                    case Act.Extension.Asked asked -> Change.Cause.EXTENSION_ASKED;
                    case Act.Extension.Granted granted -> Change.Cause.EXTENDED;
                    case Act.Extension.Refused refused -> Change.Cause.EXTENSION_REFUSED;
                };
            case Act.ByRule byRule -> Change.Cause.BY_RULE;
            case Act.Verify verify -> Change.Cause.VERIFIED;
            case Act.Done done -> Change.Cause.RECEIPTED;
            case Act.Claim claim ->
                claim.receipt().verdict() == Verdict.REJECTED ? Change.Cause.REJECTED : Change.Cause.CLAIMED;
            case Act.Confirm confirm -> Change.Cause.CONFIRMED;
            case Act.Waive waive -> Change.Cause.WAIVED;
            case Act.Reopen reopen -> Change.Cause.REOPENED;
            case Act.Stay stay -> Change.Cause.STAYED;
            case Act.Lift lift -> Change.Cause.LIFTED;
            case Act.Keep keep -> Change.Cause.KEPT;
        };
    }
}
