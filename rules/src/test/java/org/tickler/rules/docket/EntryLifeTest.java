package org.tickler.rules.docket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tickler.calendars.text.Words;
import org.tickler.rules.docket.EntryLife.Move;
import org.tickler.rules.firm.MatterId;

/** Walks the table of an entry's life: every pair of statuses under every happening is allowed or refused, as it says here. */
class EntryLifeTest {
    /** Happening, from: to. {@code -} is an entry that there was not; what is not listed is refused. */
    private static final String ALLOWED = """
            entered -: waiting proposed open
            loaded -: waiting proposed open provisional stayed claimed done waived cancelled superseded
            loaded waiting: waiting proposed open provisional stayed claimed done waived cancelled superseded
            loaded proposed: waiting proposed open provisional stayed claimed done waived cancelled superseded
            loaded open: waiting proposed open provisional stayed claimed done waived cancelled superseded
            loaded provisional: waiting proposed open provisional stayed claimed done waived cancelled superseded
            loaded stayed: waiting proposed open provisional stayed claimed done waived cancelled superseded
            loaded claimed: waiting proposed open provisional stayed claimed done waived cancelled superseded
            loaded done: waiting proposed open provisional stayed claimed done waived cancelled superseded
            loaded waived: waiting proposed open provisional stayed claimed done waived cancelled superseded
            loaded cancelled: waiting proposed open provisional stayed claimed done waived cancelled superseded
            loaded superseded: waiting proposed open provisional stayed claimed done waived cancelled superseded
            derived -: waiting proposed open provisional stayed
            derived waiting: waiting proposed open provisional stayed
            derived proposed: waiting proposed open provisional stayed
            derived open: waiting proposed open provisional stayed
            derived provisional: waiting proposed open provisional stayed
            derived stayed: waiting proposed open provisional stayed
            derived claimed: claimed
            derived superseded: waiting proposed open provisional stayed
            dated waiting: waiting proposed open provisional
            dated proposed: proposed open
            dated open: proposed open
            dated provisional: proposed open provisional
            dated stayed: stayed
            dated claimed: claimed
            extension-asked proposed: provisional
            extension-asked open: provisional
            extension-asked provisional: provisional
            extension-asked stayed: stayed
            extension-asked claimed: claimed
            extension-refused waiting: waiting
            extension-refused proposed: proposed open
            extension-refused open: proposed open
            extension-refused provisional: proposed open
            extension-refused stayed: stayed
            extension-refused claimed: claimed
            verified proposed: open
            verified open: open
            verified provisional: provisional
            verified stayed: stayed
            verified claimed: claimed
            verified done: done
            verified waived: waived
            verified cancelled: cancelled
            verified superseded: superseded
            claimed waiting: claimed done
            claimed proposed: claimed done
            claimed open: claimed done
            claimed provisional: claimed done
            claimed stayed: claimed done
            claimed claimed: claimed done
            claimed done: done
            confirmed claimed: claimed done
            rejected waiting: waiting
            rejected proposed: proposed
            rejected open: open
            rejected provisional: provisional
            rejected stayed: stayed
            rejected claimed: waiting proposed open provisional
            rejected done: waiting proposed open provisional
            waived waiting: waived
            waived proposed: waived
            waived open: waived
            waived provisional: waived
            waived stayed: waived
            waived claimed: waived
            cancelled waiting: cancelled
            cancelled proposed: cancelled
            cancelled open: cancelled
            cancelled provisional: cancelled
            cancelled stayed: cancelled
            cancelled claimed: cancelled
            reopened claimed: waiting proposed open provisional
            reopened done: waiting proposed open provisional
            reopened waived: waiting proposed open provisional
            reopened cancelled: waiting proposed open provisional
            stayed waiting: stayed
            stayed proposed: stayed
            stayed open: stayed
            stayed provisional: stayed
            stayed claimed: stayed
            lifted stayed: waiting proposed open provisional claimed
            released stayed: waiting proposed open provisional claimed
            court-closed proposed: waiting
            court-closed open: waiting
            court-closed provisional: waiting
            closure-taken-back waiting: proposed open
            superseded waiting: superseded
            superseded proposed: superseded
            superseded open: superseded
            superseded provisional: superseded
            superseded stayed: superseded
            superseded claimed: superseded
            undone waiting: waiting proposed open provisional stayed claimed done waived cancelled superseded
            undone proposed: waiting proposed open provisional stayed claimed done waived cancelled superseded
            undone open: waiting proposed open provisional stayed claimed done waived cancelled superseded
            undone provisional: waiting proposed open provisional stayed claimed done waived cancelled superseded
            undone stayed: waiting proposed open provisional stayed claimed done waived cancelled superseded
            undone claimed: waiting proposed open provisional stayed claimed done waived cancelled superseded
            undone done: waiting proposed open provisional stayed claimed done waived cancelled superseded
            undone waived: waiting proposed open provisional stayed claimed done waived cancelled superseded
            undone cancelled: waiting proposed open provisional stayed claimed done waived cancelled superseded
            undone superseded: waiting proposed open provisional stayed claimed done waived cancelled superseded
            """;

