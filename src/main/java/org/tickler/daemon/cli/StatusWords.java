package org.tickler.daemon.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tickler.calendars.EmergencyClosure;
import org.tickler.calendars.text.Words;
import org.tickler.daemon.home.Home;
import org.tickler.daemon.settings.Settings;
import org.tickler.engine.store.MatterActStore;
import org.tickler.engine.store.StatusStore;
import org.tickler.engine.watch.Status;
import org.tickler.rules.firm.Channel;

/** Puts a status into sentences and into the keys of an object. */
public final class StatusWords {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm", Locale.ENGLISH);
    private static final int SHORT = 12;
    private static final int MOST = 50;

    private final Settings settings;
    private final Status status;

    public StatusWords(Settings settings, Status status) {
        this.settings = settings;
        this.status = status;
    }

    List<String> lines(Home home, String database) {
        List<String> lines = new ArrayList<>();
        lines.add(settings.firm().name() + ", home " + home);
        lines.addAll(daemon());
        lines.add("database: " + (settings.database().isPresent() ? database : "embedded, " + database));
        lines.add(status.book()
                .map(book -> "book: " + abbreviated(book.fingerprint()) + ", active since " + words(book.since())
                        + (book.applied() ? "" : "; not every matter is planned with it yet"))
                .orElse("book: none is active yet"));
        StatusStore.Facts facts = status.facts();
        lines.add("docket: " + (facts.people() == 1 ? "1 person" : facts.people() + " people") + ", "
                + Counted.of(facts.matters(), "matter") + ", " + Counted.of(facts.entries(), "entry") + ", "
                + Counted.of(facts.questions(), "open question"));
        for (Channel channel : Channel.values()) {
            lines.add(channel(channel));
        }
        lines.add("reminders: " + (status.reminders().isEmpty() ? "none" : counts()));
        lines.add(status.unsent()
                .oldest()
                .map(oldest -> "due and unsent: " + status.unsent().reminders() + ", the oldest since " + words(oldest))
                .orElse("due and unsent: none"));
        status.holds()
                .forEach(held -> lines.add("hold " + held.hold().id() + ": " + Counted.of(held.reminders(), "reminder")
                        + " kept back, because " + held.hold().why() + "; tickler release "
                        + held.hold().id()
                        + " lets them go"));
        waiting(lines);
        status.incidents()
                .forEach(incident -> lines.add("incident: " + incident.channel() + " is down since "
                        + words(incident.began()) + ": " + incident.reason()));
        lines.addAll(webhooks());
        lines.addAll(WatchedWords.lines(status.watched(), settings.heartbeat().isPresent(), this::words));
        return lines;
    }

    /** What waits for a second person. */
    private void waiting(List<String> lines) {
        status.closures()
                .forEach(closure -> lines.add("closure " + closure.place() + ", "
                        + closure.closure().name() + " (" + closure.closure().authority()
                        + "): nobody has confirmed it; deadlines that it would make later keep their dates; tickler verify --closure "
                        + closure.place() + " confirms it"));
        status.askedActs()
                .forEach(asked ->
                        lines.add(asked.sort().noun() + " of " + asked.matter() + ", asked for by " + asked.by()
                                + " on " + words(asked.at())
                                + asked.reason().map(why -> " (" + why + ")").orElse("")
                                + ": it waits for another person; " + MatterActOptions.command(asked) + " --confirm"));
        status.orphans().stream().limit(MOST).forEach(orphan -> lines.add("nobody's: " + orphan));
        if (status.orphans().size() > MOST) {
            lines.add("nobody's: " + (status.orphans().size() - MOST) + " more; tickler status --json has them all");
        }
    }

