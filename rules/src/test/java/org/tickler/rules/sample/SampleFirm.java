package org.tickler.rules.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tickler.calendars.CalendarBook;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.CalendarReader;
import org.tickler.calendars.ClosureKind;
import org.tickler.calendars.ShippedCourts;
import org.tickler.calendars.WorkingHours;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.SourceText;
import org.tickler.rules.count.ShippedLaws;
import org.tickler.rules.docket.ConfirmedClosure;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.Instruction;
import org.tickler.rules.docket.MatterAct;
import org.tickler.rules.docket.Stated;
import org.tickler.rules.docket.Told;
import org.tickler.rules.docket.When;
import org.tickler.rules.firm.Claim;
import org.tickler.rules.firm.Confidentiality;
import org.tickler.rules.firm.Firm;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.Proceeding;
import org.tickler.rules.firm.RoleName;
import org.tickler.rules.firm.Team;
import org.tickler.rules.lang.Known;
import org.tickler.rules.lang.OverlayChecks;
import org.tickler.rules.lang.PackShelf;
import org.tickler.rules.lang.RuleReader;
import org.tickler.rules.lang.Rulebook;
import org.tickler.rules.pack.ShippedPacks;
import org.tickler.rules.plan.Schedule;
import org.tickler.rules.plan.Scheduler;

/** Harper and Lin of New York, with one matter, as much of it as a test says. */
public final class SampleFirm {
    /** The federal calendars, and a firm holiday on Friday 6 March 2026. */
    public static final CalendarBook CALENDARS = calendars();

    private static final PackShelf SHELF = new PackShelf(ShippedPacks.sources(), ShippedLaws.sources());

    public static final Firm FIRM = new Firm(
            "Harper & Lin LLP",
            ZoneId.of("America/New_York"),
            WorkingHours.parse("Mon-Fri 09:00-17:30"),
            Optional.of(new CalendarId("harper-lin")),
            new PersonId("rdiaz"));

    private final List<Person> people = new ArrayList<>();
    private final Map<RoleName, List<PersonId>> team = new LinkedHashMap<>();
    private final List<Team.Member> members = new ArrayList<>();
    private final Map<EntryId, Instant> owned = new HashMap<>();
    private final Set<PersonId> walledOff = new HashSet<>();
    private final List<Proceeding> proceedings = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<EntryId, Map<PersonId, List<Told>>> told = new HashMap<>();
    private final List<Instruction> instructions = new ArrayList<>();
    private final List<MatterAct> acts = new ArrayList<>();
    private Confidentiality confidentiality = Confidentiality.FIRM;
    private final Map<EntryId, When> off = new HashMap<>();
    private final List<ConfirmedClosure> confirmed = new ArrayList<>();
    private CalendarBook calendars = CALENDARS;
    private Optional<String> practice = Optional.empty();
    private Optional<String> phase = Optional.empty();
    private String rules = "";
    private final List<String> overlays = new ArrayList<>();
    private PackShelf shelf = SHELF;
    private Set<String> facts = Set.of();
    private Instant rulesKnown = Instant.EPOCH;
    private Instant matterKnown = Instant.EPOCH;

    private static CalendarBook calendars(SourceText... more) {
        Problems problems = new Problems();
        List<SourceText> sources = Stream.of(
                        ShippedCourts.sources().stream(),
                        Stream.of(more),
                        Stream.of(new SourceText("calendars/harper-lin.yaml", """
                                        calendar: harper-lin
                                        title: Holidays of the firm
                                        over: us-federal
                                        closures:
                                          - name: Firm day
                                            on: 2026-03-06
                                            kind: holiday
                                            authority: the partners
                                        """)))
                .flatMap(files -> files)
                .toList();
        CalendarBook book = CalendarReader.book(sources, problems);
        if (problems.hasErrors()) {
            throw new IllegalStateException(problems.toString());
        }
        return book;
    }

