package org.tickler.daemon.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tickler.daemon.Exit;
import org.tickler.daemon.OpenHome;
import org.tickler.engine.docket.Act;
import org.tickler.engine.docket.Done;
import org.tickler.engine.docket.Preview;
import org.tickler.engine.docket.Signature;

/** How every act on an entry goes: its preview is shown, then it is done or not. */
final class Acting {
    private Acting() {}

    static int on(OpenHome open, Act act, ActOptions options, Output output) {
        return on(open, List.of(act), options, output);
    }

    /** Several acts on one matter, as one: all of them or none. */
    static int on(OpenHome open, List<Act> acts, ActOptions options, Output output) {
        return on(open, acts, options, output, () -> {});
    }

    /** As {@link #on(OpenHome, List, ActOptions, Output)}; {@code first} is done before, if they are done at all. */
    static int on(OpenHome open, List<Act> acts, ActOptions options, Output output, Runnable first) {
        Signature by = options.signature(open.engine());
        Preview preview = open.engine().preview(acts, by);
        preview.lines().forEach(output::say);
        if (options.goesAhead()) {
            first.run();
            Done done = open.engine().apply(acts, by);
            List<String> ids =
                    done.entries().stream().map(entry -> entry.id().value()).toList();
            output.say((done.preview().differs() ? "not verified: " : "done: ") + String.join(", ", ids));
            output.item(keys(
                    done.preview(),
                    ids.size() == 1
                            ? Map.of("entry", ids.getFirst(), "applied", true)
                            : Map.of("entries", ids, "applied", true)));
        } else {
            output.say("nothing was changed");
            output.item(keys(preview, Map.of("applied", false)));
        }
        return (preview.differs() ? Exit.PROBLEMS : Exit.FINE).code();
    }

    /** What an act does, and more, for programs. */
    static Map<String, Object> keys(Preview preview, Map<String, Object> more) {
        Map<String, Object> keys = new LinkedHashMap<>(more);
        keys.putAll(preview.keys());
        return keys;
    }
}
