package org.tickler.calendars.ics;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.ICalVersion;
import biweekly.io.ParseContext;
import biweekly.io.scribe.property.RecurrenceRuleScribe;
import biweekly.parameter.ICalParameters;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import net.fortuna.ical4j.model.Recur;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two other programs expand the same random rules to the same dates. */
final class RuleAgreementTest {

    private static final IcsWindow WINDOW = new IcsWindow(LocalDate.of(2026, 1, 1), LocalDate.of(2031, 1, 1));
    private static final String[] DAYS = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void agreesWithIcal4jAndBiweekly(long seed) {
        Random random = new Random(seed);
        int compared = 0;
        while (compared < 300) {
            String rule = rule(random);
            LocalDateTime some = LocalDateTime.of(2026, 1, 1, 9, 30).plusDays(random.nextInt(400));
            List<LocalDateTime> found = ours(rule, some);
            if (found.isEmpty()) {
                continue;
            }
            // beginning at a date of its own, so that all three count it as the first
            LocalDateTime start = found.get(0);
            List<LocalDateTime> ours = ours(rule, start);
            // biweekly forgets the interval of every second Monday said as days
            if (!rule.startsWith("FREQ=DAILY;BYDAY") || rule.contains("INTERVAL=1")) {
                assertThat(ours).as("biweekly: %s from %s", rule, start).isEqualTo(biweekly(rule, start));
            }
            assertThat(ours).as("ical4j: %s from %s", rule, start).isEqualTo(ical4j(rule, start));
            compared++;
        }
    }

    private static List<LocalDateTime> ours(String rule, LocalDateTime start) {
        Moment moment = new Moment(start, Files.NEW_YORK, Moment.Form.NAMED);
        MomentReader moments = new MomentReader(Files.NEW_YORK, Map.of(), new Problems());
        SeriesRule read =
                new RuleReader(moments, Files.NEW_YORK).read(new ContentLine(1, "RRULE", Map.of(), rule), moment);
        SeriesBudget budget = new SeriesBudget(new IcsLimits(1, 1, 1, 1, 75, 100_000, 100_000));
        return List.copyOf(SeriesExpander.expand(start, read, WINDOW, budget).times());
    }

    private static List<LocalDateTime> ical4j(String rule, LocalDateTime start) {
        return new Recur<LocalDateTime>(rule)
                .getDates(start, start, WINDOW.until().atStartOfDay().minusSeconds(1));
    }

    private static List<LocalDateTime> biweekly(String rule, LocalDateTime start) {
        TimeZone utc = TimeZone.getTimeZone("UTC");
        DateIterator dates = new RecurrenceRuleScribe()
                .parseText(rule, null, new ICalParameters(), context())
                .getDateIterator(Date.from(start.toInstant(ZoneOffset.UTC)), utc);
        List<LocalDateTime> found = new ArrayList<>();
        while (dates.hasNext()) {
            Instant next = dates.next().toInstant();
            LocalDateTime local = LocalDateTime.ofInstant(next, ZoneOffset.UTC);
            if (!local.toLocalDate().isBefore(WINDOW.until())) {
                break;
            }
            found.add(local);
        }
        return found;
    }

    private static ParseContext context() {
        ParseContext context = new ParseContext();
        context.setVersion(ICalVersion.V2_0);
        return context;
    }

    private static String rule(Random random) {
        String head = random.nextBoolean() ? "" : ";COUNT=" + (1 + random.nextInt(12));
        String interval = ";INTERVAL=" + (1 + random.nextInt(3));
        String body = switch (random.nextInt(9)) {
            case 0 -> "FREQ=DAILY";
            case 1 -> "FREQ=DAILY;BYDAY=" + days(random, "");
            case 2 -> "FREQ=WEEKLY";
            case 3 -> "FREQ=WEEKLY;BYDAY=" + days(random, "") + ";WKST=" + DAYS[random.nextInt(7)];
            case 4 ->
                "FREQ=MONTHLY;BYMONTHDAY=" + (random.nextBoolean() ? 1 + random.nextInt(31) : -1 - random.nextInt(20));
            case 5 -> "FREQ=MONTHLY;BYDAY=" + days(random, random.nextBoolean() ? "-1" : "2");
            case 6 -> "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=" + (random.nextBoolean() ? "-1" : "1,3");
            case 7 -> "FREQ=YEARLY;BYMONTH=" + (1 + random.nextInt(12)) + ";BYDAY=" + days(random, "1");
            default -> "FREQ=YEARLY;BYMONTH=" + (1 + random.nextInt(12)) + ";BYMONTHDAY=" + (1 + random.nextInt(28));
        };
        return body + interval + head;
    }

    private static String days(Random random, String nth) {
        List<String> days = new ArrayList<>();
        for (String day : DAYS) {
            if (random.nextInt(3) == 0) {
                days.add(nth + day);
            }
        }
        return days.isEmpty() ? nth + "WE" : String.join(",", days);
    }
}
