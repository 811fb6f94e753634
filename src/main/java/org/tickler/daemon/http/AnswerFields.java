package org.tickler.daemon.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tickler.calendars.text.Words;
import org.tickler.engine.answer.AnswerSheet;
import org.tickler.engine.dispatch.words.DateWords;
import org.tickler.engine.store.Answer;
import org.tickler.engine.store.AskRow;
import org.tickler.engine.store.AskState;
import org.tickler.rules.docket.Details;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.When;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonKind;

/// The fields of an answer page, made of what it shows.
final class AnswerFields {

    /// An hour is not broken over two lines.
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEEE, MMMM d, h:mm\u00A0a\u00A0z", Locale.US);

    private final AnswerSheet sheet;
    private final Map<String, Object> fields = new HashMap<>();

    private AnswerFields(AnswerSheet sheet) {
        this.sheet = sheet;
    }

    /// @param who says that it is they: the reader, or somebody who answers for that person
    /// @param newer where the entry's present date can be answered; empty where nowhere yet
    static Map<String, Object> of(AnswerSheet sheet, Person who, Optional<String> newer) {
        AnswerFields made = new AnswerFields(sheet);
        made.entry(newer);
        made.standing();
        made.who(who);
        return made.fields;
    }

    private void entry(Optional<String> newer) {
        Entry entry = sheet.entry();
        fields.put("firm", sheet.firm());
        fields.put("reader", sheet.reader().name());
        fields.put("kind", Words.of(entry.kind()).replace('-', ' '));
        fields.put("heading", entry.title());
        fields.put("day", DateWords.day(entry.when()));
        fields.put("time", time(entry.when()));
        fields.put("yours", DateWords.yourTime(entry.when(), sheet.reader().zone()));
        fields.put("moved", sheet.moved() && !entry.status().isOver());
        fields.put("newer", newer.orElse(""));
        fields.put("facts", facts());
    }

