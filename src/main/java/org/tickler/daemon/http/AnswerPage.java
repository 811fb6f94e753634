package org.tickler.daemon.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tickler.calendars.text.Words;
import org.tickler.engine.answer.AnswerDesk;
import org.tickler.engine.answer.AnswerGiven;
import org.tickler.engine.answer.AnswerLinks;
import org.tickler.engine.answer.AnswerSheet;
import org.tickler.engine.answer.Proof;
import org.tickler.engine.answer.Recorded;
import org.tickler.engine.book.BookKeeper;
import org.tickler.engine.sheet.SheetDesk;
import org.tickler.engine.store.Answer;
import org.tickler.engine.store.AnswerWay;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.remind.AskId;

/// `/a/<token>`: shows what is asked, and takes the answer. Reading it changes nothing, however often a mail
/// scanner does.
public final class AnswerPage {

    private static final String PATH = "/a/{token}";
    private static final int LONGEST_FORM = 1024;
    /// A receipt, and the form around it.
    private static final int LONGEST_RECEIPT = Proof.LONGEST_FILE + 64 * 1024;

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

    /// Adds the page to a port's addresses. Only whoever has a link may send as much as a receipt.
    public void addTo(Routes routes) {
        routes.get(PATH, this::show)
                .post(
                        PATH,
                        places -> links.read(places.getOrDefault("token", "")).isPresent()
                                ? LONGEST_RECEIPT
                                : LONGEST_FORM,
                        this::take);
    }

    private Reply show(Call call) {
        return withSheet(
                call,
                sheet -> page(sheet, who(sheet, call.parameters()).orElse(sheet.reader())),
                list -> sheets.show(list, firm()));
    }

    private Reply take(Call call) {
        return withSheet(call, sheet -> take(call, sheet), list -> sign(call, list));
    }

    private Reply take(Call call, AnswerSheet sheet) {
        Map<String, String> form = call.form();
        Optional<Answer> answer = Words.find(Answer.class, form.getOrDefault("answer", ""));
        Optional<Person> who = who(sheet, form);
        if (answer.isEmpty() || who.isEmpty()) {
            return notUnderstood(call);
        }
        Optional<FormParts.File> file = call.file("receipt");
        if (file.filter(one -> one.bytes().remaining() > Proof.LONGEST_FILE).isPresent()) {
            return notTaken(sheet, "A receipt may have up to 20 MB.", List.of(), call);
        }
        AnswerGiven given = new AnswerGiven(
                answer.get(),
                who.get().id(),
                AnswerWay.PAGE,
                Optional.of(form.getOrDefault("to", ""))
                        .filter(to -> !to.isBlank())
                        .map(PersonId::new),
                Proof.of(form.getOrDefault("words", ""), file.map(one -> new Proof.File(one.name(), one.bytes()))));
        return switch (desk.record(sheet.ask().id(), given, clock.instant())) {
            case Recorded.NoSuch none -> unknown();
            case Recorded.Refused refused -> notTaken(sheet, sentence(refused.why()), refused.possible(), call);
            case Recorded.Taken taken -> back(call, sheet, who.get());
            case Recorded.Same same -> back(call, sheet, who.get());
            case Recorded.Moved moved -> back(call, sheet, who.get());
            case Recorded.Over over -> back(call, sheet, who.get());
            case Recorded.Signed signed -> back(call, sheet, who.get());
            case Recorded.SignedBefore before -> back(call, sheet, who.get());
        };
    }

    private Reply sign(Call call, SheetDesk.Page list) {
        Optional<Answer> answer = Words.find(Answer.class, call.form().getOrDefault("answer", ""))
                .filter(one -> one == Answer.HAVE_IT || one == Answer.NOT_READY);
        if (answer.isEmpty()) {
            return notUnderstood(call);
        }
        PersonId reader = list.reader().id();
        Recorded recorded = desk.record(list.ask().id(), answer.get(), reader, AnswerWay.PAGE, clock.instant());
        return recorded instanceof Recorded.NoSuch ? unknown() : Reply.seeOther(call.place("token"));
    }

    private static Reply back(Call call, AnswerSheet sheet, Person who) {
        boolean reader = who.id().equals(sheet.reader().id());
        return Reply.seeOther(call.place("token")
                + (reader ? "" : "?as=" + URLEncoder.encode(who.id().value(), StandardCharsets.UTF_8)));
    }

    /// Who says that it is they: of those who may, the reader unless another is named. Empty: somebody who may not.
    private static Optional<Person> who(AnswerSheet sheet, Map<String, String> fields) {
        String named = fields.getOrDefault("as", sheet.reader().id().value());
        return sheet.ways().answerers().stream()
                .filter(person -> person.id().value().equals(named))
                .findFirst();
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

    private Reply page(AnswerSheet sheet, Person who) {
        return pages.answer(AnswerFields.of(sheet, who, sheet.newer().map(links::token)));
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

    private Reply notUnderstood(Call call) {
        return pages.notice(
                400,
                firm(),
                "That was not understood",
                "Please choose one of the answers on the page. Nothing was recorded.",
                call.place("token"));
    }

    private Reply notTaken(AnswerSheet sheet, String why, List<String> possible, Call call) {
        String names = possible.isEmpty() ? "" : " Possible: " + String.join(", ", possible) + ".";
        return pages.notice(
                422, sheet.firm(), "Not recorded", why + names + " Nothing was changed.", call.place("token"));
    }

    private static String sentence(String why) {
        return why.substring(0, 1).toUpperCase(Locale.ROOT) + why.substring(1) + ".";
    }

    private Reply tooMany() {
        return pages.notice(429, firm(), "One moment", "Too much was asked at once. Please try again soon.", "")
                .with("Retry-After", "60");
    }

    private String firm() {
        return books.find().map(book -> book.firm().name()).orElse("");
    }
}
