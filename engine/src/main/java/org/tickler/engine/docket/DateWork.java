package org.tickler.engine.docket;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tickler.engine.docket.Act.DateGiven;
import org.tickler.engine.docket.Act.Extension;
import org.tickler.rules.check.Checks;
import org.tickler.rules.deadline.DeadlineDeriver;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Happening;
import org.tickler.rules.docket.Instruction;
import org.tickler.rules.docket.Instruction.Terms;
import org.tickler.rules.docket.Instruction.What;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.docket.Standing;
import org.tickler.rules.docket.When;
import org.tickler.rules.limitation.ClaimRules;

/** What an order, an extension, an override or a verification makes of an entry. Pure. */
final class DateWork {
    /** As of the names of matters, people and roles. */
    private static final int LONGEST_SOURCE = 120;

    private final Checks checks;
    private final Docket docket;
    private final Signature by;
    private final Instant now;

    DateWork(Checks checks, Docket docket, Signature by, Instant now) {
        this.checks = checks;
        this.docket = docket;
        this.by = by;
        this.now = now;
    }

    ActResult order(Act.Order act, Entry before) {
        return dated(act, before, What.ORDERED, act.to(), Optional.of(act.source()));
    }

    /** @param added what {@code act} adds, as an act of its own would */
    ActResult order(Act.OrderNew act, Entry added) {
        check(act.source(), added);
        if (!(added.when() instanceof When.Waiting)) {
            Entry after = citing(added.after(Happening.DATED, EntryStatus.PROPOSED), act.source());
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
                check(asked.source(), before);
                When to = later(before, asked.to());
                if (before.when().date().isEmpty()) {
                    throw new ActRefused(name(before) + " has no date yet that could be extended");
                }
                yield ActResult.of(
                        act,
                        Optional.of(before),
                        LifeWork.moved(before, Happening.EXTENSION_ASKED, left(before, EntryStatus.PROVISIONAL)),
                        List.of(said(before, What.EXTENSION_ASKED, Terms.of(to, Optional.of(asked.source())))));
            }
            case Extension.Refused refused -> {
                ActWork.refuseWhatIsOver(before);
                Standing standing = docket.standing(before.id());
                if (standing.asked().isEmpty()) {
                    throw new ActRefused("no extension of " + name(before) + " is asked for");
                }
                yield ActResult.of(
                        act,
                        Optional.of(before),
                        LifeWork.moved(before, Happening.EXTENSION_REFUSED, left(before, unasked(before, standing))),
                        List.of(said(before, What.EXTENSION_REFUSED, Terms.NONE)));
            }
        };
    }

    /** A person's own date for a derived entry. */
    ActResult choose(Act.Correct act, Entry before) {
        if (by.reason().filter(why -> !why.isBlank()).isEmpty()) {
            throw new ActRefused(name(before) + " follows from a rule; who overrides it says why: --reason TEXT");
        }
        boolean more = !act.to().equals(Act.NewDate.of(act.to().date()))
                || act.to().date().ends().isPresent();
        if (more || act.title().isPresent() || act.owner().isPresent()) {
            throw new ActRefused(name(before) + " follows from a rule, which gives all but its date;"
                    + " only its day and hour can be overridden");
        }
        return dated(act, before, What.CHOSEN, act.to().date(), Optional.empty());
    }

    ActResult byRule(Act.ByRule act, Entry before) {
        ActWork.refuseWhatIsOver(before);
        if (!isDerived(before) || docket.standing(before.id()).date().isEmpty()) {
            throw new ActRefused("nothing stands in place of a rule's date for " + name(before));
        }
        return ActResult.of(act, Optional.of(before), before, List.of(said(before, What.BY_RULE, Terms.NONE)));
    }

    /**
     * That a derived entry is right as it stands, though its trigger moved: what was set is set again, or else the date that
     * it has is; an extension that is asked for stays so. Nothing where its derivation asks nothing, and nothing of a last day
     * to sue, whose date no single person sets.
     */
    List<Instruction> keep(Entry before) {
        if (DeadlineDeriver.asks(before).isEmpty() || ClaimRules.isLastDay(before)) {
            return List.of();
        }
        Standing standing = docket.standing(before.id());
        Optional<Instruction> set = standing.date();
        What what = set.map(Instruction::what).orElse(What.CHOSEN);
        Terms terms = set.map(Instruction::terms).orElseGet(() -> Terms.of(before.when(), Optional.empty()));
        Signature keeping = by.reason().filter(why -> !why.isBlank()).isPresent()
                ? by
                : Signature.of(by.by(), "right as it stood when what it follows from moved");
        return Stream.concat(
                        Stream.of(keeping.says(docket, before, what, terms, now)),
                        standing.asked().stream().map(asked -> said(before, What.EXTENSION_ASKED, asked.terms())))
                .toList();
    }

    private ActResult dated(Act act, Entry before, What what, DateGiven to, Optional<String> source) {
        source.ifPresent(written -> check(written, before));
        When when = what == What.EXTENDED ? later(before, to) : given(before, to);
        boolean same = when.equals(before.when()) && before.status() != EntryStatus.PROVISIONAL;
        if (same && (source.isEmpty() || isSetBy(source, before))) {
            throw new ActRefused("nothing changes: it is " + DateWords.of(before) + " already");
        }
        Instruction said = said(before, what, Terms.of(when, source));
        Standing standing = docket.with(List.of(), List.of(said)).standing(before.id());
        Entry after = source.map(cite -> isDerived(before) ? before : citing(before, cite))
                .orElse(before)
                .withWhen(
                        when,
                        when.equals(before.when())
                                ? before.revision()
                                : before.revision().next(now))
                .after(
                        Happening.DATED,
                        left(before, standing.isUnverified() ? EntryStatus.PROPOSED : EntryStatus.OPEN));
        return ActResult.of(act, Optional.of(before), after, List.of(said));
    }

    private boolean isSetBy(Optional<String> source, Entry before) {
        Standing standing = docket.standing(before.id());
        return standing.isOf(before)
                && standing.date()
                        .filter(set -> set.terms().source().equals(source))
                        .isPresent();
    }

    /** Where an entry stands whose extension is not granted. */
    private EntryStatus unasked(Entry before, Standing standing) {
        if (before.when() instanceof When.Waiting) {
            return EntryStatus.WAITING;
        }
        return standing.isUnverified() || checks.isUnverified(before, docket) ? EntryStatus.PROPOSED : EntryStatus.OPEN;
    }

    /** Where a date is written is found again by it, as by a name, and stands in lists. */
    private static void check(String source, Entry entry) {
        if (source.isBlank()) {
            throw new ActRefused("say where the date of " + name(entry) + " is written, such as --source \"ECF 34\"");
        }
        if (source.length() > LONGEST_SOURCE || source.chars().anyMatch(Character::isISOControl)) {
            throw new ActRefused("--source, where the date of " + name(entry) + " is written, has up to "
                    + LONGEST_SOURCE + " printable characters, such as \"ECF 34\"; this one has " + source.length()
                    + ". What is longer to say goes into --reason");
        }
    }

    /** The status that an act leaves: what is stayed, or claimed to be done, is so until somebody says otherwise. */
    private static EntryStatus left(Entry before, EntryStatus by) {
        return switch (before.status()) {
            case STAYED, CLAIMED -> before.status();
            default -> by;
        };
    }

    private When given(Entry before, DateGiven to) {
        ActWork.refuseWhatIsOver(before);
        if (to.day().isEmpty()) {
            throw new ActRefused("say the date of " + name(before) + ", such as --to 2027-03-12");
        }
        return isDerived(before)
                ? new When.AllDay(to.day().get(), to.time(), before.when().zone())
                : EntryDates.changed(before.kind(), before.when(), to);
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
        return by.says(docket, about, what, terms, now);
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
