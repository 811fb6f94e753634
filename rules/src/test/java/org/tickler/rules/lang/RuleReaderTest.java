package org.tickler.rules.lang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tickler.calendars.text.Problem;
import org.tickler.calendars.text.ProblemCode;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.SourceText;
import org.tickler.rules.count.ShippedLaws;
import org.tickler.rules.deadline.FirmDeadline;
import org.tickler.rules.deadline.Repeat;
import org.tickler.rules.deadline.Roll;
import org.tickler.rules.deadline.Trigger;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.RoleName;
import org.tickler.rules.pack.ShippedPacks;
import org.tickler.rules.remind.Addressee;
import org.tickler.rules.remind.AnswerWanted;
import org.tickler.rules.remind.By;
import org.tickler.rules.remind.Escalating;
import org.tickler.rules.remind.Ladder;
import org.tickler.rules.remind.Rung;
import org.tickler.rules.remind.RungTime;
import org.tickler.rules.remind.RungTime.Side;
import org.tickler.rules.remind.SilenceStep;
import org.tickler.rules.remind.TimeSpan;
import org.tickler.rules.remind.Unit;

class RuleReaderTest {
    static Stream<Path> good() throws IOException {
        return Corpus.good();
    }

    static Stream<Path> bad() throws IOException {
        return Corpus.bad();
    }

