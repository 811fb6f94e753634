package org.tickler.daemon.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Says who a caller is when proxies stand between.
final class Proxies {
    /// Addresses that can be written in several ways. Only these are given to the resolver, which then asks nobody.
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f]*:[0-9A-Fa-f:.]*");

    private Proxies() {}

    /// The address nearest to us that is not a proxy we trust. What a stranger writes into the header is never
    /// believed: it is read from the right, and only as far as trusted proxies wrote it.
    ///
    /// @param forwardedFor the addresses of all `X-Forwarded-For` lines, in order; empty where there is none
    static String caller(String peer, String forwardedFor, Set<String> trusted) {
        Set<String> proxies = trusted.stream().map(Proxies::plain).collect(Collectors.toSet());
        List<String> hops = Arrays.stream(forwardedFor.split(",", -1))
                .map(String::strip)
                .filter(hop -> !hop.isEmpty())
                .map(Proxies::plain)
                .toList();
        String caller = plain(peer);
        for (String hop : hops.reversed()) {
            if (!proxies.contains(caller)) {
                break;
            }
            caller = hop;
        }
        return caller;
    }

    /// One way of writing for each address; what is none stays as it is.
    private static String plain(String address) {
        String bare =
                address.startsWith("[") && address.endsWith("]") ? address.substring(1, address.length() - 1) : address;
        if (!IPV6.matcher(bare).matches()) {
            return bare;
        }
        try {
            return InetAddress.getByName(bare).getHostAddress();
        } catch (UnknownHostException e) {
            return bare;
        }
    }
}
