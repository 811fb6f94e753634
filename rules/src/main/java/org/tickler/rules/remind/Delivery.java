package org.tickler.rules.remind;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tickler.calendars.LocalMoments;
import org.tickler.calendars.text.Days;
import org.tickler.rules.docket.Effort;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.Sight;
import org.tickler.rules.remind.PlannedReminder.Due;
import org.tickler.rules.remind.PlannedReminder.Fate;

/** Settles who gets a draft, at what moment and by which channels: leave first, then sight, quiet hours, channels. */
final class Delivery {
    private final Entry entry;
    private final Matter matter;
    private final List<Rung> ladder;
    private final RungClock clock;
    private final SpanCounter counter;
    private final Readers readers;

    /** @param ladder all rungs of the ladder, because a shift must not pass the next one */
    Delivery(Entry entry, Matter matter, List<Rung> ladder, RungClock clock, SpanCounter counter, Readers readers) {
        this.entry = entry;
        this.matter = matter;
        this.ladder = List.copyOf(ladder);
        this.clock = clock;
        this.counter = counter;
        this.readers = readers;
    }

    /**
     * What is to be known of those who read it.
     *
     * @param people who stand in for them, and call them
     * @param mornings the sheets that they get
     * @param effort how much work the entry takes them; empty: that is not known, or not to be said
     */
    record Readers(People people, MorningSheets mornings, Optional<Effort> effort) {}

    /** To whom and when. */
    private sealed interface Route {
        record Leads(Person to, Due due, List<String> notes) implements Route {}

        record Ends(String why) implements Route {}
    }

    /** The reminders of {@code draft}, one a channel, or the gap it leaves. */
    Planned deliver(Draft draft, Fate fate) {
        if (fate instanceof Fate.Suppressed) {
            return suppressed(draft, fate);
        }
        return switch (route(draft, fate)) {
            case Route.Ends end -> Planned.gap(place(draft) + ": " + end.why());
            case Route.Leads leads -> send(draft, fate, leads);
        };
    }

    private Planned suppressed(Draft draft, Fate fate) {
        Due due = draft.moment().due();
        LocalDate day = dayOf(due.at(), draft.asked());
        if (!Sight.sees(draft.asked(), matter, day).allowed()) {
            return Planned.nothing();
        }
        return onChannels(draft, fate, new Route.Leads(draft.asked(), due, List.of()), List.of(), Optional.empty());
    }

    private Route route(Draft draft, Fate fate) {
        Person asked = draft.asked();
        Due due = moment(draft, fate, asked);
        LocalDate day = dayOf(due.at(), asked);
        if (!asked.awayOn(day)) {
            return new Route.Leads(asked, due, List.of());
        }
        if (!asked.goneOn(day) && Sight.sees(asked, matter, day) instanceof Sight.Refused refused) {
            return new Route.Ends(refused.why());
        }
        Optional<Person> other = StandIn.of(
                asked,
                matter,
                readers.people(),
                person -> moment(draft, fate, person).at());
        if (other.isPresent()) {
            String note = asked.id() + (asked.goneOn(day) ? " has left" : " is away on " + Days.words(day)) + ": "
                    + other.get().id() + " stands in";
            return new Route.Leads(other.get(), moment(draft, fate, other.get()), List.of(note));
        }
        return asked.goneOn(day)
                ? new Route.Ends(asked.id() + " has left, and no delegate is there who may see " + matter.id())
                : beforeLeave(draft, asked, due);
    }

    private Route beforeLeave(Draft draft, Person asked, Due due) {
        LocalDateTime local = due.at().atZone(asked.zone()).toLocalDateTime();
        String away = asked.id() + " is away on " + Days.words(local.toLocalDate()) + ", and nobody stands in: ";
        return counter.lastWorkingDay(local.toLocalDate().minusDays(1), day -> !asked.awayOn(day))
                .map(day -> LocalMoments.instant(day.atTime(local.toLocalTime()), asked.zone()))
                .filter(earlier -> !earlier.isBefore(earliest(draft)))
                .map(earlier -> new Route.Leads(
                        asked,
                        RungClock.due(earlier, asked.zone()),
                        List.of(away + "sent on the last working day before")))
                .orElseGet(() -> new Route.Leads(asked, due, List.of(away + "sent nevertheless")));
    }