    /** For programs. */
    public Map<String, Object> keys(Home home, String database) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("firm", settings.firm().name());
        keys.put("home", home.toString());
        keys.put("at", status.at().toString());
        keys.put("running", !status.nodes().isEmpty());
        keys.put("nodes", status.nodes().stream().map(StatusWords::keys).toList());
        keys.put("database", Map.of("embedded", settings.database().isEmpty(), "place", database));
        status.book().ifPresent(book -> keys.put("book", keys(book)));
        StatusStore.Facts facts = status.facts();
        keys.put("people", facts.people());
        keys.put("matters", facts.matters());
        keys.put("entries", facts.entries());
        keys.put("questions", facts.questions());
        keys.put("channels", channels());
        keys.put("reminders", new TreeMap<>(status.reminders()));
        keys.put("due_unsent", status.unsent().reminders());
        status.unsent().oldest().ifPresent(oldest -> keys.put("oldest_due_unsent", oldest.toString()));
        keys.put("holds", status.holds().stream().map(StatusWords::keys).toList());
        keys.put(
                "unconfirmed_closures",
                status.closures().stream().map(StatusWords::keys).toList());
        keys.put(
                "asked_matter_acts",
                status.askedActs().stream().map(StatusWords::keys).toList());
        keys.put("orphans", status.orphans());
        keys.put("webhooks", new TreeMap<>(status.webhooks()));
        keys.put("incidents", status.incidents().stream().map(StatusWords::keys).toList());
        keys.putAll(WatchedWords.keys(status.watched()));
        return keys;
    }

    /** Of events that other programs have not taken. */
    private List<String> webhooks() {
        List<String> lines = new ArrayList<>();
        new TreeMap<>(status.webhooks()).forEach((place, count) -> {
            if (!place.endsWith("/delivered")) {
                lines.add("webhook " + place.replace("/", ": ") + " " + Counted.of(count, "event"));
            }
        });
        return lines;
    }

    private List<String> daemon() {
        return status.nodes().isEmpty()
                ? List.of("daemon: not running; nothing leaves until tickler serve runs")
                : status.nodes().stream()
                        .map(node -> "daemon: running as " + node.id() + " since " + words(node.started())
                                + " (Tickler " + node.version() + ", tzdb " + node.tzdb() + ")")
                        .toList();
    }

    private String channel(Channel channel) {
        int held = status.channels().getOrDefault(Words.of(channel), 0);
        return Words.of(channel)
                + (isSetUp(channel)
                        ? ": set up"
                        : ": not set up; messages are written to outbox/ and not sent; held: "
                                + Counted.of(held, "reminder"));
    }

    private boolean isSetUp(Channel channel) {
        return switch (channel) {
            case EMAIL -> settings.mail().isPresent();
            case SMS -> settings.sms().isPresent();
        };
    }

    private Map<String, Object> channels() {
        Map<String, Object> channels = new LinkedHashMap<>();
        for (Channel channel : Channel.values()) {
            String word = Words.of(channel);
            channels.put(
                    word,
                    Map.of("set_up", isSetUp(channel), "held", status.channels().getOrDefault(word, 0)));
        }
        return channels;
    }

    private String counts() {
        List<String> counts = new ArrayList<>();
        new TreeMap<>(status.reminders()).forEach((state, count) -> counts.add(count + " " + state));
        return String.join(", ", counts);
    }

    private String words(Instant instant) {
        ZoneId zone = settings.zone();
        return MINUTE.format(instant.atZone(zone)) + " (" + zone + ")";
    }

    private static String abbreviated(String fingerprint) {
        return fingerprint.substring(0, Math.min(SHORT, fingerprint.length()));
    }

    private static Map<String, Object> keys(StatusStore.Node node) {
        return Map.of(
                "id", node.id(),
                "started", node.started().toString(),
                "seen", node.seen().toString(),
                "version", node.version(),
                "tzdb", node.tzdb());
    }

    private static Map<String, Object> keys(StatusStore.BookState book) {
        return Map.of(
                "fingerprint", book.fingerprint(),
                "since", book.since().toString(),
                "by", book.by(),
                "applied", book.applied());
    }

    private static Map<String, Object> keys(Status.Held held) {
        return Map.of(
                "id", held.hold().id(),
                "why", held.hold().why(),
                "made", held.hold().madeAt().toString(),
                "by", held.hold().madeBy(),
                "reminders", held.reminders());
    }

    private static Map<String, Object> keys(EmergencyClosure closure) {
        return Map.of(
                "calendar", closure.calendar().value(),
                "day", closure.day().toString(),
                "name", closure.closure().name(),
                "kind", Words.of(closure.closure().kind()),
                "authority", closure.closure().authority());
    }

    private static Map<String, Object> keys(MatterActStore.Step asked) {
        return Map.of(
                "matter", asked.matter().value(),
                "act", Words.of(asked.sort()),
                "by", asked.by().value(),
                "at", asked.at().toString(),
                "reason", asked.reason().orElse(""));
    }

    private static Map<String, Object> keys(StatusStore.Incident incident) {
        return Map.of(
                "channel",
                incident.channel(),
                "reason",
                incident.reason(),
                "began",
                incident.began().toString());
    }
}
