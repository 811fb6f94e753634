package org.tickler.rules.lang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tickler.calendars.CalendarBook;
import org.tickler.calendars.CalendarReader;
import org.tickler.calendars.ShippedCourts;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.SourceText;
import org.tickler.rules.count.ShippedLaws;
import org.tickler.rules.deadline.CourtLaw;
import org.tickler.rules.pack.Overlay;
import org.tickler.rules.pack.Pack;
import org.tickler.rules.pack.PackCheck;
import org.tickler.rules.pack.ShippedPacks;

/** Overlays on the federal rules, held against pack, courts and each other. */
class OverlayChecksTest {
    private static final CalendarBook CALENDARS = CalendarReader.book(ShippedCourts.sources(), new Problems());
    private static final Instant MONDAY = Instant.parse("2026-03-09T14:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-10T14:00:00Z");

    /** @param rule {@code replaces: answer} or {@code id: letter} */
    private static String overlay(String name, String bench, String rule) {
        return """
                overlay: %s
                title: Rules of %s
                version: 2026-11-26
                over: us-frcp
                %s
                rules:
                  - %s
                    title: An act
                    kind: filing
                    duty: any-party
                    trigger: complaint-served
                    due: 30 days after
                    authority: {cite: "Rule of %s"}
                    unchecked: a sample
                    examples: {on: 2026-03-06, due: 2026-04-06, source: by hand}
                """.formatted(name, name, bench, rule, name);
    }

    private static Optional<Rulebook> read(Problems problems, String... files) {
        List<SourceText> texts = new ArrayList<>(List.of(new SourceText("use.yaml", "use: us-frcp")));
        Stream.of(files).forEach(text -> texts.add(new SourceText((char) ('a' + texts.size() - 1) + ".yaml", text)));
        Optional<Rulebook> read = RuleReader.read(
                texts, Corpus.KNOWN, new PackShelf(ShippedPacks.sources(), ShippedLaws.sources()), problems);
        read.ifPresent(book -> OverlayChecks.check(book.law(), CALENDARS, problems));
        return read;
    }

    private static String said(String... files) {
        Problems problems = new Problems();
        read(problems, files);
        return problems.toString();
    }

    @Test
    void takesWhatFits() {
        assertThat(said(
                        overlay("nysd", "courts: [us-nysd, us-nyed]", "replaces: answer"),
                        overlay("doe", "courts: us-nysd\njudge: Doe", "id: letter")))
                .isEmpty();
    }

    @Test
    void refusesAPackThatIsNotInUse() {
        assertThat(said(overlay("x", "courts: us-nysd", "id: x").replace("over: us-frcp", "over: us-frpc")))
                .isEqualTo("a.yaml:4:7: error[unknown-pack]: over: no pack in use is called \"us-frpc\"; did you mean"
                        + " \"us-frcp\"?");
        assertThat(said(overlay("x", "courts: us-ny", "id: x").replace("over: us-frcp", "over: gb-cpr")))
                .isEqualTo(
                        "a.yaml:4:7: error[unknown-pack]: over: no pack in use is called \"gb-cpr\"; say use: gb-cpr in"
                                + " a file of rules/");
    }

    @Test
    void refusesACourtThatThePackDoesNotServe() {
        assertThat(said(overlay("x", "courts: [us-nysd, us-nyds]", "id: x")))
                .isEqualTo(
                        "a.yaml:5:9: error[unknown-court]: courts: the pack us-frcp serves no court with the calendar"
                                + " \"us-nyds\"; did you mean \"us-nysd\"?");
        assertThat(said(overlay("x", "courts: gb-ew", "id: x"))).contains("a.yaml:5:9: error[unknown-court]");
    }

    @Test
    void refusesTwoOfOneName() {
        assertThat(said(overlay("x", "courts: us-nysd", "id: x"), overlay("x", "courts: us-nyed", "id: y")))
                .isEqualTo(
                        "b.yaml:1:10: error[duplicate-id]: the overlay at a.yaml:1:10 is called \"x\" too; give one of"
                                + " them another name");
    }

    @Test
    void letsAJudgeReplaceWhatTheCourtAddedWhicheverFileComesFirst() {
        String court = overlay("court", "courts: us-nysd", "id: letter");
        String judge = overlay("judge", "courts: us-nysd\njudge: Doe", "replaces: letter");

        assertThat(said(court, judge)).isEmpty();
        assertThat(said(judge, court)).isEmpty();
        assertThat(said(judge)).startsWith("a.yaml:8:5: error[unknown-rule]: replaces: nothing under this overlay has");
    }