    private Planned send(Draft draft, Fate fate, Route.Leads route) {
        LocalDate day = dayOf(route.due().at(), route.to());
        if (Sight.sees(route.to(), matter, day) instanceof Sight.Refused refused) {
            return Planned.gap(place(draft) + ": " + refused.why());
        }
        if (draft.pace().filter(Notices.Pace::wakes).isPresent()) {
            return onChannels(draft, fate, route, List.of(), Optional.empty());
        }
        QuietHours.Room room = room(draft, route);
        QuietHours.Shift shift = QuietHours.shift(route.due().at(), route.to(), room);
        if (shift.why().isEmpty()) {
            return onChannels(draft, fate, route, List.of(), folding(draft, fate, route, room));
        }
        Due due = shift.at().equals(route.due().at())
                ? route.due()
                : RungClock.due(shift.at(), route.to().zone());
        Route.Leads shifted = new Route.Leads(route.to(), due, route.notes());
        return onChannels(draft, fate, shifted, List.of(shift.why()), folding(draft, fate, shifted, room));
    }

    /** When the sheet leaves that this is folded into; the hour of the sheet is the reader's own, also in quiet hours. */
    private Optional<Due> folding(Draft draft, Fate fate, Route.Leads route, QuietHours.Room room) {
        boolean foldable = draft.purpose() == Purpose.RUNG
                && fate instanceof Fate.Goes
                && draft.answer().isEmpty();
        return foldable
                ? readers.mornings()
                        .folding(route.to(), route.due().at(), room.earliest(), room.before())
                        .map(at -> RungClock.due(at, route.to().zone()))
                : Optional.empty();
    }

    /** @param folded when the sheet leaves that mail is folded into; empty: it goes by itself */
    private Planned onChannels(Draft draft, Fate fate, Route.Leads route, List<String> notes, Optional<Due> folded) {
        Person to = route.to();
        LocalDate day = dayOf(route.due().at(), to);
        List<Channel> channels = Channels.chosen(draft.rung().by(), to, day);
        if (channels.isEmpty()) {
            return fate instanceof Fate.Suppressed
                    ? Planned.nothing()
                    : Planned.gap(place(draft) + ": " + Channels.unreachable(to, day))
                            .and(call(draft, fate, route, notes));
        }
        String why = why(draft, fate, route, notes);
        return put(draft, fate, route, new Words(draft.purpose(), draft.answer(), why, folded), channels);
    }

    /** Where it matters that the person hears, somebody is to call, and to say that it is done. */
    private Planned call(Draft draft, Fate fate, Route.Leads route, List<String> notes) {
        boolean matters = draft.wantsAnswer() || draft.pace().isPresent();
        Optional<Person> caller = matters
                ? StandIn.caller(
                        route.to(),
                        matter,
                        readers.people(),
                        counter.lastResort(),
                        route.due().at())
                : Optional.empty();
        if (caller.isEmpty()) {
            return Planned.nothing();
        }
        Due due = RungClock.due(route.due().at(), caller.get().zone());
        String why = why(draft, fate, route, notes) + "; call " + route.to().name() + ": "
                + Channels.unreachable(route.to(), dayOf(due.at(), route.to()));
        Words words = new Words(
                draft.purpose() == Purpose.RUNG ? Purpose.CALL : draft.purpose(),
                Optional.of(draft.answer().orElse(StandIn.TIME_TO_CALL)),
                why,
                Optional.empty());
        return put(
                draft,
                fate,
                new Route.Leads(caller.get(), due, route.notes()),
                words,
                Channels.usable(caller.get(), dayOf(due.at(), caller.get())));
    }

    /**
     * What is said with it.
     *
     * @param folded when the sheet leaves that mail is folded into; empty: it goes by itself
     */
    private record Words(Purpose purpose, Optional<TimeSpan> answer, String why, Optional<Due> folded) {
        Due due(Channel channel, Due alone) {
            return channel == Channel.EMAIL ? folded.orElse(alone) : alone;
        }

        String why(Channel channel) {
            return channel == Channel.EMAIL && folded.isPresent() ? why + "; folded into the morning sheet" : why;
        }
    }

