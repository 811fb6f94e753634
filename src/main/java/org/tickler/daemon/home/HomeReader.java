package org.tickler.daemon.home;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.tickler.calendars.CalendarBook;
import org.tickler.calendars.CalendarReader;
import org.tickler.calendars.ShippedCourts;
import org.tickler.calendars.text.Fields;
import org.tickler.calendars.text.Nearest;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.SourceText;
import org.tickler.calendars.text.Span;
import org.tickler.calendars.text.YamlReader;
import org.tickler.daemon.settings.Settings;
import org.tickler.daemon.settings.SettingsReader;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;
import org.tickler.rules.lang.Known;
import org.tickler.rules.lang.RuleReader;
import org.tickler.rules.lang.Rulebook;

/** Reads a whole home, and finds all of its faults at once. */
public final class HomeReader {
    private final Home home;
    private final Map<String, String> environment;
    private final Instant readAt;

    /**
     * @param environment TICKLER_… variables stand above settings
     * @param readAt since when people and matters are known as they are read now
     */
    public HomeReader(Home home, Map<String, String> environment, Instant readAt) {
        this.home = home;
        this.environment = Map.copyOf(environment);
        this.readAt = readAt;
    }

    /** What the home says; empty where {@code problems} got an error. Warnings alone do not stop it. */
    public Optional<HomeFiles> read(Problems problems) {
        Texts texts = new Texts(home.folder(), problems);
        Optional<Settings> settings = settings(texts, problems);
        List<SourceText> calendarFiles = texts.all(home.calendars(), ".yaml", ".yml");
        CalendarBook calendars = calendars(calendarFiles, problems);
        ZoneId zone = settings.map(Settings::zone).orElse(ZoneOffset.UTC);
        List<Person> people = people(texts, zone, problems);
        List<Matter> matters = matters(texts, people, calendars, problems);
        List<SourceText> templateFiles = texts.all(home.templates(), ".txt", ".html");
        Map<String, String> templates = new TreeMap<>();
        templateFiles.forEach(file -> templates.put(name(file), file.text()));
        List<SourceText> ruleFiles = texts.all(home.rules(), ".yaml", ".yml");
        Known known = Known.of(new People(people), matters, calendars, templates.keySet());
        Optional<Rulebook> rules = RuleReader.read(ruleFiles, known, problems);
        settings.ifPresent(set -> checkLastResort(set, people, problems));
        if (problems.hasErrors()) {
            return Optional.empty();
        }
        return Optional.of(new HomeFiles(
                settings.orElseThrow(),
                people,
                matters,
                rules.orElseThrow(),
                calendars,
                ruleFiles,
                calendarFiles,
                templates));
    }

    private Optional<Settings> settings(Texts texts, Problems problems) {
        Optional<SourceText> file = texts.find(home.settings());
        if (file.isEmpty() && !problems.hasErrors()) {
            problems.error(
                    new Span("tickler.yaml", 1, 1),
                    HomeProblem.MISSING_FILE,
                    "there is no tickler.yaml in " + home + "; \"tickler init DIR\" writes a home to start from");
        }
        return file.flatMap(text -> new SettingsReader(home.folder(), environment).read(text, problems));
    }

    private static CalendarBook calendars(List<SourceText> own, Problems problems) {
        List<SourceText> all = new ArrayList<>(ShippedCourts.sources());
        all.addAll(own);
        return CalendarReader.book(all, problems);
    }

    private List<Person> people(Texts texts, ZoneId zone, Problems problems) {
        List<Person> people = list(texts, "people", problems, root -> new PeopleReader(zone, readAt).read(root));
        if (people.isEmpty() && !problems.hasErrors()) {
            problems.error(
                    new Span("people.yaml", 1, 1),
                    HomeProblem.MISSING_FILE,
                    "the home names nobody; add people.yaml (or people.csv) with at least the last-resort person");
        }
        return people;
    }

    private List<Matter> matters(Texts texts, List<Person> people, CalendarBook calendars, Problems problems) {
        return list(
                texts,
                "matters",
                problems,
                root -> new MattersReader(new People(people), calendars, readAt).read(root));
    }

    /** What {@code name}.yaml or {@code name}.csv says; nothing where neither is there. */
    private <T> List<T> list(Texts texts, String name, Problems problems, Function<Fields, List<T>> reader) {
        Optional<SourceText> yaml = texts.find(home.file(name + ".yaml"));
        Optional<SourceText> csv = texts.find(home.file(name + ".csv"));
        if (yaml.isPresent() && csv.isPresent()) {
            problems.error(
                    new Span(name + ".csv", 1, 1),
                    HomeProblem.TWO_FILES,
                    name + ".yaml is there too; keep one of the two");
        }
        return yaml.flatMap(text -> YamlReader.read(text, problems))
                .or(() -> csv.flatMap(text -> CsvNodes.read(text, name, problems)))
                .map(node -> reader.apply(Fields.of(node, problems)))
                .orElse(List.of());
    }

    private static void checkLastResort(Settings settings, List<Person> people, Problems problems) {
        String id = settings.firm().lastResort().value();
        List<String> ids = people.stream().map(person -> person.id().value()).toList();
        if (!people.isEmpty() && !ids.contains(id)) {
            problems.error(
                    new Span("tickler.yaml", 1, 1),
                    HomeProblem.UNKNOWN_PERSON,
                    "last-resort: nobody has the id \"" + id + "\"" + Nearest.hint(id, ids));
        }
    }

    private static String name(SourceText file) {
        return file.file().substring(file.file().lastIndexOf('/') + 1);
    }
}
