package org.tickler.rules.lang;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickler.calendars.text.Fields;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.Span;
import org.tickler.calendars.text.TextNode;
import org.tickler.calendars.text.Words;
import org.tickler.rules.guard.Guard;
import org.tickler.rules.guard.Lack;
import org.tickler.rules.guard.Scope;
import org.tickler.rules.remind.Addressee;

/** Reads what the house watches for. */
final class GuardReader {
    /** Before the office opens, so that it lies there in the morning. */
    private static final LocalTime MORNING = LocalTime.of(7, 30);

    private final Names names;

    GuardReader(Known known) {
        this.names = new Names(known);
    }

    Optional<Located<Guard>> read(Fields fields) {
        Names.needSingle(fields, "id");
        Optional<String> id = Names.id(fields, "id");
        Optional<Lack> watch = fields.oneOf("watch", Lack.class);
        Scope scope = fields.findMap("for").map(this::scope).orElse(Scope.ALL);
        Optional<Guard.Pace> every = fields.word("every", List.of("day", "business day", "week"))
                .flatMap(word -> Words.find(Guard.Pace.class, word.replace(' ', '-')));
        LocalTime time = fields.findTime("time").orElse(MORNING);
        fields.need("to");
        List<Addressee> to = to(fields);
        if (!fields.finish() || id.isEmpty() || watch.isEmpty() || every.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Located<>(new Guard(id.get(), watch.get(), scope, every.get(), time, to), fields.at("id")));
    }

    private Scope scope(Fields fields) {
        Scope scope = new Scope(
                names.words(fields, "practice"),
                names.words(fields, "phase"),
                names.words(fields, "side"),
                names.matters(fields, "matter"));
        fields.finish();
        return scope;
    }

    /** No single entry is meant, so that nobody owns it, and nobody was asked before. */
    private List<Addressee> to(Fields fields) {
        List<Addressee> to = new ArrayList<>();
        for (TextNode word : fields.list("to")) {
            names.addressee(fields, word).ifPresent(addressee -> {
                switch (addressee) {
                    case Addressee.Role role -> to.add(role);
                    case Addressee.Named named -> to.add(named);
                    case Addressee.Owner owner -> outOfPlace(fields, word);
                    case Addressee.DelegateOfAsked delegate -> outOfPlace(fields, word);
                }
            });
        }
        return to;
    }

    private static void outOfPlace(Fields fields, TextNode word) {
        fields.error(
                word.at(),
                RuleProblem.OUT_OF_PLACE,
                "to: \"" + word.value()
                        + "\" means nobody here, where no entry is asked about; name a role or a person");
    }

    static void checkIds(List<Located<Guard>> guards, Problems problems) {
        Map<String, Span> seen = new HashMap<>();
        for (Located<Guard> guard : guards) {
            Span first = seen.putIfAbsent(guard.value().id(), guard.at());
            if (first != null) {
                problems.error(
                        guard.at(),
                        RuleProblem.DUPLICATE_ID,
                        "the watch at " + first + " is called \""
                                + guard.value().id() + "\" too; give one of them another id");
            }
        }
    }
}
