package org.tickler.rules.count;

import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.tickler.calendars.holiday.Validity;
import org.tickler.calendars.text.Fields;
import org.tickler.calendars.text.TextNode;
import org.tickler.calendars.text.TextProblem;
import org.tickler.calendars.text.Words;
import org.tickler.rules.count.LawText.FirstDay;
import org.tickler.rules.count.LawText.Order;

/** Reads one text of a counting law. */
final class LawTextReader {
    private static final Pattern SHORT = Pattern.compile("(under|at most|exactly) ([0-9]{1,2}) days");
    private static final Pattern EXTRA = Pattern.compile("([0-9]{1,2}) (days?|court days?)");

    private final Fields fields;

    LawTextReader(Fields fields) {
        this.fields = fields;
    }

    Optional<LawText> text() {
        Optional<Validity> validity = validity();
        Optional<Authority> authority = authority(fields.map("authority"));
        LawText.Start start = start();
        LawText.Skip skip = new LawText.Skip(
                shortPeriods(), recesses(), fields.findBool("clear").orElse(false));
        LawText.Closing closing = closing();
        LawText.Ending ending = ending();
        LawText.Service service = new LawText.Service(
                extras(),
                deemed(),
                disputedWord("service-order-after", Order.class, Order.ONE_SPAN),
                disputedWord("service-order-before", Order.class, Order.ONE_SPAN));
        return fields.finish() && validity.isPresent() && authority.isPresent()
                ? Optional.of(new LawText(validity.get(), authority.get(), start, skip, closing, ending, service))
                : Optional.empty();
    }

