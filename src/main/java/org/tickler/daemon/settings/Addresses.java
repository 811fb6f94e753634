package org.tickler.daemon.settings;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tickler.calendars.text.Fields;

/** Reads hosts, ports and URLs, and says which of them stay on this machine. */
final class Addresses {
    private static final Set<String> HERE = Set.of("localhost", "::1");
    private static final Set<String> PLAIN_HOSTS = Set.of("localhost", "127.0.0.1");
    private static final Pattern LOOPBACK = Pattern.compile("127(\\.[0-9]{1,3}){3}");
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,252})|[0-9a-fA-F:]*:[0-9a-fA-F:]+");

    private static final Pattern IP = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

    private Addresses() {}

    static boolean onThisMachine(String host) {
        return HERE.contains(host) || LOOPBACK.matcher(host).matches();
    }

    /** Whether a host to listen on stands for every address of this machine. */
    static boolean isEvery(String host) {
        return host.equals("0.0.0.0") || host.equals("::");
    }

    static Optional<String> host(Fields fields, String key) {
        return fields.has(key)
                ? fields.read(key, Addresses::host, SettingsProblem.BAD_ADDRESS, "smtp.firm.example")
                : missing(fields, key);
    }

    static Optional<Integer> findPort(Fields fields, String key) {
        return fields.read(key, Addresses::port, SettingsProblem.BAD_PORT, "8080");
    }

    /** The keys {@code address} and {@code port} of a section, which may both be left out. */
    static InetSocketAddress listen(Optional<Fields> section, int usualPort) {
        String host = section.flatMap(
                        fields -> fields.read("address", Addresses::host, SettingsProblem.BAD_ADDRESS, "127.0.0.1"))
                .orElse("127.0.0.1");
        int port = section.flatMap(fields -> findPort(fields, "port")).orElse(usualPort);
        return InetSocketAddress.createUnresolved(host, port);
    }

    /** An absolute http or https address without user, query and fragment; http only where {@code plain} hosts are meant. */
    static Optional<URI> findUrl(Fields fields, String key, String example) {
        Optional<URI> url = fields.read(key, Addresses::url, SettingsProblem.BAD_ADDRESS, example);
        if (url.isPresent()
                && "http".equals(url.get().getScheme())
                && !PLAIN_HOSTS.contains(url.get().getHost())) {
            fields.error(
                    key,
                    SettingsProblem.UNPROTECTED,
                    key + ": " + url.get()
                            + " would travel in the clear; use https (http is taken for 127.0.0.1 only)");
            return Optional.empty();
        }
        return url;
    }

    private static Optional<String> missing(Fields fields, String key) {
        fields.need(key);
        return Optional.empty();
    }

    private static Integer port(String text) {
        if (!text.matches("0*[1-9][0-9]{0,4}") || Integer.parseInt(text) > 65_535) {
            throw new IllegalArgumentException("a port is a number from 1 to 65535");
        }
        return Integer.valueOf(text);
    }

    private static String host(String text) {
        if (!HOST.matcher(text).matches()) {
            throw new IllegalArgumentException("not a host name or an address");
        }
        return text;
    }

    /** An address in figures; names and ranges are not taken, because what is trusted must be exact. */
    static String ip(String text) {
        if (!IP.matcher(text).matches()) {
            throw new IllegalArgumentException("not an address in figures");
        }
        return text;
    }

    private static URI url(String text) {
        try {
            URI url = new URI(text);
            boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            if (!web || url.getHost() == null || url.getUserInfo() != null || url.getFragment() != null) {
                throw new IllegalArgumentException("not an http or https address");
            }
            return url;
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("not an address", e);
        }
    }
}
