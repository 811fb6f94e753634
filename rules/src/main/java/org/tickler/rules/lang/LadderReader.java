package org.tickler.rules.lang;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickler.calendars.text.Fields;
import org.tickler.calendars.text.Span;
import org.tickler.calendars.text.Words;
import org.tickler.rules.docket.Effort;
import org.tickler.rules.remind.Ladder;
import org.tickler.rules.remind.Match;
import org.tickler.rules.remind.Purpose;
import org.tickler.rules.remind.Rung;

/** Reads one ladder. */
final class LadderReader {
    /** Reminders that no ladder plans stand under their purpose's word in place of a ladder. */
    private static final List<String> RESERVED = Words.all(Purpose.class);

    private final MatchReader matches;
    private final RungReader rungs;

    LadderReader(Known known) {
        Names names = new Names(known);
        this.matches = new MatchReader(names);
        this.rungs = new RungReader(names);
    }

    Optional<Located<Ladder>> read(Fields fields) {
        Names.needSingle(fields, "id");
        Optional<String> id = Names.id(fields, "id");
        if (id.filter(RESERVED::contains).isPresent()) {
            fields.error(
                    "id", RuleProblem.BAD_ID, "id: \"" + id.get() + "\" is a word of Tickler's own; choose another");
        }
        Match match = matches.read(fields);
        Optional<Effort> effort = fields.read("effort", Effort::read, RuleProblem.BAD_SPAN, "6 business hours");
        fields.need("rungs");
        List<Rung> read = rungs(fields);
        effort.ifPresent(takes -> EffortRoom.tooLate(read, takes)
                .forEach(rung -> fields.warning(
                        "effort",
                        RuleProblem.EFFORT_TOO_LATE,
                        "effort: the rung " + rung.id() + " asks when less than the " + takes
                                + " are left that the work takes; let it speak earlier")));
        if (!fields.finish() || id.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Located<>(new Ladder(id.get(), match, read, effort, Instant.EPOCH), fields.at("id")));
    }

    private List<Rung> rungs(Fields fields) {
        Map<String, Span> seen = new HashMap<>();
        List<Rung> read = new ArrayList<>();
        for (Fields rung : fields.maps("rungs")) {
            rungs.read(rung).ifPresent(one -> {
                Span first = seen.putIfAbsent(one.id(), rung.at());
                if (first == null) {
                    read.add(one);
                } else {
                    rung.error(
                            rung.at(),
                            RuleProblem.DUPLICATE_ID,
                            "another rung of this ladder, at " + first + ", is called \"" + one.id()
                                    + "\" too; give one of them a name of its own, as in id: " + one.id() + "-again");
                }
            });
        }
        return read;
    }
}
