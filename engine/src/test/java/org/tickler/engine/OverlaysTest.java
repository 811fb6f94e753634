package org.tickler.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.SourceText;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.book.Book;
import org.tickler.engine.plan.Forecast;
import org.tickler.engine.plan.HoldLimits;
import org.tickler.engine.plan.WhatIf;
import org.tickler.engine.store.Change;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.TestDatabase;
import org.tickler.rules.docket.Details;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.docket.When;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.Proceeding;

/** What a judge has of his own, from the file in {@code rules/} to the date on the docket. */
class OverlaysTest {
    private static final MatterId OTHER = new MatterId("H-2300");
    private static final LocalDate WITHIN_21_DAYS = LocalDate.of(2026, 3, 27);
    private static final LocalDate WITHIN_30_DAYS = LocalDate.of(2026, 4, 6);
    private static final LocalDate WITHIN_28_DAYS = LocalDate.of(2026, 4, 3);

    private static final String OVERLAY = """
            overlay: judge-doe
            title: Practices of Judge Doe
            version: 2026-11-26
            over: us-frcp
            courts: us-nysd
            judge: Judge Doe
            rules:
              replaces: answer
              title: Answer or Rule 12 motion
              kind: filing
              duty: any-party
              trigger: complaint-served
              due: 30 days after
              authority: {cite: Doe Pract. 2}
              unchecked: a sample
              examples: {on: 2026-03-06, due: 2026-04-06, source: by hand}
            """;

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    private final SettableClock clock = new SettableClock(Samples.MON_2026_01_05);
    private Engine engine;

    @BeforeEach
    void serveTheComplaintInTwoMattersBeforeJudgeRoe() {
        engine = new Engine(tests.database(), clock, HoldLimits.USUAL);
        engine.activate(book(OVERLAY), "home");
        Samples.store(tests.database());
        tests.database().inTransaction(handle -> {
            MatterStore.save(handle, Samples.matter(OTHER));
            EntryStore.insert(
                    handle,
                    List.of(served(Samples.ACME_V_BOLT), served(OTHER)),
                    Change.loaded("docket", Samples.MON_2026_01_05));
            return null;
        });
        engine.loadFirm(List.of(), List.of(before(Samples.ACME_V_BOLT, "Roe"), before(OTHER, "Roe")), "home");
    }

    private static Book book(String overlay) {
        Book book = Samples.book(Samples.RULES + "use: us-frcp\n");
        return book.with(
                List.of(book.rules().getFirst(), new SourceText("rules/judge-doe.yaml", overlay)),
                book.calendars(),
                book.packs());
    }

    private static Matter before(MatterId id, String judge) {
        Matter plain = Samples.matter(id);
        Proceeding court = plain.proceedings().getFirst();
        Proceeding judged = new Proceeding(
                court.court(), court.number(), Optional.of(judge), court.zone(), court.from(), court.until());
        return plain.with(List.of(judged), plain.knownAt());
    }

    private static Entry served(MatterId matter) {
        Entry plain = Samples.entry(
                matter,
                "served",
                EntryKind.EVENT,
                "Service of the complaint",
                new When.AllDay(LocalDate.of(2026, 3, 6), Optional.empty(), Samples.NEW_YORK));
        Details details = plain.details();
        return new Entry(
                plain.id(),
                matter,
                plain.kind(),
                plain.title(),
                plain.when(),
                plain.status(),
                new Details(
                        details.court(),
                        Optional.of("complaint-served"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                plain.origin(),
                plain.revision());
    }

    private Entry answer(MatterId matter) {
        EntryId id = EntryId.derived(served(matter).id(), "us-frcp/answer", 1);
        return tests.database()
                .withHandle(handle -> EntryStore.find(handle, id))
                .orElseThrow();
    }

    private static Optional<LocalDate> date(Entry entry) {
        return entry.when().date();
    }

    private void assignJudgeDoe() {
        clock.advance(Duration.ofDays(1));
        engine.loadFirm(List.of(), List.of(before(Samples.ACME_V_BOLT, "Hon. Doe")), "home");
    }

    @Test
    void theAnswerMovesWhenTheMatterGetsTheJudgeAndOthersKeepThePacks() {
        assertThat(date(answer(Samples.ACME_V_BOLT))).contains(WITHIN_21_DAYS);
        assignJudgeDoe();

        Entry moved = answer(Samples.ACME_V_BOLT);
        assertThat(date(moved)).contains(WITHIN_30_DAYS);
        assertThat(moved.status()).isEqualTo(EntryStatus.OPEN);
        assertThat(moved.revision().number()).isEqualTo(2);
        assertThat(String.join("\n", ((Origin.Derived) moved.origin()).steps()))
                .contains(
                        "Doe Pract. 2",
                        "overlay \"Practices of Judge Doe\" of 2026-11-26, in place of Fed. R. Civ. P. 12");
        assertThat(date(answer(OTHER))).contains(WITHIN_21_DAYS);
        assertThat(answer(OTHER).revision().number()).isEqualTo(1);
    }

    @Test
    void askingShowsWhatAnEditedOverlayWouldMoveAndActivatingMovesIt() {
        assignJudgeDoe();
        Book edited = book(OVERLAY.replace("30 days", "28 days").replace("2026-04-06", "2026-04-03"));
        clock.advance(Duration.ofDays(1));
        Instant now = clock.instant();
        Book.Compiled compiled = edited.compile(new Problems()).orElseThrow();
        ActiveBook supposed = new ActiveBook(
                edited.fingerprint(),
                now,
                compiled.rulebook().since(now, engine.book().map(ActiveBook::rulebook)),
                compiled.calendars(),
                edited.firm());

        List<Forecast.EntryShift> shifts =
                engine.forecast(WhatIf.book(supposed)).entries();
        assertThat(shifts).singleElement().satisfies(shift -> {
            assertThat(shift.before().flatMap(OverlaysTest::date)).contains(WITHIN_30_DAYS);
            assertThat(date(shift.after())).contains(WITHIN_28_DAYS);
        });
        assertThat(date(answer(Samples.ACME_V_BOLT))).contains(WITHIN_30_DAYS);

        engine.activate(edited, "home");
        assertThat(date(answer(Samples.ACME_V_BOLT))).contains(WITHIN_28_DAYS);
        assertThat(answer(Samples.ACME_V_BOLT).revision().knownAt()).isEqualTo(now);
    }

    @Test
    void anOverlayThatDoesNotFitIsNoBook() {
        Problems problems = new Problems();

        assertThat(book(OVERLAY.replace("replaces: answer", "replaces: anwser")).compile(problems))
                .isEmpty();
        assertThat(problems.toString())
                .startsWith("rules/judge-doe.yaml:8:3: error[unknown-rule]")
                .contains("did you mean \"answer\"?");
    }
}
