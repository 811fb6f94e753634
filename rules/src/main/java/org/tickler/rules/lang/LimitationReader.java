package org.tickler.rules.lang;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.text.Fields;
import org.tickler.calendars.text.Nearest;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.Span;
import org.tickler.calendars.text.TextProblem;
import org.tickler.rules.count.LawId;
import org.tickler.rules.count.Period;
import org.tickler.rules.limitation.LimitationRule;
import org.tickler.rules.limitation.LimitationRule.Example;
import org.tickler.rules.limitation.LimitationRule.Majority;
import org.tickler.rules.limitation.LimitationRule.Repose;
import org.tickler.rules.pack.CourtRule;
import org.tickler.rules.pack.PackProblem;
import org.tickler.rules.pack.Phrase;
import org.tickler.rules.pack.SourceFields;

/** Reads one of the firm's limitation rules. */
final class LimitationReader {
    private static final String PERIOD = "3 years after";

    private final Names names;
    private final PackShelf shelf;

    LimitationReader(Known known, PackShelf shelf) {
        this.names = new Names(known);
        this.shelf = shelf;
    }

    Optional<Located<LimitationRule>> read(Fields fields) {
        Names.needSingle(fields, "id");
        Optional<String> id = Names.id(fields, "id");
        Optional<String> title = fields.findText("title");
        Names.needSingle(fields, "claim");
        Optional<String> claim = Names.id(fields, "claim");
        fields.need("court");
        List<CalendarId> courts = List.copyOf(names.courts(fields, "court"));
        Names.needSingle(fields, "period");
        Optional<Period> period = period(fields);
        Optional<LawId> law = law(fields);
        Optional<Majority> majority = fields.findMap("majority").flatMap(LimitationReader::majority);
        Optional<Repose> repose = fields.findMap("repose").flatMap(LimitationReader::repose);
        Optional<CourtRule.Source> source = SourceFields.read(fields);
        List<Example> examples = examples(fields);
        if (!fields.finish() || courts.isEmpty() || source.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Located<>(
                new LimitationRule(
                        id.orElseThrow(),
                        title,
                        claim.orElseThrow(),
                        courts,
                        period.orElseThrow(),
                        law.orElseThrow(),
                        majority,
                        repose,
                        source.get(),
                        examples,
                        Instant.EPOCH,
                        fields.at()),
                fields.at("id")));
    }

    private static Optional<Period> period(Fields fields) {
        return fields.read(
                "period", text -> LimitationRule.runsInDays(Phrase.period(text)), PackProblem.BAD_PERIOD, PERIOD);
    }

    /** A shelf without laws has none to hold the name against. */
    private Optional<LawId> law(Fields fields) {
        Names.needSingle(fields, "law");
        Optional<LawId> law = fields.read("law", LawId::new, PackProblem.BAD_NAME, "us-frcp");
        SortedSet<String> known = shelf.laws().names();
        if (law.isPresent() && !known.isEmpty() && !known.contains(law.get().value())) {
            String hint = Nearest.hint(law.get().value(), known);
            fields.error(
                    "law",
                    PackProblem.UNKNOWN_SOURCE,
                    "law: no law of counting is called \"" + law.get() + "\""
                            + (hint.isEmpty() ? "; there are " + String.join(", ", known) : hint));
        }
        return law;
    }

    private static Optional<Majority> majority(Fields fields) {
        Optional<Integer> age = fields.integer("age");
        Optional<Period> period = period(fields);
        if (age.filter(years -> years < 1 || years > 99).isPresent()) {
            fields.error("age", TextProblem.BAD_VALUE, "age: majority is reached at 1 to 99 years, found " + age.get());
        }
        return fields.finish() ? age.map(years -> new Majority(years, period)) : Optional.empty();
    }

    private static Optional<Repose> repose(Fields fields) {
        Names.needSingle(fields, "period");
        Optional<Period> period = period(fields);
        String from = fields.text("from");
        Optional<String> cite = fields.findText("authority");
        return fields.finish() ? period.map(length -> new Repose(length, from, cite)) : Optional.empty();
    }

    private static List<Example> examples(Fields fields) {
        List<Example> examples = new ArrayList<>();
        List<Fields> maps = fields.maps("examples");
        maps.forEach(map -> example(map).ifPresent(examples::add));
        if (maps.isEmpty()) {
            fields.error(
                    fields.at(),
                    PackProblem.NO_EXAMPLE,
                    "a limitation needs a worked example; add examples: with accrued:, due: and source:");
        }
        return examples;
    }

    private static Optional<Example> example(Fields fields) {
        Optional<LocalDate> accrued = fields.date("accrued");
        Optional<LocalDate> born = fields.findDate("born");
        Optional<LocalDate> reposeFrom = fields.findDate("repose-from");
        Optional<LocalDate> due = fields.date("due");
        Optional<LocalDate> tolled = fields.findDate("tolled");
        String source = fields.text("source");
        if (born.isPresent() && accrued.filter(born.get()::isAfter).isPresent()) {
            fields.error(
                    "born", TextProblem.BAD_VALUE, "born: " + born.get() + " is after the accrual on " + accrued.get());
        }
        return fields.finish()
                ? Optional.of(new Example(
                        accrued.orElseThrow(), born, reposeFrom, due.orElseThrow(), tolled, source, fields.at()))
                : Optional.empty();
    }

    /** What only shows when all limitations of all files are seen together. */
    static void checkIds(List<Located<LimitationRule>> limitations, Problems problems) {
        Map<String, Span> seen = new HashMap<>();
        for (Located<LimitationRule> limitation : limitations) {
            Span first = seen.putIfAbsent(limitation.value().id(), limitation.at());
            if (first != null) {
                problems.error(
                        limitation.at(),
                        RuleProblem.DUPLICATE_ID,
                        "the limitation at " + first + " is called \""
                                + limitation.value().id() + "\" too; give one of them another id");
            }
        }
    }
}