    @Test
    void letsANearerCourtReplaceWhatAFurtherOneAdded() {
        assertThat(said(
                        overlay("nysd", "courts: us-nysd", "replaces: letter"),
                        overlay("all", "courts: us-federal", "id: letter")))
                .isEmpty();
        assertThat(said(
                        overlay("nysd", "courts: us-nysd", "id: letter"),
                        overlay("all", "courts: us-federal", "replaces: letter")))
                .isEqualTo("""
                        a.yaml:7:5: error[taken-name]: there is a rule "letter" under this overlay already; write replaces:\
                         letter in place of id: where this one stands in its place, else give it another name
                        b.yaml:7:5: error[unknown-rule]: replaces: nothing under this overlay has a rule "letter\"""");
    }

    @Test
    void refusesTwoOfOneRankThatChangeOneRule() {
        assertThat(said(
                        overlay("one", "courts: [us-nyed, us-nysd]", "replaces: answer"),
                        overlay("two", "courts: us-nysd", "replaces: answer")))
                .isEqualTo(
                        "b.yaml:5:9: error[overlay-tie]: the overlay at a.yaml:5:9 changes the rule \"answer\" in us-nysd"
                                + " too, and neither stands on the other; put both rules in one of them");
        assertThat(said(
                        overlay("one", "courts: us-nysd\njudge: Hon. Doe", "replaces: answer"),
                        overlay("two", "courts: us-nysd\njudge: Judge Doe", "replaces: answer")))
                .contains("b.yaml:5:9: error[overlay-tie]", "in us-nysd before this judge too");
    }

    @Test
    void takesTwoOfOneRankForOtherCourtsJudgesOrRules() {
        String one = overlay("one", "courts: us-nysd\njudge: Doe", "replaces: answer");

        assertThat(said(one, overlay("two", "courts: us-nyed\njudge: Doe", "replaces: answer")))
                .isEmpty();
        assertThat(said(one, overlay("two", "courts: us-nysd\njudge: Roe", "replaces: answer")))
                .isEmpty();
        assertThat(said(one, overlay("two", "courts: us-nysd\njudge: Doe", "id: letter")))
                .isEmpty();
    }

    @Test
    void saysAFaultOnceHoweverManyCourtsHaveIt() {
        assertThat(said(overlay("x", "courts: [us-nysd, us-nyed]", "replaces: anwser"))
                        .lines())
                .hasSize(1);
    }

    @Test
    void keepsSinceWhenAnUnchangedOverlayIsKnown() {
        String one = overlay("one", "courts: us-nysd", "replaces: answer");
        String two = overlay("two", "courts: us-nyed", "replaces: answer");
        Rulebook first = book(one, two).since(MONDAY, Optional.empty());
        Rulebook next = book(one, two.replace("30 days", "28 days").replace("2026-04-06", "2026-04-03"))
                .since(TUESDAY, Optional.of(first));

        assertThat(next.knownSince())
                .containsEntry("pack:us-frcp", MONDAY)
                .containsEntry("overlay:one", MONDAY)
                .containsEntry("overlay:two", TUESDAY);
        assertThat(next.fingerprint().hex()).isNotEqualTo(first.fingerprint().hex());
        Rulebook again = book(one, two).restored(TUESDAY, first.knownSince());
        assertThat(again.knownSince()).isEqualTo(first.knownSince());
    }

    private static Rulebook book(String... files) {
        Problems problems = new Problems();
        return read(problems, files).orElseThrow(() -> new AssertionError(problems.toString()));
    }

    @Test
    void takesTheExampleOfTheManual() throws IOException {
        Path manual = Stream.of(Path.of("../docs/packs.md"), Path.of("docs/packs.md"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
        Matcher example = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(manual, StandardCharsets.UTF_8));
        assertThat(example.find()).isTrue();
        Problems problems = new Problems();
        CourtLaw law = read(problems, example.group(1)).orElseThrow().law();
        CourtLaw.UsedOverlay used = law.overlays().getFirst();
        Overlay overlay = used.overlay();
        Pack laid = OverlayChecks.laid(law, used, CALENDARS).orElseThrow();
        new PackCheck(ShippedLaws.laws(), CALENDARS).check(laid, overlay.ownOf(laid), problems);

        assertThat(problems.toString()).isEmpty();
        assertThat(laid.courts()).hasToString("us-nysd");
        assertThat(overlay.ownOf(laid)).hasSize(3);
    }
}
