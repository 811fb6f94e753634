package org.tickler.engine.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tickler.calendars.text.Days;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.plan.Askers;
import org.tickler.engine.store.FollowUpStore;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.Sight;
import org.tickler.rules.remind.Channels;
import org.tickler.rules.remind.SheetRule;

/** What stands in an exit control and none of its readers may see: somebody of the firm who may is told of it instead. */
final class Unseen {
    private static final int LINES = 5;

    private Unseen() {}

    /** A word to somebody who may see a matter. */
    record Word(FollowUpStore.Alarm alarm, List<Channel> channels) {}

    /** One for each matter that no reader of the rule's sheet of {@code day} may see, as far as anybody may. */
    static List<Word> of(SheetRule rule, LocalDate day, SheetBody body, SheetFirm firm) {
        List<Person> readers = SheetReaders.of(rule, firm, day).stream()
                .flatMap(named -> SheetReaders.receiver(rule, named, day, firm).stream())
                .flatMap(receiver -> receiver.person().stream())
                .toList();
        ActiveBook book = firm.book();
        Askers askers = new Askers(firm.people(), book.firm(), firm.now());
        List<Word> words = new ArrayList<>();
        for (MatterId id : body.matters().stream().sorted().toList()) {
            Optional<Matter> matter = firm.matter(id)
                    .filter(one -> readers.stream()
                            .noneMatch(reader -> Sight.sees(reader, one, reader.dayAt(firm.now()))
                                    .allowed()));
            matter.flatMap(one -> askers.another(one, book.firm().lastResort()))
                    .flatMap(firm.people()::find)
                    .ifPresent(person -> words.add(word(rule, day, body, matter.get(), person, firm)));
        }
        return words;
    }

    private static Word word(
            SheetRule rule, LocalDate day, SheetBody body, Matter matter, Person person, SheetFirm firm) {
        List<SheetLine> lines = body.sections().stream()
                .flatMap(section -> section.lines().stream())
                .filter(line -> line.matter().filter(matter.id()::equals).isPresent())
                .toList();
        String said = lines.stream().limit(LINES).map(Unseen::sentence).collect(Collectors.joining("; "));
        String why = "The exit control of " + Days.words(day)
                + " has what none of its readers may see, and you may, on " + matter.id() + ": " + said
                + (lines.size() > LINES ? "; and " + (lines.size() - LINES) + " more" : "");
        String key = "unseen " + rule.id() + " " + day + " " + matter.id();
        return new Word(
                new FollowUpStore.Alarm(
                        key, person.id(), person.zone(), firm.book().fingerprint(), why),
                Channels.usable(person, person.dayAt(firm.now())));
    }

    private static String sentence(SheetLine line) {
        return Stream.of(line.when(), line.what(), line.note())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
