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
    private final People people;

    /** @param ladder all rungs of the ladder, because a shift must not pass the next one */
    Delivery(Entry entry, Matter matter, List<Rung> ladder, RungClock clock, SpanCounter counter, People people) {
        this.entry = entry;
        this.matter = matter;
        this.ladder = List.copyOf(ladder);
        this.clock = clock;
        this.counter = counter;
        this.people = people;
    }

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
        return onChannels(draft, fate, new Route.Leads(draft.asked(), due, List.of()), List.of());
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
                asked, matter, people, person -> moment(draft, fate, person).at());
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
        QuietHours.Shift shift = QuietHours.shift(route.due().at(), route.to(), room(draft, route));
        if (shift.why().isEmpty()) {
            return onChannels(draft, fate, route, List.of());
        }
        Due due = shift.at().equals(route.due().at())
                ? route.due()
                : RungClock.due(shift.at(), route.to().zone());
        return onChannels(draft, fate, new Route.Leads(route.to(), due, route.notes()), List.of(shift.why()));
    }

    private Planned onChannels(Draft draft, Fate fate, Route.Leads route, List<String> notes) {
        Person to = route.to();
        LocalDate day = dayOf(route.due().at(), to);
        List<Channel> channels = Channels.chosen(draft.rung().by(), to, day);
        if (channels.isEmpty()) {
            return fate instanceof Fate.Suppressed
                    ? Planned.nothing()
                    : Planned.gap(place(draft) + ": " + Channels.unreachable(to, day));
        }
        Ask ask = draft.ask(entry);
        String why = why(draft, fate, route, notes);
        return new Planned(
                channels.stream()
                        .map(channel -> new PlannedReminder(
                                ask.on(channel),
                                ask,
                                matter.id(),
                                draft.purpose(),
                                to.id(),
                                channel,
                                route.due(),
                                draft.firstOwedAt(),
                                fate,
                                draft.answer(),
                                why))
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
        Instant limit = draft.afterwards() ? Instant.MAX : entry.when().dueAt().orElse(Instant.MAX);
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
        return String.join("; ", sentences);
    }

    /** For whoever writes the rules. */
    private static String place(Draft draft) {
        return switch (draft.purpose()) {
            case MOVED -> "notice of the move to " + draft.asked().id();
            case CANCELLED -> "notice of the cancellation to " + draft.asked().id();
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
