package org.tickler.daemon.month;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A firm of 3,000 matters and its spreadsheet, drawn from a seed: dates of two years past and one to come. It says by
 * itself, without a line of Tickler's, what the rules in {@link #RULES} call for; an expectation is (instant, reader, rung,
 * row).
 */
final class ManyMatters {
    static final int MATTERS = 3_000;
    private static final int LEADS = 110;
    private static final int PARALEGALS = 50;
    private static final int CLIENTS = 200;
    private static final int SECOND_ROW = 10;
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime AFTERNOON = LocalTime.of(14, 0);
    private static final String[] KINDS = {"filing", "filing", "filing", "hearing", "client-update", "task"};

    static final String RULES = """
            ladders:
              - id: filings
                for:
                  kind: filing
                rungs:
                  - id: news
                    at: when known
                    to: lead-attorney
                    by: email
                  - id: fortnight
                    at: 14 days before
                    time: "09:00"
                    to: lead-attorney
                    by: email
                    answer: {from: lead-attorney, within: 10 days}
                  - id: last
                    at: 3 days before
                    time: "09:00"
                    to: [lead-attorney, paralegal]
                    by: email
              - id: hearings
                for:
                  kind: hearing
                rungs:
                  - id: week
                    at: 7 days before
                    time: "09:00"
                    to: lead-attorney
                    by: email
                  - id: afterwards
                    at: 14 days after
                    time: "14:00"
                    to: client
                    by: email
              - id: words
                for:
                  kind: client-update
                rungs:
                  - id: ahead
                    at: 14 days before
                    time: "14:00"
                    to: client
                    by: email
                  - id: word
                    at: 0 days before
                    time: "14:00"
                    to: client
                    by: email
              - id: others
                rungs:
                  - id: eve
                    at: 1 day before
                    time: "09:00"
                    to: paralegal
                    by: email
            """;

    private final LocalDate today;
    private final Instant loaded;
    private final List<Row> rows = new ArrayList<>();

    /** One row of the spreadsheet. */
    private record Row(int number, int matter, String kind, LocalDate day) {
        String lead() {
            return "lead" + matter % LEADS;
        }

        String paralegal() {
            return "para" + matter % PARALEGALS;
        }

        String client() {
            return "client" + matter % CLIENTS;
        }
    }

    /** What somebody is to be told. */
    record Told(Instant at, String who, String rung, int row, boolean late) {
        boolean isClients() {
            return who.startsWith("client");
        }

        /** In the words of {@link Received}. */
        String words() {
            return rung + " R-" + row + (late ? " late" : "");
        }
    }

    /** @param loaded when the spreadsheet is loaded */
    ManyMatters(long seed, Instant loaded) {
        this.loaded = loaded;
        this.today = loaded.atZone(Dated.ZONE).toLocalDate();
        Random random = new Random(seed);
        for (int matter = 0; matter < MATTERS; matter++) {
            for (int more = random.nextInt(SECOND_ROW) == 0 ? 2 : 1; more > 0; more--) {
                String kind = KINDS[random.nextInt(KINDS.length)];
                rows.add(new Row(rows.size(), matter, kind, today.plusDays(random.nextInt(365 * 3) - 365L * 2)));
            }
        }
    }

    /** The files of the home, but its settings. */
    Map<String, String> files() {
        return Map.of(
                "people.yaml", people(), "matters.csv", matters(), "rules/rules.yaml", RULES, "sheet.csv", sheet());
    }

