package org.tickler.daemon.demo;

import java.io.PrintWriter;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tickler.engine.Engine;
import org.tickler.engine.agenda.AgendaQuery;
import org.tickler.engine.agenda.Line;
import org.tickler.engine.docket.Act;
import org.tickler.engine.docket.LoadOptions;
import org.tickler.engine.docket.LoadReport;
import org.tickler.engine.docket.Signature;
import org.tickler.engine.feed.FeedTokens;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.FeedScope;
import org.tickler.engine.store.QuestionStore;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;

/** The month, scene by scene. Each scene expects what it tells, and fails the demo where that did not happen. */
final class Story implements AutoCloseable {
    private static final String HARPER = "mharper@firm.example";
    private static final String LIN = "jlin@firm.example";
    private static final String NAIR = "pnair@firm.example";
    private static final String OKAFOR = "tokafor@firm.example";
    private static final String OKAFOR_PHONE = "+12125550105";
    private static final String RUIZ = "eruiz@firm.example";
    private static final String RUIZ_PHONE = "+12125550106";
    private static final String BRIEF = "Reply brief on the motion to compel";
    private static final LocalDate NEW_DAY = LocalDate.of(2026, 3, 25);

    private final SampleFirm firm;
    private final Engine engine;
    private final Diary diary;
    private final Month month;
    private final Cast cast;
    private final FeedTokens feeds;
    private Optional<URI> calendar = Optional.empty();

    Story(SampleFirm firm, PrintWriter out) {
        this.firm = firm;
        this.engine = firm.opened().engine();
        this.diary = new Diary(firm, out);
        this.month = new Month(firm, diary);
        this.cast = new Cast(firm);
        this.feeds = new FeedTokens(
                firm.opened().database(), firm.opened().settings().http().publicUrl());
    }

    void tell() {
        load();
        subscribe();
        silence();
        answers();
        move();
        restOfTheMonth();
        showCalendar();
        new Reckoning(firm).tell(diary);
    }

    /** Goes on to the next question to Jonah Lin, and leaves it open. Says where he can answer it. */
    URI leaveQuestion() {
        diary.heading("April");
        everybodyAnswersUntil(day(1, 8).plusMonths(1), day(8, 8).plusMonths(1));
        month.until(day(8, 9).plusMonths(1).plusMinutes(5));
        diary.say("Jonah Lin's answer is left to you");
        return cast.page(LIN, "Bench trial");
    }

    /** The address of Jonah Lin's calendar. */
    URI calendar() {
        return calendar.orElseThrow();
    }

    private void load() {
        diary.heading("The docket is loaded, and everybody hears of their dates");
        firm.mailbox().refuse(RUIZ);
        LoadReport report =
                engine.load(List.of(firm.home().file("docket.csv")), LoadOptions.by("rdiaz"), (file, rows, all) -> {});
        diary.say(report.count(LoadReport.Sort.NEW) + " dates loaded from docket.csv; "
                + report.outcome().map(done -> done.counts().added()).orElse(0) + " reminders planned");
        derived()
                .forEach(entry -> diary.say("set by "
                        + entry.details()
                                .authority()
                                .filter(cite -> !cite.equals("firm"))
                                .orElse("the firm's own rule") + ": " + entry.title() + ". " + steps(entry)));
        questions()
                .forEach(asked -> diary.say("a doubt, put to " + name(asked.asked()) + ": "
                        + engine.entry(asked.entry()).map(Entry::title).orElseThrow() + ", " + asked.sentence()));
        WentWrong.unless(report.count(LoadReport.Sort.NEW) == 12, "all 12 dates of the docket are loaded");
        WentWrong.unless(report.count(LoadReport.Sort.REJECTED) == 0, "no row of the docket is rejected");
        month.settled();
        diary.say("no mailbox takes e-mail for Elena Ruiz, so she heard by text at once");
        WentWrong.unless(mails(OKAFOR) > 0 && mails(LIN) > 0, "attorney and paralegal hear of new dates");
        WentWrong.unless(mails(RUIZ) == 0 && texts(RUIZ_PHONE) > 0, "what bounced reaches Elena Ruiz by text");
    }

    private void subscribe() {
        diary.say("Jonah Lin subscribes to his calendar");
        FeedScope own = new FeedScope(FeedScope.Of.PERSON, "jlin", FeedScope.Level.FULL);
        calendar = Optional.of(feeds.add(new PersonId("jlin"), own, "jlin", engine.now())
                .links()
                .https());
    }

    private void silence() {
        diary.heading("Jonah Lin does not answer, so Mara Harper is told");
        month.until(day(6, 12));
        WentWrong.unless(asked(LIN, BRIEF), "Jonah Lin is asked a week before the reply brief is due");
        diary.say("Jonah Lin says nothing");
        month.until(day(9, 9).plusMinutes(20));
        WentWrong.unless(asked(HARPER, BRIEF), "Mara Harper hears of the silence after one business day");
        press(HARPER, "Mara Harper", BRIEF);
        month.until(day(10, 8));
        WentWrong.unless(!asked("rdiaz@firm.example", BRIEF), "nobody else is asked once Mara Harper has it");
    }

