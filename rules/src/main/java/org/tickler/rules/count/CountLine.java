package org.tickler.rules.count;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.ClosureKind;
import org.tickler.calendars.text.Nearest;
import org.tickler.calendars.text.ZoneNames;
import org.tickler.rules.count.CountRequest.ExtraClosure;
import org.tickler.rules.count.CountRequest.Mode;
import org.tickler.rules.count.CountRequest.Particulars;

/**
 * A period as one object of keys and values has it: what {@code tickler count} reads a line. The keys are described in
 * {@code docs/counting.md}; others are passed over.
 */
public final class CountLine {
    private final Map<String, ? extends @Nullable Object> keys;

    private CountLine(Map<String, ? extends @Nullable Object> keys) {
        this.keys = keys;
    }

    /**
     * The period that the object describes.
     *
     * @param keys texts, whole numbers, booleans, lists of texts; null where a key has nothing
     * @throws UnreadableException if a key that is needed is missing, or one has a value that cannot be read; the
     *     message names the key and says what is expected
     */
    public static CountRequest read(Map<String, ? extends @Nullable Object> keys) {
        return new CountLine(keys).request();
    }

    private CountRequest request() {
        LawId law = need("law", this::text, LawId::new, "us-frcp");
        String trigger = need("trigger", this::text, Function.identity(), "2027-03-10");
        LocalDate day = parse("trigger", trigger.split("T", 2)[0], CountLine::day, "2027-03-10");
        Optional<LocalTime> hour = trigger.contains("T")
                ? Optional.of(parse("trigger", trigger.split("T", 2)[1], LocalTime::parse, "2027-03-10T15:30"))
                : Optional.empty();
        Period period = new Period(
                count(),
                need("unit", this::text, word -> word(PeriodUnit.class, word), "days"),
                find("direction", word -> word(Direction.class, word), "after").orElse(Direction.AFTER));
        return new CountRequest(
                law,
                day,
                hour,
                find("timezone", CountLine::zone, "America/New_York"),
                period,
                text("rule").orElse(""),
                service(),
                find("court", CalendarId::new, "us-nysd"),
                find("as_of", CountLine::asOf, "2015"),
                particulars());
    }

    private int count() {
        Object value = keys.get("count");
        if (value == null) {
            throw missing("count", "14");
        }
        if (value instanceof Integer number && number >= 0 && number <= 9999) {
            return number;
        }
        throw bad("count", value, "14, a whole number from 0 to 9999");
    }

    private Optional<ServiceMethod> service() {
        String key = text("deemed_method").isPresent() ? "deemed_method" : "service_method";
        Optional<ServiceMethod> method = find(
                key,
                word -> ServiceMethod.find(word).orElseThrow(() -> new IllegalArgumentException("no such method")),
                "mail");
        return flag("service_extension_applies").orElse(true) ? method : Optional.empty();
    }

    private Particulars particulars() {
        return new Particulars(
                mode(),
                find("counting", word -> clear(word), "clear_days"),
                find("roll", CountLine::roll, "toward_trial"),
                find("recess", CountLine::recess, "12-24..01-14").flatMap(Function.identity()),
                distance(),
                text("trigger_role").filter("original_end"::equals).isPresent(),
                Set.copyOf(dates("inaccessible_days")),
                closures(),
                false);
    }

    private Mode mode() {
        if (find("terminal", word -> one(word, "monday_next_10am"), "monday_next_10am")
                .isPresent()) {
            return Mode.MONDAY_NEXT_AT_TEN;
        }
        if (flag("deemed").orElse(false)) {
            return Mode.DEEMED_SERVICE;
        }
        return find("bound", word -> one(word, "earliest", "latest"), "earliest")
                        .filter("earliest"::equals)
                        .isPresent()
                ? Mode.FIRST_PERMITTED
                : Mode.LAST_DAY;
    }

    private int distance() {
        Object value = keys.get("distance_days");
        if (value == null) {
            return 0;
        }
        if (value instanceof Integer number && number >= 0 && number <= 366) {
            return number;
        }
        throw bad("distance_days", value, "10, a whole number from 0 to 366");
    }

