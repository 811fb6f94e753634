package org.tickler.engine.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Several processes use one server, come in any order, and leave in any order.
final class ProcessesTest {

    @RegisterExtension
    final TestHome home = new TestHome();

    @Test
    void startsWithItsFirstUserAndStopsWithItsLast() throws Exception {
        try (EmbeddedPostgres postgres = home.join()) {
            assertThat(postgres.adopted()).isFalse();
            assertThat(home.sql("SELECT 'here'")).isEqualTo("here");
        }

        home.nothingRuns();
    }

    @Test
    void whoIsToldToEndLeavesAsWhoEndsByItself() throws Exception {
        Joiner load = home.another();
        load.joined();
        load.isTold();
        home.nothingRuns();
    }

    @Test
    void loadUsesTheServerOfARunningServeAndLeavesItRunning() throws Exception {
        Joiner serve = home.another();
        assertThat(serve.joined()).isEqualTo("started");

        Joiner load = home.another();
        assertThat(load.joined()).isEqualTo("adopted");
        load.leaves();

        assertThat(home.sql("SELECT 'still here'")).isEqualTo("still here");
        serve.leaves();
        home.nothingRuns();
    }

    @Test
    void serveJoinsTheServerOfARunningLoadAndKeepsItWhenLoadLeaves() throws Exception {
        Joiner load = home.another();
        assertThat(load.joined()).isEqualTo("started");
        ProcessHandle postmaster = home.postmaster();

        try (EmbeddedPostgres serve = home.join()) {
            assertThat(serve.adopted()).isTrue();
            load.leaves();

            assertThat(home.postmaster()).isEqualTo(postmaster);
            assertThat(home.sql("SELECT 'still here'")).isEqualTo("still here");
        }
        home.nothingRuns();
    }

    @Test
    void ofTwoThatComeAtOnceOneStartsAndTheOtherJoins() throws Exception {
        List<Joiner> both = List.of(home.another(), home.another());

        List<String> said =
                Stream.of(both.get(0).joined(), both.get(1).joined()).sorted().toList();

        assertThat(said).containsExactly("adopted", "started");
        both.forEach(Joiner::leaves);
        home.nothingRuns();
    }

    @Test
    void oneProcessJoinsOnce() {
        try (EmbeddedPostgres postgres = home.join()) {
            assertThat(postgres.address().run().user()).isEqualTo("tickler");
            assertThatThrownBy(home::join)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("pass that one on");
            assertThat(home.data()).exists();
        }
    }
}