    private static String people() {
        Stream<String> staff = Stream.of(
                        Stream.of("clerk", "boss"),
                        IntStream.range(0, LEADS).mapToObj(number -> "lead" + number),
                        IntStream.range(0, PARALEGALS).mapToObj(number -> "para" + number))
                .flatMap(all -> all)
                .map(id -> "  - {id: %1$s, name: %1$s, roles: [%2$s], email: %1$s@firm.example}\n"
                        .formatted(id, id.equals("clerk") ? "docket-clerk" : "staff"));
        Stream<String> clients = IntStream.range(0, CLIENTS)
                .mapToObj(
                        number -> ("  - {id: client%1$d, name: Client %1$d, kind: client, email: c%1$d@client.example,"
                                        + " consent: {email: 2020-01-01}}\n")
                                .formatted(number));
        return Stream.concat(Stream.of("people:\n"), Stream.concat(staff, clients))
                .reduce("", String::concat);
    }

    private String matters() {
        StringBuilder text = new StringBuilder("id,title,team.lead-attorney,team.paralegal,team.client\n");
        for (int matter = 0; matter < MATTERS; matter++) {
            Row of = new Row(0, matter, "", today);
            text.append("M-%d,Matter %d,%s,%s,%s\n".formatted(matter, matter, of.lead(), of.paralegal(), of.client()));
        }
        return text.toString();
    }

    private String sheet() {
        StringBuilder text = new StringBuilder("id,matter,kind,title,date\n");
        rows.forEach(row -> text.append(
                "R-%d,M-%d,%s,Row %d,%s\n".formatted(row.number(), row.matter(), row.kind(), row.number(), row.day())));
        return text.toString();
    }

    int rows() {
        return rows.size();
    }

    int past() {
        return (int) rows.stream().filter(row -> row.day().isBefore(today)).count();
    }

    /** All that is to be told from the load on, by DESIGN.md 1 and docs/rules.md. */
    List<Told> told() {
        return rows.stream().flatMap(this::told).toList();
    }

    private Stream<Told> told(Row row) {
        boolean past = row.day().isBefore(today);
        return switch (row.kind()) {
            case "filing" -> past ? Stream.empty() : filing(row);
            case "hearing" ->
                Stream.concat(
                        past
                                ? Stream.empty()
                                : Stream.of(
                                        told(row, row.lead(), "week", row.day().minusDays(7), MORNING)),
                        // what is owed after a day that is past goes in its own time, or not at all
                        Stream.of(told(
                                        row,
                                        row.client(),
                                        "afterwards",
                                        row.day().plusDays(14),
                                        AFTERNOON))
                                .filter(told -> !told.late()));
            case "client-update" -> past ? Stream.empty() : words(row);
            default ->
                past
                        ? Stream.empty()
                        : Stream.of(told(row, row.paralegal(), "eve", row.day().minusDays(1), MORNING));
        };
    }

    /** Of what is late only the last; the news gives way to a question, and covers what is none. */
    private Stream<Told> filing(Row row) {
        Told fortnight = told(row, row.lead(), "fortnight", row.day().minusDays(14), MORNING);
        Told last = told(row, row.lead(), "last", row.day().minusDays(3), MORNING);
        Told news = new Told(loaded, row.lead(), "news", row.number(), false);
        Stream<Told> lead = !fortnight.late()
                ? Stream.of(news, fortnight, last)
                : last.late() ? Stream.of(news) : Stream.of(fortnight, last);
        return Stream.concat(
                lead, Stream.of(told(row, row.paralegal(), "last", row.day().minusDays(3), MORNING)));
    }

    private Stream<Told> words(Row row) {
        Told ahead = told(row, row.client(), "ahead", row.day().minusDays(14), AFTERNOON);
        Told word = told(row, row.client(), "word", row.day(), AFTERNOON);
        return Stream.of(ahead, word);
    }

    /** Late, and then at once, where its time has passed. */
    private Told told(Row row, String who, String rung, LocalDate day, LocalTime time) {
        Instant at = day.atTime(time).atZone(Dated.ZONE).toInstant();
        boolean late = at.isBefore(loaded);
        return new Told(late ? loaded : at, who, rung, row.number(), late);
    }

    /** A day after the load. */
    Instant dayAfter() {
        return loaded.plus(24, ChronoUnit.HOURS);
    }
}