    private List<ExtraClosure> closures() {
        ClosureKind kind = find(
                        "extra_holiday_kind",
                        word -> switch (one(word, "state", "declared", "holiday")) {
                            case "state" -> ClosureKind.STATE_HOLIDAY;
                            case "declared" -> ClosureKind.PROCLAIMED;
                            default -> ClosureKind.HOLIDAY;
                        },
                        "state")
                .orElse(ClosureKind.HOLIDAY);
        return dates("extra_holidays").stream()
                .map(day -> new ExtraClosure(day, kind))
                .toList();
    }

    private List<LocalDate> dates(String key) {
        Object value = keys.get(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw bad(key, value, "[\"2027-03-10\"], a list of dates");
        }
        List<LocalDate> dates = new ArrayList<>();
        for (Object item : list) {
            dates.add(parse(key, String.valueOf(item), CountLine::day, "2027-03-10"));
        }
        return dates;
    }

    private Optional<Boolean> flag(String key) {
        Object value = keys.get(key);
        if (value == null || value instanceof Boolean) {
            return Optional.ofNullable((Boolean) value);
        }
        throw bad(key, value, "true or false");
    }

    private Optional<String> text(String key) {
        Object value = keys.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String text && !text.isBlank()) {
            return Optional.of(text);
        }
        throw bad(key, value, "a text");
    }

    private <T> T need(
            String key, Function<String, Optional<String>> from, Function<String, T> parser, String example) {
        return parse(key, from.apply(key).orElseThrow(() -> missing(key, example)), parser, example);
    }

    private <T> Optional<T> find(String key, Function<String, T> parser, String example) {
        return text(key).map(text -> parse(key, text, parser, example));
    }

    private static <T> T parse(String key, String text, Function<String, T> parser, String example) {
        try {
            return parser.apply(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw bad(key, text, example);
        }
    }

    private static UnreadableException missing(String key, String example) {
        return new UnreadableException("missing-key", "\"" + key + "\" is missing; add it, as in " + example);
    }

    private static UnreadableException bad(String key, @Nullable Object value, String example) {
        String text = String.valueOf(value);
        String shown = text.length() > 60 ? text.substring(0, 57) + "..." : text;
        return new UnreadableException(
                "bad-value", key + ": cannot read \"" + shown + "\"; expected something like " + example);
    }

    /** A day of the years that four digits can write. */
    private static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        if (day.getYear() < 1 || day.getYear() > 9999) {
            throw new IllegalArgumentException("years run from 0001 to 9999");
        }
        return day;
    }

    private static ZoneId zone(String name) {
        return ZoneNames.find(name).orElseThrow(() -> new IllegalArgumentException("no time zone is called " + name));
    }

    private static boolean clear(String word) {
        return one(word, "clear_days", "ordinary").equals("clear_days");
    }

    private static Roll roll(String word) {
        return switch (one(word, "toward_trial", "on", "back", "none")) {
            case "back" -> Roll.BACK;
            case "none" -> Roll.NONE;
            default -> Roll.ON;
        };
    }

    /** {@code 12-24..01-14}; {@code seasonal}: as the law has it; {@code none}. */
    private static Optional<List<Recess>> recess(String text) {
        if (text.equals("seasonal")) {
            return Optional.empty();
        }
        if (text.equals("none")) {
            return Optional.of(List.of());
        }
        String[] ends = text.split("\\.\\.", 2);
        if (ends.length < 2) {
            throw new IllegalArgumentException("a recess has two ends");
        }
        return Optional.of(
                List.of(new Recess("recess", LawTextReader.monthDay(ends[0]), LawTextReader.monthDay(ends[1]))));
    }

    /** A year, in whose middle the text was law, or a day. */
    private static LocalDate asOf(String text) {
        return text.length() == 4 ? day(text + "-07-01") : day(text);
    }

    private static String one(String word, String... words) {
        if (!Arrays.asList(words).contains(word)) {
            throw new IllegalArgumentException("one of " + String.join(", ", words));
        }
        return word;
    }

    private static <E extends Enum<E>> E word(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such word"
                        + Nearest.hint(
                                word,
                                Arrays.stream(type.getEnumConstants())
                                        .map(value -> value.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.toList()))));
    }

    /** What is wrong with one key. */
    public static final class UnreadableException extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        private final String code;

        private UnreadableException(String code, String message) {
            super(message);
            this.code = code;
        }

        /** {@code missing-key} or {@code bad-value}. */
        public String code() {
            return code;
        }
    }
}
