package org.tickler.engine.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tickler.calendars.CalendarBook;
import org.tickler.calendars.CalendarReader;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.SourceText;
import org.tickler.engine.book.Book;
import org.tickler.engine.docket.Act;
import org.tickler.engine.docket.Act.DateGiven;
import org.tickler.engine.ledger.Story.At;
import org.tickler.engine.ledger.Story.Date;
import org.tickler.engine.ledger.Story.Dossier;
import org.tickler.engine.ledger.Story.Happening;
import org.tickler.engine.ledger.Story.Item;
import org.tickler.engine.ledger.Story.Ladder;
import org.tickler.engine.ledger.Story.Rung;
import org.tickler.engine.ledger.Story.Span;
import org.tickler.engine.ledger.Story.Staff;
import org.tickler.rules.docket.Details;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.docket.Revision;
import org.tickler.rules.docket.When;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.Confidentiality;
import org.tickler.rules.firm.Firm;
import org.tickler.rules.firm.Leave;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.PersonKind;
import org.tickler.rules.firm.Quiet;
import org.tickler.rules.firm.Reach;
import org.tickler.rules.firm.RoleName;
import org.tickler.rules.firm.Wants;

/** Stories as one firm: their people, matters and rules in the engine's own terms. */
final class LivedFirm {
    private final List<Story> stories;
    private final Map<String, Person> people = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Integer, EntryId> ids = new HashMap<>();
    private final Map<EntryId, Known> known = new HashMap<>();

    /** Which item of which story an entry is. */
    record Known(Story story, int item) {}

    LivedFirm(List<Story> stories) {
        this.stories = List.copyOf(stories);
        people.put(Story.LAST_RESORT, lastResort());
        for (Story story : stories) {
            story.staff().forEach(one -> people.put(one.id(), person(one)));
            for (Happening happening : story.happenings()) {
                if (happening instanceof Happening.Enter enter) {
                    Item item = enter.item();
                    EntryId id = isFromTheStart(enter)
                            ? EntryId.entered("docket", source(item))
                            : add(item).entry();
                    ids.put(item.number(), id);
                    known.put(id, new Known(story, item.number()));
                }
            }
        }
    }

    boolean isFromTheStart(Happening happening) {
        return happening instanceof Happening.Enter && happening.at().equals(Story.START);
    }

    Known known(EntryId id) {
        return known.get(id);
    }

    List<Person> people() {
        return people.values().stream()
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .toList();
    }

    /** What the people's file says from now on; whether that is anything else. */
    boolean away(Happening.Leave leave) {
        Person before = people.get(leave.who());
        List<Leave> days = leave.from().stream()
                .map(from -> new Leave(from, leave.to().orElseThrow()))
                .toList();
        people.put(leave.who(), before.withLeave(days));
        return !before.leave().equals(days);
    }

    List<Matter> matters() {
        return stories.stream()
                .flatMap(story -> story.dossiers().stream())
                .map(LivedFirm::matter)
                .toList();
    }

    /** The entries that are there from the start. */
    List<Entry> entries() {
        return stories.stream()
                .flatMap(story -> story.happenings().stream())
                .filter(this::isFromTheStart)
                .map(one -> entry(((Happening.Enter) one).item()))
                .toList();
    }

    Act.Add add(Item item) {
        return new Act.Add(
                new UUID(item.matter().hashCode(), item.number()),
                new MatterId(item.matter()),
                item.kind(),
                "Item " + item.number(),
                given(item.date()),
                Optional.of(item.date().zone()),
                details(item));
    }

    Act move(Happening.Move move) {
        Act.NewDate to = Act.NewDate.of(given(move.to()));
        EntryId id = entry(move.item());
        return move.correct() ? new Act.Correct(id, to, Optional.empty(), Optional.empty()) : new Act.Move(id, to);
    }

    EntryId entry(int item) {
        return ids.get(item);
    }

    private static DateGiven given(Date date) {
        return new DateGiven(Optional.of(date.day()), date.hour(), Optional.empty());
    }

    private static Entry entry(Item item) {
        return new Entry(
                EntryId.entered("docket", source(item)),
                new MatterId(item.matter()),
                item.kind(),
                "Item " + item.number(),
                when(item.date()),
                EntryStatus.OPEN,
                details(item),
                new Origin.Entered("docket", source(item)),
                new Revision(1, Story.START));
    }

