package org.tickler.engine.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.engine.SettableClock;
import org.tickler.engine.store.TestDatabase;
import org.tickler.engine.trial.Mailbox;
import org.tickler.engine.trial.ReceivedMail;

class ThousandTest {
    private static final int MANY = 1000;
    private static final Instant NINE = Instant.parse("2026-03-05T14:00:00Z");

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    @TempDir
    Path home;

    @Test
    void tellsAThousandPeopleInOnePassEachOnce(TestReporter reporter) {
        SettableClock clock = new SettableClock(NINE);
        Crowd.gather(tests.database(), MANY, NINE, true);
        try (Mailbox mailbox = Mailbox.open()) {
            long began = System.nanoTime();
            int claimed = PostOffice.sweep(tests.database(), clock, PostOffice.byMail(mailbox.port(), clock, home))
                    .run();
            double seconds = (System.nanoTime() - began) / 1e9;
            System.err.println("RATE " + Math.round(MANY / seconds));
            reporter.publishEntry("messages a second", String.valueOf(Math.round(MANY / seconds)));
            assertThat(claimed).isEqualTo(MANY);
            List<ReceivedMail> mails = mailbox.mails();
            assertThat(mails).hasSize(MANY);
            assertThat(mails.stream().map(mail -> mail.to().getFirst()).distinct())
                    .hasSize(MANY);
            assertThat(mails.stream()
                            .map(mail -> mail.header("Message-ID").orElseThrow())
                            .distinct())
                    .hasSize(MANY);
        }
        assertThat(PostOffice.count(
                        tests.database(), "reminder WHERE state = 'sent' AND NOT possible_duplicate AND tries = 1"))
                .isEqualTo(MANY);
        assertThat(PostOffice.count(tests.database(), "attempt WHERE outcome = 'accepted'"))
                .isEqualTo(MANY);
    }
}
