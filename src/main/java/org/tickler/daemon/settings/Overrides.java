package org.tickler.daemon.settings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tickler.calendars.text.MapNode;
import org.tickler.calendars.text.Span;
import org.tickler.calendars.text.TextNode;

/** Single settings that an environment variable gives: {@code TICKLER_HTTP_PORT} stands above {@code http.port}. */
final class Overrides {
    /** The settings that can be given so, as key or section and key. Secrets are not among them: see Secrets. */
    static final List<String> KEYS = List.of(
            "firm",
            "zone",
            "hours",
            "last-resort",
            "database.url",
            "database.user",
            "database.owner",
            "mail.host",
            "mail.port",
            "mail.tls",
            "mail.auth",
            "mail.user",
            "mail.from",
            "sms.account-sid",
            "sms.from",
            "sms.base-url",
            "http.address",
            "http.port",
            "http.public-url",
            "ops.address",
            "ops.port",
            "imap.host",
            "imap.port",
            "imap.tls",
            "imap.auth",
            "imap.folder",
            "imap.user",
            "heartbeat.url");

    private Overrides() {}

    /** The variable that stands above {@code key}. */
    static String variable(String key) {
        return "TICKLER_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** {@code root} with what {@code environment} says in place of what the file says. */
    static MapNode over(MapNode root, Map<String, String> environment) {
        MapNode result = root;
        for (String key : KEYS) {
            String variable = variable(key);
            String value = environment.get(variable);
            if (value != null) {
                TextNode node = new TextNode(new Span(variable, 1, 1), value, true);
                result = result.with(List.of(key.split("\\.")), node);
            }
        }
        return result;
    }
}
