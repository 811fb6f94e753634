package org.tickler.engine.docket;

import java.util.List;
import org.tickler.rules.docket.Entry;

/** What comes of dates that a second person reads from the paper: whether they are right, and no date that stands. */
final class BlindPreview {
    private BlindPreview() {}

    static Preview of(List<ActResult> results) {
        return new Preview(
                results.stream().map(BlindPreview::sentence).toList(), List.of(), List.of(), List.of(), List.of());
    }

    private static String sentence(ActResult result) {
        Entry entry = result.after();
        String name = entry.title() + " [" + entry.id() + "]";
        return VerifyWork.other(result)
                .map(read -> Preview.DIFFERS + name + ": " + read
                        + " is not the date that stands; both who read it are asked, and it stays not verified")
                .orElse("verified: " + name);
    }
}
