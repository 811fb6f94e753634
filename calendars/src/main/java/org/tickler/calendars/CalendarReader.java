package org.tickler.calendars;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.tickler.calendars.text.Fields;
import org.tickler.calendars.text.ListNode;
import org.tickler.calendars.text.MapNode;
import org.tickler.calendars.text.Node;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.SourceText;
import org.tickler.calendars.text.TextNode;
import org.tickler.calendars.text.TextProblem;
import org.tickler.calendars.text.YamlReader;

/** Reads calendar files and puts them together. The format is described in {@code docs/calendars.md}. */
public final class CalendarReader {

    private CalendarReader() {}

    /**
     * The calendars of all files together: the shipped ones ({@link ShippedCourts#sources()}), then those of a
     * firm. Amendments apply in the order of the files. Every problem of every file is recorded; a calendar that
     * has an error, or stands over one that has, is left out of the book. A file whose name ends in {@code .ics} has
     * closures of the calendar after which it is named, one an event. A shipped file, which has none, is read when
     * its calendar is first asked for, and only once.
     */
    public static CalendarBook book(List<SourceText> sources, Problems problems) {
        List<ShippedFile> shipped = new ArrayList<>();
        List<CalendarFile> files = new ArrayList<>();
        Set<String> broken = new HashSet<>();
        for (SourceText source : sources) {
            Optional<ShippedFile> packaged = ShippedCourts.find(source);
            if (packaged.isPresent()) {
                shipped.add(packaged.get());
                continue;
            }
            Problems own = new Problems();
            Optional<CalendarFile> file = file(source, own, broken::add);
            if (!own.hasErrors()) {
                file.ifPresent(files::add);
            }
            own.sorted().forEach(problems::add);
        }
        return new CalendarBookBuilder(new Definitions(shipped), files, broken, problems).build();
    }

    /** What one file says; empty, or with an error recorded, if it cannot be used. */
    static Optional<CalendarFile> file(SourceText source, Problems problems) {
        return file(source, problems, name -> {});
    }

    /** @param broken takes the name of a calendar whose definition has an error */
    private static Optional<CalendarFile> file(SourceText source, Problems problems, Consumer<String> broken) {
        if (ClosureEvents.isNamedIn(source.file())) {
            return ClosureEvents.read(source, problems);
        }
        Optional<Node> root = YamlReader.read(source, problems);
        Optional<CalendarFile> file = root.flatMap(node -> file(node, problems));
        if (file.isEmpty() || problems.hasErrors()) {
            root.flatMap(CalendarReader::named).ifPresent(broken);
        }
        return file;
    }

    private static Optional<String> named(Node root) {
        return root instanceof MapNode map
                ? map.find("calendar").filter(TextNode.class::isInstance).map(node -> ((TextNode) node).value())
                : Optional.empty();
    }

    private static Optional<CalendarFile> file(Node root, Problems problems) {
        Fields fields = Fields.of(root, problems);
        if (root instanceof ListNode || (root instanceof TextNode text && !text.isNothing())) {
            return Optional.empty();
        }
        Set<String> keys = fields.keys().stream().map(TextNode::value).collect(Collectors.toSet());
        boolean amends = !keys.contains("calendar") && (keys.contains("amends") || !keys.contains("title"));
        String key = amends ? "amends" : "calendar";
        if (!keys.contains(key)) {
            fields.error(
                    fields.at(),
                    TextProblem.MISSING_KEY,
                    "\"calendar\" or \"amends\" is missing here; name a calendar of your own (calendar: harper-lin)"
                            + " or the one to add to (amends: us-nysd)");
        }
        Optional<CalendarId> id = fields.read(key, CalendarId::new, CalendarProblem.BAD_CALENDAR_ID, "us-nysd");
        Optional<CalendarFile.Definition> definition = amends ? Optional.empty() : Optional.of(definition(fields));
        ClosureReader closures = new ClosureReader(fields);
        Layer layer = closures.layer();
        if (!fields.finish() || id.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CalendarFile(id.get(), fields.at(key), definition, layer, closures.singleDays()));
    }

    private static CalendarFile.Definition definition(Fields fields) {
        CalendarHeading heading = new CalendarHeading(
                fields.text("title"),
                fields.findZone("zone"),
                filingHour(fields, "closing-hour"),
                filingHour(fields, "filing-hour"));
        Optional<CalendarFile.Named> over = other(fields, "over", "us-federal");
        Optional<CalendarFile.Named> state = other(fields, "state", "us-ny");
        Optional<Coverage> coverage = fields.findMap("coverage").flatMap(CalendarReader::coverage);
        if (coverage.isEmpty() && over.isEmpty() && !fields.has("coverage") && !fields.has("over")) {
            fields.error(
                    fields.at(),
                    CalendarProblem.MISSING_COVERAGE,
                    "a calendar that stands over no other must say which years it vouches for; add coverage: with from:, to: and"
                            + " checked:");
        }
        return new CalendarFile.Definition(heading, over, state, coverage);
    }

    private static Optional<CalendarFile.Named> other(Fields fields, String key, String example) {
        return fields.read(key, CalendarId::new, CalendarProblem.BAD_CALENDAR_ID, example)
                .map(id -> new CalendarFile.Named(id, fields.at(key)));
    }

    private static Optional<FilingHour> filingHour(Fields calendar, String key) {
        return calendar.findMap(key).flatMap(fields -> {
            boolean midnight =
                    fields.node("at").filter(CalendarReader::isMidnight).isPresent();
            var time = midnight ? Optional.<LocalTime>empty() : fields.time("at");
            Optional<String> authority = ClosureReader.authority(fields);
            return fields.finish() ? authority.map(cite -> new FilingHour(time, cite)) : Optional.empty();
        });
    }

    private static boolean isMidnight(Node node) {
        return node instanceof TextNode text && text.value().equals("midnight");
    }

    private static Optional<Coverage> coverage(Fields fields) {
        var from = fields.date("from");
        var to = fields.date("to");
        var checked = fields.date("checked");
        if (!fields.finish()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Coverage(from.orElseThrow(), to.orElseThrow(), checked.orElseThrow()));
        } catch (IllegalArgumentException e) {
            fields.error(fields.at(), CalendarProblem.BAD_COVERAGE, "coverage: " + e.getMessage());
            return Optional.empty();
        }
    }
}
