package org.tickler.daemon.http;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Says who a caller is when proxies stand between.
final class Proxies {

    private Proxies() {}

    /// The address nearest to us that is not a proxy we trust. What a stranger writes into the header is never
    /// believed: it is read from the right, and only as far as trusted proxies wrote it.
    static String caller(String peer, @Nullable String forwardedFor, Set<String> trusted) {
        if (forwardedFor == null || !trusted.contains(peer)) {
            return peer;
        }
        List<String> hops = Arrays.stream(forwardedFor.split(",", -1))
                .map(String::strip)
                .filter(hop -> !hop.isEmpty())
                .toList();
        String caller = peer;
        for (String hop : hops.reversed()) {
            caller = hop;
            if (!trusted.contains(hop)) {
                break;
            }
        }
        return caller;
    }
}
