package org.tickler.rules.remind;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tickler.calendars.text.Words;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonKind;

/** Which channels may carry a message to a person on a day, and what stands in the way of the others. */
public final class Channels {
    private Channels() {}

    /**
     * The channels that {@code by} leads to for {@code person} on {@code day} (a civil date in the person's zone): every
     * usable one of those it names, or the first of them; where none of them is usable, the person's other usable
     * channels follow in the same way. Empty where none is left.
     */
    public static List<Channel> chosen(By by, Person person, LocalDate day) {
        List<Channel> usable = usable(person, day);
        List<Channel> named = by.channels().stream().filter(usable::contains).toList();
        List<Channel> left = named.isEmpty() ? usable : named;
        return by.all() || left.isEmpty() ? left : List.of(left.getFirst());
    }

    /** The channels that may be used for {@code person} on {@code day}, e-mail first. */
    public static List<Channel> usable(Person person, LocalDate day) {
        return List.of(Channel.values()).stream()
                .filter(channel -> obstacle(channel, person, day).isEmpty())
                .toList();
    }

    /** Why {@code channel} cannot be used; empty: it can. */
    public static Optional<String> obstacle(Channel channel, Person person, LocalDate day) {
        if (person.reach().address(channel).isEmpty()) {
            return Optional.of(Words.of(channel) + " has no address");
        }
        if (person.reach().never().contains(channel)) {
            return Optional.of(Words.of(channel) + " is never to be used");
        }
        boolean consented = person.reach()
                .consented(channel)
                .filter(since -> !since.isAfter(day))
                .isPresent();
        if (person.kind() != PersonKind.CLIENT || consented) {
            return Optional.empty();
        }
        return Optional.of(Words.of(channel)
                + (person.reach().lapsed().contains(channel)
                        ? " has the client's consent for a former address only"
                        : " lacks the client's consent"));
    }

    /** That no channel is left, and why, channel by channel. */
    public static String unreachable(Person person, LocalDate day) {
        List<String> obstacles = List.of(Channel.values()).stream()
                .flatMap(channel -> obstacle(channel, person, day).stream())
                .toList();
        return person.id() + " cannot be reached: " + String.join(", ", obstacles);
    }
}
