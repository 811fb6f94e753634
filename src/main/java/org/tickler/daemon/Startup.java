package org.tickler.daemon;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickler.daemon.settings.Settings;

/** What the log says when the daemon is ready. */
final class Startup {
    private static final Logger LOG = LoggerFactory.getLogger(Startup.class);

    private Startup() {}

    static void log(OpenHome open, URI http, URI ops, Duration took) {
        Settings settings = open.settings();
        List<String> missing = new ArrayList<>();
        if (settings.mail().isEmpty()) {
            missing.add("mail");
        }
        if (settings.sms().isEmpty()) {
            missing.add("sms");
        }
        if (!missing.isEmpty()) {
            LOG.warn(
                    "{} not set up: such messages are written to {} and NOT sent, their reminders are held",
                    String.join(" and ", missing),
                    open.home().outbox());
        }
        LOG.info(
                "ready: {}, answer pages and feeds at {} (people reach them at {}), operations at {}, database {}, after"
                        + " {} ms",
                settings.firm().name(),
                http,
                settings.http().publicUrl(),
                ops,
                settings.database().isPresent() ? open.database().address().place() : "embedded",
                took.toMillis());
    }
}
