package org.tickler.engine.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.tickler.calendars.text.Words;
import org.tickler.engine.store.AuditStore;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.Json;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.PersonStore;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.Sight;

/** Puts an event into JSON, with the least that has to be said. */
final class WebhookBody {
    /** What of a row's detail is a word of a closed set, a number or an id: it may be said of every matter. */
    private static final List<String> PLAIN = List.of(
            "ask", "answer", "how", "late", "channel", "reminder", "revision", "date", "date-before", "status", "step");

    private final Handle handle;
    private final Webhook hook;
    private final Instant now;

    WebhookBody(Handle handle, Webhook hook, Instant now) {
        this.handle = handle;
        this.hook = hook;
        this.now = now;
    }

    /** The body; empty where the hook's viewer may not see what it is about. */
    Optional<String> of(String id, WebhookEvent event, AuditStore.Link link, AuditStore.Row row) {
        Optional<Matter> matter = row.about().matter().flatMap(one -> MatterStore.find(handle, new MatterId(one)));
        if (!isSeen(matter)) {
            return Optional.empty();
        }
        ObjectNode body = Json.object();
        body.put("id", id);
        body.put("event", Words.of(event));
        body.put("act", row.act());
        body.put("place", link.place());
        body.put("at", row.at().toString());
        body.put("who", row.who());
        Json.put(body, "matter", row.about().matter());
        Json.put(body, "entry", row.about().entry());
        Json.put(body, "person", row.about().person());
        Optional<Entry> entry = row.about().entry().flatMap(one -> EntryStore.find(handle, new EntryId(one)));
        entry.ifPresent(one -> body.put("kind", Words.of(one.kind())));
        ObjectNode detail = body.putObject("detail");
        PLAIN.stream()
                .filter(row.detail()::hasNonNull)
                .forEach(key -> detail.set(key, row.detail().get(key)));
        if (hook.detail() == Webhook.Detail.FULL) {
            matter.ifPresent(one -> body.put("matter-title", one.title()));
            entry.ifPresent(one -> {
                body.put("title", one.title());
                Json.put(body, "date", one.when().date());
                body.put("status", Words.of(one.status()));
            });
        }
        return Optional.of(Json.write(body));
    }

    /** What belongs to no matter is the firm's own, and no event of it is told to one person. */
    private boolean isSeen(Optional<Matter> matter) {
        if (hook.viewer().isEmpty()) {
            return true;
        }
        Optional<Person> viewer = PersonStore.find(handle, hook.viewer().get());
        return viewer.isPresent()
                && matter.isPresent()
                && Sight.sees(
                                viewer.get(),
                                matter.get(),
                                now.atZone(viewer.get().zone()).toLocalDate())
                        .allowed();
    }
}
