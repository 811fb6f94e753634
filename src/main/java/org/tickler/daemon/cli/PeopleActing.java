package org.tickler.daemon.cli;

import java.util.HashMap;
import java.util.Map;
import org.tickler.daemon.Exit;
import org.tickler.daemon.OpenHome;
import org.tickler.engine.docket.PeopleDesk;
import org.tickler.engine.docket.PersonAct;
import org.tickler.engine.docket.Preview;
import org.tickler.engine.docket.Signature;

/** How every act about a person goes: its preview is shown, then it is done or not. */
final class PeopleActing {
    private PeopleActing() {}

    static int on(OpenHome open, PersonAct act, ActOptions options, Output output, Map<String, Object> more) {
        PeopleDesk desk = open.engine().peopleDesk();
        Signature by = options.signature(open.engine());
        Preview preview = desk.preview(act, by);
        preview.lines().forEach(output::say);
        boolean applied = options.goesAhead();
        if (applied) {
            desk.apply(act, by);
        }
        output.say(applied ? "done: " + act.person() : "nothing was changed");
        Map<String, Object> keys = new HashMap<>(more);
        keys.put("applied", applied);
        output.item(Acting.keys(preview, keys));
        return Exit.FINE.code();
    }
}
