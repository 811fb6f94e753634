package org.tickler.engine.sheet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.tickler.engine.dispatch.words.DateWords;
import org.tickler.engine.store.SheetRow;
import org.tickler.engine.store.SheetStore;
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
        ZoneId zone = receiver.zone();
        String made = SheetPages.moment(firm.now(), zone);
        SheetCall call = new SheetCall(firm, rule, receiver.person(), day, zone, since(rule, day, named, zone));
        SheetBody body =
                named.by().map(channel -> ChannelParts.question(channel, made)).orElseGet(() -> list(call, made));
        List<SheetRow.Paper> papers = rule.kind() == Kind.SECOND_DOCKET ? DocketParts.papers(call) : List.of();
        return new SheetRow(
                ask(rule, day, named),
                rule.id(),
                named.part(),
                rule.kind(),
                day,
                named.outside(),
                firm.now(),
                body.write(),
                papers);
    }

    private Instant since(SheetRule rule, LocalDate day, SheetReaders.Named named, ZoneId zone) {
        Instant midnight = day.atStartOfDay(zone).toInstant();
        return rule.kind() == Kind.EXIT_CONTROL
                ? SheetStore.madeBefore(firm.handle(), rule.id(), day, named.id())
                        .orElse(midnight)
                : midnight;
    }

    private static SheetBody list(SheetCall call, String made) {
        Kind kind = call.rule().kind();
        List<SheetSection> sections = SheetSources.of(kind).stream()
                .flatMap(source -> source.sections(call).stream())
                .toList();
        String from = kind == Kind.EXIT_CONTROL ? SheetPages.moment(call.since(), call.zone()) : "";
        return new SheetBody(title(kind, call.day()), summary(kind, sections), made, from, sections);
    }

    /** By which a rule's sheet of a day is put to {@code named} first. */
    static AskId ask(SheetRule rule, LocalDate day, SheetReaders.Named named) {
        return AskId.sheet(
                SheetRow.list(rule.id(), named.part()), day, named.id().value(), 0);
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
