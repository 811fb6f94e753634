package org.tickler.rules.count;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.holiday.Validity;
import org.tickler.calendars.text.Fields;
import org.tickler.calendars.text.ListNode;
import org.tickler.calendars.text.MapNode;
import org.tickler.calendars.text.Node;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.SourceText;
import org.tickler.calendars.text.TextNode;
import org.tickler.calendars.text.YamlReader;

/** Reads files of counting laws. The format is described in {@code docs/counting.md}. */
public final class LawReader {
    private static final Set<String> VALIDITY = Set.of("from", "to");

    private final Problems problems;
    private final List<CountingLaw> laws = new ArrayList<>();
    /** The last text of each law as it stands in its file, for those that are like it. */
    private final Map<String, MapNode> texts = new HashMap<>();

    private LawReader(Problems problems) {
        this.problems = problems;
    }

    /**
     * The laws of all files together; a law may be like one that stands before it. Every problem of every file is
     * recorded, and a law that has an error is left out.
     */
    public static Laws read(List<SourceText> sources, Problems problems) {
        LawReader reader = new LawReader(problems);
        for (SourceText source : sources) {
            YamlReader.read(source, problems).ifPresent(reader::file);
        }
        return new Laws(reader.laws);
    }

    private void file(Node root) {
        Fields fields = Fields.of(root, problems);
        fields.need("laws");
        fields.maps("laws").forEach(this::law);
        fields.finish();
    }

    private void law(Fields fields) {
        Optional<LawId> id = fields.read("law", LawId::new, LawProblem.BAD_LAW_ID, "us-frcp");
        String title = fields.text("title");
        Optional<CalendarId> calendar = fields.read("calendar", CalendarId::new, LawProblem.BAD_LAW_ID, "us-federal");
        fields.need("law");
        fields.need("calendar");
        List<LawText> read = new ArrayList<>();
        List<Node> nodes = new ArrayList<>();
        fields.need("texts");
        fields.node("texts").ifPresent(node -> nodes.addAll(items(node)));
        for (Node node : nodes) {
            text(fields, node).ifPresent(read::add);
        }
        boolean ordered = inOrder(fields, read);
        if (!fields.finish() || !ordered || id.isEmpty() || calendar.isEmpty() || read.size() < nodes.size()) {
            return;
        }
        if (laws.stream().anyMatch(law -> law.id().equals(id.get()))) {
            fields.error("law", LawProblem.BAD_LAW_ID, "law: two laws are called " + id.get());
            return;
        }
        map(nodes.getLast()).ifPresent(map -> texts.put(id.get().value(), merged(map)));
        laws.add(new CountingLaw(id.get(), title, calendar.get(), read));
    }

    private Optional<LawText> text(Fields law, Node node) {
        Optional<String> like = map(node).flatMap(map -> map.find("like")).flatMap(LawReader::value);
        if (like.filter(name -> !texts.containsKey(name)).isPresent()) {
            law.error(
                    node.at(), LawProblem.UNKNOWN_LAW, "like: no law before this one is called \"" + like.get() + "\"");
            return Optional.empty();
        }
        Node whole = map(node).<Node>map(this::merged).orElse(node);
        return new LawTextReader(Fields.of(whole, problems)).text();
    }

    /**
     * The text with what it leaves out taken from the law that it is like; {@code like} itself is gone. The days on which
     * a text is law are its own.
     */
    private MapNode merged(MapNode own) {
        Optional<MapNode> base = own.find("like").flatMap(LawReader::value).map(texts::get);
        Set<String> stated =
                own.entries().stream().map(entry -> entry.key().value()).collect(Collectors.toSet());
        List<MapNode.Entry> entries = new ArrayList<>(own.entries());
        entries.removeIf(entry -> entry.key().value().equals("like"));
        base.ifPresent(map -> map.entries().stream()
                .filter(entry -> !stated.contains(entry.key().value())
                        && !VALIDITY.contains(entry.key().value()))
                .forEach(entries::add));
        return new MapNode(own.at(), entries);
    }

    private static boolean inOrder(Fields fields, List<LawText> texts) {
        for (int next = 1; next < texts.size(); next++) {
            Validity before = texts.get(next - 1).validity();
            Optional<LocalDate> from = texts.get(next).validity().from();
            if (from.isEmpty() || before.to().filter(from.get()::isAfter).isEmpty()) {
                fields.error(
                        "texts",
                        LawProblem.BAD_VALIDITY,
                        "texts: stand in the order of time, each with the day from which it is law, and the one before with"
                                + " the day to which it was");
                return false;
            }
        }
        return true;
    }

    private static List<Node> items(Node node) {
        return switch (node) {
            case ListNode list -> list.items();
            case MapNode map -> List.of(map);
            case TextNode text -> List.of();
        };
    }

    private static Optional<MapNode> map(Node node) {
        return node instanceof MapNode map ? Optional.of(map) : Optional.empty();
    }

    private static Optional<String> value(Node node) {
        return node instanceof TextNode text ? Optional.of(text.value()) : Optional.empty();
    }
}
