package org.tickler.daemon.month;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A line of the month's tables: when, who, by which road, and what. It knows a calendar's weekdays and nothing of Tickler.
 *
 * @param what as it stands there, spaces between words single
 */
record Dated(Instant at, String who, String road, String what) {
    static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final int YEAR = 2026;
    private static final int MONTH = 3;
    private static final int COLUMNS = 4;

    /** The lines of a table, several days or people in one written out, by time. */
    static List<Dated> table(String name) throws IOException {
        return file(name)
                .lines()
                .map(line -> line.replaceAll("\\s+", " ").strip())
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .flatMap(Dated::line)
                .sorted((one, other) -> one.at().compareTo(other.at()))
                .toList();
    }

    /** A file of the month, as it is. */
    static String file(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Dated.class.getResourceAsStream("/month/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Stream<Dated> line(String line) {
        String[] columns = line.split(" ?\\| ?", -1);
        if (columns.length != COLUMNS) {
            throw new IllegalArgumentException("expected when | who | road | what, but was: " + line);
        }
        return instants(columns[0])
                .flatMap(at ->
                        Arrays.stream(columns[1].split(", ?")).map(who -> new Dated(at, who, columns[2], columns[3])));
    }

    /** {@code 03-02 07:00}, or {@code days 02..31 07:30 except 16..20 27}: those of Monday to Friday; or {@code mondays}. */
    private static Stream<Instant> instants(String when) {
        String[] words = when.split(" ");
        if (words.length == 2) {
            return Stream.of(at(LocalDate.parse(YEAR + "-" + words[0]), words[1]));
        }
        Set<Integer> except = new HashSet<>();
        for (int word = 4; word < words.length; word++) {
            except.addAll(days(words[word]));
        }
        return days(words[1]).stream()
                .filter(day -> !except.contains(day))
                .map(day -> LocalDate.of(YEAR, MONTH, day))
                .filter(day -> words[0].equals("mondays")
                        ? day.getDayOfWeek() == DayOfWeek.MONDAY
                        : day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue())
                .map(day -> at(day, words[2]));
    }

    private static List<Integer> days(String span) {
        String[] ends = span.split("\\.\\.");
        int first = Integer.parseInt(ends[0]);
        int last = Integer.parseInt(ends[ends.length - 1]);
        return new ArrayList<>(IntStream.rangeClosed(first, last).boxed().toList());
    }

    private static Instant at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
    }

    /** As it is shown where it is missing or too much; what it holds in the order of the alphabet. */
    String shown() {
        List<String> held = Arrays.stream(what.split(", ")).sorted().toList();
        return String.join(" | ", at.atZone(ZONE).toLocalDateTime().toString(), who, road, String.join(", ", held));
    }
}
