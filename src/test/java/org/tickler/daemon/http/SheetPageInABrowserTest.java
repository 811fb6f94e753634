package org.tickler.daemon.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
import org.tickler.engine.answer.AnswerLinks;
import org.tickler.engine.audit.Audit;
import org.tickler.engine.audit.AuditRecord;
import org.tickler.engine.dispatch.PostOffice;
import org.tickler.engine.sheet.SheetFixture;
import org.tickler.engine.store.AskState;
import org.tickler.engine.store.AskStore;
import org.tickler.engine.store.TestDatabase;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.remind.AskId;

/** Sheets as people see them: the page on which a list is signed, and what comes by mail. */
@Tag("browser")
class SheetPageInABrowserTest {
    private static final String PICTURES = System.getProperty("tickler.screenshots", "");
    private static @Nullable Browser opened;

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    @TempDir
    Path home;

    private SheetFixture firm;
    private HttpPort port;
    private AnswerLinks links;
    private Browser browser;

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
        browser.phone(390, 844);
        browser.scheme("light");
        firm = new SheetFixture(
                tests.database(),
                home,
                "2026-03-04T12:00",
                SheetFixture.MORNING,
                SheetFixture.EXIT_CONTROL,
                SheetFixture.SECOND_DOCKET);
        firm.store(
                Samples.hearing(),
                Samples.filing(),
                SheetFixture.task("bundle", "Send the bundle of exhibits to opposing counsel", "2026-03-05"),
                SheetFixture.task("expert", "Call the expert about <b>the model</b>", "2026-03-06"),
                SheetFixture.task("old", "Return the borrowed file", "2026-03-02"),
                SheetFixture.task("filed", "Reply brief", "2026-03-04").withStatus(EntryStatus.CLAIMED));
        PostOffice.plan(
                firm.database(),
                PostOffice.asking(
                        Samples.hearing(), "7 days before", Samples.JLIN, SheetFixture.at("2026-03-04T13:00")));
        firm.until("2026-03-05T09:00");
        acts();
        firm.until("2026-03-05T17:10");
        links = new AnswerLinks(new byte[32], OpenFirm.PUBLIC);
        Routes routes = new Routes();
        new AnswerPage(firm.desk(), links, firm.books(), firm.clock()).addTo(routes);
        port = HttpPort.open(new InetSocketAddress("127.0.0.1", 0), Set.of("127.0.0.1"), routes);
    }

    @AfterEach
    void end() {
        port.close();
        firm.close();
    }

    @Test
    void theControllerReadsTheListAndSignsItThere() throws Exception {
        AskId ask = firm.ask("exit-control", "2026-03-05", "rdiaz", 0);
        browser.go(page(ask));
        browser.go(page(ask));
        assertThat(browser.text("h1")).isEqualTo("Exit control, Thursday, March 5, 2026");
        assertThat(browser.text("main")).contains("Return the borrowed file", "Waived: Reply brief", "by Mara Harper");
        assertThat(browser.text("main")).contains("Call the expert about <b>the model</b>");
        assertThat(browser.box("main").path("width").asDouble()).isLessThanOrEqualTo(390);
        assertThat(firm.database()
                        .withHandle(handle -> AskStore.find(handle, ask))
                        .orElseThrow()
                        .given())
                .isEmpty();
        shoot("sheet-exit-control-page", page(ask));
        browser.phone(390, 844);
        browser.go(page(ask));
        browser.press("button[value=have-it]");
        assertThat(browser.text("[role=status]")).contains("Signed by you, Thursday, March 5");
        assertThat(browser.count("form")).isZero();
        assertThat(firm.database()
                        .withHandle(handle -> AskStore.find(handle, ask))
                        .orElseThrow()
                        .state())
                .isEqualTo(AskState.ANSWERED);
        shoot("sheet-exit-control-signed", page(ask));
    }

    @Test
    void theMailsFitAPhone() throws Exception {
        fits("sheet-morning", firm.mailsTo("jlin").getLast().html());
        fits("sheet-exit-control", firm.mailsTo("rdiaz").getLast().html());
        fits(
                "sheet-second-docket",
                firm.mailsTo("vault@elsewhere.example").getLast().attached("docket-2026-03-05.html"));
        fits(
                "sheet-second-docket-mail",
                firm.mailsTo("vault@elsewhere.example").getLast().html());
    }

    private void acts() {
        firm.database().inTransaction(handle -> {
            Audit.record(
                    handle,
                    List.of(
                            AuditRecord.of(
                                    firm.clock().instant(),
                                    "mharper",
                                    "waived",
                                    Samples.ACME_V_BOLT,
                                    SheetFixture.task("filed", "x", "2026-03-04")
                                            .id(),
                                    Map.of("reason", "the client agreed")),
                            AuditRecord.of(
                                    firm.clock().instant(),
                                    "jlin",
                                    "moved",
                                    Samples.ACME_V_BOLT,
                                    Samples.hearing().id(),
                                    Map.of(
                                            "before", "Hearing [E-1], Tue 2026-03-10 09:30 (America/New_York)",
                                            "after", "Hearing [E-1], Thu 2026-03-12 09:30 (America/New_York)",
                                            "reason", "ECF 34")),
                            AuditRecord.of(
                                    firm.clock().instant(),
                                    "rdiaz",
                                    "entered",
                                    Samples.ACME_V_BOLT,
                                    Samples.filing().id(),
                                    Map.of("after", "Opposition brief [E-2], Fri 2026-03-20"))));
            return null;
        });
    }

    private void fits(String name, String html) throws Exception {
        Path file = Files.writeString(home.resolve(name + ".html"), html, StandardCharsets.UTF_8);
        browser.phone(390, 844);
        browser.go(file.toUri());
        assertThat(browser.box("body").path("width").asDouble()).as(name).isLessThanOrEqualTo(390);
        assertThat(browser.count("script, img, link, iframe")).isZero();
        shoot(name, file.toUri());
    }

    private void shoot(String name, URI address) throws Exception {
        if (PICTURES.isEmpty()) {
            return;
        }
        for (String scheme : List.of("light", "dark")) {
            browser.scheme(scheme);
            browser.phone(390, 844);
            browser.go(address);
            browser.screenshot(Path.of(PICTURES).resolve(name + "-phone-" + scheme + ".png"));
            browser.desktop(1280, 800);
            browser.go(address);
            browser.screenshot(Path.of(PICTURES).resolve(name + "-desktop-" + scheme + ".png"));
        }
        if (address.getScheme().equals("file")) {
            Files.copy(
                    Path.of(address), Path.of(PICTURES).resolve(name + ".html"), StandardCopyOption.REPLACE_EXISTING);
        }
        browser.scheme("light");
    }

    private URI page(AskId id) {
        return port.uri().resolve(links.link(id).getPath());
    }
}
