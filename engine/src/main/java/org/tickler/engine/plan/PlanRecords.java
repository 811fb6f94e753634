package org.tickler.engine.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickler.calendars.text.Words;
import org.tickler.engine.audit.AuditRecord;
import org.tickler.engine.book.ActiveBook;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.plan.Arrivals;
import org.tickler.rules.plan.Closures;
import org.tickler.rules.plan.ScheduleDiff.Added;
import org.tickler.rules.plan.ScheduleDiff.Moved;
import org.tickler.rules.plan.ScheduleDiff.Withdrawn;
import org.tickler.rules.remind.PlannedReminder;

/** The audit records of one plan: one for each derived entry that is new or changed, one for the reminders of each entry. */
final class PlanRecords {
    private final MatterPlan plan;
    private final ActiveBook book;
    private final Cause cause;
    private final Instant now;

    PlanRecords(MatterPlan plan, ActiveBook book, Cause cause, Instant now) {
        this.plan = plan;
        this.book = book;
        this.cause = cause;
        this.now = now;
    }

    List<AuditRecord> records() {
        List<AuditRecord> records = new ArrayList<>();
        plan.newEntries().forEach(entry -> records.add(derived(entry, Optional.empty())));
        plan.changedEntries()
                .forEach(entry -> records.add(
                        derived(entry, Optional.ofNullable(plan.stored().get(entry.id())))));
        plan.schedule().closures().off().forEach(off -> records.add(courtClosed(off)));
        plan.schedule().closures().back().forEach(back -> records.add(takenBack(back)));
        plan.schedule().stayed().forEach(arrived -> records.add(stayed(arrived)));
        Map<EntryId, Reminders> byEntry = new LinkedHashMap<>();
        for (Added one : plan.diff().add()) {
            of(byEntry, one.planned().ask().entry()).added.add(told(one.planned()));
        }
        for (Moved one : plan.moved()) {
            Map<String, Object> moved = told(one.planned());
            moved.put("why", one.why());
            of(byEntry, one.stored().entry()).moved.add(moved);
        }
        for (Withdrawn one : plan.diff().withdraw()) {
            of(byEntry, one.stored().entry())
                    .withdrawn
                    .add(Map.of("id", one.stored().id().value(), "why", one.why()));
        }
        byEntry.forEach((entry, reminders) -> records.add(record("planned", entry, reminders.detail())));
        return records;
    }

    private AuditRecord derived(Entry entry, Optional<Entry> before) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("date", date(entry));
        detail.put("status", Words.of(entry.status()));
        detail.put("revision", entry.revision().number());
        before.ifPresent(stored -> {
            detail.put("date-before", date(stored));
            detail.put("status-before", Words.of(stored.status()));
        });
        return record("derived", entry.id(), detail);
    }

    private AuditRecord courtClosed(Closures.Off off) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("date-before", date(off.before()));
        detail.put("status", Words.of(EntryStatus.WAITING));
        detail.put("revision", off.before().revision().number() + 1);
        detail.put("closure", off.why());
        return record("court-closed", off.before().id(), detail);
    }

    private AuditRecord takenBack(Closures.Back back) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put(
                "date-after",
                date(back.before().withWhen(back.was(), back.before().revision())));
        plan.schedule().find(back.before().id()).ifPresent(now -> detail.put("status", Words.of(now.status())));
        detail.put("revision", back.before().revision().number() + 1);
        detail.put("closure", back.why());
        return record("closure-taken-back", back.before().id(), detail);
    }

    private AuditRecord stayed(Arrivals.Stayed arrived) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("status-before", Words.of(arrived.before().status()));
        detail.put("revision", arrived.after().revision().number());
        detail.put("why", arrived.words());
        return record("stayed", arrived.after().id(), detail);
    }

    private AuditRecord record(String act, EntryId entry, Map<String, Object> detail) {
        detail.put("book", book.fingerprint());
        detail.put("cause", cause.why());
        return AuditRecord.of(now, cause.who(), act, plan.matter(), entry, detail);
    }

    private static Map<String, Object> told(PlannedReminder reminder) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", reminder.id().value());
        told.put("to", reminder.to().value());
        told.put("channel", Words.of(reminder.channel()));
        told.put("at", reminder.due().at().toString());
        return told;
    }

    private static String date(Entry entry) {
        return entry.when().date().map(Object::toString).orElse("none");
    }

    private static Reminders of(Map<EntryId, Reminders> byEntry, EntryId entry) {
        return byEntry.computeIfAbsent(entry, id -> new Reminders());
    }

    /** What happens to the reminders of one entry. */
    private static final class Reminders {
        private final List<Map<String, Object>> added = new ArrayList<>();
        private final List<Map<String, Object>> moved = new ArrayList<>();
        private final List<Map<String, Object>> withdrawn = new ArrayList<>();

        Map<String, Object> detail() {
            Map<String, Object> detail = new LinkedHashMap<>();
            detail.put("added", added);
            detail.put("moved", moved);
            detail.put("withdrawn", withdrawn);
            return detail;
        }
    }
}
