package org.tickler.engine.dispatch.words;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tickler.engine.dispatch.words.MessageFacts.Answer;
import org.tickler.engine.dispatch.words.MessageFacts.Change;
import org.tickler.engine.dispatch.words.MessageFacts.Line;
import org.tickler.engine.dispatch.words.MessageFacts.Subject;
import org.tickler.engine.dispatch.words.Template.Form;
import org.tickler.rules.docket.Details;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Stated;
import org.tickler.rules.docket.When;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.PersonKind;
import org.tickler.rules.remind.Purpose;

/** Puts messages into words. The same facts always give the same words. */
public final class Composer {
    /** Stands for the lines while the letter around them is made; no value can hold it. */
    private static final String LINES = "\u0001";

    private static final int TITLE = 200;
    private static final int NAME = 120;
    private static final int SENTENCE = 500;

    private final Supplier<Templates> templates;

    /** Words that stay the same. */
    public Composer(Templates templates) {
        this(() -> templates);
    }

    /** @param templates asked anew for each message, so that words may change while the program runs */
    public Composer(Supplier<Templates> templates) {
        this.templates = templates;
    }

    /** An e-mail: who, what, when, why and where to answer. Its subject names neither client nor title. */
    public Wording mail(MessageFacts facts) {
        Templates words = templates.get();
        Wording wording = new Wording(
                SafeText.line(letter(words, facts, Form.SUBJECT), SENTENCE),
                letter(words, facts, Form.TXT),
                Optional.of(letter(words, facts, Form.HTML)));
        return isDrill(facts) ? Drilled.mail(wording) : wording;
    }

    /** A text message: code, kind and date, and nothing that tells a stranger whose it is. */
    public Wording sms(MessageFacts facts) {
        Wording wording =
                new Wording("", letter(templates.get(), facts, Form.SMS).strip(), Optional.empty());
        return isDrill(facts) ? Drilled.sms(wording) : wording;
    }

    /** What a message by {@code channel} says of each of its lines, in their order. */
    public List<String> passages(MessageFacts facts, Channel channel) {
        Form form = channel == Channel.SMS ? Form.SMS : Form.TXT;
        return facts.lines().stream()
                .map(line -> line(templates.get(), line, facts, form).strip())
                .toList();
    }

    private static boolean isDrill(MessageFacts facts) {
        return facts.lines().stream()
                .flatMap(line -> line.subject().stream())
                .anyMatch(about -> about.entry().isDrill());
    }

    private static String letter(Templates words, MessageFacts facts, Form form) {
        String around = words.render(Template.letter(form), message(facts));
        if (!around.contains(LINES)) {
            return around;
        }
        String lines = facts.lines().stream()
                .map(line -> line(words, line, facts, form))
                .collect(Collectors.joining(form == Form.TXT ? "\n" : ""));
        return around.replace(LINES, lines);
    }

    private static String line(Templates words, Line line, MessageFacts facts, Form form) {
        return words.render(words.chosen(line.template(), line.purpose(), form), line(line, facts));
    }

    private static Map<String, Object> message(MessageFacts facts) {
        Optional<Answer> answer =
                facts.lines().stream().flatMap(line -> line.answer().stream()).findFirst();
        return Map.of(
                "reader", SafeText.line(facts.reader().name(), NAME),
                "firm", SafeText.line(facts.firm(), NAME),
                "several", facts.lines().size() > 1,
                "count", facts.lines().size(),
                "headline", headline(facts.lines().getFirst()),
                "lines", LINES,
                "possible-duplicate", facts.possibleDuplicate(),
                "answer", answer.isPresent(),
                "example", answer.map(wanted -> wanted.code() + " 1").orElse(""));
    }