    private Optional<Validity> validity() {
        try {
            return Optional.of(new Validity(fields.findDate("from"), fields.findDate("to")));
        } catch (IllegalArgumentException e) {
            fields.error("to", LawProblem.BAD_VALIDITY, "to: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** An authority as all rule files write it. */
    static Optional<Authority> authority(Fields fields) {
        String cite = fields.text("cite");
        Optional<String> url = fields.findText("url");
        var checked = fields.findDate("checked");
        return fields.finish() ? Optional.of(new Authority(cite, url, checked)) : Optional.empty();
    }

    private LawText.Start start() {
        Optional<LawText.LateService> late = fields.findMap("late-service").flatMap(map -> {
            Optional<LocalTime> until = map.findTime("until");
            String cite = map.text("cite");
            Optional<String> unless = map.findText("unless");
            return map.finish() ? Optional.of(new LawText.LateService(until, cite, unless)) : Optional.empty();
        });
        return new LawText.Start(
                disputedWord("first-day-after", FirstDay.class, FirstDay.NEXT_DAY),
                disputedWord("first-day-before", FirstDay.class, FirstDay.NEXT_DAY),
                late,
                fields.findOneOf("extension-from", LawText.Extension.class).orElse(LawText.Extension.ROLLED_END));
    }

    private Optional<LawText.ShortPeriods> shortPeriods() {
        List<Pattern> except = fields.list(
                "short-except",
                text -> {
                    try {
                        return Pattern.compile(text);
                    } catch (PatternSyntaxException e) {
                        throw new IllegalArgumentException(e.getDescription(), e);
                    }
                },
                LawProblem.BAD_COUNT,
                "\"TRCP 21(a|\\\\b)\"");
        return fields.read(
                "short",
                text -> {
                    Matcher form = SHORT.matcher(text);
                    if (!form.matches()) {
                        throw new IllegalArgumentException("short periods are under, at most or exactly so many days");
                    }
                    int days = Integer.parseInt(form.group(2));
                    return switch (form.group(1)) {
                        case "under" -> new LawText.ShortPeriods(0, days - 1, except);
                        case "exactly" -> new LawText.ShortPeriods(days, days, except);
                        default -> new LawText.ShortPeriods(0, days, except);
                    };
                },
                LawProblem.BAD_COUNT,
                "under 7 days");
    }

    private List<Recess> recesses() {
        List<Recess> recesses = new ArrayList<>();
        for (Fields map : fields.maps("recess")) {
            String name = map.text("name");
            Optional<MonthDay> from = map.read("from", LawTextReader::monthDay, LawProblem.BAD_COUNT, "12-21");
            Optional<MonthDay> to = map.read("to", LawTextReader::monthDay, LawProblem.BAD_COUNT, "01-07");
            map.need("from");
            map.need("to");
            if (map.finish()) {
                recesses.add(new Recess(name, from.orElseThrow(), to.orElseThrow()));
            }
        }
        return recesses;
    }

    /** {@code 12-21}. */
    static MonthDay monthDay(String text) {
        return MonthDay.parse("--" + text);
    }

    private LawText.Closing closing() {
        String states = fields.findWord("state-holidays", List.of("no", "after", "both"))
                .orElse("no");
        return new LawText.Closing(
                !states.equals("no"),
                states.equals("both"),
                disputed("proclaimed", LawTextReader::yes, true),
                disputed("fridays", LawTextReader::yes, true),
                fields.findBool("inaccessible").orElse(false));
    }

    private static Boolean yes(String word) {
        return switch (word) {
            case "closed" -> true;
            case "open" -> false;
            default -> throw new IllegalArgumentException("a day is closed or open");
        };
    }

    private LawText.Ending ending() {
        return new LawText.Ending(
                disputedWord("roll-after", Roll.class, Roll.ON),
                disputedWord("roll-before", Roll.class, Roll.NONE),
                fields.findWord("hours", List.of("elapse", "of-open-days"))
                        .filter("of-open-days"::equals)
                        .isPresent(),
                fields.findInteger("working-days").orElse(0),
                disputed(
                        "hour-after-holiday",
                        word -> word.equals("none") ? Optional.empty() : Optional.of(LocalTime.parse(word)),
                        Optional.empty()));
    }

    private List<LawText.Extra> extras() {
        List<LawText.Extra> extras = new ArrayList<>();
        for (Fields map : fields.maps("service")) {
            Set<ServiceMethod> methods = methods(map);
            Optional<Period> add = map.read("add", LawTextReader::extra, LawProblem.BAD_COUNT, "3 days");
            String side =
                    map.findWord("periods", List.of("after", "before", "both")).orElse("after");
            String cite = map.text("cite");
            map.need("add");
            if (map.finish()) {
                extras.add(new LawText.Extra(
                        methods, add.orElseThrow().count(), add.orElseThrow().unit(), directions(side), cite));
            }
        }
        return extras;
    }

    private static Set<Direction> directions(String side) {
        return side.equals("both")
                ? EnumSet.allOf(Direction.class)
                : EnumSet.of(Direction.valueOf(side.toUpperCase(Locale.ROOT)));
    }

    private static Period extra(String text) {
        Matcher form = EXTRA.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("extra days are so many days or court days");
        }
        PeriodUnit unit = form.group(2).startsWith("court") ? PeriodUnit.COURT_DAYS : PeriodUnit.DAYS;
        return new Period(Integer.parseInt(form.group(1)), unit, Direction.AFTER);
    }

    private List<LawText.Deemed> deemed() {
        List<LawText.Deemed> rules = new ArrayList<>();
        for (Fields map : fields.maps("deemed")) {
            Set<ServiceMethod> methods = methods(map);
            int days = map.integer("days").orElse(0);
            Optional<LocalTime> until = map.findTime("until");
            String cite = map.text("cite");
            if (map.finish()) {
                rules.add(new LawText.Deemed(methods, days, until, cite));
            }
        }
        return rules;
    }

    private static Set<ServiceMethod> methods(Fields map) {
        map.need("methods");
        Set<ServiceMethod> methods = EnumSet.noneOf(ServiceMethod.class);
        methods.addAll(map.list(
                "methods",
                text -> ServiceMethod.find(text)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "there are " + String.join(", ", Words.all(ServiceMethod.class)))),
                TextProblem.BAD_VALUE,
                "mail"));
        return methods;
    }

    private <E extends Enum<E>> Disputed<E> disputedWord(String key, Class<E> type, E otherwise) {
        return disputed(
                key,
                word -> Words.find(type, word)
                        .orElseThrow(
                                () -> new IllegalArgumentException("there are " + String.join(", ", Words.all(type)))),
                otherwise);
    }

    /** A point of law: one word, or a list of answers with their reasons, the prevailing first. */
    private <T> Disputed<T> disputed(String key, Function<String, T> parser, T otherwise) {
        if (fields.node(key).filter(TextNode.class::isInstance).isPresent()) {
            return Disputed.settled(
                    fields.read(key, parser, TextProblem.BAD_VALUE, "none").orElse(otherwise));
        }
        List<Disputed.Answer<T>> answers = new ArrayList<>();
        for (Fields map : fields.maps(key)) {
            Optional<T> value = map.read("is", parser, TextProblem.BAD_VALUE, "none");
            String because = map.text("because");
            if (map.finish() && value.isPresent()) {
                answers.add(new Disputed.Answer<>(value.get(), because));
            }
        }
        return answers.isEmpty() ? Disputed.settled(otherwise) : new Disputed<>(answers);
    }
}
