package org.tickler.engine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickler.engine.Samples.JLIN;
import static org.tickler.engine.Samples.MHARPER;
import static org.tickler.engine.Samples.RDIAZ;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.engine.AskFixture;
import org.tickler.engine.Samples;
import org.tickler.engine.answer.Intake;
import org.tickler.engine.answer.MailReplies;
import org.tickler.engine.store.InboundStore;
import org.tickler.engine.store.Json;
import org.tickler.engine.store.MailStore;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.TestDatabase;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.remind.AskId;

/** What evidence has of what people wrote back: John Lin, to a mail about his hearing. */
class EvidenceOfRepliesTest {
    private static final String TOKEN = "Qw3".repeat(14) + "x";
    private static final String QUOTED_PRINTABLE = "Content-Transfer-Encoding: quoted-printable\r\n\r\n";

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    @TempDir
    private Path home;

    private AskFixture firm;
    private MailReplies replies;
    private int mails;

    @BeforeEach
    void begin() {
        firm = new AskFixture(tests.database());
        replies = new MailReplies(new Intake(tests.database(), firm.books(), firm.clock()), firm.desk(), firm.books());
        AskId ask = firm.ask("lead", JLIN, Channel.EMAIL);
        firm.mailed(ask, "M-lin", "7KQ");
    }

    @Test
    void aReplyStandsThereAsItIsKeptWithoutTokens() throws IOException {
        mail("I have it, exhibits by Friday\n> answer: https://tickler.firm.example/a/" + TOKEN, "note " + TOKEN);
        mail("have it", "");
        Path out = evidence(new EvidenceWish.Of.TheEntry(firm.hearing().id()), RDIAZ);
        assertThat(everything(out))
                .contains(
                        "exhibits by Friday",
                        "Writer: John Lin (jlin) <jlin@firm.example>",
                        "In-Reply-To: <M-lin@firm.example>",
                        "What became of it: told-how-to-answer",
                        "What became of it: answered",
                        "(token left out)",
                        "the parts of the mail that are kept")
                .doesNotContain(TOKEN);
        assertThat(Json.read(Files.readString(out.resolve("evidence.json"))).path("replies"))
                .hasSize(2)
                .allSatisfy(reply ->
                        assertThat(out.resolve(reply.path("file").asText())).isRegularFile());
        assertThat(Files.readString(out.resolve("index.html")))
                .contains("href=\"replies/0001-2026-03-10-email-jlin.txt\"", "-attached-1-TOKENS-LEFT-OUT-note.txt\"");
    }

    @Test
    void whatOnlyItsWriterMayTellIsInThatPersonsEvidence() throws IOException {
        text("call me about it");
        assertThat(everything(evidence(new EvidenceWish.Of.ThePerson(JLIN), JLIN)))
                .contains("call me about it");
        assertThat(everything(evidence(new EvidenceWish.Of.ThePerson(JLIN), MHARPER)))
                .doesNotContain("call me about it");
        assertThat(everything(
                        evidence(new EvidenceWish.Of.TheEntry(firm.hearing().id()), RDIAZ)))
                .doesNotContain("call me about it");
    }

    @Test
    void wordsThatMayQuoteAWalledMatterAreLeftOut() throws IOException {
        walled();
        tests.database().inTransaction(handle -> {
            handle.execute(
                    "INSERT INTO reminder SELECT (jsonb_populate_record(r, '{\"id\": \"R-other\", \"entry\": null,"
                            + " \"matter\": \"H-70\", \"channel\": \"sms\"}')).* FROM reminder r WHERE message = 'M-lin'");
            return handle.execute("INSERT INTO attempt_reminder (attempt, reminder, fence)"
                    + " SELECT id, 'R-other', 1 FROM attempt WHERE message = 'M-lin'");
        });
        mail("have it\n> In re Quiet Secret: whisper to the banker", "");
        assertThat(everything(evidence(new EvidenceWish.Of.ThePerson(JLIN), JLIN)))
                .contains("whisper to the banker");
        for (EvidenceWish.Of of :
                List.of(new EvidenceWish.Of.ThePerson(JLIN), new EvidenceWish.Of.TheMatter(Samples.ACME_V_BOLT))) {
            assertThat(everything(evidence(of, MHARPER)))
                    .contains("that it came; its words are left out")
                    .doesNotContain("whisper", "Quiet Secret", "H-70");
        }
    }

    @Test
    void ownWordsThatNameAWalledMatterAreLeftOut() throws IOException {
        walled();
        mail("have it, as in re quiet secret", "");
        assertThat(everything(evidence(new EvidenceWish.Of.TheMatter(Samples.ACME_V_BOLT), MHARPER)))
                .contains("that it came; its words are left out")
                .doesNotContainIgnoringCase("quiet secret");
    }

