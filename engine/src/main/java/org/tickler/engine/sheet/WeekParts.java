package org.tickler.engine.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.remind.SheetRule.Of;

/** The week ahead and what is overdue, by matter or by team. */
final class WeekParts {
    private static final int MOST_LINES = 12;
    private static final int MOST_SECTIONS = 60;
    private static final String NO_TEAM = "No practice area";

    private WeekParts() {}

    static List<SheetSection> sections(SheetCall call) {
        List<SheetSection> all = call.rule().of().filter(Of.TEAM::equals).isPresent() ? teams(call) : matters(call);
        List<SheetSection> busy = all.stream().filter(one -> one.count() > 0).toList();
        List<SheetSection> sections = new ArrayList<>(busy.subList(0, Math.min(busy.size(), MOST_SECTIONS)));
        List<SheetLine> left = Stream.concat(
                        busy.stream()
                                .skip(MOST_SECTIONS)
                                .map(one -> SheetLine.of(one.matter(), one.title(), one.count() + " entries")),
                        all.stream()
                                .filter(one -> one.count() == 0)
                                .map(one -> SheetLine.of(one.matter(), one.title(), "nothing this week")))
                .toList();
        if (!left.isEmpty() || sections.isEmpty()) {
            sections.add(SheetSection.of(sections.isEmpty() ? "This week" : "And also", "", left, MOST_SECTIONS));
        }
        return sections;
    }

    private static List<SheetSection> matters(SheetCall call) {
        return SheetReaders.mattersOf(call).stream()
                .map(matter -> section(
                        call,
                        Optional.of(matter.id()),
                        SheetCall.about(matter, true),
                        entry -> entry.matter().equals(matter.id())))
                .toList();
    }

    private static List<SheetSection> teams(SheetCall call) {
        List<Matter> seen = call.firm().matters().values().stream()
                .filter(call::sees)
                .filter(matter -> SheetReaders.isOpen(matter, call.day()))
                .toList();
        TreeSet<String> teams = new TreeSet<>();
        seen.forEach(matter -> teams.add(matter.practice().orElse(NO_TEAM)));
        return teams.stream()
                .map(team -> section(
                        call,
                        Optional.empty(),
                        team,
                        entry -> call.firm()
                                .matter(entry.matter())
                                .filter(seen::contains)
                                .filter(matter ->
                                        matter.practice().orElse(NO_TEAM).equals(team))
                                .isPresent()))
                .toList();
    }

    /** @param matter that the title names, so that no line has to */
    private static SheetSection section(SheetCall call, Optional<MatterId> matter, String title, Predicate<Entry> of) {
        Predicate<Entry> week = SheetCall.dated(call.day(), call.day().plusDays(6));
        List<SheetLine> lines = call.live(of.and(entry -> week.test(entry) || entry.isOverdue(call.now())))
                .map(entry -> call.line(entry, matter.isEmpty(), entry.isOverdue(call.now()) ? "OVERDUE" : ""))
                .toList();
        return SheetSection.of(matter, title, "", lines, MOST_LINES);
    }
}
