package org.tickler.daemon.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tickler.engine.Samples.JLIN;
import static org.tickler.engine.Samples.MHARPER;
import static org.tickler.engine.Samples.RDIAZ;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.engine.AskFixture;
import org.tickler.engine.answer.AnswerGiven;
import org.tickler.engine.store.Answer;
import org.tickler.engine.store.AnswerWay;
import org.tickler.engine.store.AskState;
import org.tickler.engine.store.TestDatabase;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.remind.AskId;

/**
 * The page as a reader meets it: a telephone's window, and no JavaScript. It may skip only where there is no Chromium, and
 * not even there under {@code -Dtickler.browser=required}. It leaves a picture of each state; with
 * {@code -Dtickler.screenshots=FOLDER} there, on telephone and desk, light and dark.
 */
@Tag("browser")
class AnswerPageInABrowserTest {
    private static final String PICTURES = System.getProperty("tickler.screenshots", "");
    private static final String TAB = "\uE004";
    private static final String ENTER = "\uE007";
    private static final boolean ALL_PICTURES = !PICTURES.isEmpty();
    private static @Nullable Browser opened;

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    private OpenFirm open;
    private Browser browser;
    private AskId ask;

    @BeforeAll
    static void openBrowser() throws Exception {
        opened = Browser.forTests();
    }

    @AfterAll
    static void closeBrowser() {
        if (opened != null) {
            opened.close();
        }
    }

    @BeforeEach
    void begin() throws Exception {
        browser = Objects.requireNonNull(opened);
        open = OpenFirm.of(tests.database());
        ask = open.firm().ask("lead", JLIN, Channel.EMAIL);
        browser.phone(375, 740);
        browser.scheme("light");
    }

    @AfterEach
    void end() {
        open.close();
    }

    @Test
    void theBrowserRunsNoJavaScript() throws Exception {
        browser.go(URI.create("data:text/html,%3Ctitle%3Eoff%3C/title%3E%3Cscript%3Edocument.title='on'%3C/script%3E"));
        assertThat(browser.title()).isEqualTo("off");
    }

    @Test
    void readingChangesNothingAndPressingIHaveItDoes() throws Exception {
        browser.go(page(ask));
        browser.go(page(ask));
        assertThat(browser.text("h1")).isEqualTo("Hearing on motion to compel");
        assertThat(browser.text(".when")).contains("Thursday, March 12, 2026").contains("9:30 AM EDT");
        assertThat(open.firm().find(ask).given()).isEmpty();
        browser.press("button[value=have-it]");
        assertThat(browser.text("[role=status]")).contains("You have it. Thank you.");
        assertThat(browser.count("button[value=have-it]")).isZero();
        assertThat(open.firm().find(ask).state()).isEqualTo(AskState.ANSWERED);
    }

    @Test
    void pressingNotReadyTellsTheNextPersonAndCanBeTakenBack() throws Exception {
        browser.go(page(ask));
        browser.press("button[value=not-ready]");
        assertThat(browser.text("[role=status]")).contains("Not ready");
        open.firm().sweep();
        assertThat(open.firm().find(ask).state()).isEqualTo(AskState.ESCALATED);
        browser.press("button[value=have-it]");
        assertThat(browser.text("[role=status]")).contains("You have it. Thank you.");
        assertThat(open.firm().find(ask).state()).isEqualTo(AskState.ANSWERED);
    }

