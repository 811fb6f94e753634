package org.tickler.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.TestDatabase;

/**
 * Random stories, lived through the engine and told by a model of its own: what left is what had to leave, at its instant,
 * and what came twice said so.
 */
class SeededLedgerTest {
    private static final Optional<Long> SEED = Optional.ofNullable(Long.getLong("tickler.ledger.seed"));
    private static final int ORDINARY = 1_000;

    private static final int SEEDS = Integer.getInteger("tickler.ledger.seeds", SEED.isPresent() ? 1 : ORDINARY);
    /** So many live in one firm. */
    private static final int AT_ONCE = 100;
    /** A story with much in it, and little that happens to it. */
    private static final long PLAIN = 7;

    /** How often a thing happens in a hundred stories, at the least: less than half of what it does in the first thousand. */
    private static final Map<String, Integer> OFTEN = Map.of(
            "rung", 350,
            "escalation", 250,
            "moved", 120,
            "cancelled", 10,
            "marked", 20,
            "death CLAIMED", 3,
            "death BEGUN", 3,
            "death SENT", 3);

    @TempDir
    Path folder;

    /** How many lines of each word had to leave, how many of them marked, and how many stories have a death of each sort. */
    private final Map<String, Integer> happened = new ConcurrentHashMap<>();

    @Test
    void whatHadToBeToldIsToldAndNothingElse() throws Exception {
        List<Long> seeds = LongStream.iterate(SEED.orElse(1L), seed -> seed + 1)
                .limit(SEEDS)
                .boxed()
                .toList();
        List<Callable<List<String>>> batches = new ArrayList<>();
        for (int from = 0; from < seeds.size(); from += AT_ONCE) {
            List<Long> batch = seeds.subList(from, Math.min(seeds.size(), from + AT_ONCE));
            batches.add(() -> differences(batch, ""));
        }
        List<String> differences = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<List<String>> one : threads.invokeAll(batches)) {
                differences.addAll(one.get());
            }
        }
        assertThat(differences)
                .as("%d of %d stories went otherwise", differences.size(), SEEDS)
                .isEmpty();
        OFTEN.forEach((what, often) -> assertThat(happened.getOrDefault(what, 0))
                .as("how often there is %s in %d stories", what, SEEDS)
                .isGreaterThanOrEqualTo(SEEDS < 100 || SEED.isPresent() ? 0 : often * SEEDS / 100));
    }

    /** As if a planner or a sweep forgot one: what is set aside so is not planned again. */
    @Test
    void aReminderThatIsForgottenIsMissing() {
        List<String> differences = differences(List.of(PLAIN), """
                UPDATE reminder SET state = 'suppressed' WHERE id = (
                    SELECT id FROM reminder WHERE state = 'planned' ORDER BY due_at, id LIMIT 1)""");
        assertThat(differences).singleElement().asString().contains("seed " + PLAIN, "\n  missing    2026-03-");
    }

    @Test
    void aRepeatThatDoesNotSayThatItIsOneIsNotWanted() {
        Story story = StoryTeller.tell(PLAIN);
        List<Sighting> due = LedgerModel.of(story);
        List<Sighting> seen = new ArrayList<>(due);
        seen.add(due.getFirst());
        assertThat(Ledger.compare(story, due, due)).isEmpty();
        assertThat(Ledger.compare(story, due, seen).orElseThrow()).contains("not wanted " + due.getFirst());
    }

    /** @param meddling done behind the engine's back once all has been planned; empty: nothing */
    private List<String> differences(List<Long> seeds, String meddling) {
        List<Story> stories = seeds.stream().map(StoryTeller::tell).toList();
        List<String> differences = new ArrayList<>();
        try (TestDatabase tests = TestDatabase.open()) {
            Map<Long, List<Sighting>> seen =
                    LivedStories.live(tests.database(), stories, folder, database -> meddle(database, meddling));
            for (Story story : stories) {
                List<Sighting> due = LedgerModel.of(story);
                Ledger.compare(story, due, seen.get(story.seed())).ifPresent(differences::add);
                happened(story, due);
            }
        }
        return differences;
    }

    private void happened(Story story, List<Sighting> due) {
        due.forEach(one -> happened.merge(one.word(), 1, Integer::sum));
        due.stream().filter(Sighting::marked).forEach(one -> happened.merge("marked", 1, Integer::sum));
        story.death().ifPresent(death -> happened.merge("death " + death.when(), 1, Integer::sum));
    }

    private static void meddle(Database database, String sql) {
        if (!sql.isEmpty()) {
            database.inTransaction(handle -> handle.execute(sql));
        }
    }
}
