package org.tickler.daemon.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.tickler.engine.Samples.JLIN;
import static org.tickler.engine.Samples.RDIAZ;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tickler.engine.store.Answer;
import org.tickler.engine.store.AskState;
import org.tickler.engine.store.TestDatabase;
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
    private static final boolean ALL_PICTURES = !PICTURES.isEmpty();
    private static Optional<Browser> found = Optional.empty();

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    private OpenFirm open;
    private Browser browser;
    private AskId ask;

    @BeforeAll
    static void openBrowser() throws Exception {
        found = Browser.open();
        boolean required = "required".equals(System.getProperty("tickler.browser"));
        if (required) {
            assertThat(found).as("a Chromium and its driver").isPresent();
        }
        assumeTrue(found.isPresent(), "there is no Chromium here");
    }

    @AfterAll
    static void closeBrowser() {
        found.ifPresent(Browser::close);
    }

    @BeforeEach
    void begin() throws Exception {
        browser = found.orElseThrow();
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
        shoot(pictures, "nowhere", open.port().uri().resolve("/a/nothing"));
        tests.database()
                .inTransaction(handle -> handle.execute(
                        "UPDATE entry SET revision = 2, day = '2026-03-19', starts = '2026-03-19T09:30', ends = NULL"));
        shoot(pictures, "moved", page(ask));
        assertThat(pictures.resolve("moved-phone-light.png")).isNotEmptyFile();
    }

    private void shoot(Path folder, String name, URI address) throws Exception {
        for (String scheme : ALL_PICTURES ? List.of("light", "dark") : List.of("light")) {
            browser.scheme(scheme);
            browser.phone(390, 844);
            browser.go(address);
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
