package org.tickler.engine.sheet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tickler.engine.dispatch.words.DateWords;
import org.tickler.engine.store.SheetRow;
import org.tickler.engine.store.SheetStore;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.Person;
import org.tickler.rules.remind.AskId;
import org.tickler.rules.remind.SheetRule;
import org.tickler.rules.remind.SheetRule.Kind;

/** Makes what a sheet says. */
final class SheetMaker {
    private final SheetFirm firm;

    SheetMaker(SheetFirm firm) {
        this.firm = firm;
    }

    /** The sheet of a rule and day that falls to {@code named}, as {@code receiver} may read it. */
    SheetRow make(SheetRule rule, LocalDate day, SheetReaders.Named named, SheetReaders.Receiver receiver) {
        Optional<Person> reader = receiver.person();
        ZoneId zone = receiver.zone();
        AskId ask = ask(rule, day, named);
        if (named.by().isPresent()) {
            SheetBody body = question(named.person().orElseThrow(), named.by().get(), zone);
            return new SheetRow(
                    ask,
                    rule.id(),
                    named.part(),
                    rule.kind(),
                    day,
                    Optional.empty(),
                    firm.now(),
                    body.write(),
                    List.of());
        }
        Instant since = rule.kind() == Kind.EXIT_CONTROL
                ? SheetStore.madeBefore(firm.handle(), rule.id(), day, named.id())
                        .orElseGet(() -> day.atStartOfDay(zone).toInstant())
                : day.atStartOfDay(zone).toInstant();
        SheetCall call = new SheetCall(firm, rule, reader, day, zone, since);
        List<SheetSection> sections = SheetSources.of(rule.kind()).stream()
                .flatMap(source -> source.sections(call).stream())
                .toList();
        String from = rule.kind() == Kind.EXIT_CONTROL ? SheetPages.moment(since, zone) : "";
        SheetBody body = new SheetBody(
                title(rule.kind(), day),
                summary(rule.kind(), sections),
                SheetPages.moment(firm.now(), zone),
                from,
                sections);
        List<SheetRow.Paper> papers = rule.kind() == Kind.SECOND_DOCKET ? DocketParts.papers(call) : List.of();
        return new SheetRow(ask, rule.id(), "", rule.kind(), day, named.outside(), firm.now(), body.write(), papers);
    }

    /** By which a rule's sheet of a day is put to {@code named} first. */
    static AskId ask(SheetRule rule, LocalDate day, SheetReaders.Named named) {
        return AskId.sheet(
                SheetRow.list(rule.id(), named.part()), day, named.id().value(), 0);
    }

    private SheetBody question(Person person, Channel channel, ZoneId zone) {
        return new SheetBody(
                ChannelParts.title(person, channel),
                ChannelParts.summary(),
                SheetPages.moment(firm.now(), zone),
                "",
                ChannelParts.sections(channel));
    }

    private static String title(Kind kind, LocalDate day) {
        String name = switch (kind) {
            case MORNING -> "Morning sheet";
            case WEEK -> "Sheet of the week";
            case EXIT_CONTROL -> "Exit control";
            case SECOND_DOCKET -> "Second docket";
            case CHANNEL_CHECK -> "Channel check";
        };
        return name + ", " + DateWords.day(day);
    }

    /** Numbers and no names: it stands in subjects and in text messages. */
    private static String summary(Kind kind, List<SheetSection> sections) {
        if (kind == Kind.WEEK) {
            int entries = sections.stream()
                    .filter(one ->
                            one.lines().stream().anyMatch(line -> line.matter().isPresent()))
                    .mapToInt(SheetSection::count)
                    .sum();
            return entries == 0 ? "nothing this week" : entries == 1 ? "1 entry" : entries + " entries";
        }
        if (kind == Kind.SECOND_DOCKET) {
            return DocketParts.DAYS + " days of the whole firm";
        }
        String counted = sections.stream()
                .filter(one -> one.count() > 0 && !one.brief().isEmpty())
                .map(one -> one.count() + " " + one.brief())
                .collect(Collectors.joining(", "));
        return counted.isEmpty() ? "nothing today" : counted;
    }
}
