package org.tickler.engine.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickler.engine.answer.AnswerLinks;
import org.tickler.engine.dispatch.words.DateWords;
import org.tickler.engine.dispatch.words.MessageFacts;
import org.tickler.engine.dispatch.words.SafeText;
import org.tickler.engine.dispatch.words.Wording;
import org.tickler.engine.sheet.SheetAsk;
import org.tickler.engine.sheet.SheetBody;
import org.tickler.engine.sheet.SheetDesk;
import org.tickler.engine.sheet.SheetLine;
import org.tickler.engine.sheet.SheetSection;
import org.tickler.engine.sheet.SheetWords;
import org.tickler.engine.store.SheetRow;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.MatterId;

/** The words of a sheet, with the reminders that leave in it. */
final class SheetLetter {
    private static final int TITLE = 200;
    private static final int SENTENCE = 500;

    private final SheetRow sheet;
    private final AnswerLinks links;
    private final Facts facts;

    SheetLetter(SheetRow sheet, AnswerLinks links, Facts facts) {
        this.sheet = sheet;
        this.links = links;
        this.facts = facts;
    }

    /** @param said what each reminder of the bundle says; the first is the sheet itself */
    Letter.Words words(Bundle bundle, Channel channel, List<MessageFacts.Line> said) {
        MessageFacts.Line first = said.getFirst();
        SheetBody body = SheetBody.read(sheet.body());
        SheetBody seen = sheet.outside().isPresent()
                ? body
                : SheetDesk.seen(body, bundle.reader(), facts.matters(), facts.now());
        SheetWords words = new SheetWords(
                seen.with(folded(bundle, said)),
                new SheetWords.Heading(
                        facts.office().firm(),
                        bundle.reader().name(),
                        first.late().map(DateWords::span).orElse(""),
                        bundle.possibleDuplicate()),
                first.answer()
                        .map(answer -> new SheetWords.Sign(
                                answer.link(),
                                answer.code(),
                                answer.within().orElse(""),
                                SheetAsk.of(sheet, bundle.reader().id()))),
                links::link);
        Wording wording = channel == Channel.SMS ? words.sms() : words.mail();
        return new Letter.Words(
                wording.subject(), wording.text(), wording.html(), channel == Channel.SMS ? List.of() : sheet.papers());
    }

    /** The reminders that were folded into the sheet; each was judged by itself whether its reader may see it. */
    private static SheetSection folded(Bundle bundle, List<MessageFacts.Line> said) {
        List<SheetLine> lines = new ArrayList<>();
        for (int at = 1; at < bundle.reminders().size(); at++) {
            line(said.get(at)).ifPresent(lines::add);
        }
        return SheetSection.of("Reminders that need no answer", "", lines, lines.size());
    }

    /** What a sheet says of each reminder that was folded into it; of itself, the first, nothing. */
    static List<String> passages(List<MessageFacts.Line> said) {
        List<String> passages = new ArrayList<>(List.of(""));
        for (MessageFacts.Line line : said.subList(1, said.size())) {
            passages.add(line(line)
                    .map(told -> told.when() + ": " + told.what() + " (" + told.about() + ")\n" + told.note())
                    .orElse(""));
        }
        return passages;
    }

    private static Optional<SheetLine> line(MessageFacts.Line line) {
        return line.subject()
                .map(about -> new SheetLine(
                        Optional.<MatterId>empty(),
                        DateWords.shortDay(about.entry().when())
                                + comma(DateWords.time(about.entry().when())),
                        SafeText.line(about.matter().id() + " " + about.matter().title(), TITLE),
                        SafeText.line(about.entry().title(), TITLE),
                        SafeText.line(line.why(), SENTENCE),
                        Optional.empty()));
    }

    private static String comma(String time) {
        return time.isEmpty() ? "" : ", " + time;
    }
}
