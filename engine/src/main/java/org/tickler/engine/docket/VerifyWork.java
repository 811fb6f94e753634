package org.tickler.engine.docket;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.tickler.calendars.text.Days;
import org.tickler.engine.docket.Act.DateGiven;
import org.tickler.rules.check.Check;
import org.tickler.rules.check.Checks;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Happening;
import org.tickler.rules.docket.Instruction;
import org.tickler.rules.docket.Instruction.Terms;
import org.tickler.rules.docket.Instruction.What;
import org.tickler.rules.docket.Standing;
import org.tickler.rules.docket.When;

/**
 * A second person's look at the date of an entry. Who reads it blind is told nothing of the date that stands, in no refusal
 * either. Pure.
 */
final class VerifyWork {
    private final Checks checks;
    private final Docket docket;
    private final Signature by;
    private final Instant now;

    VerifyWork(Checks checks, Docket docket, Signature by, Instant now) {
        this.checks = checks;
        this.docket = docket;
        this.by = by;
        this.now = now;
    }

    /** What comes of it: verified, or, where another date was read, nothing but that. */
    ActResult result(Act.Verify act, Entry before, About about) {
        Standing standing = docket.standing(before.id());
        Optional<Check.Verify> how = checks.verify(before, docket.matter());
        refuseWhatDoesNotWait(before, standing);
        refuseWhatWasChanged(before, standing, how);
        refuseOwn(
                before,
                standing.isOf(before) ? standing.date().map(set -> set.by().value()) : about.dateBy());
        if (before.when() instanceof When.Waiting) {
            throw new ActRefused(name(before) + " has no date yet that could be verified");
        }
        if (act.read().isEmpty()) {
            refuseUnread(before, how);
            return verified(act, before);
        }
        When.AllDay read = read(act.read().get(), before);
        return isRight(read, before)
                ? verified(act, before)
                : ActResult.of(
                        act,
                        Optional.of(before),
                        before,
                        List.of(said(before, What.DIFFERED, new Terms(Optional.of(read), Optional.empty()))));
    }

    private ActResult verified(Act.Verify act, Entry before) {
        EntryStatus to = before.status() == EntryStatus.PROPOSED ? EntryStatus.OPEN : before.status();
        return ActResult.of(
                act,
                Optional.of(before),
                LifeWork.moved(before, Happening.VERIFIED, to),
                List.of(said(before, What.VERIFIED, Terms.of(before.when(), Optional.empty()))));
    }

    private void refuseWhatDoesNotWait(Entry before, Standing standing) {
        boolean waits = standing.isUnverified()
                || before.status() == EntryStatus.PROPOSED
                || !before.status().isOver() && checks.isUnverified(before, docket);
        if (!waits) {
            throw new ActRefused("nothing about " + name(before) + " waits for a second person: "
                    + standing.verifiedBy()
                            .or(() -> Checks.verification(before, docket).map(Instruction::by))
                            .map(person -> person + " verified it")
                            .orElse("nobody set its date by order, extension or override"));
        }
    }

    private void refuseOwn(Entry before, Optional<String> first) {
        first.filter(by.by().value()::equals).ifPresent(own -> {
            throw new ActRefused(own + " set the date of " + name(before) + "; another person must look and verify it");
        });
    }

    private static void refuseUnread(Entry before, Optional<Check.Verify> how) {
        if (how.filter(Check.Verify.BLIND::equals).isPresent()) {
            throw new ActRefused("the date of " + name(before)
                    + " is verified by reading it from the paper: say it with --date, without looking here first");
        }
    }

    private static void refuseWhatWasChanged(Entry before, Standing standing, Optional<Check.Verify> how) {
        if (how.isEmpty() && standing.isUnverified() && !standing.isOf(before)) {
            throw new ActRefused(DateWords.of(before) + " is not the date that "
                    + standing.date()
                            .flatMap(set -> set.terms().source())
                            .orElseGet(() ->
                                    standing.date().map(set -> set.by().value()).orElse("anybody"))
                    + " set: it was changed since. Enter the date that holds by order, then let another verify it");
        }
    }

    private static When.AllDay read(DateGiven read, Entry entry) {
        if (read.day().isEmpty()) {
            throw new ActRefused("say the date of " + name(entry) + " as the paper has it, such as --date 2027-03-12");
        }
        if (entry.when() instanceof When.Timed && read.time().isEmpty()) {
            throw new ActRefused(name(entry) + " has an hour; say it as the paper has it, such as --date "
                    + read.day().get() + "T09:30");
        }
        return new When.AllDay(read.day().get(), read.time(), entry.when().zone());
    }

    /** The hour until which a day may be used is compared where it is read. */
    private static boolean isRight(When.AllDay read, Entry entry) {
        Optional<LocalTime> hour =
                Terms.of(entry.when(), Optional.empty()).date().flatMap(When.AllDay::hour);
        return entry.when().date().equals(Optional.of(read.day()))
                && (read.hour().isEmpty() || read.hour().equals(hour));
    }

    /** The other date that a second person read, in words; empty: the same was read. */
    static Optional<String> other(ActResult result) {
        return result.said().stream()
                .filter(said -> said.what() == What.DIFFERED)
                .flatMap(said -> said.terms().date().stream())
                .map(read -> Days.words(read.day())
                        + read.hour().map(hour -> " " + hour).orElse(""))
                .findFirst();
    }

    private Instruction said(Entry about, What what, Terms terms) {
        return by.says(docket, about, what, terms, now);
    }

    private static String name(Entry entry) {
        return entry.title() + " [" + entry.id() + "]";
    }
}
