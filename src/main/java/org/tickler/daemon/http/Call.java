package org.tickler.daemon.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One request, wholly read.
///
/// @param method in capitals; a HEAD arrives as GET
/// @param path still encoded, without the query
/// @param query still encoded; empty where there is none
/// @param places what stood in the place of the route's `{names}`
/// @param headers by lower-case name; of several with one name the first
/// @param body as UTF-8; of a form with files a character for each byte; empty where there is none
/// @param from the caller's address, as the nearest proxy that the firm trusts saw it
public record Call(
        String method,
        String path,
        String query,
        Map<String, String> places,
        Map<String, String> headers,
        String body,
        String from) {
    /// The type of a form that carries files.
    static final String WITH_FILES = "multipart/form-data";

    public Call {
        places = Map.copyOf(places);
        headers = Map.copyOf(headers);
    }

    /// What stood in the place of a name of the route.
    ///
    /// @throws IllegalArgumentException if the route has no such name
    public String place(String name) {
        return Optional.ofNullable(places.get(name))
                .orElseThrow(() -> new IllegalArgumentException("the route has no {" + name + "}"));
    }

    /// A header's first value, whatever the case of its name.
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /// The fields of a posted form, in order; of several with one name the first. Pieces that cannot be decoded are
    /// left out.
    public Map<String, String> form() {
        return parts().map(FormParts::fields).orElseGet(() -> decoded(body));
    }

    /// The file of that name in a posted form, where one was chosen.
    public Optional<FormParts.File> file(String name) {
        return parts().flatMap(parts -> Optional.ofNullable(parts.files().get(name)));
    }

    private Optional<FormParts> parts() {
        return header("content-type")
                .filter(type -> type.toLowerCase(Locale.ROOT).startsWith(WITH_FILES))
                .map(type -> FormParts.read(type, body));
    }

    /// The fields of the query, likewise.
    public Map<String, String> parameters() {
        return decoded(query);
    }

    private static Map<String, String> decoded(String pairs) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : pairs.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                decode(pair.substring(0, equals))
                        .ifPresent(name ->
                                decode(pair.substring(equals + 1)).ifPresent(value -> fields.putIfAbsent(name, value)));
            }
        }
        return Collections.unmodifiableMap(fields);
    }

    private static Optional<String> decode(String text) {
        try {
            return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// Nothing that a log should not have: addresses and headers can hold what opens something.
    @Override
    public String toString() {
        return "Call[" + method + "]";
    }
}