    /** The same for every reminder of an entry that stands, so that they stay one thread. */
    private static String headline(Line line) {
        if (line.subject().isEmpty()) {
            return line.purpose() == Purpose.WRITTEN_BACK ? "About your reply" : "Tickler needs attention";
        }
        Subject about = line.subject().get();
        String prefix = switch (line.purpose()) {
            case RUNG, WRITTEN_BACK, ALARM, SHEET -> "";
            case MOVED -> "Moved: ";
            case CANCELLED -> "Cancelled: ";
            case STAYED -> "Off for now: ";
            case RESUMED -> "On again: ";
            case ESCALATION -> "No answer yet: ";
            case REJECTED -> "Rejected: ";
            case PASSED_ON -> "Passed on to you: ";
            case QUESTION -> "Question: ";
            case CALL -> "Please call: ";
        };
        return prefix + kind(about.entry().kind()) + " "
                + DateWords.shortDay(about.entry().when()) + " ["
                + about.matter().id() + "]";
    }

    private static Map<String, Object> line(Line line, MessageFacts facts) {
        Map<String, Object> fields = new HashMap<>();
        TemplateFields.LINE.forEach(field -> fields.put(field, ""));
        fields.put("why", SafeText.line(line.why(), SENTENCE));
        fields.put("late", line.late().map(DateWords::span).orElse(""));
        fields.put("entered-late", line.enteredLate());
        fields.put("answer", line.answer().isPresent());
        line.answer().ifPresent(answer -> {
            fields.put("code", answer.code());
            fields.put("link", answer.link().toString());
            fields.put("within", answer.within().orElse(""));
        });
        line.subject().ifPresent(about -> {
            fill(fields, about, facts);
            fields.put(
                    "call", about.call().map(name -> SafeText.line(name, NAME)).orElse(""));
            about.change().ifPresent(change -> fill(fields, change, about.entry(), facts));
        });
        return fields;
    }

    private static void fill(Map<String, Object> fields, Subject about, MessageFacts facts) {
        Entry entry = about.entry();
        When when = entry.when();
        Details details = entry.details();
        fields.put("not-verified", entry.status() == EntryStatus.PROPOSED);
        fields.put("claimed", entry.status() == EntryStatus.CLAIMED);
        boolean staff = facts.reader().kind() == PersonKind.STAFF;
        fields.put("kind", kind(entry.kind()));
        fields.put("title", SafeText.line(entry.title(), TITLE));
        fields.put("day", DateWords.day(when));
        fields.put("day-short", DateWords.shortDay(when));
        fields.put("time", DateWords.time(when));
        fields.put("your-time", DateWords.yourTime(when, facts.reader().zone()));
        fields.put("place", place(details));
        fields.put("matter-id", about.matter().id().value());
        fields.put("matter", SafeText.line(about.matter().title(), TITLE));
        fields.put(
                "authority",
                staff
                        ? details.authority()
                                .map(text -> SafeText.line(text, TITLE))
                                .orElse("")
                        : "");
    }

    /** What it was, where that is not what it is; whose doing that is concerns the firm alone. */
    private static void fill(Map<String, Object> fields, Change change, Entry entry, MessageFacts facts) {
        change.was().filter(was -> !was.equals(Stated.of(entry))).ifPresent(was -> {
            fields.put("was", joined(", ", DateWords.day(was.when()), DateWords.time(was.when())));
            fields.put("was-short", joined(" ", DateWords.shortDay(was.when()), DateWords.time(was.when())));
            String place = place(was.location(), was.mode());
            fields.put("was-place", place.equals(fields.get("place")) ? "" : place);
        });
        boolean staff = facts.reader().kind() == PersonKind.STAFF;
        fields.put("change", staff ? SafeText.line(change.how(), SENTENCE) : "");
    }

    private static String joined(String by, String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(by));
    }

    private static String place(Details details) {
        return place(details.location(), details.mode());
    }

    private static String place(Optional<String> location, Optional<String> mode) {
        return Stream.of(location, mode)
                .flatMap(Optional::stream)
                .map(text -> SafeText.line(text, TITLE))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.collectingAndThen(
                        Collectors.toList(), (List<String> parts) -> String.join(", ", parts)));
    }

    private static String kind(EntryKind kind) {
        String words = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
