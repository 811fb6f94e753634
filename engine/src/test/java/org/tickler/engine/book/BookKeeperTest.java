package org.tickler.engine.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tickler.engine.Samples;
import org.tickler.engine.store.TestDatabase;
import org.tickler.rules.remind.Ladder;

class BookKeeperTest {
    private static final Instant FIRST = Samples.MON_2026_01_05;
    private static final Instant SECOND = FIRST.plus(Duration.ofDays(10));

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    @Test
    void saysThatThereIsNoBookYet() {
        BookKeeper books = new BookKeeper(tests.database());
        assertThat(books.find()).isEmpty();
        assertThatThrownBy(books::active).isInstanceOf(NoActiveBook.class);
    }

    @Test
    void everyProcessReadsTheActiveBookFromTheDatabase() {
        ActiveBook activated = new BookKeeper(tests.database())
                .activate(Samples.book(), "rdiaz", FIRST)
                .active();
        ActiveBook read = new BookKeeper(tests.database()).active();
        assertThat(read.fingerprint()).isEqualTo(activated.fingerprint());
        assertThat(read.rulebook()).isEqualTo(activated.rulebook());
        assertThat(read.firm()).isEqualTo(Samples.firm());
        assertThat(read.calendars().ids()).contains(Samples.NYSD);
    }

    @Test
    void aLadderThatSaysTheSameStaysKnownSinceThen() {
        BookKeeper books = new BookKeeper(tests.database());
        books.activate(Samples.book(), "rdiaz", FIRST);
        books.activate(Samples.book(Samples.RULES.replace("2 hours before", "3 hours before")), "rdiaz", SECOND);
        ActiveBook read = new BookKeeper(tests.database()).active();
        assertThat(read.since()).isEqualTo(SECOND);
        assertThat(read.rulebook().ladder("court-deadline").map(Ladder::knownAt))
                .contains(FIRST);
        assertThat(read.rulebook().ladder("appearance").map(Ladder::knownAt)).contains(SECOND);
    }

    @Test
    void theSameBookAgainChangesNothing() {
        BookKeeper books = new BookKeeper(tests.database());
        assertThat(books.activate(Samples.book(), "rdiaz", FIRST).changed()).isTrue();
        Activation again = books.activate(Samples.book(), "rdiaz", SECOND);
        assertThat(again.changed()).isFalse();
        assertThat(again.active().since()).isEqualTo(FIRST);
        assertThat(again.complete()).isFalse();
        books.applied(again.active().fingerprint(), SECOND);
        assertThat(books.activate(Samples.book(), "rdiaz", SECOND).complete()).isTrue();
    }

    @Test
    void aBookWithErrorsLeavesTheLastGoodOneActive() {
        BookKeeper books = new BookKeeper(tests.database());
        ActiveBook good = books.activate(Samples.book(), "rdiaz", FIRST).active();
        Book bad = Samples.book(Samples.RULES.replace("docket-clerk", "docket-clark"));
        assertThatThrownBy(() -> books.activate(bad, "rdiaz", SECOND))
                .isInstanceOfSatisfying(
                        BookRefused.class,
                        refused -> assertThat(refused.problems()).isNotEmpty())
                .hasMessageContaining("rules/ladders.yaml:")
                .hasMessageContaining("docket-clerk");
        assertThat(books.active().fingerprint()).isEqualTo(good.fingerprint());
    }
}