    /** A file that amends a calendar, active from {@code since} on. */
    public SampleFirm closes(String yaml, String since) {
        calendars = calendars(new SourceText("calendars/closure.yaml", yaml))
                .since(Instant.parse(since), Optional.of(calendars));
        rulesKnown = Instant.parse(since);
        return this;
    }

    /** That a hearing that waits was taken off this time by a closure. */
    public SampleFirm off(EntryId hearing, When was) {
        off.put(hearing, was);
        return this;
    }

    /** That a person confirmed the snow storm that closed a court. */
    public SampleFirm confirmed(String calendar, String day, ClosureKind kind, String by, String at) {
        confirmed.add(new ConfirmedClosure(
                new CalendarId(calendar),
                LocalDate.parse(day),
                "Snow storm",
                kind,
                new PersonId(by),
                Instant.parse(at)));
        return this;
    }

    public static SampleFirm firm() {
        return new SampleFirm();
    }

    public SampleFirm with(SamplePerson person) {
        people.add(person.build());
        return this;
    }

    public SampleFirm team(String role, String... ids) {
        team.put(new RoleName(role), Stream.of(ids).map(PersonId::new).toList());
        return this;
    }

    /** Who holds a role from a day until a day, which became known then; an empty text: not given. */
    public SampleFirm member(String role, String id, String from, String until, String known) {
        members.add(new Team.Member(
                new RoleName(role),
                new PersonId(id),
                day(from),
                day(until),
                known.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(known))));
        return this;
    }

    private static Optional<LocalDate> day(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }

    /** Since when it is known that an entry is its owner's. */
    public SampleFirm owned(EntryId entry, String instant) {
        owned.put(entry, Instant.parse(instant));
        return this;
    }

    public SampleFirm walledOff(String id) {
        walledOff.add(new PersonId(id));
        return this;
    }

    public SampleFirm teamOnly() {
        confidentiality = Confidentiality.TEAM;
        return this;
    }

    /** Since when the matter is known with this team. */
    public SampleFirm matterKnown(String instant) {
        matterKnown = Instant.parse(instant);
        return this;
    }

    public SampleFirm practice(String word) {
        practice = Optional.of(word);
        return this;
    }

    public SampleFirm phase(String word) {
        phase = Optional.of(word);
        return this;
    }

    public SampleFirm court(String calendar) {
        return proceeding(calendar, Optional.empty(), Optional.empty());
    }

    /** In that court before that judge. */
    public SampleFirm judge(String calendar, String judge) {
        return proceeding(calendar, Optional.of(judge), Optional.empty());
    }

    /** The same since that day. */
    public SampleFirm judge(String calendar, String judge, String from) {
        return proceeding(calendar, Optional.of(judge), Optional.of(LocalDate.parse(from)));
    }

    /** The same until that day. */
    public SampleFirm judgeUntil(String calendar, String judge, String until) {
        proceedings.add(new Proceeding(
                new CalendarId(calendar),
                Optional.empty(),
                Optional.of(judge),
                Optional.empty(),
                Optional.empty(),
                Optional.of(LocalDate.parse(until))));
        return this;
    }

    private SampleFirm proceeding(String calendar, Optional<String> judge, Optional<LocalDate> from) {
        return proceeding(new Proceeding(
                new CalendarId(calendar), Optional.empty(), judge, Optional.empty(), from, Optional.empty()));
    }

    public SampleFirm proceeding(Proceeding one) {
        proceedings.add(one);
        return this;
    }

    public SampleFirm claim(Claim claim) {
        claims.removeIf(old -> old.id().equals(claim.id()));
        claims.add(claim);
        return this;
    }

    public SampleFirm on(SampleEntry... some) {
        for (SampleEntry entry : some) {
            on(entry.build());
        }
        return this;
    }

    public SampleFirm on(Entry entry) {
        entries.removeIf(old -> old.id().equals(entry.id()));
        entries.add(entry);
        return this;
    }

    /** That {@code person} was told of {@code revision} of the entry: that it is on Tuesday 7 April 2026. */
    public SampleFirm told(EntryId entry, String person, int revision) {
        return told(entry, person, revision, SampleEntry.hearing("2026-04-07T10:00"));
    }

    /** That {@code person} was told of {@code revision} of the entry, which was as {@code former} says. */
    public SampleFirm told(EntryId entry, String person, int revision, SampleEntry former, String... answered) {
        return told(entry, person, new Told(revision, Stated.of(former.build()), false, Set.of(answered)));
    }

    /** That {@code person} was told that the entry is off. */
    public SampleFirm toldOff(EntryId entry, String person, int revision) {
        Stated stated = Stated.of(SampleEntry.hearing("2026-04-07T10:00").build());
        return told(entry, person, new Told(revision, stated, true, Set.of()));
    }

    private SampleFirm told(EntryId entry, String person, Told heard) {
        told.computeIfAbsent(entry, id -> new HashMap<>())
                .computeIfAbsent(new PersonId(person), id -> new ArrayList<>())
                .add(heard);
        return this;
    }

    public SampleFirm rules(String yaml) {
        rules = yaml;
        return this;
    }

    /** A pack called {@code sample} in place of the shipped ones. */
    public SampleFirm pack(String yaml) {
        shelf = new PackShelf(List.of(new SourceText("packs/sample.yaml", yaml)), ShippedLaws.sources());
        return this;
    }

    /** A file with an overlay, beside the rules. */
    public SampleFirm overlay(String yaml) {
        overlays.add(yaml);
        return this;
    }

    public SampleFirm facts(String... names) {
        facts = Set.of(names);
        return this;
    }

    public SampleFirm rulesKnown(String instant) {
        rulesKnown = Instant.parse(instant);
        return this;
    }

    public People people() {
        return new People(people);
    }

    public SampleFirm said(Instruction instruction) {
        instructions.add(instruction);
        return this;
    }

    /** That the matter was settled, stayed or closed. */
    public SampleFirm act(MatterAct act) {
        acts.add(act);
        return this;
    }

    public Matter matter() {
        return new Matter(
                new MatterId("H-2291"),
                "Acme Corp. v. Bolt LLC",
                Optional.of("plaintiff"),
                practice,
                phase,
                Optional.of(LocalDate.of(2026, 1, 5)),
                Optional.empty(),
                facts,
                new Team(Stream.concat(Team.of(team).members().stream(), members.stream())
                        .toList()),
                proceedings,
                claims,
                confidentiality,
                walledOff,
                matterKnown);
    }

    public Docket docket() {
        return new Docket(matter(), entries, told, Docket.byEntry(instructions), confirmed, off, acts, owned);
    }

    public Rulebook rulebook() {
        Problems problems = new Problems();
        Known known = Known.of(people(), List.of(matter()), CALENDARS, Set.of("hearing-notice"));
        List<SourceText> files = new ArrayList<>(List.of(new SourceText("rules/sample.yaml", rules)));
        overlays.forEach(text -> files.add(new SourceText("rules/overlay-" + files.size() + ".yaml", text)));
        Optional<Rulebook> read = RuleReader.read(files, known, shelf, problems);
        read.ifPresent(book -> OverlayChecks.check(book.law(), CALENDARS, problems));
        return read.filter(book -> !problems.hasErrors())
                .orElseThrow(() -> new IllegalStateException(problems.toString()))
                .since(rulesKnown, Optional.empty());
    }

    public Schedule schedule() {
        return Scheduler.derive(docket(), rulebook(), calendars, FIRM, people());
    }

    /** The reminders a line each: local time with zone, person, channel, fate. */
    public List<String> lines() {
        return schedule().reminders().stream().map(Lines::line).toList();
    }

    /** The reminders that go out, a line each. */
    public List<String> going() {
        return schedule().reminders().stream()
                .filter(Lines::goes)
                .map(Lines::line)
                .toList();
    }

    public List<String> gaps() {
        return schedule().gaps().stream().map(Schedule.Gap::why).toList();
    }
}
