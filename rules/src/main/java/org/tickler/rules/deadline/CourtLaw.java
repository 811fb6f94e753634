package org.tickler.rules.deadline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tickler.rules.count.Laws;
import org.tickler.rules.docket.Fingerprint;
import org.tickler.rules.pack.Pack;

/** The packs of court rules in use, and the laws by which they count. */
public record CourtLaw(List<UsedPack> packs, Laws laws) {
    /** No pack, no law. */
    public static final CourtLaw NONE = new CourtLaw(List.of(), new Laws(List.of()));

    public CourtLaw {
        packs = List.copyOf(packs);
    }

    /**
     * A pack in use.
     *
     * @param text the fingerprint of its file
     * @param knownAt since when the firm's active rules have it in this text
     */
    public record UsedPack(Pack pack, String text, Instant knownAt) {
        /** A pack as it was read from {@code text}, known since {@link Instant#EPOCH}. */
        public static UsedPack of(Pack pack, String text) {
            return new UsedPack(pack, Fingerprint.of(text).hex(), Instant.EPOCH);
        }

        UsedPack knownSince(Instant since) {
            return new UsedPack(pack, text, since);
        }
    }

    /** The pack of that name, if it is in use. */
    public Optional<UsedPack> find(String pack) {
        return packs.stream().filter(used -> used.pack().id().equals(pack)).findFirst();
    }

    /** The same packs: those that {@code former} had in the same text known since then, the others since {@code at}. */
    public CourtLaw since(Instant at, CourtLaw former) {
        return new CourtLaw(
                packs.stream()
                        .map(used -> used.knownSince(former.find(used.pack().id())
                                .filter(old -> old.text().equals(used.text()))
                                .map(UsedPack::knownAt)
                                .orElse(at)))
                        .toList(),
                laws);
    }

    /** The same packs, each known since {@code since} says of its id. */
    public CourtLaw restored(Function<String, Instant> since) {
        return new CourtLaw(
                packs.stream()
                        .map(used -> used.knownSince(since.apply(used.pack().id())))
                        .toList(),
                laws);
    }
}
