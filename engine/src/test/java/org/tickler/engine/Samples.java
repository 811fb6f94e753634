package org.tickler.engine;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.CalendarReader;
import org.tickler.calendars.ShippedCourts;
import org.tickler.calendars.WorkingHours;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.SourceText;
import org.tickler.engine.book.Book;
import org.tickler.engine.store.Change;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.PersonStore;
import org.tickler.rules.count.ShippedLaws;
import org.tickler.rules.docket.Details;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryKind;
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
import org.tickler.rules.firm.Proceeding;
import org.tickler.rules.firm.Quiet;
import org.tickler.rules.firm.Reach;
import org.tickler.rules.firm.RoleName;
import org.tickler.rules.firm.Wants;
import org.tickler.rules.lang.Known;
import org.tickler.rules.pack.ShippedPacks;

/** A small firm: Harper & Lin LLP, with three of its people, a client and the matter H-2291, Acme v. Bolt. */
public final class Samples {
    public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    public static final CalendarId NYSD = new CalendarId("us-nysd");
    /** Monday 5 January 2026, 9 in New York: when the samples became known. */
    public static final Instant MON_2026_01_05 = Instant.parse("2026-01-05T14:00:00Z");

    public static final MatterId ACME_V_BOLT = new MatterId("H-2291");
    public static final PersonId MHARPER = new PersonId("mharper");
    public static final PersonId JLIN = new PersonId("jlin");
    public static final PersonId RDIAZ = new PersonId("rdiaz");
    public static final PersonId ACME = new PersonId("acme");
    /** Thursday 12 March 2026, 9:30: the hearing. */
    public static final LocalDateTime THU_2026_03_12 = LocalDateTime.of(2026, 3, 12, 9, 30);

    /** What the sample firm's rules say. */
    public static final String RULES = """
            ladders:
              - id: appearance
                for: {kind: [hearing, trial]}
                rungs:
                  - {at: when known, to: lead-attorney, by: email}
                  - at: 7 days before
                    time: "09:00"
                    to: [lead-attorney, paralegal]
                    by: email
                  - at: 2 hours before
                    to: lead-attorney
                    by: sms
                    answer: {from: lead-attorney, within: 30 minutes}
                    if-silent:
                      - {tell: docket-clerk}
              - id: court-deadline
                for: {kind: [filing, limitation]}
                rungs:
                  - at: 7 days before
                    time: "09:00"
                    to: lead-attorney
                    by: email
                    answer: {from: lead-attorney, within: 1 business day}
                    if-silent:
                      - {tell: supervising-attorney}
                  - {at: 1 business day before, time: "09:00", to: [lead-attorney, paralegal], by: sms and email}
              - id: errand
                for: {kind: task}
                rungs:
                  - {at: 1 business day before, time: "09:00", to: paralegal, by: email}
            deadlines:
              - {id: binder, title: Hearing binder, trigger: {kind: hearing}, due: 5 business days before, kind: task,
                 owner: paralegal, authority: firm}
            """;

    private Samples() {}

    /** The sample firm's book. */
    public static Book book() {
        return book(RULES);
    }

    /** A book with other rules. */
    public static Book book(String rules) {
        Problems problems = new Problems();
        List<SourceText> calendars = ShippedCourts.sources();
        Known known =
                Known.of(people(), List.of(matter()), CalendarReader.book(calendars, problems), Set.of("hearing-prep"));
        return new Book(
                List.of(new SourceText("rules/ladders.yaml", rules)),
                calendars,
                ShippedPacks.sources(),
                ShippedLaws.sources(),
                firm(),
                known);
    }

    public static Firm firm() {
        WorkingHours hours = new WorkingHours(Stream.of(DayOfWeek.values())
                .filter(day -> day.getValue() <= 5)
                .collect(Collectors.toMap(
                        Function.identity(),
                        day -> List.of(new WorkingHours.Span(LocalTime.of(9, 0), LocalTime.of(17, 30))))));
        return new Firm("Harper & Lin LLP", NEW_YORK, hours, Optional.empty(), RDIAZ);
    }

    /** Mara Harper, supervising attorney: on leave over New Year, quiet at night, John Lin stands in. */
    public static Person mharper() {
        return new Person(
                MHARPER,
                "Mara Harper",
                PersonKind.STAFF,
                List.of(new RoleName("supervising-attorney")),
                reach("mharper@firm.example", "+12125550101"),
                NEW_YORK,
                Optional.of(new Quiet(LocalTime.of(21, 0), LocalTime.of(7, 0))),
                List.of(new Leave(LocalDate.of(2026, 12, 21), LocalDate.of(2027, 1, 2))),
                Optional.of(JLIN),
                Wants.DIGEST,
                Optional.empty(),
                MON_2026_01_05);
    }

