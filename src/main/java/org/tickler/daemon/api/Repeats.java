package org.tickler.daemon.api;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.tickler.daemon.http.Call;
import org.tickler.daemon.http.Reply;
import org.tickler.engine.store.ApiReplyStore;
import org.tickler.engine.token.Tokens;

/// Sees to it that a request sent twice with one `Idempotency-Key` is done once: the second is answered as the first
/// was.
final class Repeats {
    private static final String HEADER = "Idempotency-Key";

    private Repeats() {}

    /// Does something in one transaction with the note of its answer, so that neither is there without the other.
    /// `work`
    /// begins no snapshot.
    static Reply once(Visit visit, Supplier<Reply> work) {
        Optional<ApiReplyStore.Asked> asked = asked(visit);
        if (asked.isEmpty()) {
            return work.get();
        }
        Instant now = visit.house().now();
        return visit.house().database().inTransaction(handle -> {
            if (!ApiReplyStore.take(handle, asked.get(), now)) {
                return again(ApiReplyStore.find(handle, asked.get(), now).orElseThrow());
            }
            Reply reply = work.get();
            ApiReplyStore.keep(handle, asked.get(), reply.status(), Shape.body(reply));
            return reply;
        });
    }

    /// Does something that has transactions of its own and that changes nothing when it is done again; its answer is
    /// noted
    /// behind it.
    static Reply noted(Visit visit, Supplier<Reply> work) {
        Optional<ApiReplyStore.Asked> asked = asked(visit);
        if (asked.isEmpty()) {
            return work.get();
        }
        Instant now = visit.house().now();
        Optional<ApiReplyStore.Kept> before =
                visit.house().database().withHandle(handle -> ApiReplyStore.find(handle, asked.get(), now));
        if (before.isPresent()) {
            return again(before.get());
        }
        Reply reply = work.get();
        visit.house().database().inTransaction(handle -> {
            if (ApiReplyStore.take(handle, asked.get(), now)) {
                ApiReplyStore.keep(handle, asked.get(), reply.status(), Shape.body(reply));
            }
            return reply;
        });
        return reply;
    }

    private static Reply again(ApiReplyStore.Kept kept) {
        if (!kept.same()) {
            throw Refusal.of(
                    409,
                    "key-used",
                    "This " + HEADER + " was used for another request within the last day; take a new one.");
        }
        Reply reply = kept.status() < 300
                ? Shape.text(kept.status(), kept.body())
                : Reply.of(kept.status(), "application/problem+json", kept.body());
        return reply.with("Idempotency-Replayed", "true");
    }

    private static Optional<ApiReplyStore.Asked> asked(Visit visit) {
        Call call = visit.call();
        return call.header(HEADER).map(key -> {
            if (!key.matches("[\\x21-\\x7e]{1,255}")) {
                throw Refusal.bad(HEADER + ": expected 1 to 255 visible ASCII characters, such as a UUID.");
            }
            String request =
                    String.join("\n", call.method(), call.path(), call.query(), Body.mediaType(call), call.body());
            return new ApiReplyStore.Asked(
                    visit.token().id(), Tokens.hash(key), Tokens.hash(request.getBytes(StandardCharsets.UTF_8)));
        });
    }
}