    private void answers() {
        diary.heading("Others answer: on the page, and by text");
        month.until(day(10, 10).plusMinutes(5));
        press(NAIR, "Priya Nair", "Responses to interrogatories");
        month.until(day(12, 9).plusMinutes(12));
        String code = cast.replyHaveIt(OKAFOR_PHONE);
        diary.say("Tom Okafor texts back \"" + code + " 1\": he has it");
        month.settled();
        WentWrong.unless(engine.now().equals(day(12, 9).plusMinutes(12).toInstant()), "the clock stands still");
        month.until(day(12, 14));
        WentWrong.unless(!asked("rdiaz@firm.example", BRIEF), "the docket clerk is not bothered after Tom's answer");
    }

    private void move() {
        diary.heading("The court moves a hearing");
        Entry hearing = entry("D-102");
        int before = mails(LIN) + mails(OKAFOR);
        engine.apply(
                List.of(new Act.Move(hearing.id(), Act.NewDate.of(Act.DateGiven.on(NEW_DAY)))),
                Signature.of(new PersonId("rdiaz"), "order of the court"));
        diary.say("Rosa Diaz enters it: " + hearing.title() + ", from Wed, Mar 18 to Wed, Mar 25; "
                + "its reminders follow, and all who knew the old day are told in ten minutes, if it was no slip");
        month.until(day(12, 14).plusMinutes(11));
        WentWrong.unless(mails(LIN) + mails(OKAFOR) >= before + 2, "all who knew the old day hear of the new one");
        WentWrong.unless(
                entry("D-102").when().date().filter(NEW_DAY::equals).isPresent(), "the hearing is on the new day");
    }

    private void restOfTheMonth() {
        diary.heading("The rest of the month");
        cast.forgetWhatCame();
        everybodyAnswersUntil(day(13, 8), day(31, 18));
        WentWrong.unless(asked(LIN, "Hearing on the motion to compel"), "the hearing is reminded before its new day");
    }

    private void everybodyAnswersUntil(ZonedDateTime first, ZonedDateTime last) {
        for (ZonedDateTime day = first; day.isBefore(last); day = day.plusDays(1)) {
            month.until(day.withHour(9).withMinute(15));
            cast.everybodyAnswers(firm::name).forEach(diary::say);
        }
        month.until(last);
    }

    private void showCalendar() {
        diary.heading("Jonah Lin's calendar, as his calendar program shows it");
        List<String> events =
                Calendar.lines(cast.calendar(calendar()), LocalDate.of(2026, 3, 1), LocalDate.of(2026, 5, 1));
        events.forEach(diary::line);
        diary.line(
                "(Overdue says that nobody has recorded it as done. \"I have it\" says who does it, not that it is done.)");
        WentWrong.unless(
                events.stream().anyMatch(line -> line.contains("Mar 25") && line.contains("motion to compel")),
                "the calendar shows the hearing on its new day");
        WentWrong.unless(
                events.stream().noneMatch(line -> line.contains("Mar 18")), "the calendar no longer shows the old day");
    }

    private List<Entry> derived() {
        return engine.agenda(AgendaQuery.from(SampleFirm.START.toLocalDate())).stream()
                .flatMap(line -> line instanceof Line.OfEntry one ? Stream.of(one.entry()) : Stream.empty())
                .filter(entry -> entry.origin() instanceof Origin.Derived)
                .toList();
    }

    private static String steps(Entry entry) {
        return entry.origin() instanceof Origin.Derived derived ? String.join("; ", derived.steps()) : "";
    }

    private List<QuestionStore.Question> questions() {
        return firm.opened().database().withHandle(handle -> QuestionStore.open(handle, 10));
    }

    private String name(PersonId id) {
        return engine.people().find(id).map(Person::name).orElse(id.value());
    }

    private void press(String address, String name, String about) {
        String page = cast.press(cast.page(address, about));
        WentWrong.unless(page.contains("You have it"), "the page confirms the answer of " + name);
        diary.say(name + " presses \"I have it\" on the page: " + about);
        month.settled();
    }

    private Entry entry(String sourceId) {
        return firm.opened()
                .database()
                .withHandle(handle -> EntryStore.bySource(handle, "docket", sourceId))
                .orElseThrow(() -> new WentWrong("expected that " + sourceId + " is on the docket"));
    }

    private boolean asked(String address, String about) {
        return firm.mailbox().mailsTo(address).stream()
                .anyMatch(mail -> mail.text().contains(about) && mail.text().contains("/a/"));
    }

    private int mails(String address) {
        return firm.mailbox().mailsTo(address).size();
    }

    private int texts(String number) {
        return firm.twilio().phone(number).received().size();
    }

    private static ZonedDateTime day(int day, int hour) {
        return SampleFirm.START.withDayOfMonth(day).withHour(hour).withMinute(0);
    }

    @Override
    public void close() {
        cast.close();
    }
}
