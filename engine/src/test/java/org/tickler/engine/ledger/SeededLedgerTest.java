package org.tickler.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.engine.store.TestDatabase;

/** Random stories, lived through the engine and told by a model of its own: what left is what had to leave. */
class SeededLedgerTest {
    private static final long SEED = Long.getLong("tickler.ledger.seed", 1);
    private static final int SEEDS =
            Integer.getInteger("tickler.ledger.seeds", System.getProperty("tickler.ledger.seed") == null ? 1_000 : 1);
    /** So many live in one firm. */
    private static final int AT_ONCE = 50;

    @TempDir
    Path folder;

    @Test
    void everythingThatHadToBeToldIsToldAndNothingElse() throws Exception {
        List<Long> seeds = LongStream.range(SEED, SEED + SEEDS).boxed().toList();
        List<Callable<List<String>>> batches = new ArrayList<>();
        for (int from = 0; from < seeds.size(); from += AT_ONCE) {
            List<Long> batch = seeds.subList(from, Math.min(seeds.size(), from + AT_ONCE));
            batches.add(() -> differences(batch));
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
    }

    private List<String> differences(List<Long> seeds) {
        List<Story> stories = seeds.stream().map(StoryTeller::tell).toList();
        List<String> differences = new ArrayList<>();
        try (TestDatabase tests = TestDatabase.open()) {
            Map<Long, List<Sighting>> seen = LivedStories.live(tests.database(), stories, folder, all -> {});
            for (Story story : stories) {
                Ledger.compare(story, LedgerModel.of(story), seen.get(story.seed())).ifPresent(differences::add);
            }
        }
        return differences;
    }
}
