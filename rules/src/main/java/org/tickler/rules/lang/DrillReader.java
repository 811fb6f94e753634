package org.tickler.rules.lang;

import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickler.calendars.text.Fields;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.Span;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.drill.Drill;
import org.tickler.rules.firm.MatterId;

/** Reads a fire drill. */
final class DrillReader {
    private static final LocalTime MORNING = LocalTime.of(10, 0);

    private final Names names;

    DrillReader(Known known) {
        this.names = new Names(known);
    }

    Optional<Located<Drill>> read(Fields fields) {
        Names.needSingle(fields, "id");
        Optional<String> id = Names.id(fields, "id");
        fields.word("every", List.of("quarter"));
        fields.need("on");
        Optional<Drill.On> on = fields.read("on", Drill.On::parse, RuleProblem.BAD_TIME, "2nd Tuesday");
        LocalTime time = fields.findTime("time").orElse(MORNING);
        Names.needSingle(fields, "matter");
        Optional<MatterId> matter = Names.single(fields, "matter")
                .flatMap(text -> names.matters(fields, "matter").stream().findFirst());
        Optional<EntryKind> kind = fields.oneOf("kind", EntryKind.class);
        if (!fields.finish() || id.isEmpty() || on.isEmpty() || matter.isEmpty() || kind.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Located<>(new Drill(id.get(), on.get(), time, matter.get(), kind.get()), fields.at("id")));
    }

    static void checkIds(List<Located<Drill>> drills, Problems problems) {
        Map<String, Span> seen = new HashMap<>();
        for (Located<Drill> drill : drills) {
            Span first = seen.putIfAbsent(drill.value().id(), drill.at());
            if (first != null) {
                problems.error(
                        drill.at(),
                        RuleProblem.DUPLICATE_ID,
                        "the drill at " + first + " is called \""
                                + drill.value().id() + "\" too; give one of them another id");
            }
        }
    }
}
