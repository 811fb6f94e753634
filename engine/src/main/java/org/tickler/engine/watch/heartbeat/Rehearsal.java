package org.tickler.engine.watch.heartbeat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.store.Synthetic;
import org.tickler.rules.deadline.CourtLaw;
import org.tickler.rules.docket.Details;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.EntryLife;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Happening;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.docket.Revision;
import org.tickler.rules.docket.When;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.Confidentiality;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.People;
import org.tickler.rules.lang.Habits;
import org.tickler.rules.lang.Rulebook;
import org.tickler.rules.plan.Scheduler;
import org.tickler.rules.remind.Addressee;
import org.tickler.rules.remind.By;
import org.tickler.rules.remind.Escalating;
import org.tickler.rules.remind.Ladder;
import org.tickler.rules.remind.Match;
import org.tickler.rules.remind.PlannedReminder;
import org.tickler.rules.remind.PlannedReminder.Fate;
import org.tickler.rules.remind.Rung;
import org.tickler.rules.remind.RungTime;

/** A docket of one task for nobody, planned as every docket is: shows that planning works, and when its reminder is due. */
final class Rehearsal {
    private static final MatterId MATTER = new MatterId("synthetic");

    private Rehearsal() {}

    /** When the synthetic reminder is due, by the planner; empty where it did not plan the one that it must. */
    static Optional<Instant> due(ActiveBook book, Channel channel, Instant now) {
        List<PlannedReminder> planned = Scheduler.derive(
                        Docket.of(matter(now), List.of(task(now, book))),
                        rules(channel, now),
                        book.calendars(),
                        book.firm(),
                        new People(List.of(Synthetic.READER)))
                .reminders();
        return planned.size() == 1
                        && planned.getFirst().fate() instanceof Fate.Goes
                        && Synthetic.is(planned.getFirst().to())
                ? Optional.of(planned.getFirst().due().at())
                : Optional.empty();
    }

    private static Rulebook rules(Channel channel, Instant now) {
        Rung rung = new Rung(
                "synthetic",
                new RungTime.WhenKnown(),
                List.of(new Addressee.Named(Synthetic.ID)),
                new By(List.of(channel), true),
                Optional.empty(),
                List.of(),
                Escalating.AROUND_THE_CLOCK,
                Optional.empty());
        Match all = new Match(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
        return new Rulebook(
                List.of(new Ladder("synthetic", all, List.of(rung), Optional.empty(), now)),
                List.of(),
                CourtLaw.NONE,
                List.of(),
                Habits.NONE,
                now);
    }

    private static Entry task(Instant now, ActiveBook book) {
        LocalDate tomorrow = now.atZone(book.firm().zone()).toLocalDate().plusDays(2);
        return new Entry(
                EntryId.entered("synthetic", "synthetic"),
                MATTER,
                EntryKind.TASK,
                "Synthetic reminder",
                new When.AllDay(tomorrow, Optional.empty(), book.firm().zone()),
                EntryLife.born(Happening.ENTERED, EntryStatus.OPEN),
                Details.NONE,
                new Origin.Entered("synthetic", "synthetic"),
                new Revision(1, now));
    }

    private static Matter matter(Instant now) {
        return new Matter(
                MATTER,
                "Synthetic",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Map.of(),
                List.of(),
                List.of(),
                Confidentiality.FIRM,
                Set.of(),
                now);
    }
}
