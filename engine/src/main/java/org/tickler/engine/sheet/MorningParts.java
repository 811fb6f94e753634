package org.tickler.engine.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickler.engine.dispatch.words.SafeText;
import org.tickler.engine.store.CodeStore;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.QuestionStore;
import org.tickler.engine.store.QuestionStore.Question;
import org.tickler.engine.store.SheetFactStore;
import org.tickler.engine.store.SheetFactStore.Waiting;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.Person;

/** Of one person: today, what waits for an answer, what is overdue, questions, what is missing, and the days ahead. */
final class MorningParts {
    private static final int MOST = 12;
    private static final int SENTENCE = 400;

    private MorningParts() {}

    static List<SheetSection> sections(SheetCall call) {
        if (call.reader().isEmpty()) {
            return List.of();
        }
        Person reader = call.reader().get();
        List<SheetSection> sections = new ArrayList<>();
        sections.add(part(
                call,
                "Today",
                "today",
                call.own(SheetCall.dated(call.day(), call.day())).toList()));
        addUnlessEmpty(
                sections, SheetSection.of("Waiting for your answer", "waiting for you", waiting(call, reader), MOST));
        List<Entry> overdue = call.own(entry -> entry.isOverdue(call.now())
                        && SheetCall.dated(call.day(), call.day()).negate().test(entry))
                .toList();
        addUnlessEmpty(sections, part(call, "Overdue", "overdue", overdue));
        addUnlessEmpty(sections, SheetSection.of("Questions to you", "questions", questions(call, reader), MOST));
        addUnlessEmpty(sections, SheetSection.of("What is missing", "", missing(call, reader), MOST));
        sections.add(part(
                call,
                "The next seven days",
                "in the next seven days",
                call.own(SheetCall.dated(call.day().plusDays(1), call.day().plusDays(7)))
                        .toList()));
        return sections;
    }

    private static void addUnlessEmpty(List<SheetSection> sections, SheetSection section) {
        if (section.count() > 0) {
            sections.add(section);
        }
    }

    private static SheetSection part(SheetCall call, String title, String brief, List<Entry> entries) {
        return SheetSection.of(
                title,
                brief,
                entries.stream().map(entry -> call.line(entry, "")).toList(),
                MOST);
    }

    private static List<SheetLine> waiting(SheetCall call, Person reader) {
        List<Waiting> waiting = SheetFactStore.waiting(call.firm().handle(), reader.id());
        Map<EntryId, Entry> entries = new HashMap<>(EntryStore.find(
                call.firm().handle(), waiting.stream().map(Waiting::entry).toList()));
        List<SheetLine> lines = new ArrayList<>();
        for (Waiting one : waiting) {
            Optional<Matter> matter = call.firm().matter(one.matter()).filter(call::sees);
            Optional<Entry> entry = Optional.ofNullable(entries.get(one.entry()))
                    .filter(found -> !found.status().isOver());
            if (matter.isPresent() && entry.isPresent()) {
                String note = one.silentAt()
                        .map(at -> at.isAfter(call.now())
                                ? "the next person is told after " + call.moment(at)
                                : "others have been told")
                        .orElse("");
                SheetLine line = call.line(entry.get(), note);
                Optional<SheetLine.Reply> reply = CodeStore.find(call.firm().handle(), reader.id(), one.ask())
                        .map(code -> new SheetLine.Reply(one.ask(), code));
                lines.add(new SheetLine(line.matter(), line.when(), line.about(), line.what(), line.note(), reply));
            }
        }
        return lines;
    }

    private static List<SheetLine> missing(SheetCall call, Person reader) {
        return call.firm().missing(reader.id()).stream()
                .map(open -> new SheetLine(
                        open.finding().matter(),
                        "since " + call.moment(open.since()),
                        open.finding()
                                .matter()
                                .flatMap(call.firm()::matter)
                                .map(matter -> SheetCall.about(matter, true))
                                .orElse(""),
                        SafeText.line(open.finding().sentence(), SENTENCE),
                        "remedy: " + SafeText.line(open.finding().remedy(), SENTENCE),
                        Optional.empty()))
                .toList();
    }

    private static List<SheetLine> questions(SheetCall call, Person reader) {
        List<SheetLine> lines = new ArrayList<>();
        for (Question question : QuestionStore.openTo(call.firm().handle(), reader.id())) {
            call.firm()
                    .matter(question.matter())
                    .filter(call::sees)
                    .ifPresent(matter -> lines.add(new SheetLine(
                            Optional.of(matter.id()),
                            "asked " + call.moment(question.askedAt()),
                            SheetCall.about(matter, true),
                            SafeText.line(question.sentence(), SENTENCE),
                            "entry " + question.entry(),
                            Optional.empty())));
        }
        return lines;
    }
}
