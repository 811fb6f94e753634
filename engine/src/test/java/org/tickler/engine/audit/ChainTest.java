package org.tickler.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickler.engine.Samples;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.TestDatabase;

class ChainTest {
    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    @Test
    void takesEveryRowIntoTheChainOnce() {
        record(5);
        Chain chain = new Chain(tests.database());
        assertThat(chain.extend()).isEqualTo(5);
        assertThat(chain.extend()).isZero();
        record(2);
        assertThat(chain.extend()).isEqualTo(2);
        assertThat(chain.verify()).isInstanceOfSatisfying(Chain.Verdict.Intact.class, intact -> {
            assertThat(intact.links()).isEqualTo(7);
            assertThat(intact.notYet()).isZero();
            assertThat(intact.head()).hasSize(64);
        });
    }

    @Test
    void takesInARowWhoseTransactionEndedAfterThoseOfLaterNumbers() {
        Chain chain = new Chain(tests.database());
        try (Database slow = Database.open(tests.address())) {
            slow.inTransaction(handle -> {
                Audit.record(handle, row(1));
                record(3);
                assertThat(chain.extend()).isEqualTo(3);
                return null;
            });
        }
        assertThat(chain.extend()).isEqualTo(1);
        assertThat(chain.verify()).isInstanceOf(Chain.Verdict.Intact.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit SET detail = '{\"number\": 99}' WHERE seq = 3",
                "UPDATE audit SET at = at + interval '1 microsecond' WHERE seq = 3",
                "UPDATE audit SET who = 'somebody else' WHERE seq = 3",
                "UPDATE audit SET matter = 'H-1' WHERE seq = 3",
                "UPDATE audit_link SET hash = decode(repeat('ab', 32), 'hex') WHERE seq = 3",
                "DELETE FROM audit_link WHERE seq = 2",
                "ALTER TABLE audit_link DROP CONSTRAINT audit_link_seq_fkey; DELETE FROM audit WHERE seq = 3"
            })
    void namesTheFirstRowThatWasTamperedWith(String tampering) {
        record(5);
        Chain chain = new Chain(tests.database());
        chain.extend();
        tests.asOwner(tampering);
        assertThat(chain.verify())
                .isInstanceOfSatisfying(
                        Chain.Verdict.Broken.class,
                        broken -> assertThat(broken.seq()).isEqualTo(3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit SET who = 'nobody'",
                "DELETE FROM audit",
                "TRUNCATE audit CASCADE",
                "UPDATE audit_link SET place = place + 1",
                "DELETE FROM audit_link"
            })
    void theProgramsRoleCannotChangeTheAudit(String statement) {
        record(1);
        new Chain(tests.database()).extend();
        assertThatThrownBy(() -> tests.database().withHandle(handle -> handle.execute(statement)))
                .hasMessageContaining("permission denied");
    }

    private void record(int rows) {
        tests.database().inTransaction(handle -> {
            for (int number = 1; number <= rows; number++) {
                Audit.record(handle, row(number));
            }
            return null;
        });
    }

    private static AuditRecord row(int number) {
        return AuditRecord.of(
                Samples.MON_2026_01_05,
                "rdiaz",
                "counted",
                Map.of("number", number, "people", List.of("jlin", "mharper"), "words", "é \"quoted\""));
    }
}
