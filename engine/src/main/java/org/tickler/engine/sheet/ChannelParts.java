package org.tickler.engine.sheet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tickler.engine.sheet.SheetReaders.Named;
import org.tickler.engine.store.QuietChannelStore;
import org.tickler.engine.store.SuppressionStore;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;

/** The question whether a channel still reaches somebody, which is put by that channel. */
final class ChannelParts {
    /** A channel that has brought nothing back for so long is asked. */
    private static final Duration QUIET = Duration.ofDays(60);

    private ChannelParts() {}

    /** Those of {@code readers} who are to be asked, each by each channel that is quiet. */
    static List<Named> quiet(List<Named> readers, SheetFirm firm) {
        Instant since = firm.now().minus(QUIET);
        Map<PersonId, Set<Channel>> quiet = QuietChannelStore.since(firm.handle(), since);
        Map<Channel, Set<String>> wrote = QuietChannelStore.wrote(firm.handle(), since);
        List<Named> asked = new ArrayList<>();
        for (Named reader : readers) {
            // of those that are known to reach nobody the guards tell
            reader.person().stream()
                    .flatMap(person -> SuppressionStore.open(firm.handle(), person, person.dayAt(firm.now())).stream()
                            .filter(channel ->
                                    quiet.getOrDefault(reader.id(), Set.of()).contains(channel))
                            .filter(channel -> person.reach()
                                    .address(channel)
                                    .map(address -> address.toLowerCase(Locale.ROOT))
                                    .filter(wrote.getOrDefault(channel, Set.of())::contains)
                                    .isEmpty()))
                    .map(reader::by)
                    .forEach(asked::add);
        }
        return asked;
    }

    /**
     * What its owner is asked.
     *
     * @param made when it is made, in words
     */
    static SheetBody question(Channel channel, String made) {
        return body(
                channel,
                "you",
                made,
                SheetSection.of(
                        "Why this is asked",
                        "",
                        List.of(
                                SheetLine.of(
                                        "Reminders go out to you by " + name(channel)
                                                + ", and nothing came from there in " + QUIET.toDays() + " days",
                                        "This message is about nothing else. Without an answer a colleague is asked to see to it")),
                        1));
    }

    /** What a colleague is asked to see to, since the owner did not say that it does. The title stands in a subject: it names nobody. */
    static SheetBody seeTo(Person owner, Channel channel, String made) {
        return body(
                channel,
                "a colleague",
                made,
                SheetSection.of(
                        "What is to be done",
                        "",
                        List.of(SheetLine.of(
                                "Reminders go out to " + owner.name() + " by " + name(channel)
                                        + ", nothing came from there, and the question whether it arrives brought no yes",
                                "Ask by another road, and set the address right in people.yaml")),
                        1));
    }

    private static SheetBody body(Channel channel, String whom, String made, SheetSection section) {
        return new SheetBody(
                (channel == Channel.SMS ? "Do text messages still reach " : "Does e-mail still reach ") + whom + "?",
                "nothing has come back from there in " + QUIET.toDays() + " days",
                made,
                "",
                List.of(section));
    }

    private static String name(Channel channel) {
        return channel == Channel.SMS ? "text message" : "e-mail";
    }
}
