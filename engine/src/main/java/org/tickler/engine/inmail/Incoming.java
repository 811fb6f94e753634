package org.tickler.engine.inmail;

import java.util.List;
import java.util.Map;
import org.tickler.engine.store.InboundStore;
import org.tickler.engine.store.MailStore;

/**
 * A mail as it is kept.
 *
 * @param fields its headers that matter, under their names, its text under {@code Text}, and what a report says of one of
 *     our messages
 */
record Incoming(InboundStore.Kind kind, Map<String, String> fields, List<MailStore.File> files) {
    Incoming {
        fields = Map.copyOf(fields);
        files = List.copyOf(files);
    }
}
