package org.tickler.engine.sheet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tickler.calendars.text.Words;
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
        Map<PersonId, Set<Channel>> quiet =
                QuietChannelStore.since(firm.handle(), firm.now().minus(QUIET));
        List<Named> asked = new ArrayList<>();
        for (Named reader : readers) {
            // of those that are known to reach nobody the guards tell
            reader.person().stream()
                    .flatMap(person -> SuppressionStore.open(firm.handle(), person, person.dayAt(firm.now())).stream())
                    .filter(channel -> quiet.getOrDefault(reader.id(), Set.of()).contains(channel))
                    .map(reader::by)
                    .forEach(asked::add);
        }
        return asked;
    }

    /** @param made when it is made, in words */
    static SheetBody question(Person person, Channel channel, String made) {
        return new SheetBody(
                (channel == Channel.SMS ? "Do text messages reach " : "Does e-mail reach ") + person.name() + "?",
                "nothing has come back from there in " + QUIET.toDays() + " days",
                made,
                "",
                sections(channel));
    }

    private static List<SheetSection> sections(Channel channel) {
        return List.of(SheetSection.of(
                "Why this is asked",
                "",
                List.of(SheetLine.of(
                        "Reminders go out by " + (channel == Channel.SMS ? "text message" : Words.of(channel))
                                + ", and none was answered there in " + QUIET.toDays() + " days",
                        "This one is about nothing else. Without an answer a colleague is asked to see to it")),
                1));
    }
}
