package org.tickler.engine.due;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tickler.engine.Samples;
import org.tickler.engine.SettableClock;
import org.tickler.engine.dispatch.PostOffice;
import org.tickler.engine.store.AttemptStore;
import org.tickler.engine.store.Claim;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.DueReminder;
import org.tickler.engine.store.DueStore;
import org.tickler.engine.store.Settlement;
import org.tickler.engine.store.TestDatabase;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.plan.ReminderState;
import org.tickler.rules.remind.PlannedReminder;
import org.tickler.rules.remind.ReminderId;

class ClaimerTest {
    private static final Instant WEEK_BEFORE = Instant.parse("2026-03-05T14:00:00Z");
    private static final Duration LEASE = Duration.ofSeconds(60);

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    private final SettableClock clock = new SettableClock(WEEK_BEFORE);
    private Database database;

    @BeforeEach
    void store() {
        database = tests.database();
        Samples.store(database, Samples.hearing(), Samples.filing());
    }

    @Test
    void claimsTogetherWhatIsDueToOneReaderAtOneInstant() {
        PostOffice.plan(database, at(0, 0), at(1, 0), at(2, 0), at(3, 60));
        assertThat(claimer(1).claim(Channel.EMAIL).reminders()).hasSize(1);
        assertThat(claimer(1).claim(Channel.EMAIL).reminders()).hasSize(3);
        assertThat(claimer(1).claim(Channel.EMAIL).reminders()).isEmpty();
    }

    @Test
    void claimsTheMostUrgentFirst() {
        PlannedReminder filing =
                PostOffice.telling(Samples.filing(), "rung", Samples.JLIN, WEEK_BEFORE.minusSeconds(60));
        PlannedReminder hearing = PostOffice.telling(Samples.hearing(), "rung", Samples.JLIN, WEEK_BEFORE);
        PostOffice.plan(database, filing, hearing);
        assertThat(ids(claimer(500).claim(Channel.EMAIL))).containsExactly(hearing.id(), filing.id());
    }

    @Test
    void leavesAloneWhatAnotherProcessHas() {
        PostOffice.plan(database, at(0, 0));
        assertThat(claimer(500).claim(Channel.EMAIL).reminders()).hasSize(1);
        clock.advance(LEASE.minusSeconds(1));
        assertThat(claimer(500).claim(Channel.EMAIL).reminders()).isEmpty();
    }

    @Test
    void takesOverWhatALostProcessHadAndKnowsThatItMayHaveLeft() {
        PostOffice.plan(database, at(0, 0));
        Claim lost = claimer(500).claim(Channel.EMAIL);
        begin(lost);
        clock.advance(LEASE);
        Claim next = claimer(500).claim(Channel.EMAIL);
        assertThat(next.reminders()).hasSize(1);
        assertThat(next.unknown()).containsEntry("M-1", List.of(WEEK_BEFORE));
        assertThat(PostOffice.row(database, "SELECT outcome FROM attempt")).containsEntry("outcome", "unknown");
    }

    @Test
    void takesOverWhatALostProcessHadNotBegunWithoutDoubt() {
        PostOffice.plan(database, at(0, 0));
        claimer(500).claim(Channel.EMAIL);
        clock.advance(LEASE);
        assertThat(claimer(500).claim(Channel.EMAIL).unknown()).isEmpty();
    }

    @Test
    void refusesTheLateResultOfAProcessThatWasFrozen() {
        PostOffice.plan(database, at(0, 0));
        Claim frozen = claimer(500).claim(Channel.EMAIL);
        clock.advance(LEASE);
        Claim next = claimer(500).claim(Channel.EMAIL);
        assertThat(settle(frozen, ReminderState.FAILED)).isEmpty();
        assertThat(begin(frozen)).isEmpty();
        assertThat(settle(next, ReminderState.SENT)).hasSize(1);
        assertThat(PostOffice.row(database, "SELECT state FROM reminder")).containsEntry("state", "sent");
    }

    @Test
    void keepsAClaimThatIsRenewed() {
        PostOffice.plan(database, at(0, 0));
        Claim claim = claimer(500).claim(Channel.EMAIL);
        clock.advance(LEASE.minusSeconds(1));
        database.inTransaction(handle -> {
            DueStore.renew(handle, claim.reminders(), clock.instant().plus(LEASE));
            return null;
        });
        clock.advance(LEASE.minusSeconds(1));
        assertThat(claimer(500).claim(Channel.EMAIL).reminders()).isEmpty();
    }

    @Test
    void givesBackWhatIsReleased() {
        PostOffice.plan(database, at(0, 0));
        Claim claim = claimer(500).claim(Channel.EMAIL);
        database.inTransaction(handle -> {
            DueStore.release(handle, claim.reminders(), clock.instant());
            return null;
        });
        assertThat(claimer(500).claim(Channel.EMAIL).reminders()).hasSize(1);
    }

    @Test
    void givesEachReminderToOneOfManyProcesses() throws Exception {
        PostOffice.plan(
                database,
                IntStream.range(0, 300)
                        .mapToObj(number -> at(number, number / 3))
                        .toArray(PlannedReminder[]::new));
        List<ReminderId> claimed = new ArrayList<>();
        try (ExecutorService processes = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<List<Claim>> process = () -> {
                List<Claim> own = new ArrayList<>();
                for (Claim claim = claimer(7).claim(Channel.EMAIL);
                        !claim.reminders().isEmpty();
                        claim = claimer(7).claim(Channel.EMAIL)) {
                    own.add(claim);
                }
                return own;
            };
            for (Future<List<Claim>> one : processes.invokeAll(List.of(process, process, process, process))) {
                for (Claim claim : one.get()) {
                    claimed.addAll(ids(claim));
                    assertThat(instants(claim))
                            .allSatisfy((due, count) -> assertThat(count).isEqualTo(3));
                }
            }
        }
        assertThat(new HashSet<>(claimed)).hasSameSizeAs(claimed).hasSize(300);
    }

    private static Map<Instant, Long> instants(Claim claim) {
        return claim.reminders().stream()
                .collect(Collectors.groupingBy(reminder -> reminder.times().due(), Collectors.counting()));
    }

    private static PlannedReminder at(int number, int secondsAgo) {
        return PostOffice.telling(
                Samples.filing(), "rung " + number, Samples.JLIN, WEEK_BEFORE.minusSeconds(secondsAgo));
    }

    private Claimer claimer(int most) {
        return new Claimer(database, clock, LEASE, most);
    }

    private Map<String, Long> begin(Claim claim) {
        List<AttemptStore.OutgoingLine> lines = claim.reminders().stream()
                .map(reminder -> new AttemptStore.OutgoingLine(
                        reminder.id().value(), Optional.empty(), Optional.empty(), reminder.fence()))
                .toList();
        AttemptStore.Outgoing message = new AttemptStore.Outgoing(
                "M-1",
                Channel.EMAIL,
                Samples.JLIN,
                "jlin@firm.example",
                new AttemptStore.KeptCopy("Due", "Due", false),
                lines);
        return database.inTransaction(handle -> AttemptStore.begin(handle, List.of(message), "one", clock.instant()));
    }

    private Set<ReminderId> settle(Claim claim, ReminderState state) {
        List<Settlement> settlements = claim.reminders().stream()
                .map(reminder -> new Settlement(reminder.id(), reminder.fence(), state, "tested", Optional.empty()))
                .toList();
        return database.inTransaction(handle -> DueStore.settle(handle, settlements, clock.instant()));
    }

    private static List<ReminderId> ids(Claim claim) {
        return claim.reminders().stream().map(DueReminder::id).toList();
    }
}
