package org.tickler.daemon;

import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells systemd how far we are, where it asked for that by naming a socket. */
record Systemd(Map<String, String> environment) {
    private static final Logger LOG = LoggerFactory.getLogger(Systemd.class);

    void ready() {
        tell("--ready");
    }

    void stopping() {
        tell("--stopping");
    }

    private void tell(String what) {
        if (!environment.containsKey("NOTIFY_SOCKET")) {
            return;
        }
        try {
            int code = new ProcessBuilder("systemd-notify", what)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (code != 0) {
                LOG.warn("systemd-notify {} ended with {}", what, code);
            }
        } catch (IOException e) {
            LOG.warn("systemd could not be told {}: {}", what, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
