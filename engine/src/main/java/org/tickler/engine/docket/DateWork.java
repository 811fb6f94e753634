package org.tickler.engine.docket;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tickler.calendars.text.Words;
import org.tickler.engine.docket.Act.DateGiven;
import org.tickler.engine.docket.Act.Extension;
import org.tickler.rules.deadline.DeadlineDeriver;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Instruction;
import org.tickler.rules.docket.Instruction.Terms;
import org.tickler.rules.docket.Instruction.What;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.docket.Standing;
import org.tickler.rules.docket.When;
import org.tickler.rules.firm.PersonId;

/** What an order, an extension, an override or a verification makes of an entry. Pure. */
final class DateWork {
    private final Docket docket;
    private final Signature by;
    private final Instant now;

    DateWork(Docket docket, Signature by, Instant now) {
        this.docket = docket;
        this.by = by;
        this.now = now;
    }

    ActResult order(Act.Order act, Entry before) {
        return dated(act, before, What.ORDERED, act.to(), Optional.of(act.source()));
    }

    /** @param added what {@code act} adds, as an act of its own would */
    ActResult order(Act.OrderNew act, Entry added) {
        if (!(added.when() instanceof When.Waiting)) {
            Entry after = citing(added.withStatus(EntryStatus.PROPOSED), act.source());
            return ActResult.of(
                    act,
                    Optional.empty(),
                    after,
                    List.of(said(after, What.ORDERED, Terms.of(after.when(), Optional.of(act.source())))));
        }
        throw new ActRefused(added.title() + ": an order sets a date; say which");
    }

    ActResult extend(Act.Extend act, Entry before) {
        return switch (act.extension()) {
            case Extension.Granted granted ->
                dated(act, before, What.EXTENDED, granted.to(), Optional.of(granted.source()));
            case Extension.Asked asked -> {
                When to = later(before, asked.to());
                yield ActResult.of(
                        act,
                        Optional.of(before),
                        before.withStatus(EntryStatus.PROVISIONAL),
                        List.of(said(before, What.EXTENSION_ASKED, Terms.of(to, Optional.of(asked.source())))));
            }
            case Extension.Refused refused -> {
                Standing standing = docket.standing(before.id());
                if (standing.asked().isEmpty()) {
                    throw new ActRefused("no extension of " + name(before) + " is asked for");
                }
                yield ActResult.of(
                        act,
                        Optional.of(before),
                        before.withStatus(standing.isUnverified() ? EntryStatus.PROPOSED : EntryStatus.OPEN),
                        List.of(said(before, What.EXTENSION_REFUSED, Terms.NONE)));
            }
        };
    }

    /** A person's own date for a derived entry. */
    ActResult choose(Act.Correct act, Entry before) {
        if (by.reason().isEmpty()) {
            throw new ActRefused(name(before) + " follows from a rule; who overrides it says why: --reason TEXT");
        }
        if (act.title().isPresent() || act.owner().isPresent()) {
            throw new ActRefused(name(before) + " follows from a rule, which gives its title and owner;"
                    + " only its date can be overridden");
        }
        return dated(act, before, What.CHOSEN, act.to().date(), Optional.empty());
    }

    ActResult byRule(Act.ByRule act, Entry before) {
        if (!isDerived(before) || docket.standing(before.id()).date().isEmpty()) {
            throw new ActRefused("nothing stands in place of a rule's date for " + name(before));
        }
        return ActResult.of(act, Optional.of(before), before, List.of(said(before, What.BY_RULE, Terms.NONE)));
    }

    /** A second person's word; the one who set the date is not that. */
    ActResult verify(Act.Verify act, Entry before) {
        Standing standing = docket.standing(before.id());
        PersonId first = standing.date()
                .filter(set -> standing.isUnverified())
                .map(Instruction::by)
                .orElseThrow(() -> new ActRefused("nothing about " + name(before) + " waits for a second person: "
                        + standing.verifiedBy()
                                .map(person -> person + " verified it")
                                .orElse("nobody set its date by order, extension or override")));
        if (first.equals(by.by())) {
            throw new ActRefused(
                    first + " set the date of " + name(before) + "; another person must look and verify it");
        }
        boolean proposed = before.status() == EntryStatus.PROPOSED;
        return ActResult.of(
                act,
                Optional.of(before),
                proposed ? before.withStatus(EntryStatus.OPEN) : before,
                List.of(said(before, What.VERIFIED, Terms.NONE)));
    }

    /**
     * That a derived entry is right as it stands, though its trigger moved: what was set is set again, or else the date that
     * it has is. Nothing where its derivation asks nothing.
     */
    List<Instruction> keep(Entry before) {
        if (DeadlineDeriver.asks(before).isEmpty()) {
            return List.of();
        }
        Optional<Instruction> set = docket.standing(before.id()).date();
        What what = set.map(Instruction::what).orElse(What.CHOSEN);
        Terms terms = set.map(Instruction::terms).orElseGet(() -> Terms.of(before.when(), Optional.empty()));
        return List.of(new Instruction(
                before.id(),
                what,
                terms,
                basis(before),
                by.by(),
                now,
                by.reason().or(() -> Optional.of("right as it stood when what it follows from moved"))));
    }

    private ActResult dated(Act act, Entry before, What what, DateGiven to, Optional<String> source) {
        When when = what == What.EXTENDED ? later(before, to) : given(before, to);
        Instruction said = said(before, what, Terms.of(when, source));
        Entry after = source.map(cite -> isDerived(before) ? before : citing(before, cite))
                .orElse(before)
                .withWhen(when, before.revision().next(now))
                .withStatus(EntryStatus.PROPOSED);
        return ActResult.of(act, Optional.of(before), after, List.of(said));
    }

    private When given(Entry before, DateGiven to) {
        if (before.status().isOver()) {
            throw new ActRefused(
                    name(before) + " is " + Words.of(before.status()) + "; if it takes place after all, add it anew");
        }
        if (to.day().isEmpty()) {
            throw new ActRefused("say the date of " + name(before) + ", such as --to 2027-03-12");
        }
        When when = isDerived(before)
                ? new When.AllDay(to.day().get(), to.time(), before.when().zone())
                : EntryDates.changed(before.kind(), before.when(), to);
        if (when.equals(before.when()) && before.status() != EntryStatus.PROVISIONAL) {
            throw new ActRefused("nothing changes: it is " + DateWords.of(before) + " already");
        }
        return when;
    }

    private When later(Entry before, DateGiven to) {
        When when = given(before, to);
        if (before.when().date().isPresent()
                && when.date().filter(before.when().date().get()::isBefore).isEmpty()) {
            throw new ActRefused("an extension is later than what it extends, " + DateWords.of(before) + "; --to says "
                    + to.day().get());
        }
        return when;
    }

    private Instruction said(Entry about, What what, Terms terms) {
        return new Instruction(about.id(), what, terms, basis(about), by.by(), now, by.reason());
    }

    private Instruction.Basis basis(Entry entry) {
        Optional<LocalDate> trigger = entry.origin() instanceof Origin.Derived derived
                ? docket.find(derived.trigger())
                        .filter(found -> !found.status().isOver() || found.status() == EntryStatus.DONE)
                        .flatMap(found -> found.when().date())
                : Optional.empty();
        return new Instruction.Basis(trigger, entry.when().date());
    }

    private static Entry citing(Entry entry, String cite) {
        return entry.withDetails(entry.details().citing(cite));
    }

    private static boolean isDerived(Entry entry) {
        return entry.origin() instanceof Origin.Derived;
    }

    private static String name(Entry entry) {
        return entry.title() + " [" + entry.id() + "]";
    }
}
