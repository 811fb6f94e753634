package org.tickler.engine.docket;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.CourtCalendar;
import org.tickler.calendars.text.Words;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.store.QuestionStore.Question;
import org.tickler.rules.check.Checks;
import org.tickler.rules.deadline.DeadlineDeriver;
import org.tickler.rules.docket.Details;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryLife;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Happening;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.docket.Revision;
import org.tickler.rules.docket.When;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.Proceeding;

/** What entry an act makes of another, or of nothing. Pure. */
final class ActWork {
    private final ActiveBook book;
    private final Docket docket;
    private final Matter matter;
    private final Checks checks;
    private final DateWork dates;
    private final VerifyWork verifying;
    private final LifeWork life;
    private final LimitationWork limitations;
    private final Instant now;

    ActWork(ActiveBook book, Docket docket, Signature by, Instant now) {
        this.book = book;
        this.docket = docket;
        this.matter = docket.matter();
        this.checks = book.rulebook().checks();
        this.dates = new DateWork(checks, docket, by, now);
        this.verifying = new VerifyWork(checks, docket, by, now);
        this.life = new LifeWork(book, docket, by, now);
        this.limitations = new LimitationWork(book, docket, by, now);
        this.now = now;
    }

    /**
     * What {@code act} comes to.
     *
     * @param stored the entry that it is about; empty for one that adds
     * @param about what else is known of it
     * @throws ActRefused if it cannot be done
     */
    ActResult result(Act act, Optional<Entry> stored, About about) {
        return switch (act) {
            case Act.Add add -> ActResult.of(act, stored, add(add), List.of());
            case Act.OrderNew order -> dates.order(order, add(order.add()));
            default -> {
                Entry before = stored.orElseThrow();
                yield limitations
                        .result(act, before, () -> cancelled(before, now))
                        .orElseGet(() -> LimitationWork.notLater(result(act, before, about)));
            }
        };
    }

    private ActResult result(Act act, Entry before, About about) {
        return switch (act) {
            case Act.Order order -> dates.order(order, before);
            case Act.Extend extend -> dates.extend(extend, before);
            case Act.ByRule byRule -> dates.byRule(byRule, before);
            case Act.Verify verify -> verifying.result(verify, before, about);
            case Act.Correct correct when before.origin() instanceof Origin.Derived -> dates.choose(correct, before);
            case Act.Keep keep ->
                ActResult.of(
                        act,
                        Optional.of(before),
                        keep(before, ActQuestions.answeredByKeeping(about.questions())),
                        dates.keep(before));
            case Act.Move move -> plain(act, before, changed(before, move.to(), Optional.empty(), Optional.empty()));
            case Act.Correct correct ->
                plain(act, before, changed(before, correct.to(), correct.title(), correct.owner()));
            case Act.Cancel cancel -> plain(act, before, cancelled(before, now));
            case Act.Claim claim -> life.claim(claim, before, about);
            case Act.Confirm confirm -> life.confirm(confirm, before, about);
            case Act.Waive waive -> life.waive(waive, before);
            case Act.Reopen reopen -> life.reopen(reopen, before);
            case Act.Stay stay -> life.stay(stay, before);
            case Act.Lift lift -> life.lift(lift, before, about);
            case Act.Add add -> throw new IllegalArgumentException("it adds");
            case Act.OrderNew order -> throw new IllegalArgumentException("it adds");
            case Act.Done done -> throw new IllegalArgumentException("it is of a last day to sue");
        };
    }

    private static ActResult plain(Act act, Entry before, Entry after) {
        return ActResult.of(act, Optional.of(before), after, List.of());
    }

    private Entry add(Act.Add act) {
        if (act.title().isBlank()) {
            throw new ActRefused("an entry needs a title; say in a few words what it is");
        }
        When when = EntryDates.of(act.kind(), act.date(), zone(act));
        Entry plain = new Entry(
                act.entry(),
                matter.id(),
                act.kind(),
                act.title(),
                when,
                EntryLife.born(
                        Happening.ENTERED, when instanceof When.Waiting ? EntryStatus.WAITING : EntryStatus.OPEN),
                act.details(),
                new Origin.Entered(Act.Add.SOURCE, act.id().toString()),
                new Revision(1, now));
        return plain.after(Happening.DATED, checks.ahead(plain, docket));
    }