    private Planned put(Draft draft, Fate fate, Route.Leads route, Words words, List<Channel> channels) {
        Ask ask = draft.ask(entry);
        return new Planned(
                channels.stream()
                        .map(channel -> new PlannedReminder(
                                ask.on(channel),
                                ask,
                                matter.id(),
                                words.purpose(),
                                route.to().id(),
                                channel,
                                words.due(channel, route.due()),
                                draft.firstOwedAt(),
                                fate,
                                words.answer(),
                                words.why(channel)))
                        .toList(),
                List.of());
    }

    private Due moment(Draft draft, Fate fate, Person person) {
        if (fate instanceof Fate.GoesLate) {
            return RungClock.due(draft.firstOwedAt(), person.zone());
        }
        Due asked = draft.moment().due();
        if (person.id().equals(draft.asked().id())) {
            return asked;
        }
        Due own = clock.moment(draft.rung().at(), person.zone(), draft.firstOwedAt()) instanceof RungClock.Moment.At at
                ? at.due()
                : asked;
        return own.at().isBefore(draft.firstOwedAt()) ? RungClock.due(draft.firstOwedAt(), person.zone()) : own;
    }

    private QuietHours.Room room(Draft draft, Route.Leads route) {
        Instant due = draft.afterwards() ? Instant.MAX : entry.when().dueAt().orElse(Instant.MAX);
        Instant limit = draft.pace().map(Notices.Pace::before).orElse(due);
        Instant next = ladder.stream()
                .map(rung -> clock.moment(rung.at(), route.to().zone(), draft.firstOwedAt()))
                .flatMap(moment -> moment instanceof RungClock.Moment.At at
                        ? Stream.of(at.due().at())
                        : Stream.empty())
                .filter(route.due().at()::isBefore)
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
        return new QuietHours.Room(earliest(draft), limit.isBefore(next) ? limit : next);
    }

    /** What asks whether a thing was done cannot go before the thing is due. */
    private Instant earliest(Draft draft) {
        Instant dueAt = entry.when().dueAt().orElse(Instant.MIN);
        return draft.afterwards() && dueAt.isAfter(draft.firstOwedAt()) ? dueAt : draft.firstOwedAt();
    }

    private String why(Draft draft, Fate fate, Route.Leads route, List<String> notes) {
        List<String> sentences = new ArrayList<>();
        sentences.add(reason(draft));
        sentences.addAll(draft.moment().notes());
        if (fate instanceof Fate.GoesLate) {
            sentences.add(
                    "its time, " + Days.words(draft.moment().due().local()) + ", had passed when it was first owed");
        }
        sentences.addAll(route.notes());
        sentences.addAll(notes);
        if (draft.pace().isEmpty() && !draft.afterwards()) {
            new StepClock(counter)
                    .beside(entry, readers.effort(), route.due().at())
                    .ifPresent(sentences::add);
        }
        return String.join("; ", sentences);
    }

    /** For whoever writes the rules. */
    private static String place(Draft draft) {
        return switch (draft.purpose()) {
            case MOVED -> "notice of the move to " + draft.asked().id();
            case CANCELLED -> "notice of the cancellation to " + draft.asked().id();
            case STAYED -> "notice of the stay to " + draft.asked().id();
            case RESUMED -> "notice of the end of the stay to " + draft.asked().id();
            default ->
                "ladder " + draft.ladder() + ", " + draft.rung().id() + ", to "
                        + draft.asked().id();
        };
    }

    /** For whoever is reminded. */
    private String reason(Draft draft) {
        return switch (draft.purpose()) {
            case MOVED -> entry.when().date().isPresent() ? "its date was moved" : "it waits for a date";
            case CANCELLED -> "it was cancelled";
            case STAYED -> "it is off for now";
            case RESUMED -> "it is on again";
            default ->
                (draft.rung().at() instanceof RungTime.WhenKnown
                                ? "as soon as it is known"
                                : draft.rung().id().replace('-', ' '))
                        + ", by the ladder " + draft.ladder();
        };
    }

    private static LocalDate dayOf(Instant at, Person person) {
        return at.atZone(person.zone()).toLocalDate();
    }
}