    @Test
    void anAttachedTextThatNamesAWalledMatterIsLeftOutWithItsMail() throws IOException {
        walled();
        mail("have it, see attached", "whisper, as in In re Quiet\r\n> Secret");
        mail("have it, and as forwarded", QUOTED_PRINTABLE + "whisper, as in In re Qui=\r\net=20Secret");
        Path out = evidence(new EvidenceWish.Of.TheMatter(Samples.ACME_V_BOLT), MHARPER);
        assertThat(everything(out))
                .contains("that it came; its words are left out")
                .doesNotContain("whisper", "see attached", "as forwarded");
    }

    @Test
    void aTitleInsideOfALongerWordNamesNoMatter() throws IOException {
        walled("Lee");
        mail("have it, the employee fleet is seen to", "each employee");
        mail("have it, and Lee's too", "");
        assertThat(everything(evidence(new EvidenceWish.Of.TheMatter(Samples.ACME_V_BOLT), MHARPER)))
                .contains("the employee fleet is seen to", "each employee")
                .doesNotContain("Lee's");
    }

    @Test
    void aForwardedMailLosesTokensAlsoWhereItsLinesAreBroken() throws IOException {
        String broken = TOKEN.substring(0, 20) + "=\r\n" + TOKEN.substring(20);
        mail(
                "have it",
                QUOTED_PRINTABLE + "answer: https://tickler.firm.example/a/" + broken + " by noon?t=3D" + TOKEN);
        String text =
                everything(evidence(new EvidenceWish.Of.TheEntry(firm.hearing().id()), RDIAZ));
        assertThat(text)
                .contains("-attached-1-TOKENS-LEFT-OUT-note.txt", "/a/(token left out) by noon?t=3D(token left out)")
                .doesNotContain(TOKEN.substring(0, 20), TOKEN.substring(20));
    }

    @Test
    void aTextInSixteenBitsLosesItsTokensToo() throws IOException {
        attached("have it", ("\uFEFFanswer: " + TOKEN).getBytes(StandardCharsets.UTF_16LE));
        Path out = evidence(new EvidenceWish.Of.TheEntry(firm.hearing().id()), RDIAZ);
        Path copy = out.resolve("replies/0001-2026-03-10-email-attached-1-TOKENS-LEFT-OUT-note.txt");
        assertThat(Files.readString(copy, StandardCharsets.UTF_16LE)).isEqualTo("\uFEFFanswer: (token left out)");
    }

    @Test
    void aMailWithPartsInBase64SaysThatNobodyLookedIntoThem() throws IOException {
        mail("have it", "Content-Transfer-Encoding: base64\r\n\r\nSSBoYXZlIGl0Lg==");
        assertThat(everything(
                        evidence(new EvidenceWish.Of.TheEntry(firm.hearing().id()), RDIAZ)))
                .contains(
                        "-attached-1-NOT-ALL-READ-note.txt",
                        "into its parts in base64 nobody looked",
                        "and into parts of a mail in base64 nobody looked");
    }

    /** H-70, from which Mara Harper is walled off. */
    private void walled() {
        walled("In re Quiet Secret");
    }

    private void walled(String title) {
        Matter walled = Samples.walled(new MatterId("H-70"), title, Set.of(MHARPER));
        tests.database().inTransaction(handle -> MatterStore.save(handle, walled));
    }

    private void mail(String text, String attached) {
        attached(text, attached.getBytes(StandardCharsets.UTF_8));
    }

    private void attached(String text, byte[] attached) {
        firm.clock().advance(Duration.ofSeconds(1));
        Map<String, String> fields = new TreeMap<>(
                Map.of("From", "jlin@firm.example", "In-Reply-To", "<M-lin@firm.example>", "Subject", "Re: Hearing"));
        fields.put("Text", text);
        ByteBuffer bytes = ByteBuffer.wrap(attached);
        tests.database()
                .inTransaction(handle -> MailStore.keep(
                        handle,
                        InboundStore.Kind.REPLY,
                        "mail " + mails++,
                        fields,
                        attached.length == 0 ? List.of() : List.of(new MailStore.File("note.txt", "text/plain", bytes)),
                        firm.clock().instant()));
        replies.sweep();
    }

    private void text(String words) {
        tests.database()
                .inTransaction(handle -> InboundStore.keep(
                        handle,
                        Channel.SMS,
                        InboundStore.Kind.REPLY,
                        "text",
                        Map.of("From", "+12125550102", "Body", words),
                        firm.clock().instant()));
    }

    private Path evidence(EvidenceWish.Of of, PersonId by) throws IOException {
        Path out = Files.createTempDirectory(home, "evidence-");
        new EvidenceMaker(
                        tests.database(),
                        firm.clock(),
                        new EvidenceMaker.Firm("Harper & Lin LLP", Samples.NEW_YORK, firm.receipts()))
                .make(new EvidenceWish(of, Optional.empty(), Optional.empty(), by), out);
        return out;
    }

    private static String everything(Path folder) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }
}