    private static Map<String, List<String>> allowed() {
        Map<String, List<String>> allowed = new TreeMap<>();
        ALLOWED.lines().forEach(line -> {
            String[] parts = line.split(": ", 2);
            allowed.put(parts[0], List.of(parts[1].split(" ", -1)));
        });
        return allowed;
    }

    @Test
    void everyPairIsAllowedOrRefusedAsTheTableSays() {
        Map<String, List<String>> allowed = allowed();
        List<String> wrong = new ArrayList<>();
        for (Happening by : Happening.values()) {
            for (EntryStatus from : EntryStatus.values()) {
                for (EntryStatus to : EntryStatus.values()) {
                    boolean says = allowed.getOrDefault(Words.of(by) + " " + Words.of(from), List.of())
                            .contains(Words.of(to));
                    Optional<String> refusal = EntryLife.refusal(from, by, to);
                    if (refusal.isEmpty() != says || goes(from, by, to) != says) {
                        wrong.add(by + " " + from + " -> " + to + " " + refusal);
                    }
                    assertThat(refusal.orElse("is " + Words.of(from))).startsWith("is " + Words.of(from));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean goes(EntryStatus from, Happening by, EntryStatus to) {
        try {
            return entry(from).after(by, to).status() == to;
        } catch (MoveRefused e) {
            return false;
        }
    }

    @Test
    void everyNewEntryIsAllowedOrRefusedAsTheTableSays() {
        Map<String, List<String>> allowed = allowed();
        for (Happening by : Happening.values()) {
            for (EntryStatus status : EntryStatus.values()) {
                if (allowed.getOrDefault(Words.of(by) + " -", List.of()).contains(Words.of(status))) {
                    assertThat(EntryLife.born(by, status)).isEqualTo(status);
                } else {
                    assertThatThrownBy(() -> EntryLife.born(by, status)).isInstanceOf(MoveRefused.class);
                }
            }
        }
    }

    @Test
    void holdsNothingElse() {
        long listed = allowed().values().stream().mapToLong(List::size).sum();
        assertThat(EntryLife.moves())
                .hasSize((int) listed)
                .doesNotContain(new Move(Optional.of(EntryStatus.DONE), Happening.WAIVED, EntryStatus.WAIVED));
    }

    @Test
    void saysWhyItRefusesAndWhatToDo() {
        assertThat(EntryLife.refusal(EntryStatus.CANCELLED, Happening.DATED, EntryStatus.OPEN))
                .contains(
                        "is cancelled and cannot be dated; if it is wanted after all: tickler reopen, with the reason");
        assertThat(EntryLife.refusal(EntryStatus.SUPERSEDED, Happening.REOPENED, EntryStatus.OPEN)
                        .orElseThrow())
                .contains("is superseded and cannot be reopened", "add it anew");
        assertThat(EntryLife.refusal(EntryStatus.CLAIMED, Happening.DATED, EntryStatus.OPEN))
                .contains("is claimed and does not become open when it is dated");
    }

    private static Entry entry(EntryStatus status) {
        ZoneId zone = ZoneId.of("America/New_York");
        return new Entry(
                EntryId.entered("docket", "1"),
                new MatterId("H-2291"),
                EntryKind.TASK,
                "Binder",
                new When.Waiting(zone),
                status,
                Details.NONE,
                new Origin.Entered("docket", "1"),
                new Revision(1, Instant.EPOCH));
    }
}
