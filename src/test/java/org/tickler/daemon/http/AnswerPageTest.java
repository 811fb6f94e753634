package org.tickler.daemon.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickler.engine.Samples.JLIN;
import static org.tickler.engine.Samples.RDIAZ;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tickler.engine.store.Answer;
import org.tickler.engine.store.AskState;
import org.tickler.engine.store.TestDatabase;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.remind.AskId;

class AnswerPageTest {
    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    private OpenFirm open;
    private AskId ask;

    @BeforeEach
    void begin() throws Exception {
        open = OpenFirm.of(tests.database());
        ask = open.firm().ask("lead", JLIN, Channel.EMAIL);
    }

    @AfterEach
    void end() {
        open.close();
    }

    @Test
    void showsTheEntryAndAsks() throws Exception {
        HttpResponse<String> page = open.get(open.path(ask));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Harper &amp; Lin LLP")
                .contains("<h1>Hearing on motion to compel</h1>")
                .contains("Thursday, March 12, 2026")
                .contains("9:30 AM EDT")
                .contains("Courtroom 14C, in person")
                .contains("H-2291, Acme Corp. v. Bolt LLC")
                .contains("2 days before")
                .contains("value=\"have-it\"")
                .contains("value=\"not-ready\"")
                .contains("This page is John Lin’s");
    }

    @Test
    void isKeptOutOfCachesFramesReferrersAndSearchEngines() throws Exception {
        var headers = open.get(open.path(ask)).headers();
        assertThat(headers.firstValue("cache-control")).contains("no-store");
        assertThat(headers.firstValue("referrer-policy")).contains("no-referrer");
        assertThat(headers.firstValue("x-robots-tag")).contains("noindex, nofollow");
        assertThat(headers.firstValue("content-security-policy").orElseThrow())
                .startsWith("default-src 'none'; style-src 'sha256-")
                .doesNotContain("unsafe");
    }

    @Test
    void aMailScannerThatFollowsTheLinkAnswersNothing() throws Exception {
        String path = open.path(ask);
        for (int followed = 0; followed < 20; followed++) {
            open.get(path);
            open.get(path + "?answer=have-it");
            open.send(open.request(path).method("HEAD", BodyPublishers.noBody()));
        }
        assertThat(open.send(open.request(path).method("OPTIONS", BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(405);
        assertThat(open.firm().find(ask).given()).isEmpty();
        assertThat(open.firm().acts()).isEmpty();
        open.post(path, "answer=have-it");
        assertThat(open.firm().find(ask).state()).isEqualTo(AskState.ANSWERED);
    }

    @Test
    void recordsTheAnswerAndSendsTheBrowserBackToThePage() throws Exception {
        HttpResponse<String> posted = open.post(open.path(ask), "answer=have-it");
        assertThat(posted.statusCode()).isEqualTo(303);
        assertThat(posted.uri()
                        .resolve(posted.headers().firstValue("location").orElseThrow())
                        .getPath())
                .isEqualTo(open.path(ask));
        assertThat(open.get(open.path(ask)).body())
                .contains("You have it. Thank you.")
                .contains("Recorded Tuesday, March 10, 10:00\u00A0AM\u00A0EDT.")
                .doesNotContain("value=\"have-it\"");
        assertThat(open.firm().find(ask).given().orElseThrow().by()).isEqualTo(JLIN);
    }

    @Test
    void notReadySaysThatTheNextPersonIsTold() throws Exception {
        open.post(open.path(ask), "answer=not-ready");
        assertThat(open.get(open.path(ask)).body()).contains("Not ready: the next person is being told.");
        open.firm().sweep();
        assertThat(open.firm().find(ask).state()).isEqualTo(AskState.ESCALATED);
    }

    @Test
    void saysWhatOthersSaid() throws Exception {
        AskId each = open.firm().ask("each", JLIN, Channel.EMAIL);
        AskId diaz = open.firm().ask("each", RDIAZ, Channel.EMAIL);
        open.firm().answer(diaz, Answer.HAVE_IT, RDIAZ);
        assertThat(open.get(open.path(each)).body())
                .contains("<dt>Rosa Diaz</dt>")
                .contains("has it, Tuesday");
    }

    @Test
    void saysThatALateAnswerStillCounts() throws Exception {
        open.firm().pass(Duration.ofHours(5));
        assertThat(open.get(open.path(ask)).body()).contains("Yours still counts");
        open.post(open.path(ask), "answer=have-it");
        assertThat(open.firm().find(ask).state()).isEqualTo(AskState.ANSWERED);
    }

    @Test
    void saysWhereItWasMovedTo() throws Exception {
        move();
        assertThat(open.get(open.path(ask)).body())
                .contains("This was moved.")
                .contains("Thursday, March 19, 2026")
                .doesNotContain("<form");
        assertThat(open.post(open.path(ask), "answer=have-it").statusCode()).isEqualTo(303);
        assertThat(open.firm().find(ask).given()).isEmpty();
    }

    @Test
    void saysThatWhatIsCancelledNeedsNoAnswer() throws Exception {
        change("status = 'cancelled'");
        assertThat(open.get(open.path(ask)).body())
                .contains("This is cancelled.")
                .doesNotContain("<form");
    }

    @Test
    void anUnknownLinkLeadsNowhereInTheSameDress() throws Exception {
        HttpResponse<String> page = open.get("/a/" + "0".repeat(52));
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("Harper &amp; Lin LLP").contains("This link leads nowhere");
        assertThat(open.post("/a/" + "0".repeat(52), "answer=have-it").statusCode())
                .isEqualTo(404);
    }

    @Test
    void refusesWhatItCannotTakePolitely() throws Exception {
        assertThat(open.post(open.path(ask), "answer=maybe").statusCode()).isEqualTo(400);
        assertThat(open.post("/a/nothing", "x".repeat(2000)).statusCode()).isEqualTo(413);
        assertThat(open.firm().find(ask).given()).isEmpty();
    }

    @Test
    void escapesWhateverStandsInATitle() throws Exception {
        change("title = '<script>alert(1)</script> & {{firm}}'");
        assertThat(open.get(open.path(ask)).body())
                .contains("<h1>&lt;script&gt;alert(1)&lt;/script&gt; &amp; {{firm}}</h1>");
    }

    @Test
    void boundsHowMuchOneAddressMayAsk() throws Exception {
        HttpRequest.Builder request = open.request("/a/nothing").header("X-Forwarded-For", "203.0.113.9");
        int status = 0;
        for (int asked = 0; asked < 121; asked++) {
            status = open.send(request).statusCode();
        }
        assertThat(status).isEqualTo(429);
        assertThat(open.get(open.path(ask)).statusCode()).isEqualTo(200);
    }

    @Test
    void aWholeOfficeBehindOneAddressReadsAndAnswers() throws Exception {
        for (int guessed = 0; guessed < 125; guessed++) {
            open.get("/a/nothing");
        }

        assertThat(open.get(open.path(ask)).statusCode()).isEqualTo(200);
        assertThat(open.post(open.path(ask), "answer=have-it").statusCode()).isEqualTo(303);
    }

    @Test
    void boundsHowOftenOneLinkIsAsked() throws Exception {
        int status = 0;
        for (int asked = 0; asked < 121; asked++) {
            status = open.get(open.path(ask)).statusCode();
        }

        assertThat(status).isEqualTo(429);
    }

    private void move() {
        change("revision = 2, day = '2026-03-19', starts = '2026-03-19T09:30', ends = NULL");
    }

    private void change(String set) {
        tests.database().inTransaction(handle -> handle.execute("UPDATE entry SET " + set));
    }
}
