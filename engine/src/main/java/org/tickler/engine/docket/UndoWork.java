package org.tickler.engine.docket;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickler.calendars.text.Words;
import org.tickler.engine.store.ActBeforeStore.Touched;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Happening;
import org.tickler.rules.docket.Instruction;
import org.tickler.rules.docket.Instruction.Terms;
import org.tickler.rules.docket.Instruction.What;
import org.tickler.rules.docket.Origin;

/** What taking an act back makes of the entries that it touched. Pure. */
final class UndoWork {
    private final Docket docket;
    private final Map<EntryId, Entry> before;
    private final Map<EntryId, Entry> became;
    private final Signature by;
    private final Instant now;

    /**
     * @param before the entries as they stood before the act; one that it put on the docket is left out
     * @param became the entries as the act left them, where something else came later
     */
    UndoWork(Docket docket, Map<EntryId, Entry> before, Map<EntryId, Entry> became, Signature by, Instant now) {
        this.docket = docket;
        this.before = before;
        this.became = became;
        this.by = by;
        this.now = now;
    }

    /**
     * What it comes to.
     *
     * @param entries as they are then; of a derived one, before it is derived anew
     * @param changed those of them that are stored in another form
     * @param said that what the act said of dates is taken back
     */
    record TakenBack(List<Entry> entries, List<Entry> changed, List<Instruction> said) {
        TakenBack {
            entries = List.copyOf(entries);
            changed = List.copyOf(changed);
            said = List.copyOf(said);
        }
    }

    /** @throws ActRefused if the act was too long ago, was itself an undo, or what it touched was changed since */
    TakenBack takenBack(List<Touched> all) {
        List<Entry> entries = new ArrayList<>();
        List<Entry> changed = new ArrayList<>();
        List<Instruction> said = new ArrayList<>();
        for (Touched touched : all) {
            Entry now = docket.find(touched.entry()).orElseThrow();
            refuse(touched, now);
            Entry restored = restored(now);
            entries.add(restored);
            if (!restored.equals(now)) {
                changed.add(restored);
            }
            if (docket.said(now.id()).stream().anyMatch(one -> one.at().equals(touched.at()))) {
                said.add(by.says(docket, now, What.UNDONE, Terms.NONE, this.now));
            }
        }
        return new TakenBack(entries, changed, said);
    }

    private void refuse(Touched act, Entry stands) {
        String what = Words.of(stands.kind()) + " " + DateWords.of(stands);
        if (act.act().equals(Undo.WORD)) {
            throw new ActRefused("the last act on " + what + " was taken back already, by " + act.by()
                    + "; do it anew if it holds after all");
        }
        if (Duration.between(act.at(), now).compareTo(Undo.WINDOW) > 0) {
            throw new ActRefused(Undo.tooLate("that " + what + " was " + act.act() + " by " + act.by())
                    + "; move or correct it, and they hear of that");
        }
        if (stands.kind() == EntryKind.LIMITATION && before.containsKey(stands.id())) {
            throw new ActRefused("what was said of a last day to sue is not taken back; say what holds now");
        }
        if (stands.revision().knownAt().isAfter(act.at())) {
            throw new ActRefused(
                    what + " was changed since it was " + act.act() + " by " + act.by() + "; move or correct it");
        }
    }

    private Entry restored(Entry stands) {
        Optional<Entry> was = Optional.ofNullable(before.get(stands.id()));
        if (was.isEmpty()) {
            return ActWork.cancelled(stands, now);
        }
        TakingBack back = new TakingBack(was.get(), became.getOrDefault(stands.id(), stands), stands);
        EntryStatus status = back.status();
        if (stands.origin() instanceof Origin.Derived) {
            return stands.status().isOver() && !status.isOver()
                    ? stands.withWhen(stands.when(), stands.revision().next(now))
                            .after(Happening.UNDONE, status)
                    : stands.after(Happening.UNDONE, status);
        }
        return back.entry(now);
    }
}
