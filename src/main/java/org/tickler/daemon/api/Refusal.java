package org.tickler.daemon.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tickler.daemon.http.Reply;
import org.tickler.engine.store.Json;

/// A request that is not answered as it was asked: a problem of RFC 9457, with one sentence that says what to do.
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "Bad request"),
            Map.entry(401, "Not authenticated"),
            Map.entry(403, "Not allowed"),
            Map.entry(404, "Not found"),
            Map.entry(405, "Method not allowed"),
            Map.entry(409, "Conflict"),
            Map.entry(413, "Too large"),
            Map.entry(415, "Unknown kind of body"),
            Map.entry(422, "Refused"),
            Map.entry(429, "Too many requests"),
            Map.entry(500, "Fault of Tickler"),
            Map.entry(503, "For a moment not available"));

    private final transient Reply reply;

    private Refusal(String detail, Reply reply) {
        super(detail);
        this.reply = reply;
    }

    /// @param code a word for programs, which stays
    /// @param detail a sentence for people, with the remedy
    static Refusal of(int status, String code, String detail) {
        return new Refusal(detail, problem(status, code, detail, Map.of()));
    }

    /// A request that makes no sense.
    static Refusal bad(String detail) {
        return of(400, "bad-request", detail);
    }

    /// The same, with a header more.
    Refusal with(String header, String value) {
        return new Refusal(String.valueOf(getMessage()), reply.with(header, value));
    }

    Reply reply() {
        return reply;
    }

    /// The problem itself, where it is an answer like any other.
    static Reply problem(int status, String code, String detail, Map<String, String> more) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("type", "about:blank");
        keys.put("title", TITLES.getOrDefault(status, "Problem"));
        keys.put("status", status);
        keys.put("code", code);
        keys.put("detail", detail);
        keys.putAll(more);
        return Reply.of(status, "application/problem+json", Json.write(Json.tree(keys)));
    }
}
