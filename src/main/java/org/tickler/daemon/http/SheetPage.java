package org.tickler.daemon.http;

import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tickler.engine.sheet.SheetAsk;
import org.tickler.engine.sheet.SheetDesk;
import org.tickler.engine.sheet.SheetWords;
import org.tickler.engine.store.Answer;
import org.tickler.engine.store.AskRow;
import org.tickler.engine.store.AskState;
import org.tickler.rules.remind.AskId;

/// The page of a list that is to be signed: the list itself, and the signature's buttons under it.
final class SheetPage {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEEE, MMMM d, h:mm\u00A0a\u00A0z", Locale.US);
    private static final URI NOWHERE = URI.create("");

    private final SheetDesk desk;
    private final Pages pages;

    SheetPage(SheetDesk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    /// Whether the ask puts a list; then this page is its.
    Optional<SheetDesk.Page> find(AskId ask, Instant now) {
        return desk.look(ask, now);
    }

    Reply show(SheetDesk.Page page, String firm) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("firm", firm);
        fields.put("reader", page.reader().name());
        fields.put("heading", page.body().title());
        fields.put("summary", page.body().summary());
        fields.put("since", page.body().since());
        fields.put("made", page.body().made());
        fields.put("sections", SheetWords.sections(page.body(), ask -> NOWHERE));
        standing(page, fields);
        return pages.sheet(fields);
    }

    private static void standing(SheetDesk.Page page, Map<String, Object> fields) {
        AskRow ask = page.ask();
        boolean refused =
                ask.given().filter(given -> given.answer() == Answer.NOT_READY).isPresent();
        boolean wanted = ask.answerWithin().isPresent();
        SheetAsk asks = SheetAsk.of(page.sheet(), page.reader().id());
        fields.put("kind", asks.kind());
        fields.put("question", asks.question());
        fields.put("yes", choice(asks.yes()));
        fields.put("no", choice(asks.no()));
        fields.put("tone", page.signed().isPresent() ? "good" : "warn");
        fields.put("note", note(page, asks, refused));
        fields.put("sign", wanted && page.signed().isEmpty());
        fields.put("refuse", wanted && page.signed().isEmpty() && !refused);
    }

    private static Map<String, String> choice(SheetAsk.Choice choice) {
        return Map.of("says", choice.says(), "then", choice.then());
    }

    private static String note(SheetDesk.Page page, SheetAsk asks, boolean refused) {
        if (page.signed().isPresent()) {
            SheetDesk.Signature signed = page.signed().get();
            boolean own = signed.by().id().equals(page.reader().id());
            return asks.answered() + " by " + (own ? "you" : signed.by().name()) + ", "
                    + MOMENT.format(signed.at().atZone(page.reader().zone())) + ".";
        }
        if (refused) {
            return asks.no().says() + ", you said. " + asks.no().then() + ".";
        }
        return page.ask().state() == AskState.ESCALATED
                ? "No answer came in time, and others have been told. Yours still counts."
                : "";
    }
}
