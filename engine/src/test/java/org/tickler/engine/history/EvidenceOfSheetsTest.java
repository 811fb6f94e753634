package org.tickler.engine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickler.engine.Samples.JLIN;
import static org.tickler.engine.Samples.MHARPER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.engine.Samples;
import org.tickler.engine.sheet.SheetFixture;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.TestDatabase;
import org.tickler.rules.firm.Confidentiality;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.RoleName;

/** What evidence shows of mails that tell of several matters, to somebody who has been walled off from some of them since. */
class EvidenceOfSheetsTest {
    private static final MatterId BUSY = new MatterId("H-70");
    private static final MatterId IDLE = new MatterId("H-71");

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    @TempDir
    private Path home;

    private SheetFixture firm;

    @AfterEach
    void close() {
        firm.close();
    }

    @Test
    void nothingOfAWalledMatterStandsInASheetOfTheWeek() throws IOException {
        firm = new SheetFixture(tests.database(), home, "2026-03-05T12:00", SheetFixture.WEEK, SheetFixture.MORNING);
        save(BUSY, "In re Busy Secret", Set.of());
        save(IDLE, "In re Idle Secret", Set.of());
        firm.store(
                Samples.filing(),
                Samples.hearing(),
                SheetFixture.task(BUSY, "busy", "Whisper to the banker", "2026-03-10"));
        firm.until("2026-03-09T12:00");
        assertThat(firm.mailsTo("jlin").stream().map(mail -> mail.text()))
                .anyMatch(text -> text.contains("IN RE BUSY SECRET") && text.contains("Idle Secret"));
        assertThat(evidence(new EvidenceWish.Of.ThePerson(JLIN), JLIN))
                .contains("Idle Secret")
                .containsIgnoringCase("busy secret")
                .contains("Whisper to the banker");

        save(BUSY, "In re Busy Secret", Set.of(JLIN));
        save(IDLE, "In re Idle Secret", Set.of(JLIN));
        assertThat(evidence(new EvidenceWish.Of.ThePerson(JLIN), JLIN))
                .contains("Hearing on motion to compel", "only the passages on what this evidence is of")
                .doesNotContainIgnoringCase("secret")
                .doesNotContain("Whisper", "H-70", "H-71");
        assertThat(evidence(new EvidenceWish.Of.TheMatter(Samples.ACME_V_BOLT), MHARPER))
                .contains("Hearing on motion to compel")
                .doesNotContainIgnoringCase("secret")
                .doesNotContain("Whisper");
    }

    private void save(MatterId id, String title, Set<PersonId> walledOff) {
        Matter open = Samples.matter(id);
        Matter walled = new Matter(
                id,
                title,
                open.side(),
                open.practice(),
                open.phase(),
                open.opened(),
                open.closed(),
                Set.of(),
                Map.of(new RoleName("lead-attorney"), List.of(JLIN)),
                open.proceedings(),
                open.claims(),
                Confidentiality.FIRM,
                walledOff,
                open.knownAt());
        tests.database().inTransaction(handle -> MatterStore.save(handle, walled));
    }

    private String evidence(EvidenceWish.Of of, PersonId by) throws IOException {
        Path out = Files.createTempDirectory(home, "evidence-");
        new EvidenceMaker(
                        tests.database(),
                        firm.clock(),
                        new EvidenceMaker.Firm("Harper & Lin LLP", Samples.NEW_YORK, home.resolve("receipts")))
                .make(new EvidenceWish(of, Optional.empty(), Optional.empty(), by), out);
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }
}
