package org.tickler.daemon.home;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.tickler.calendars.text.Fields;
import org.tickler.calendars.text.Node;
import org.tickler.calendars.text.Problem;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.Span;
import org.tickler.calendars.text.TextProblem;
import org.tickler.calendars.text.YamlReader;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.Person;

/** Reads people and matters, from YAML or CSV. */
final class RosterReader {
    private final Home home;
    private final Texts texts;
    private final Problems problems;

    RosterReader(Home home, Texts texts, Problems problems) {
        this.home = home;
        this.texts = texts;
        this.problems = problems;
    }

    Roster read(ZoneId zone, CourtFiles courts, Instant readAt) {
        PeopleReader people = new PeopleReader(zone, readAt);
        Problems ofPeople = new Problems();
        Optional<Node> peopleFile = file("people");
        List<Person> known =
                peopleFile.map(node -> people.read(Fields.of(node, ofPeople))).orElse(List.of());
        ofPeople.sorted().stream().filter(firstOfColumn()).forEach(problems::add);
        if (peopleFile.isEmpty() && !isThere("people")) {
            problems.error(
                    new Span("people.yaml", 1, 1),
                    HomeProblem.MISSING_FILE,
                    "the home names nobody; add people.yaml (or people.csv) with at least the last-resort person");
        }
        Problems ofMatters = new Problems();
        MattersReader matters = new MattersReader(people.ids(), courts.book(), readAt);
        Optional<Node> mattersFile = file("matters");
        List<Matter> open = mattersFile
                .map(node -> matters.read(Fields.of(node, ofMatters)))
                .orElse(List.of());
        ofMatters.sorted().stream()
                .filter(firstOfColumn())
                .filter(problem -> peopleFile.isPresent() || problem.code() != HomeProblem.UNKNOWN_PERSON)
                .filter(problem -> courts.whole() || problem.code() != HomeProblem.UNKNOWN_COURT)
                .forEach(problems::add);
        Set<String> roles = new HashSet<>(people.roles());
        roles.addAll(matters.roles());
        boolean whole = !people.ids().isEmpty() && (mattersFile.isPresent() || !isThere("matters"));
        return new Roster(known, open, new Roster.Named(people.ids(), roles), matters.places(), whole);
    }

    /** A column that nothing reads is a fault of each row of a CSV file, and is said once. */
    private static Predicate<Problem> firstOfColumn() {
        Set<Integer> columns = new HashSet<>();
        return problem -> !problem.at().file().endsWith(".csv")
                || problem.code() != TextProblem.UNKNOWN_KEY
                || columns.add(problem.at().column());
    }

    private boolean isThere(String name) {
        return texts.isThere(home.file(name + ".yaml")) || texts.isThere(home.file(name + ".csv"));
    }

    /** What {@code name}.yaml or {@code name}.csv holds; empty where neither is there, or it cannot be read. */
    private Optional<Node> file(String name) {
        Path yaml = home.file(name + ".yaml");
        Path csv = home.file(name + ".csv");
        if (texts.isThere(yaml) && texts.isThere(csv)) {
            problems.error(
                    new Span(name + ".csv", 1, 1),
                    HomeProblem.TWO_FILES,
                    name + ".yaml is there too; keep one of the two");
        }
        if (texts.isThere(home.file(name + ".yml"))) {
            problems.error(
                    new Span(name + ".yml", 1, 1),
                    HomeProblem.TWO_FILES,
                    "this file is not read; call it " + name + ".yaml, or take it away");
        }
        return texts.isThere(yaml)
                ? texts.find(yaml).flatMap(text -> YamlReader.read(text, problems))
                : texts.find(csv).flatMap(text -> CsvNodes.read(text, name, problems));
    }
}