    /** John Lin, lead attorney on the matter. */
    public static Person jlin() {
        return staff(JLIN, "John Lin", List.of(), reach("jlin@firm.example", "+12125550102"));
    }

    /** Rosa Diaz, paralegal on the matter, docket clerk of the firm, and its last resort. */
    public static Person rdiaz() {
        return staff(
                RDIAZ, "Rosa Diaz", List.of(new RoleName("docket-clerk")), reach("rdiaz@firm.example", "+12125550103"));
    }

    /** Acme Corp., the client: e-mail only. */
    public static Person acme() {
        return new Person(
                ACME,
                "Acme Corp.",
                PersonKind.CLIENT,
                List.of(),
                new Reach(
                        Optional.of("legal@acme.example"),
                        Optional.empty(),
                        Set.of(Channel.SMS),
                        Map.of(Channel.EMAIL, LocalDate.of(2026, 1, 5))),
                NEW_YORK,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Wants.EACH,
                Optional.empty(),
                MON_2026_01_05);
    }

    public static People people() {
        return new People(List.of(mharper(), jlin(), rdiaz(), acme()));
    }

    /** H-2291, Acme Corp. v. Bolt LLC, in the Southern District of New York. */
    public static Matter matter() {
        return matter(ACME_V_BOLT);
    }

    /** The same matter under another number. */
    public static Matter matter(MatterId id) {
        return new Matter(
                id,
                "Acme Corp. v. Bolt LLC",
                Optional.of("plaintiff"),
                Optional.of("commercial"),
                Optional.of("discovery"),
                Optional.of(LocalDate.of(2026, 1, 5)),
                Optional.empty(),
                Set.of(),
                Map.of(
                        new RoleName("lead-attorney"), List.of(JLIN),
                        new RoleName("paralegal"), List.of(RDIAZ),
                        new RoleName("client"), List.of(ACME)),
                List.of(new Proceeding(
                        NYSD,
                        Optional.of("1:26-cv-00417"),
                        Optional.of("Doe"),
                        Optional.empty(),
                        Optional.of(LocalDate.of(2026, 1, 5)),
                        Optional.empty())),
                List.of(),
                Confidentiality.FIRM,
                Set.of(),
                MON_2026_01_05);
    }

    /** The same under another number and title, from which some are walled off. */
    public static Matter walled(MatterId id, String title, Set<PersonId> walledOff) {
        Matter open = matter(id);
        return new Matter(
                id,
                title,
                open.side(),
                open.practice(),
                open.phase(),
                open.opened(),
                open.closed(),
                Set.of(),
                open.team(),
                open.proceedings(),
                open.claims(),
                open.confidentiality(),
                walledOff,
                open.knownAt());
    }

    /** A motion hearing on Thursday 12 March 2026 at 9:30, in courtroom 14C. */
    public static Entry hearing() {
        return entry(
                ACME_V_BOLT,
                "hearing-1",
                EntryKind.HEARING,
                "Hearing on motion to compel",
                new When.Timed(THU_2026_03_12, Optional.of(THU_2026_03_12.plusHours(1)), NEW_YORK));
    }

    /** A brief due on Friday 20 March 2026. */
    public static Entry filing() {
        return entry(
                ACME_V_BOLT,
                "filing-1",
                EntryKind.FILING,
                "Opposition brief",
                new When.AllDay(LocalDate.of(2026, 3, 20), Optional.empty(), NEW_YORK));
    }

    /** An open entry that the source {@code docket} calls {@code id}, known since {@link #MON_2026_01_05}. */
    public static Entry entry(MatterId matter, String id, EntryKind kind, String title, When when) {
        return new Entry(
                EntryId.entered("docket", matter + "/" + id),
                matter,
                kind,
                title,
                when,
                EntryStatus.OPEN,
                new Details(
                        Optional.of(NYSD),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("jlin"),
                        Optional.of("Courtroom 14C"),
                        Optional.of("in person"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                new Origin.Entered("docket", matter + "/" + id),
                new Revision(1, MON_2026_01_05));
    }

    /** Stores the people, the matter and these entries, without planning them. */
    public static void store(Database database, Entry... entries) {
        database.inTransaction(handle -> {
            people().all().forEach(person -> PersonStore.save(handle, person));
            MatterStore.save(handle, matter());
            EntryStore.insert(handle, List.of(entries), Change.loaded("docket", MON_2026_01_05));
            return null;
        });
    }

    private static Person staff(PersonId id, String name, List<RoleName> roles, Reach reach) {
        return new Person(
                id,
                name,
                PersonKind.STAFF,
                roles,
                reach,
                NEW_YORK,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Wants.EACH,
                Optional.empty(),
                MON_2026_01_05);
    }

    private static Reach reach(String email, String mobile) {
        return new Reach(Optional.of(email), Optional.of(mobile), Set.of(), Map.of());
    }
}
