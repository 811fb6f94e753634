package org.tickler.rules.docket;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tickler.calendars.CalendarId;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.PersonId;

/**
 * An act on a whole matter that took effect: it was settled, stayed or closed.
 *
 * @param number its name in the history
 * @param reach which entries it suspends
 * @param said who said so
 * @param stayed the entries that it stays, each with the status that it had before
 * @param ended when it was taken back; empty: it is in force
 */
public record MatterAct(
        long number, Sort sort, Reach reach, Said said, Map<EntryId, EntryStatus> stayed, Optional<Instant> ended) {
    public MatterAct {
        stayed = Map.copyOf(stayed);
    }

    /** What is done to a matter. */
    public enum Sort {
        SETTLE("settled", "settlement"),
        STAY("stayed", "stay"),
        CLOSE("closed", "closing");

        private final String participle;
        private final String noun;

        Sort(String participle, String noun) {
            this.participle = participle;
            this.noun = noun;
        }

        /** What the matter is then: {@code settled}, {@code stayed}, {@code closed}. */
        public String participle() {
            return participle;
        }

        /** {@code settlement}, {@code stay}, {@code closing}. */
        public String noun() {
            return noun;
        }
    }

    /**
     * Which entries it suspends.
     *
     * @param court the one proceeding that it is about; empty: the whole matter
     * @param on its day; what was before it is left alone
     * @param rule the id of the firm's rule, or {@link #BUILT_IN}
     * @param kinds of entries; never {@link EntryKind#LIMITATION} nor {@link EntryKind#EVENT}
     */
    public record Reach(Optional<CalendarId> court, LocalDate on, String rule, Set<EntryKind> kinds) {
        /** In place of a rule's id: what holds where the firm has none. */
        public static final String BUILT_IN = "built-in";

        public Reach {
            kinds = Set.copyOf(kinds);
            if (kinds.contains(EntryKind.LIMITATION) || kinds.contains(EntryKind.EVENT)) {
                throw new IllegalArgumentException("a last day to sue, or what happened, is never suspended: " + kinds);
            }
        }

        /** Whether {@code entry} of {@code matter} is before the proceeding that it is about, and not before its day. */
        public boolean covers(Entry entry, Matter matter) {
            return (court.isEmpty() || court.equals(entry.courtIn(matter)))
                    && entry.when().date().filter(day -> day.isBefore(on)).isEmpty();
        }
    }

    /**
     * Who said so.
     *
     * @param confirmedBy the second person; empty: none was wanted
     * @param since when it took effect
     */
    public record Said(PersonId by, Optional<PersonId> confirmedBy, Optional<String> reason, Instant since) {}

    public boolean isInForce() {
        return ended.isEmpty();
    }

    /** Whether it suspends {@code entry}, which reminds, by its kind and court. */
    public boolean suspends(Entry entry, Matter matter) {
        return isInForce()
                && entry.status().reminds()
                && reach.kinds().contains(entry.kind())
                && reach.covers(entry, matter);
    }

    /** {@code H-2291 is settled}, or {@code … in us-nysd}. */
    public String words(Matter matter) {
        return matter.id() + " is " + sort.participle()
                + reach.court().map(court -> " in " + court).orElse("");
    }

    /** The same act, not ended. */
    public MatterAct inForce() {
        return new MatterAct(number, sort, reach, said, stayed, Optional.empty());
    }
}