    private static Rulebook read(String name) throws IOException {
        Problems problems = new Problems();
        Path file = Corpus.good()
                .filter(path -> path.endsWith(name + ".yaml"))
                .findFirst()
                .orElseThrow();
        return Corpus.read(file, problems).orElseThrow(() -> new IllegalStateException(problems.toString()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("good")
    void readsGoodFiles(Path file) throws IOException {
        Problems problems = new Problems();
        assertThat(Corpus.read(file, problems)).isPresent();
        assertThat(problems.isEmpty()).as(problems.toString()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void saysWhatIsWrongWithBadFiles(Path file) throws IOException {
        Problems problems = new Problems();
        assertThat(Corpus.read(file, problems)).isEmpty();
        assertThat(problems)
                .hasToString(Files.readString(Corpus.expected(file), StandardCharsets.UTF_8)
                        .strip());
    }

    @Test
    void hasABadFileForEveryProblem() throws IOException {
        Problems problems = new Problems();
        for (Path file : Corpus.bad().toList()) {
            Corpus.read(file, problems);
        }
        Set<ProblemCode> shown = problems.sorted().stream().map(Problem::code).collect(Collectors.toSet());
        assertThat(shown).contains(RuleProblem.values());
    }

    @Test
    void readsALadderOfADeadline() throws IOException {
        Ladder ladder = read("court-deadline").ladder("court-deadline").orElseThrow();
        Addressee lead = new Addressee.Role(new RoleName("lead-attorney"));
        Addressee paralegal = new Addressee.Role(new RoleName("paralegal"));
        Addressee supervising = new Addressee.Role(new RoleName("supervising-attorney"));
        assertThat(ladder.match().kinds()).containsExactlyInAnyOrder(EntryKind.FILING, EntryKind.LIMITATION);
        assertThat(ladder.knownAt()).isEqualTo(Instant.EPOCH);
        assertThat(ladder.rungs())
                .containsExactly(
                        new Rung(
                                "when-known",
                                new RungTime.WhenKnown(),
                                List.of(lead, paralegal),
                                new By(List.of(Channel.EMAIL), true),
                                Optional.empty(),
                                List.of(),
                                Escalating.AROUND_THE_CLOCK,
                                Optional.empty()),
                        new Rung(
                                "7-days-before",
                                new RungTime.Offset(
                                        new TimeSpan(7, Unit.DAYS),
                                        Side.BEFORE,
                                        Optional.of(LocalTime.of(9, 0)),
                                        false),
                                List.of(lead),
                                new By(List.of(Channel.EMAIL), true),
                                Optional.of(new AnswerWanted(
                                        new AnswerWanted.From.Role(new RoleName("lead-attorney")),
                                        new TimeSpan(1, Unit.BUSINESS_DAYS))),
                                List.of(new SilenceStep(new TimeSpan(0, Unit.MINUTES), supervising)),
                                Escalating.AROUND_THE_CLOCK,
                                Optional.empty()),
                        new Rung(
                                "1-business-day-before",
                                new RungTime.Offset(
                                        new TimeSpan(1, Unit.BUSINESS_DAYS),
                                        Side.BEFORE,
                                        Optional.of(LocalTime.of(9, 0)),
                                        true),
                                List.of(lead, paralegal),
                                new By(List.of(Channel.SMS, Channel.EMAIL), true),
                                Optional.of(new AnswerWanted(
                                        new AnswerWanted.From.Role(new RoleName("lead-attorney")),
                                        new TimeSpan(4, Unit.BUSINESS_HOURS))),
                                List.of(
                                        new SilenceStep(new TimeSpan(0, Unit.MINUTES), new Addressee.DelegateOfAsked()),
                                        new SilenceStep(new TimeSpan(1, Unit.BUSINESS_HOURS), supervising),
                                        new SilenceStep(
                                                new TimeSpan(1, Unit.BUSINESS_HOURS),
                                                new Addressee.Role(new RoleName("docket-clerk")))),
                                Escalating.AROUND_THE_CLOCK,
                                Optional.of("hearing-notice")));
    }

    @Test
    void readsTheFirmsOwnDeadlines() throws IOException {
        assertThat(read("court-deadline").deadlines())
                .containsExactly(
                        new FirmDeadline(
                                "exhibit-list",
                                new Trigger(Optional.of(EntryKind.TRIAL), Optional.empty()),
                                new FirmDeadline.Due(new TimeSpan(14, Unit.COURT_DAYS), Side.BEFORE, Roll.NONE),
                                Optional.empty(),
                                new FirmDeadline.Product(
                                        EntryKind.TASK,
                                        Optional.of("paralegal"),
                                        Optional.empty(),
                                        Optional.of("firm")),
                                Instant.EPOCH),
                        new FirmDeadline(
                                "status-report",
                                new Trigger(Optional.empty(), Optional.of("stay-ordered")),
                                new FirmDeadline.Due(new TimeSpan(60, Unit.DAYS), Side.AFTER, Roll.NONE),
                                Optional.of(new Repeat(
                                        new TimeSpan(60, Unit.DAYS),
                                        Optional.of(new Trigger(Optional.empty(), Optional.of("stay-lifted"))))),
                                new FirmDeadline.Product(
                                        EntryKind.FILING,
                                        Optional.of("lead-attorney"),
                                        Optional.empty(),
                                        Optional.of("firm")),
                                Instant.EPOCH));
    }

    @Test
    void readsChannelsInTheirOrder() throws IOException {
        assertThat(read("channels").ladder("channels").orElseThrow().rungs())
                .extracting(Rung::by)
                .containsExactly(
                        new By(List.of(Channel.EMAIL), true),
                        new By(List.of(Channel.SMS), true),
                        new By(List.of(Channel.SMS, Channel.EMAIL), true),
                        new By(List.of(Channel.SMS, Channel.EMAIL), false),
                        new By(List.of(Channel.EMAIL, Channel.SMS), false),
                        new By(List.of(Channel.SMS), true),
                        new By(List.of(Channel.SMS, Channel.EMAIL), true));
    }

    @Test
    void namesRungsAfterTheirTimes() throws IOException {
        assertThat(read("spans").ladder("spans").orElseThrow().rungs())
                .extracting(Rung::id)
                .containsExactly(
                        "1-minute-before",
                        "30-minutes-before",
                        "1-hour-before",
                        "2-hours-after",
                        "4-business-hours-before",
                        "0-days-before",
                        "7-days-before",
                        "1-business-day-after",
                        "3-court-days-before",
                        "2-weeks-before",
                        "9999-months-before");
    }

    @Test
    void takesARoleBeforeAPersonOfTheSameName() {
        Known both = new Known(Set.of("jlin"), Set.of("jlin"), Set.of(), Set.of(), Set.of());
        assertThat(to("jlin", both)).isEqualTo(new Addressee.Role(new RoleName("jlin")));
        assertThat(to("jlin", new Known(Set.of(), Set.of("jlin"), Set.of(), Set.of(), Set.of())))
                .isEqualTo(new Addressee.Named(new PersonId("jlin")));
    }

    private static Addressee to(String word, Known known) {
        SourceText file =
                new SourceText("x.yaml", "ladders: {id: x, rungs: {at: when known, to: " + word + ", by: sms}}");
        return RuleReader.read(List.of(file), known, PackShelf.EMPTY, new Problems())
                .orElseThrow()
                .ladders()
                .getFirst()
                .rungs()
                .getFirst()
                .to()
                .getFirst();
    }

    @Test
    void takesAnyEventWhereNoneAreListed() {
        SourceText file = new SourceText(
                "x.yaml", "deadlines: {id: x, trigger: {event: moon-rises}, due: 1 day after, kind: task}");
        assertThat(RuleReader.read(
                        List.of(file),
                        new Known(Set.of(), Set.of(), Set.of(), Set.of(), Set.of()),
                        PackShelf.EMPTY,
                        new Problems()))
                .isPresent();
    }

    @Test
    void comparesTheLaddersOfAllFiles() {
        String ladder = "ladders: {id: x, rungs: {at: when known, to: jlin, by: sms}}\n";
        Problems problems = new Problems();
        assertThat(RuleReader.read(
                        List.of(new SourceText("a.yaml", ladder), new SourceText("b.yaml", ladder)),
                        Corpus.KNOWN,
                        PackShelf.EMPTY,
                        problems))
                .isEmpty();
        assertThat(problems)
                .hasToString(
                        "b.yaml:1:15: error[duplicate-id]: the ladder at a.yaml:1:15 is called \"x\" too; give one of them another id");
    }

    @Test
    void hasNoRulesWithoutFiles() {
        assertThat(RuleReader.read(List.of(), Corpus.KNOWN, PackShelf.EMPTY, new Problems()))
                .contains(Rulebook.EMPTY);
    }

    @Test
    void readsTheExamplesOfTheManual() throws IOException {
        Path manual = Stream.of(Path.of("../docs/rules.md"), Path.of("docs/rules.md"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
        List<String> examples = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(manual, StandardCharsets.UTF_8))
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(examples).hasSizeGreaterThanOrEqualTo(5);
        PackShelf shelf = new PackShelf(ShippedPacks.sources(), ShippedLaws.sources());
        for (String example : examples) {
            Problems problems = new Problems();
            assertThat(RuleReader.read(
                            List.of(new SourceText("docs/rules.md", example)), Corpus.KNOWN, shelf, problems))
                    .as(problems.toString())
                    .isPresent();
        }
    }
}
