package org.tickler.rules.check;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tickler.rules.check.Check.Proof;
import org.tickler.rules.check.Check.Verify;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Instruction;
import org.tickler.rules.docket.Instruction.Terms;
import org.tickler.rules.docket.Instruction.What;
import org.tickler.rules.docket.Standing;
import org.tickler.rules.docket.When;
import org.tickler.rules.firm.Matter;

/** All checks of a firm, in the order of its files. No two that are equally specific cover the same entry. */
public record Checks(List<Check> all) {
    /** None: whoever enters a date is believed, and so is whoever says that something is done. */
    public static final Checks NONE = new Checks(List.of());

    public Checks {
        all = List.copyOf(all);
    }

    /** The most specific of those that cover {@code entry}. */
    public Optional<Check> of(Entry entry, Matter matter) {
        return all.stream()
                .filter(check -> check.match().covers(entry, matter))
                .max(Comparator.comparingInt(check -> check.match().weight()));
    }

    /** How a second person must look at the date of {@code entry}; empty: none must. */
    public Optional<Verify> verify(Entry entry, Matter matter) {
        return of(entry, matter).flatMap(Check::verify);
    }

    /** What must join a word that {@code entry} is done. A last day to sue takes two people whatever the checks say. */
    public Set<Proof> done(Entry entry, Matter matter) {
        Set<Proof> done = EnumSet.noneOf(Proof.class);
        of(entry, matter).ifPresent(check -> done.addAll(check.done()));
        if (entry.kind() == EntryKind.LIMITATION) {
            done.add(Proof.SECOND_PERSON);
        }
        return done;
    }

    /**
     * Whether a second person must look at the date of {@code entry}, and none has: one that was set waits for one in any
     * case, any other where a check asks for it. Who verified it looked at this date, in this revision.
     */
    public boolean isUnverified(Entry entry, Docket docket) {
        Standing standing = docket.standing(entry.id());
        if (standing.date().isPresent() && standing.isOf(entry)) {
            return standing.isUnverified();
        }
        return verify(entry, docket.matter()).isPresent()
                && entry.when().date().isPresent()
                && verification(entry, docket).isEmpty();
    }

    /** Who verified the date that {@code entry} is on; empty: nobody did since it is on it. */
    public static Optional<Instruction> verification(Entry entry, Docket docket) {
        Instant since = since(entry, docket);
        return docket.stillSaid(entry.id()).stream()
                .filter(said -> said.what() == What.VERIFIED)
                .filter(said -> !said.at().isBefore(since))
                .filter(said -> isOn(said.terms(), entry.when()))
                .reduce((first, last) -> last);
    }

    /**
     * Since when a look at its date counts. A revision that the end of a stay brought moved nothing: what was open before the
     * stay had been looked at then, as far as anybody had to, and what was proposed is so until somebody looked during it.
     * What was open before and stands again as proposed moved meanwhile: it is so until somebody looks after the stay.
     */
    private static Instant since(Entry entry, Docket docket) {
        Instant known = entry.revision().knownAt();
        return docket.resumedFrom(entry)
                .map(act -> act.stayed().get(entry.id()) == EntryStatus.OPEN
                        ? isStoredAsProposed(entry, docket) ? known : Instant.MIN
                        : act.said().since())
                .orElse(known);
    }

    private static boolean isStoredAsProposed(Entry entry, Docket docket) {
        return docket.find(entry.id())
                .filter(stored -> stored.status() == EntryStatus.PROPOSED)
                .isPresent();
    }

    private static boolean isOn(Terms terms, When when) {
        Optional<When.AllDay> is = Terms.of(when, Optional.empty()).date();
        Optional<LocalDate> day = is.map(When.AllDay::day);
        Optional<LocalTime> hour = is.flatMap(When.AllDay::hour);
        return terms.day().isPresent()
                && terms.day().equals(day)
                && terms.date().flatMap(When.AllDay::hour).equals(hour);
    }

    /**
     * Where {@code entry} stands when nothing stays it and it is not over: without a date it waits, one of which an extension
     * is asked for is provisional, one that waits for a second person is proposed.
     */
    public EntryStatus ahead(Entry entry, Docket docket) {
        if (entry.when() instanceof When.Waiting) {
            return EntryStatus.WAITING;
        }
        if (docket.standing(entry.id()).asked().isPresent()) {
            return EntryStatus.PROVISIONAL;
        }
        return isUnverified(entry, docket) ? EntryStatus.PROPOSED : EntryStatus.OPEN;
    }
}
