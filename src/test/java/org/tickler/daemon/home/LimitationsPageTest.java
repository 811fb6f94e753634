package org.tickler.daemon.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tickler.calendars.text.Fields;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.SourceText;
import org.tickler.calendars.text.YamlReader;
import org.tickler.rules.count.ShippedLaws;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.People;
import org.tickler.rules.lang.Known;
import org.tickler.rules.lang.PackShelf;
import org.tickler.rules.lang.RuleReader;
import org.tickler.rules.lang.Rulebook;
import org.tickler.rules.limitation.ClaimRules;

/** The examples of {@code docs/limitations.md} are read as they stand there. */
class LimitationsPageTest {
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    private static List<String> examples() throws IOException {
        Path here = Path.of("docs/limitations.md");
        String page = Files.readString(Files.exists(here) ? here : Path.of("../docs/limitations.md"));
        return EXAMPLE.matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    @Test
    void showARuleWhoseExamplesComeOutAndAClaimThatItGoverns() throws IOException {
        List<String> examples = examples();
        CourtFiles courts = CourtFiles.read(List.of(), new Problems());
        Problems problems = new Problems();
        List<Matter> matters = new MattersReader(Set.of(), courts.book(), Instant.EPOCH)
                .read(Fields.of(
                        YamlReader.read(new SourceText("matters.yaml", examples.get(1)), problems)
                                .orElseThrow(),
                        problems));
        Rulebook rules = RuleReader.read(
                        List.of(new SourceText("rules/limitations.yaml", examples.get(0))),
                        Known.of(new People(List.of()), matters, courts.book(), Set.of()),
                        new PackShelf(List.of(), ShippedLaws.sources()),
                        problems)
                .orElseThrow();
        PackFiles.runLimitations(rules.limitations(), courts.book(), problems);

        assertThat(problems.sorted()).isEmpty();
        Matter matter = matters.getFirst();
        ClaimRules.Choice choice = new ClaimRules(rules.limitations(), courts.book())
                .choose(matter.claims().getFirst(), matter);
        assertThat(choice.rule()).contains(rules.limitations().getFirst());
        assertThat(choice.gap()).isEmpty();
    }
}