    /** A revision of its own says when it was cancelled. */
    static Entry cancelled(Entry before, Instant now) {
        refuseWhatIsOver(before);
        return LifeWork.moved(before, Happening.CANCELLED, EntryStatus.CANCELLED)
                .withWhen(before.when(), before.revision().next(now));
    }

    /**
     * As it stands, or reminding where it waits as a probable duplicate.
     *
     * @param questions the open ones that its being right settles
     */
    private Entry keep(Entry before, List<Question> questions) {
        refuseWhatIsOver(before);
        if (questions.isEmpty() && DeadlineDeriver.asks(before).isEmpty()) {
            throw new ActRefused("nothing is asked about " + before.title() + " [" + before.id() + "]; it is "
                    + Words.of(before.status()) + " and stays so");
        }
        return questions.stream()
                .filter(question -> question.entry().equals(before.id()))
                .flatMap(question -> ProbableDuplicate.of(question).stream())
                .map(duplicate -> duplicate.released(before, docket.standing(before.id())))
                .findFirst()
                .orElse(before);
    }

    private Entry changed(Entry before, Act.NewDate to, Optional<String> title, Optional<String> owner) {
        refuseWhatFollows(before);
        refuseWhatIsOver(before);
        When when = EntryDates.changed(before.kind(), before.when(), to.date());
        Entry after = new Entry(
                before.id(),
                before.matter(),
                before.kind(),
                title.orElse(before.title()),
                when,
                before.status(),
                details(before.details(), to, owner),
                before.origin(),
                before.revision());
        if (after.equals(before)) {
            throw new ActRefused("nothing changes: it is " + DateWords.of(before) + " already");
        }
        Entry revised = revised(before, after);
        return revised.after(Happening.DATED, dated(before, revised));
    }

    /** A moved date that a check covers waits for a second person anew; what is stayed or claimed stays so. */
    private EntryStatus dated(Entry before, Entry after) {
        boolean same = before.when().equals(after.when());
        boolean checked = checks.verify(after, matter).isPresent();
        return switch (before.status()) {
            case WAITING -> same ? before.status() : checks.ahead(after, docket);
            case PROPOSED, OPEN, PROVISIONAL -> same || !checked ? before.status() : EntryStatus.PROPOSED;
            default -> before.status();
        };
    }

    /** Day, hour, room and mode make a revision; a title does not. */
    private Entry revised(Entry before, Entry after) {
        boolean same = before.when().equals(after.when())
                && before.details().location().equals(after.details().location())
                && before.details().mode().equals(after.details().mode());
        return same ? after : after.withWhen(after.when(), before.revision().next(now));
    }

    private static Details details(Details before, Act.NewDate to, Optional<String> owner) {
        return new Details(
                before.court(),
                before.event(),
                before.service(),
                before.party(),
                owner.or(before::owner),
                to.location().or(before::location),
                to.mode().or(before::mode),
                before.notes(),
                before.authority(),
                before.effort());
    }

    private ZoneId zone(Act.Add act) {
        Optional<Proceeding> proceeding = act.date().day().flatMap(matter::proceedingOn);
        return act.zone()
                .or(() -> act.details().court().flatMap(this::zoneOf))
                .or(() -> proceeding.flatMap(Proceeding::zone))
                .or(() -> proceeding.map(Proceeding::court).flatMap(this::zoneOf))
                .orElse(book.firm().zone());
    }

    private Optional<ZoneId> zoneOf(CalendarId court) {
        return book.calendars().find(court).flatMap(CourtCalendar::zone);
    }

    private static void refuseWhatFollows(Entry entry) {
        if (entry.origin() instanceof Origin.Derived derived) {
            throw new ActRefused(entry.title() + " [" + entry.id() + "] follows from " + derived.trigger()
                    + " by the rule " + derived.rule()
                    + "; move or correct that entry. An order set this date? tickler order. It is extended? tickler"
                    + " extend. The rule is not right here? tickler correct with --reason");
        }
    }

    static void refuseWhatIsOver(Entry entry) {
        if (entry.status().isOver()) {
            throw new ActRefused(entry.title() + " [" + entry.id() + "] is " + Words.of(entry.status())
                    + (entry.status() == EntryStatus.SUPERSEDED
                            ? ": it no longer follows from its trigger; if it takes place after all, add it anew"
                            : "; if it is wanted after all: tickler reopen " + entry.id() + " --reason WHY"));
        }
    }
}
