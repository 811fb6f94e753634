package org.tickler.daemon.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tickler.daemon.http.Reply;
import org.tickler.engine.store.Json;

/// Answers as JSON.
final class Shape {
    private Shape() {}

    static Reply ok(Map<String, ?> keys) {
        return text(200, Json.write(Json.tree(keys)));
    }

    /// JSON that is written already. What was made says where it is.
    static Reply text(int status, String json) {
        Reply reply = Reply.of(status, "application/json", json);
        return status == 201
                ? reply.with("Location", Api.ROOT + "/entries/" + Json.text(Json.read(json), "entry"))
                : reply;
    }

    /// What a reply says.
    static String body(Reply reply) {
        return StandardCharsets.UTF_8.decode(reply.body().duplicate()).toString();
    }

    /// One page of a list: `items`, and under `next` the cursor of the next one, where there is one.
    ///
    /// @param id what names an item, and no other of the list
    static <T> Reply page(
            List<T> all, Function<T, String> id, Function<T, Map<String, @Nullable Object>> keys, Query query) {
        int from = query.find("cursor").map(cursor -> after(all, id, cursor)).orElse(0);
        int to = Math.min(all.size(), from + query.limit());
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        all.subList(from, to).forEach(item -> items.add(keys.apply(item)));
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("items", items);
        if (to < all.size()) {
            byte[] last = id.apply(all.get(to - 1)).getBytes(StandardCharsets.UTF_8);
            page.put("next", Base64.getUrlEncoder().withoutPadding().encodeToString(last));
        }
        return ok(page);
    }

    private static <T> int after(List<T> all, Function<T, String> id, String cursor) {
        String last;
        try {
            last = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            last = "";
        }
        for (int at = 0; at < all.size(); at++) {
            if (id.apply(all.get(at)).equals(last)) {
                return at + 1;
            }
        }
        throw Refusal.of(
                400,
                "cursor-gone",
                "cursor: what it stands behind is no longer in this list; begin at the first page again.");
    }
}
