package org.tickler.daemon.http;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.tickler.calendars.text.Words;
import org.tickler.engine.answer.AnswerDesk;
import org.tickler.engine.answer.AnswerLinks;
import org.tickler.engine.answer.AnswerSheet;
import org.tickler.engine.answer.Recorded;
import org.tickler.engine.book.BookKeeper;
import org.tickler.engine.sheet.SheetDesk;
import org.tickler.engine.store.Answer;
import org.tickler.engine.store.AnswerWay;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.remind.AskId;

/// `/a/<token>`: shows what is asked, and takes the answer. Reading it changes nothing, however often a mail
/// scanner does.
public final class AnswerPage {

    private static final String PATH = "/a/{token}";
    private static final int LONGEST_FORM = 1024;
    private static final int A_MINUTE = 120;

    private final AnswerDesk desk;
    private final AnswerLinks links;
    private final BookKeeper books;
    private final InstantSource clock;
    private final Throttle guesses = new Throttle(A_MINUTE);
    private final Throttle readings = new Throttle(A_MINUTE);
    private final Pages pages = new Pages();
    private final SheetPage sheets;

    public AnswerPage(AnswerDesk desk, AnswerLinks links, BookKeeper books, InstantSource clock) {
        this.desk = desk;
        this.links = links;
        this.books = books;
        this.clock = clock;
        this.sheets = new SheetPage(desk.sheets(), pages);
    }

    /// Adds the page to a port's addresses.
    public void addTo(Routes routes) {
        routes.get(PATH, this::show).post(PATH, LONGEST_FORM, this::take);
    }

    private Reply show(Call call) {
        return withSheet(call, this::page, list -> sheets.show(list, firm()));
    }

    private Reply take(Call call) {
        return withSheet(
                call,
                sheet -> take(call, sheet.ask().id(), sheet.reader().id()),
                list -> take(call, list.ask().id(), list.reader().id()));
    }

    private Reply take(Call call, AskId ask, PersonId reader) {
        String said = call.form().getOrDefault("answer", "");
        Optional<Answer> answer = Words.find(Answer.class, said);
        if (answer.isEmpty()) {
            return notUnderstood(said, call);
        }
        Recorded recorded = desk.record(ask, answer.get(), reader, AnswerWay.PAGE, clock.instant());
        return recorded instanceof Recorded.NoSuch ? unknown() : Reply.seeOther(call.place("token"));
    }

    /// Who guesses is bounded by address. Who has a link is bounded by the link, for a whole office may share one
    /// address.
    private Reply withSheet(
            Call call, Function<AnswerSheet, Reply> answering, Function<SheetDesk.Page, Reply> signing) {
        Optional<AskId> ask = links.read(call.place("token"));
        boolean within = ask.map(known -> readings.allows(known.value())).orElseGet(() -> guesses.allows(call.from()));
        if (!within) {
            return tooMany();
        }
        Instant now = clock.instant();
        Optional<SheetDesk.Page> list = ask.flatMap(known -> sheets.find(known, now));
        return list.map(signing)
                .or(() -> ask.flatMap(known -> desk.look(known, now)).map(answering))
                .orElseGet(this::unknown);
    }

    private Reply page(AnswerSheet sheet) {
        Optional<AskId> newer = sheet.newer();
        return pages.answer(AnswerFields.of(sheet, newer.map(links::token)));
    }

    private Reply unknown() {
        return pages.notice(
                404,
                firm(),
                "This link leads nowhere",
                "It may have been cut short on its way, or what it was about is long over. The message it came with has "
                        + "the date; the firm's docket clerk can help.",
                "");
    }

    private Reply notUnderstood(String said, Call call) {
        boolean later = said.equals("done") || said.equals("pass-on");
        return pages.notice(
                later ? 422 : 400,
                firm(),
                later ? "Not here yet" : "That was not understood",
                later
                        ? "This page cannot take that answer yet. Please say that you have it or that it is not ready, and "
                                + "tell the docket clerk the rest."
                        : "Please choose one of the answers on the page. Nothing was recorded.",
                call.place("token"));
    }

    private Reply tooMany() {
        return pages.notice(429, firm(), "One moment", "Too much was asked at once. Please try again soon.", "")
                .with("Retry-After", "60");
    }

    private String firm() {
        return books.find().map(book -> book.firm().name()).orElse("");
    }
}
