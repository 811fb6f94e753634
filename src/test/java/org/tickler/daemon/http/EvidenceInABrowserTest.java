package org.tickler.daemon.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
import org.tickler.engine.Samples;
import org.tickler.engine.dispatch.PostOffice;
import org.tickler.engine.history.EvidenceMaker;
import org.tickler.engine.history.EvidenceWish;
import org.tickler.engine.sheet.SheetFixture;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.TestDatabase;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.PersonId;

/** Evidence of a matter as people read it: from a folder, without the program, at a desk and on a phone. */
@Tag("browser")
class EvidenceInABrowserTest {
    private static final String PICTURES = System.getProperty("tickler.screenshots", "");
    private static final MatterId OTHER = new MatterId("H-9");
    private static @Nullable Browser opened;

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    @TempDir
    Path home;

    private SheetFixture firm;
    private Browser browser;
    private Path out;

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
    void makeEvidence() throws Exception {
        browser = Objects.requireNonNull(opened);
        browser.scheme("light");
        firm = new SheetFixture(tests.database(), home, "2026-03-04T12:00", SheetFixture.MORNING);
        tests.database().inTransaction(handle -> {
            MatterStore.save(handle, Samples.matter(OTHER));
            return null;
        });
        Entry script = SheetFixture.task("script", "Send <script>document.title='x'</script> & exhibits", "2026-03-05");
        firm.store(
                Samples.hearing(),
                Samples.filing(),
                script,
                SheetFixture.task(OTHER, "quiet", "Quiet affair of another client", "2026-03-05"));
        PostOffice.plan(
                firm.database(),
                PostOffice.asking(
                        Samples.hearing(), "7 days before", Samples.JLIN, SheetFixture.at("2026-03-04T13:00")),
                PostOffice.telling(script, "1 day before", Samples.JLIN, SheetFixture.at("2026-03-04T13:00")));
        firm.until("2026-03-05T09:00");
        out = home.resolve("evidence");
        new EvidenceMaker(
                        firm.database(),
                        firm.clock(),
                        new EvidenceMaker.Firm("Harper & Lin LLP", Samples.NEW_YORK, home.resolve("receipts")))
                .make(
                        new EvidenceWish(
                                new EvidenceWish.Of.TheMatter(Samples.ACME_V_BOLT),
                                Optional.of(LocalDate.parse("2026-01-01")),
                                Optional.of(LocalDate.parse("2026-12-31")),
                                new PersonId("rdiaz")),
                        out);
    }

    @AfterEach
    void end() {
        firm.close();
    }

    @Test
    void thePagesReadWellFromTheDiskAndRunNothing() throws Exception {
        for (String page : List.of("index.html", "insurer.html")) {
            URI address = out.resolve(page).toUri();
            browser.phone(390, 844);
            browser.go(address);
            assertThat(browser.box("main").path("width").asDouble()).as(page).isLessThanOrEqualTo(390);
            assertThat(browser.count("script, img, link, iframe, form")).isZero();
            shoot(page.replace(".html", ""), address);
        }
        browser.desktop(1280, 900);
        browser.go(out.resolve("index.html").toUri());
        assertThat(browser.title()).startsWith("Evidence: H-2291");
        assertThat(browser.text("main"))
                .contains("Send <script>document.title='x'</script> & exhibits", "links hold", "left out: ")
                .doesNotContain("Quiet affair");
        browser.click("ul.list a");
        assertThat(browser.text("body")).contains("Message: M-");
    }

    /** A morning sheet tells of every matter that its reader works on. */
    @Test
    void aSheetOfSeveralMattersIsGivenByItsLinesOnThisOne() throws Exception {
        try (Stream<Path> messages = Files.list(out.resolve("messages"))) {
            List<String> texts = messages.map(EvidenceInABrowserTest::read).toList();
            assertThat(texts)
                    .anyMatch(text -> text.contains("Subject: (left out)") && text.contains("exhibits"))
                    .noneMatch(text -> text.contains("Quiet affair") || text.contains("H-9"));
        }
        assertThat(firm.mailsTo("jlin").getLast().text()).contains("Quiet affair of another client");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void shoot(String name, URI address) throws Exception {
        if (PICTURES.isEmpty()) {
            return;
        }
        for (String scheme : List.of("light", "dark")) {
            browser.scheme(scheme);
            browser.phone(390, 844);
            browser.go(address);
            browser.screenshot(Path.of(PICTURES).resolve("evidence-" + name + "-phone-" + scheme + ".png"));
            browser.desktop(1280, 900);
            browser.go(address);
            browser.screenshot(Path.of(PICTURES).resolve("evidence-" + name + "-desktop-" + scheme + ".png"));
        }
        browser.scheme("light");
    }
}
