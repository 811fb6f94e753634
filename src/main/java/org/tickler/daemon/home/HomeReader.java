package org.tickler.daemon.home;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.text.Nearest;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.SourceText;
import org.tickler.calendars.text.Span;
import org.tickler.daemon.settings.Settings;
import org.tickler.daemon.settings.SettingsReader;
import org.tickler.engine.dispatch.words.Templates;
import org.tickler.engine.webhook.Webhook;
import org.tickler.rules.count.ShippedLaws;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.lang.Known;
import org.tickler.rules.lang.OverlayChecks;
import org.tickler.rules.lang.PackShelf;
import org.tickler.rules.lang.RuleProblem;
import org.tickler.rules.lang.RuleReader;
import org.tickler.rules.lang.Rulebook;
import org.tickler.rules.pack.ShippedPacks;

/** Reads a whole home, and finds all of its faults at once. */
public final class HomeReader {
    private final Home home;
    private final SettingsReader settingsReader;
    private final Instant readAt;

    /**
     * @param environment TICKLER_… variables stand above settings
     * @param readAt since when people and matters are known as they are read now
     */
    public HomeReader(Home home, Map<String, String> environment, Instant readAt) {
        this.home = home;
        this.settingsReader = new SettingsReader(home.folder(), environment);
        this.readAt = readAt;
    }

    /** The settings alone: what is needed to find the database, whatever is wrong with the other files. */
    public Optional<Settings> settings(Problems problems) {
        return settings(new Texts(home.folder(), problems), problems);
    }

    /** What the home says; empty where {@code problems} got an error. Warnings alone do not stop it. */
    public Optional<HomeFiles> read(Problems problems) {
        Texts texts = new Texts(home.folder(), problems);
        Optional<Settings> settings = settings(texts, problems);
        CourtFiles courts = CourtFiles.read(texts.all(home.calendars(), ".yaml", ".yml", ".ics"), problems);
        ZoneId zone = settings.map(Settings::zone).orElse(ZoneOffset.UTC);
        Roster roster = new RosterReader(home, texts, problems).read(zone, courts, readAt);
        Map<String, String> templates = templates(texts, problems);
        List<SourceText> ruleFiles = texts.all(home.rules(), ".yaml", ".yml");
        Optional<Rulebook> rules = rules(ruleFiles, courts, roster, templates, problems);
        settings.ifPresent(read -> checkNames(read, courts, roster, problems));
        rules.ifPresent(read -> warn(read, ruleFiles, courts, roster, templates, problems));
        if (problems.hasErrors()) {
            return Optional.empty();
        }
        return Optional.of(new HomeFiles(
                settings.orElseThrow(),
                roster.people(),
                roster.matters(),
                rules.orElseThrow(),
                courts.book(),
                ruleFiles,
                courts.own(),
                templates));
    }

    private Optional<Settings> settings(Texts texts, Problems problems) {
        if (!texts.isThere(home.settings())) {
            problems.error(
                    new Span("tickler.yaml", 1, 1),
                    HomeProblem.MISSING_FILE,
                    "there is no tickler.yaml in " + home + "; \"tickler init DIR\" writes a home to start from");
        }
        return texts.find(home.settings()).flatMap(text -> settingsReader.read(text, problems));
    }

    private Map<String, String> templates(Texts texts, Problems problems) {
        Map<String, String> templates = new TreeMap<>();
        for (SourceText file : texts.all(home.templates(), "")) {
            String name = file.file().substring(file.file().lastIndexOf('/') + 1);
            templates.put(name, file.text());
            Templates.check(name, file.text())
                    .forEach(problem -> problems.error(
                            new Span(file.file(), problem.line(), problem.column()),
                            HomeProblem.BAD_TEMPLATE,
                            problem.sentence()));
        }
        return templates;
    }

    /** Names that cannot be judged, because the file that would have them cannot be read, are not complained of. */
    private static Optional<Rulebook> rules(
            List<SourceText> files, CourtFiles courts, Roster roster, Map<String, String> templates, Problems all) {
        Known known = new Known(
                roster.named().roles(),
                roster.named().people(),
                courts.names(),
                HomeFiles.ownNames(templates),
                Set.of());
        Problems problems = new Problems();
        Optional<Rulebook> rules =
                RuleReader.read(files, known, new PackShelf(ShippedPacks.sources(), ShippedLaws.sources()), problems);
        if (courts.whole()) {
            rules.ifPresent(read -> OverlayChecks.check(read.law(), courts.book(), problems));
        }
        problems.sorted().stream()
                .filter(problem -> roster.whole() || problem.code() != RuleProblem.UNKNOWN_NAME)
                .filter(problem -> courts.whole() || problem.code() != RuleProblem.UNKNOWN_COURT)
                .forEach(all::add);
        return rules;
    }

    private void checkNames(Settings settings, CourtFiles courts, Roster roster, Problems problems) {
        String lastResort = settings.firm().lastResort().value();
        if (roster.whole() && !roster.named().people().contains(lastResort)) {
            problems.error(
                    settingsReader.place("last-resort"),
                    HomeProblem.UNKNOWN_PERSON,
                    "last-resort: nobody has the id \"" + lastResort + "\""
                            + Nearest.hint(lastResort, roster.named().people()));
        }
        for (Webhook hook : settings.webhooks()) {
            hook.viewer()
                    .map(PersonId::value)
                    .filter(viewer -> roster.whole() && !roster.named().people().contains(viewer))
                    .ifPresent(viewer -> problems.error(
                            settingsReader.place("webhooks"),
                            HomeProblem.UNKNOWN_PERSON,
                            "webhooks: nobody has the id \"" + viewer + "\", which " + hook.name() + " names under as"
                                    + Nearest.hint(viewer, roster.named().people())));
        }
        Optional<String> calendar = settings.firm().calendar().map(CalendarId::value);
        if (courts.whole()
                && calendar.filter(name -> !courts.names().contains(name)).isPresent()) {
            problems.error(
                    settingsReader.place("calendar"),
                    HomeProblem.UNKNOWN_COURT,
                    "calendar: no calendar is called \"" + calendar.get() + "\" (calendars/ of the home can add one)"
                            + Nearest.hint(calendar.get(), courts.names()));
        }
    }

    private static void warn(
            Rulebook rules,
            List<SourceText> ruleFiles,
            CourtFiles courts,
            Roster roster,
            Map<String, String> templates,
            Problems problems) {
        GapFinder gaps = new GapFinder(rules, new People(roster.people()), problems);
        gaps.roles(roster.matters(), roster::place);
        gaps.claims(roster.matters(), courts.book(), roster::place);
        gaps.words(templates.keySet());
        gaps.judges(roster.matters());
        Span rulesAt = ruleFiles.isEmpty()
                ? new Span("rules", 1, 1)
                : Span.startOf(ruleFiles.getFirst().file());
        gaps.sheets(rulesAt);
        gaps.kinds(rulesAt);
    }
}