    private static When when(Date date) {
        return date.timed()
                ? new When.Timed(date.day().atTime(date.hour().orElseThrow()), Optional.empty(), date.zone())
                : new When.AllDay(date.day(), date.hour(), date.zone());
    }

    private static String source(Item item) {
        return "item-" + item.number();
    }

    private static Details details(Item item) {
        Details none = Details.NONE;
        return new Details(
                none.court(),
                none.event(),
                none.service(),
                none.party(),
                item.owner(),
                none.location(),
                none.mode(),
                none.notes(),
                none.authority(),
                none.effort());
    }

    private Person lastResort() {
        return person(new Staff(Story.LAST_RESORT, Story.OFFICE, false, List.of(Channel.EMAIL), Optional.empty()));
    }

    private Person person(Staff staff) {
        Reach reach = new Reach(
                Optional.of(staff.id() + "@firm.example"),
                Optional.of(number(staff.id())),
                Stream.of(Channel.values())
                        .filter(one -> !staff.channels().contains(one))
                        .collect(Collectors.toSet()),
                Map.of());
        return new Person(
                new PersonId(staff.id()),
                staff.id(),
                PersonKind.STAFF,
                List.of(),
                reach,
                staff.zone(),
                staff.quiet() ? Optional.of(new Quiet(Story.QUIET_FROM, Story.QUIET_TO)) : Optional.empty(),
                List.of(),
                staff.delegate().map(PersonId::new),
                Wants.EACH,
                Optional.empty(),
                Story.START);
    }

    /** One of its own for each of those who live at once. */
    private String number(String who) {
        int number = numbers.computeIfAbsent(who, one -> numbers.size());
        return "+1" + (212 + number / 100) + "55501" + String.format(Locale.ROOT, "%02d", number % 100);
    }

    private static Matter matter(Dossier dossier) {
        Map<RoleName, List<PersonId>> team = new HashMap<>();
        dossier.team()
                .forEach((role, who) -> team.put(
                        new RoleName(role), who.stream().map(PersonId::new).toList()));
        return new Matter(
                new MatterId(dossier.id()),
                "Matter " + dossier.id(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                team,
                List.of(),
                List.of(),
                Confidentiality.FIRM,
                dossier.walled().stream().map(PersonId::new).collect(Collectors.toSet()),
                Story.START);
    }

    /** The rules of all stories. */
    Book book() {
        String rules = "ladders:\n"
                + stories.stream()
                        .flatMap(story -> story.ladders().stream())
                        .map(LivedFirm::yaml)
                        .collect(Collectors.joining());
        CalendarBook none = CalendarReader.book(List.of(), new Problems());
        Firm firm = new Firm(
                "Harper & Lin LLP", Story.OFFICE, StoryFacts.HOURS, Optional.empty(), new PersonId(Story.LAST_RESORT));
        return new Book(
                List.of(new SourceText("rules/ladders.yaml", rules)),
                List.of(),
                List.of(),
                List.of(),
                firm,
                org.tickler.rules.lang.Known.of(new People(people()), matters(), none, Set.of()));
    }

    private static String yaml(Ladder ladder) {
        String kind = ladder.kind().name().toLowerCase(Locale.ROOT);
        return "  - id: " + ladder.matter() + "-" + kind + "\n    for: {matter: \"" + ladder.matter() + "\", kind: "
                + kind + "}\n    rungs:\n"
                + ladder.rungs().stream().map(LivedFirm::yaml).collect(Collectors.joining());
    }

    private static String yaml(Rung rung) {
        StringBuilder yaml = new StringBuilder("      - id: " + rung.id() + "\n        at: " + words(rung.at())
                + "\n        to: " + rung.to() + "\n        by: \"" + rung.by() + "\"\n");
        rung.at().time().ifPresent(time -> yaml.append("        time: \"" + time + "\"\n"));
        rung.answer()
                .ifPresent(wanted -> yaml.append(
                        "        answer: {from: " + wanted.from() + ", within: " + words(wanted.within()) + "}\n"));
        if (!rung.ifSilent().isEmpty()) {
            yaml.append("        if-silent:\n");
            rung.ifSilent()
                    .forEach(step -> yaml.append("          - {tell: " + step.tell()
                            + step.after()
                                    .map(after -> ", after: " + words(after))
                                    .orElse("") + "}\n"));
        }
        return yaml.toString();
    }

    private static String words(At at) {
        return at.span()
                .map(span -> words(span) + (at.after() ? " after" : " before"))
                .orElse("when known");
    }

    private static String words(Span span) {
        return span.count() + " " + span.unit();
    }
}
