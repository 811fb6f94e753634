package org.tickler.daemon.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickler.engine.AskFixture.KCHO;
import static org.tickler.engine.Samples.JLIN;
import static org.tickler.engine.Samples.RDIAZ;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tickler.engine.AskFixture;
import org.tickler.engine.store.Answer;
import org.tickler.engine.store.AskState;
import org.tickler.engine.store.TestDatabase;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.remind.AskId;

/** Done, pass on and secretaries, on the page. */
class FourAnswersPageTest {
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
    void passOnOffersThoseWhoMaySeeTheMatterAndAsksTheOneChosen() throws Exception {
        open.firm().wallOff(KCHO);
        assertThat(open.get(open.path(ask)).body())
                .contains("<option value=\"rdiaz\">Rosa Diaz</option>")
                .doesNotContain("value=\"kcho\"", "<option value=\"jlin\">", "Acme Corp.</option>");
        assertThat(open.post(open.path(ask), "answer=pass-on&to=rdiaz").statusCode())
                .isEqualTo(303);
        assertThat(open.get(open.path(ask)).body()).contains("Passed on to Rosa Diaz, who must answer.");
        assertThat(open.firm().step("lead", RDIAZ)).isPresent();
    }

    @Test
    void passOnToWhomItCannotBeIsRefusedWithTheReasonAndNames() throws Exception {
        open.firm().wallOff(KCHO);
        HttpResponse<String> refused = open.post(open.path(ask), "answer=pass-on&to=kcho");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Kim Cho may not see the matter").contains("Possible: Rosa Diaz");
        assertThat(open.post(open.path(ask), "answer=pass-on").body()).contains("Say whom it is passed on to");
        assertThat(open.firm().find(ask).given()).isEmpty();
    }

    @Test
    void aReceiptComesThroughByteByByte() throws Exception {
        HttpResponse<String> posted = upload("--b\r\nContent-Disposition: form-data; name=\"answer\"\r\n\r\ndone\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"words\"\r\n\r\nnaïve\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"receipt\"; filename=\"C:\\\\x\\\\nef.pdf\"\r\n"
                + "Content-Type: application/pdf\r\n\r\né\r\n--x\r\n\r\n--b--\r\n");
        assertThat(posted.statusCode()).isEqualTo(303);
        assertThat(open.firm().entry().status()).isEqualTo(EntryStatus.DONE);
        assertThat(open.firm().details("claimed")).contains("naïve").contains("nef.pdf");
        try (Stream<Path> kept = Files.list(open.firm().receipts())) {
            assertThat(kept.toList())
                    .singleElement()
                    .satisfies(file -> assertThat(Files.readString(file)).isEqualTo("é\r\n--x\r\n"));
        }
    }

    @Test
    void onlyWhoeverHasALinkMaySendAsMuchAsAReceipt() throws Exception {
        assertThat(open.post("/a/" + "0".repeat(52), "x".repeat(2_000)).statusCode())
                .isEqualTo(413);
        assertThat(open.post(open.path(ask), "words=" + "x".repeat(2_000) + "&answer=done")
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void doneByPageWantsAReceiptThatMayFollow() throws Exception {
        open.post(open.path(ask), "answer=done");
        assertThat(open.get(open.path(ask)).body())
                .contains("You said that it is done. Thank you.")
                .contains("Is there a receipt");
        assertThat(open.firm().find(ask).given().orElseThrow().answer()).isEqualTo(Answer.DONE);
    }

    @Test
    void aSecretaryAnswersAsHerselfAndNobodyElseMay() throws Exception {
        open.firm().answersFor(AskFixture.kcho(), JLIN);
        assertThat(open.get(open.path(ask)).body()).contains("href=\"?as=kcho\"");
        assertThat(open.get(open.path(ask) + "?as=kcho").body()).contains("You answer as <strong>Kim Cho</strong>");
        assertThat(open.post(open.path(ask), "answer=have-it&as=mharper").statusCode())
                .isEqualTo(400);
        assertThat(open.firm().find(ask).given()).isEmpty();
        HttpResponse<String> posted = open.post(open.path(ask), "answer=have-it&as=kcho");
        assertThat(posted.headers().firstValue("location").orElseThrow()).endsWith("?as=kcho");
        assertThat(open.firm().find(ask).state()).isEqualTo(AskState.ANSWERED);
        assertThat(open.firm().find(ask).given().orElseThrow().by()).isEqualTo(KCHO);
    }

    private HttpResponse<String> upload(String body) throws Exception {
        return open.send(open.request(open.path(ask))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.UTF_8))));
    }
}
