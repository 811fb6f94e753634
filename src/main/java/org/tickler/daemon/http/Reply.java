package org.tickler.daemon.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a request is answered with.
///
/// @param headers besides those that every reply carries; one given here stands instead of theirs
public record Reply(int status, Map<String, String> headers, ByteBuffer body) {
    public Reply {
        headers = Map.copyOf(headers);
        body = body.asReadOnlyBuffer();
    }

    /// A plain sentence.
    public static Reply text(int status, String sentence) {
        return of(status, "text/plain; charset=utf-8", sentence + "\n");
    }

    /// A text of a given type, which names its charset as UTF-8.
    public static Reply of(int status, String type, String text) {
        return of(status, type, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// Bytes of a given type, which must not change afterwards.
    public static Reply of(int status, String type, ByteBuffer bytes) {
        return new Reply(status, Map.of("Content-Type", type), bytes);
    }

    /// Nothing but a status.
    public static Reply empty(int status) {
        return new Reply(status, Map.of(), ByteBuffer.allocate(0));
    }

    /// Sends the browser on with a GET.
    public static Reply seeOther(String address) {
        return empty(303).with("Location", address);
    }

    /// The same reply with one header more, or another value of it.
    public Reply with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, more, body);
    }
}
