package org.tickler.engine.docket;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tickler.calendars.text.Days;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.Proceeding;

/** What a transfer makes of a matter and of its open entries. Pure. */
final class TransferWork {
    private final Transfer transfer;
    private final Docket docket;
    private final Instant now;
    private final Proceeding former;

    /** @throws ActRefused if no proceeding, or several, may be meant, or the new one would not follow it */
    TransferWork(Transfer transfer, Docket docket, Instant now) {
        this.transfer = transfer;
        this.docket = docket;
        this.now = now;
        this.former = former();
    }

    /** What becomes of an open entry of the former court. */
    enum Fate {
        KEEP,
        RECOMPUTE,
        DROP
    }

    /**
     * An open entry of the former court.
     *
     * @param after as the transfer leaves it, before anything is derived
     */
    record Open(Entry entry, Fate fate, Entry after) {}

    Matter matter() {
        List<Proceeding> proceedings = new ArrayList<>(docket.matter().proceedings());
        if (!transfer.goesOn()) {
            proceedings.replaceAll(one -> one.equals(former) ? ended(one) : one);
        }
        proceedings.add(transfer.to());
        return docket.matter().with(proceedings, now);
    }

    /**
     * The open entries of the former court, by date: those on or after the day, and those without one.
     *
     * @throws ActRefused if one to drop or recompute is none of them
     */
    List<Open> open() {
        List<Entry> open = docket.entries().stream()
                .filter(entry -> !entry.status().isOver() && isBefore(former, entry))
                .filter(entry -> entry.when()
                        .date()
                        .filter(day -> day.isBefore(transfer.day()))
                        .isEmpty())
                .sorted(Comparator.comparing(
                                (Entry entry) -> entry.when().date().orElse(LocalDate.MAX))
                        .thenComparing(Entry::id))
                .toList();
        Stream.concat(transfer.drop().stream(), transfer.recompute().stream())
                .filter(id -> open.stream().noneMatch(entry -> entry.id().equals(id)))
                .findFirst()
                .ifPresent(id -> {
                    throw new ActRefused(id + " is no open entry of " + former.court() + " from " + transfer.day()
                            + " on; there are " + ids(open));
                });
        return open.stream().map(this::open).toList();
    }

    /** The entries that the transfer changes by itself: those dropped, and those that the new court has from now on. */
    List<Entry> changed(List<Open> open) {
        Map<EntryId, Entry> changed = new LinkedHashMap<>();
        for (Open one : open) {
            if (!one.after().equals(one.entry())) {
                changed.put(one.entry().id(), one.after());
            }
        }
        for (Open one : open) {
            trigger(one.entry())
                    .filter(trigger -> !transfer.drop().contains(trigger.id()))
                    .ifPresent(trigger -> {
                        switch (one.fate()) {
                            case RECOMPUTE -> changed.put(trigger.id(), before(trigger));
                            case KEEP -> changed.putIfAbsent(trigger.id(), beforeFormer(trigger));
                            case DROP -> {}
                        }
                    });
        }
        return List.copyOf(changed.values());
    }

    private Open open(Entry entry) {
        if (transfer.drop().contains(entry.id())) {
            if (entry.kind() == EntryKind.LIMITATION) {
                throw new ActRefused(DateWords.of(entry) + " is a limitation; no transfer ends it");
            }
            return new Open(entry, Fate.DROP, ActWork.cancelled(entry, now));
        }
        boolean derived = entry.origin() instanceof Origin.Derived;
        if (transfer.recompute().contains(entry.id()) || isMadeAnew(entry)) {
            return new Open(entry, Fate.RECOMPUTE, derived ? entry : before(entry));
        }
        return new Open(entry, Fate.KEEP, derived ? entry : beforeFormer(entry));
    }

    /** Whether it is derived from what leads to another that is recomputed. */
    private boolean isMadeAnew(Entry entry) {
        return trigger(entry)
                .filter(leading -> transfer.recompute().stream()
                        .flatMap(id -> docket.find(id).stream())
                        .flatMap(other -> trigger(other).stream())
                        .anyMatch(leading::equals))
                .isPresent();
    }

    /** The entry where it was: what follows from it is derived there as before, though it is due after the transfer. */
    private Entry beforeFormer(Entry entry) {
        return entry.withDetails(entry.details().before(former.court()));
    }

    /** The entry before the new court. */
    private Entry before(Entry entry) {
        return entry.withDetails(entry.details().before(transfer.to().court()));
    }

    /** What was entered and leads to a derived entry. */
    private Optional<Entry> trigger(Entry entry) {
        Optional<Entry> next = Optional.of(entry);
        while (next.isPresent() && next.get().origin() instanceof Origin.Derived derived) {
            next = docket.find(derived.trigger());
        }
        return next.filter(found -> !found.id().equals(entry.id()));
    }

    private boolean isBefore(Proceeding proceeding, Entry entry) {
        Entry leading = trigger(entry).orElse(entry);
        Optional<Proceeding> last = leading.when().date().isPresent()
                ? Optional.empty()
                : docket.matter().proceedingOn(transfer.day().minusDays(1));
        return leading.courtIn(docket.matter())
                .or(() -> last.map(Proceeding::court))
                .map(court -> court.equals(proceeding.court()))
                .orElse(false);
    }

    private Proceeding former() {
        List<Proceeding> running = docket.matter().proceedings().stream()
                .filter(one -> one.runsOn(transfer.day().minusDays(1)))
                .filter(one ->
                        transfer.from().isEmpty() || transfer.from().get().equals(one.court()))
                .toList();
        if (running.size() != 1) {
            throw new ActRefused(docket.matter().id() + " is before "
                    + (running.isEmpty() ? "no court" : "several courts") + " on "
                    + transfer.day().minusDays(1)
                    + (transfer.from().isPresent()
                            ? " that is called " + transfer.from().get()
                            : "")
                    + "; its proceedings: " + courts() + ". Say which it leaves with --from");
        }
        if (running.getFirst().court().equals(transfer.to().court())) {
            throw new ActRefused(
                    docket.matter().id() + " is before " + transfer.to().court() + " already");
        }
        refuseBeforeAnother(running.getFirst());
        return running.getFirst();
    }

    /** What has left for another court does not leave on an earlier day too: both others would go on. */
    private void refuseBeforeAnother(Proceeding leaving) {
        Optional<LocalDate> left = leaving.until().map(last -> last.plusDays(1));
        docket.matter().proceedings().stream()
                .filter(next -> !transfer.goesOn() && left.isPresent() && left.equals(next.from()))
                .findFirst()
                .ifPresent(next -> {
                    String day = Days.words(left.get());
                    throw new ActRefused(docket.matter().id() + " left " + leaving.court() + " for " + next.court()
                            + " on " + day + ", and so cannot leave it for "
                            + transfer.to().court() + " on " + Days.words(transfer.day())
                            + "; say with --on a day after " + day + ", on which it leaves " + next.court()
                            + ", or write the proceedings as they really were, each with from and until, in the home's"
                            + " matters file");
                });
    }

    private String courts() {
        return docket.matter().proceedings().isEmpty()
                ? "none"
                : docket.matter().proceedings().stream()
                        .map(one -> one.court().toString())
                        .collect(Collectors.joining(", "));
    }

    private Proceeding ended(Proceeding one) {
        return new Proceeding(
                one.court(),
                one.number(),
                one.judge(),
                one.zone(),
                one.from(),
                Optional.of(transfer.day().minusDays(1)));
    }

    private static String ids(List<Entry> open) {
        return open.isEmpty() ? "none" : open.stream().map(DateWords::of).collect(Collectors.joining("; "));
    }
}