    @Test
    void canBeReadAndAnsweredByKeyboardAlone() throws Exception {
        browser.go(page(ask));
        browser.keys(TAB);
        assertThat(browser.focused()).isEqualTo("button have-it");
        browser.keys(TAB);
        assertThat(browser.focused()).isEqualTo("button not-ready");
        browser.keys(TAB);
        assertThat(browser.focused()).isEqualTo("summary");
        browser.keys(TAB, " ", TAB);
        assertThat(browser.focused()).startsWith("select");
        browser.keys("R", TAB);
        assertThat(browser.focused()).isEqualTo("button pass-on");
        browser.keys(ENTER);
        await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> browser.count("[role=status]") == 1);
        assertThat(browser.text("[role=status]")).contains("Passed on to Rosa Diaz, who must answer.");
        assertThat(open.firm().step("lead", RDIAZ)).isPresent();
    }

    @Test
    void takesTheReceiptOfWhatIsDone(@TempDir Path folder) throws Exception {
        Path notice =
                Files.write(folder.resolve("nef.pdf"), new byte[] {0x25, 0x50, 0x44, 0x46, 0, (byte) 0xff, 13, 10});
        browser.go(page(ask));
        browser.click("details:first-of-type summary");
        browser.type("#receipt", notice.toString());
        browser.type("#words", "ECF 34");
        browser.press("button[value=done]");
        assertThat(browser.text("[role=status]")).contains("You said that it is done. Thank you.");
        assertThat(open.firm().entry().status()).isEqualTo(EntryStatus.DONE);
        try (Stream<Path> kept = Files.list(open.firm().receipts())) {
            assertThat(kept.toList())
                    .singleElement()
                    .satisfies(file -> assertThat(file).hasSameBinaryContentAs(notice));
        }
    }

    @Test
    void aSecretaryChoosesWhoSheIs() throws Exception {
        open.firm().answersFor(AskFixture.kcho(), JLIN);
        browser.go(page(ask));
        assertThat(browser.text("main > p.who")).isEqualTo("Not John Lin? Answer as Kim Cho");
        browser.click("p.who a");
        await().atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .until(() -> browser.text(".who").startsWith("You answer as"));
        assertThat(browser.text(".who")).isEqualTo("You answer as Kim Cho, for John Lin.");
        browser.press("button[value=have-it]");
        assertThat(browser.text("[role=status]")).contains("by Kim Cho");
        assertThat(open.firm().find(ask).given().orElseThrow().by()).isEqualTo(AskFixture.KCHO);
    }

    @Test
    void fitsTheNarrowestPhoneAndIsEasyToPress() throws Exception {
        browser.phone(320, 640);
        browser.go(page(ask));
        assertThat(browser.box("main").path("width").asDouble()).isLessThanOrEqualTo(320);
        assertThat(browser.box("button[value=have-it]").path("height").asDouble())
                .isGreaterThanOrEqualTo(48);
        assertThat(browser.box("button[value=not-ready]").path("height").asDouble())
                .isGreaterThanOrEqualTo(48);
        assertThat(browser.box("html").path("width").asDouble()).isLessThanOrEqualTo(320);
    }

    @Test
    void keepsItsDressUnderItsOwnPolicyInLightAndDark() throws Exception {
        browser.go(page(ask));
        assertThat(browser.css("main", "background-color")).isEqualTo("rgba(255, 255, 255, 1)");
        browser.scheme("dark");
        assertThat(browser.css("main", "background-color")).isNotEqualTo("rgba(255, 255, 255, 1)");
    }

    @Test
    void leavesPictures() throws Exception {
        AskId each = open.firm().ask("each", JLIN, Channel.EMAIL);
        AskId diaz = open.firm().ask("each", RDIAZ, Channel.EMAIL);
        open.firm().answer(diaz, Answer.HAVE_IT, RDIAZ);
        Path pictures = ALL_PICTURES ? Path.of(PICTURES) : Path.of("target", "pictures");
        shoot(pictures, "asked", page(ask));
        shoot(pictures, "others-said", page(each));
        open.firm().pass(Duration.ofHours(5));
        shoot(pictures, "late", page(ask));
        open.firm().answer(ask, Answer.NOT_READY, JLIN);
        shoot(pictures, "not-ready", page(ask));
        open.firm().answer(ask, Answer.HAVE_IT, JLIN);
        shoot(pictures, "have-it", page(ask));
        shootOpen(pictures, "done-and-pass-on", page(each));
        open.firm().answer(each, AnswerGiven.passOn(JLIN, AnswerWay.PAGE, MHARPER));
        shoot(pictures, "passed-on", page(each));
        open.firm().answer(each, Answer.DONE, JLIN);
        shoot(pictures, "done", page(each));
        open.firm().answersFor(AskFixture.kcho(), JLIN);
        shoot(pictures, "secretary", URI.create(page(each) + "?as=kcho"));
        shoot(pictures, "nowhere", open.port().uri().resolve("/a/nothing"));
        tests.database()
                .inTransaction(
                        handle -> handle.execute(
                                "UPDATE entry SET status = 'open', revision = 2, day = '2026-03-19', starts = '2026-03-19T09:30', ends = NULL"));
        shoot(pictures, "moved", page(ask));
        open.firm().status(EntryStatus.DONE);
        shoot(pictures, "over", page(ask));
        assertThat(pictures.resolve("moved-phone-light.png")).isNotEmptyFile();
    }

    private void shoot(Path folder, String name, URI address) throws Exception {
        shoot(folder, name, address, false);
    }

    /** With what can be unfolded unfolded. */
    private void shootOpen(Path folder, String name, URI address) throws Exception {
        shoot(folder, name, address, true);
    }

    private void shoot(Path folder, String name, URI address, boolean unfold) throws Exception {
        for (String scheme : ALL_PICTURES ? List.of("light", "dark") : List.of("light")) {
            browser.scheme(scheme);
            browser.phone(390, 844);
            browser.go(address);
            if (unfold) {
                browser.click("details:first-of-type summary");
                browser.click("details:last-of-type summary");
            }
            browser.screenshot(folder.resolve(name + "-phone-" + scheme + ".png"));
            if (ALL_PICTURES) {
                browser.desktop(1280, 800);
                browser.screenshot(folder.resolve(name + "-desktop-" + scheme + ".png"));
            }
        }
    }

    private URI page(AskId id) {
        return open.port().uri().resolve(open.path(id));
    }
}
