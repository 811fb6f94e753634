package org.tickler.daemon.api;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tickler.calendars.CalendarId;
import org.tickler.daemon.http.Reply;
import org.tickler.engine.docket.Act;
import org.tickler.engine.docket.Act.DateGiven;
import org.tickler.engine.docket.Act.Extension;
import org.tickler.engine.docket.Act.NewDate;
import org.tickler.engine.docket.Act.ReceiptGiven;
import org.tickler.engine.docket.Act.Verdict;
import org.tickler.engine.docket.Done;
import org.tickler.engine.docket.Signature;
import org.tickler.engine.store.ApiScope;
import org.tickler.engine.store.Json;
import org.tickler.rules.docket.Details;
import org.tickler.rules.docket.Effort;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.limitation.Pleading;

/// A person's acts on entries. Another act is another line of [#ACTS], and a schema in the document.
final class ActDesk {
    /// Each act under the word of its address, and how its body is read.
    private static final Map<String, Reader> ACTS = acts();

    private ActDesk() {}

    /// Makes an act of a body.
    private interface Reader {
        Act read(EntryId entry, Body body);
    }

    private static Map<String, Reader> acts() {
        Map<String, Reader> acts = new LinkedHashMap<>();
        acts.put("move", (entry, body) -> new Act.Move(entry, needed(newDate(body))));
        acts.put(
                "correct",
                (entry, body) -> new Act.Correct(entry, newDate(body), body.find("title"), body.find("owner")));
        acts.put("by-rule", (entry, body) -> new Act.ByRule(entry));
        acts.put("cancel", (entry, body) -> new Act.Cancel(entry));
        acts.put("order", (entry, body) -> new Act.Order(entry, day(body), body.text("source")));
        acts.put("extend", (entry, body) -> new Act.Extend(entry, extension(body)));
        acts.put("verify", (entry, body) -> new Act.Verify(entry, read(body)));
        acts.put("keep", (entry, body) -> new Act.Keep(entry));
        acts.put(
                "done",
                (entry, body) -> body.find("stamped").isPresent()
                        ? new Act.Done(entry, pleading(body))
                        : new Act.Claim(entry, receipt(body, verdict(body))));
        acts.put("reject", (entry, body) -> new Act.Claim(entry, receipt(body, Verdict.REJECTED)));
        acts.put("confirm", (entry, body) -> new Act.Confirm(entry));
        acts.put("waive", (entry, body) -> new Act.Waive(entry));
        acts.put("reopen", (entry, body) -> new Act.Reopen(entry));
        return acts;
    }

    static List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        operations.add(Operation.post("/entries", ApiScope.WRITE, ActDesk::add));
        ACTS.forEach((word, reader) ->
                operations.add(Operation.post("/entries/{id}/" + word, ApiScope.WRITE, visit -> act(visit, reader))));
        return operations;
    }

    private static Reply add(Visit visit) {
        Body body = visit.body();
        MatterId matter = body.parsed("matter", MatterId::new)
                .orElseThrow(() -> Refusal.bad("matter: it is needed here; give the firm's number of it."));
        Act act = new Act.Add(
                UUID.randomUUID(),
                matter,
                body.word("kind", EntryKind.class),
                body.text("title"),
                body.date("date"),
                body.parsed("zone", ZoneId::of),
                details(body));
        visit.lookup().matter(matter);
        return done(visit, act, body, 201);
    }

    private static Reply act(Visit visit, Reader reader) {
        EntryId entry = visit.id("entry", EntryId::new);
        Body body = visit.body();
        Act act = reader.read(entry, body);
        visit.lookup().entry(entry);
        return done(visit, act, body, 200);
    }

    private static Reply done(Visit visit, Act act, Body body, int status) {
        boolean dryRun = visit.query("dry-run").flag("dry-run");
        Signature by = visit.signature(body);
        body.finish();
        if (dryRun) {
            Map<String, Object> keys = new LinkedHashMap<>(Map.of("applied", false));
            keys.putAll(visit.house().engine().preview(List.of(act), by).keys());
            return Shape.ok(keys);
        }
        return Repeats.once(visit, () -> {
            Done done = visit.house().engine().apply(List.of(act), by);
            Map<String, Object> keys = new LinkedHashMap<>();
            keys.put("entry", done.entry().id().value());
            keys.put("applied", true);
            keys.putAll(done.preview().keys());
            return Shape.text(status, Json.write(Json.tree(keys)));
        });
    }

    private static Details details(Body body) {
        return new Details(
                body.parsed("court", CalendarId::new),
                body.find("event"),
                body.find("service"),
                body.find("party"),
                body.find("owner"),
                body.find("location"),
                body.find("mode"),
                body.find("notes"),
                body.find("authority"),
                body.parsed("effort", Effort::read));
    }

    private static NewDate newDate(Body body) {
        return new NewDate(body.date("to"), body.find("location"), body.find("mode"));
    }

    private static NewDate needed(NewDate date) {
        if (date.equals(NewDate.of(DateGiven.NONE))) {
            throw Refusal.bad("Say what changes: to, ends, location or mode.");
        }
        return date;
    }

    private static DateGiven day(Body body) {
        body.text("to");
        return body.date("to");
    }

    private static Extension extension(Body body) {
        if (body.flag("refused")) {
            return new Extension.Refused();
        }
        boolean granted = body.flag("granted");
        DateGiven to = day(body);
        String source = body.text("source");
        return granted ? new Extension.Granted(to, source) : new Extension.Asked(to, source);
    }

    /// The date as whoever verifies reads it on the paper.
    private static Optional<DateGiven> read(Body body) {
        return body.find("date").map(text -> body.date("date"));
    }

    private static Verdict verdict(Body body) {
        return body.find("outcome")
                .map(word -> body.word("outcome", Verdict.class))
                .orElse(Verdict.ACCEPTED);
    }

    private static ReceiptGiven receipt(Body body, Verdict verdict) {
        return new ReceiptGiven(body.find("receipt"), Optional.empty(), verdict);
    }

    private static Pleading pleading(Body body) {
        return new Pleading(body.day("stamped"), body.text("receipt"), body.texts("names"));
    }
}