    private List<Map<String, String>> facts() {
        Details details = sheet.entry().details();
        List<Map<String, String>> facts = new ArrayList<>();
        fact(
                facts,
                "Where",
                Stream.of(details.location(), details.mode())
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(", ")));
        fact(facts, "Matter", sheet.matter().id() + ", " + sheet.matter().title());
        if (sheet.reader().kind() == PersonKind.STAFF) {
            fact(facts, "Authority", details.authority().orElse(""));
        }
        fact(facts, "Status", status(sheet.entry().status()));
        fact(facts, "Why now", sheet.why());
        sheet.said().forEach(said -> fact(facts, said.name(), says(said.answer()) + ", " + moment(said.at())));
        return facts;
    }

    /// Whose answer it will be, and who else may give one.
    private void who(Person who) {
        boolean reader = who.id().equals(sheet.reader().id());
        fields.put("as", who.id().value());
        fields.put("for", reader ? "" : sheet.reader().name());
        fields.put("who", who.name());
        fields.put("choose", sheet.ways().answerers().size() > 1);
        fields.put(
                "others",
                sheet.ways().answerers().stream()
                        .filter(one -> !one.id().equals(who.id()))
                        .map(AnswerFields::person)
                        .toList());
    }

    private static Map<String, String> person(Person one) {
        return Map.of(
                "id", one.id().value(),
                "query", URLEncoder.encode(one.id().value(), StandardCharsets.UTF_8),
                "name", one.name());
    }

    /// What is said of the ask, and which answers can still be given.
    private void standing() {
        AskRow ask = sheet.ask();
        EntryStatus status = sheet.entry().status();
        boolean saidSo = status == EntryStatus.DONE
                && ask.given().filter(given -> given.answer() == Answer.DONE).isPresent();
        if (status.isOver() && !saidSo) {
            say(
                    status == EntryStatus.DONE ? "good" : "warn",
                    "This is " + Words.of(status) + ".",
                    "There is nothing to answer any more.");
            choices("", Set.of());
        } else if (sheet.moved()) {
            say("", "", "");
            choices("", Set.of());
        } else if (ask.given().isPresent()) {
            given(ask.given().get());
        } else if (ask.state() == AskState.CLOSED) {
            say("good", "No answer is needed any more.", "");
            choices("", Set.of());
        } else if (ask.state() == AskState.ESCALATED) {
            say("warn", "No answer came in time, and others have been told.", "Yours still counts.");
            choices("Do you have this in hand?", Set.of(Answer.values()));
        } else {
            say("", "", "");
            choices("Do you have this in hand?", Set.of(Answer.values()));
        }
    }

    private void given(AskRow.Given given) {
        boolean own = given.by().equals(sheet.reader().id());
        String by = own ? "" : " by " + sheet.ways().givenBy().orElse("somebody else");
        String when = "Recorded " + moment(given.at()) + by + ".";
        switch (given.answer()) {
            case HAVE_IT -> {
                say("good", "You have it. Thank you.", when);
                choices("Has that changed?", EnumSet.complementOf(EnumSet.of(Answer.HAVE_IT)));
            }
            case NOT_READY -> {
                say("warn", "Not ready: the next person is being told.", when);
                choices("Has that changed?", EnumSet.complementOf(EnumSet.of(Answer.NOT_READY)));
            }
            case DONE -> {
                say("good", "You said that it is done. Thank you.", when);
                if (sheet.entry().status() == EntryStatus.DONE) {
                    choices("Is there a receipt?", EnumSet.of(Answer.DONE));
                } else {
                    choices("Is there a receipt, or has that changed?", EnumSet.of(Answer.NOT_READY, Answer.DONE));
                }
            }
            case PASS_ON -> {
                say(
                        "good",
                        "Passed on to " + sheet.ways().passedTo().orElse("a colleague") + ", who must answer.",
                        when);
                choices("Has that changed?", EnumSet.of(Answer.HAVE_IT, Answer.NOT_READY, Answer.DONE));
            }
        }
    }

    private void say(String tone, String note, String more) {
        fields.put("tone", tone);
        fields.put("note", note);
        fields.put("more", more);
    }

    private void choices(String question, Set<Answer> open) {
        boolean haveIt = open.contains(Answer.HAVE_IT);
        fields.put("ask", question);
        fields.put("have-it", haveIt);
        fields.put("weight", haveIt ? "first" : "");
        fields.put("not-ready", open.contains(Answer.NOT_READY));
        fields.put("done", open.contains(Answer.DONE));
        List<Map<String, String>> colleagues = open.contains(Answer.PASS_ON)
                ? sheet.ways().colleagues().stream().map(AnswerFields::person).toList()
                : List.of();
        fields.put("pass-on", !colleagues.isEmpty());
        fields.put("colleagues", colleagues);
    }

    private String moment(Instant at) {
        return MOMENT.format(at.atZone(sheet.reader().zone()));
    }

    /// With the name of the zone also where no hour is given, since the day ends there.
    private static String time(When when) {
        String time = DateWords.time(when);
        ZoneId zone = when.zone();
        return time.isEmpty() && when.date().isPresent()
                ? "by the end of the day, " + zone.getDisplayName(TextStyle.FULL, Locale.US)
                : time;
    }

    private static String says(Answer answer) {
        return switch (answer) {
            case HAVE_IT -> "has it";
            case NOT_READY -> "is not ready";
            case DONE -> "says that it is done";
            case PASS_ON -> "passed it on";
        };
    }

    private static String status(EntryStatus status) {
        return switch (status) {
            case PROPOSED -> "proposed: a second person has not verified it yet";
            case PROVISIONAL -> "provisional: its date is not confirmed";
            case STAYED -> "stayed";
            case CLAIMED -> "said to be done, and not confirmed yet";
            case WAITING, OPEN, DONE, WAIVED, CANCELLED, SUPERSEDED -> "";
        };
    }

    private static void fact(List<Map<String, String>> facts, String name, String value) {
        if (!value.isEmpty()) {
            facts.add(Map.of("name", name, "value", value));
        }
    }
}
