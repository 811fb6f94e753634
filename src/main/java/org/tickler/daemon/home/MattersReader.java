package org.tickler.daemon.home;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tickler.calendars.CalendarBook;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.text.Fields;
import org.tickler.calendars.text.Nearest;
import org.tickler.calendars.text.Span;
import org.tickler.calendars.text.TextNode;
import org.tickler.rules.firm.Claim;
import org.tickler.rules.firm.Confidentiality;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.Proceeding;
import org.tickler.rules.firm.Team;

/** Reads {@code matters:}, one map a matter. */
final class MattersReader {
    private final Set<String> people;
    private final CalendarBook calendars;
    private final Instant readAt;
    private final Map<MatterId, Matter> matters = new LinkedHashMap<>();
    private final Map<MatterId, Span> places = new LinkedHashMap<>();
    private final Set<String> roles = new LinkedHashSet<>();

    MattersReader(Set<String> people, CalendarBook calendars, Instant readAt) {
        this.people = Set.copyOf(people);
        this.calendars = calendars;
        this.readAt = readAt;
    }

    /** Those that could be read; the faults of the others are in the problems of {@code root}. */
    List<Matter> read(Fields root) {
        root.need("matters");
        for (Fields fields : root.maps("matters")) {
            matter(fields).ifPresent(matter -> keep(matter, fields));
        }
        root.finish();
        return List.copyOf(matters.values());
    }

    /** Where each of those that could be read stands. */
    Map<MatterId, Span> places() {
        return Map.copyOf(places);
    }

    /** Every role that a team names, faults or not. */
    Set<String> roles() {
        return Set.copyOf(roles);
    }

    private void keep(Matter matter, Fields fields) {
        Span first = places.putIfAbsent(matter.id(), fields.at("id"));
        if (matters.putIfAbsent(matter.id(), matter) != null && first != null) {
            fields.error(
                    "id",
                    HomeProblem.DUPLICATE_ID,
                    "id: a matter " + matter.id() + " stands on line " + first.line()
                            + " already; make one of the two, or renumber it");
        }
    }

    private Optional<Matter> matter(Fields fields) {
        Optional<MatterId> id = PeopleReader.id(fields, "id", MatterId::new);
        String title = fields.text("title");
        Optional<String> side = fields.findText("side");
        Optional<String> practice = fields.findText("practice");
        Optional<String> phase = fields.findText("phase");
        Optional<LocalDate> opened = fields.findDate("opened");
        Optional<LocalDate> closed = fields.findDate("closed");
        Set<String> facts = Set.copyOf(fields.texts("facts"));
        Team team = fields.findMap("team").map(this::team).orElse(Team.nobody());
        List<Proceeding> proceedings = proceedings(fields);
        List<Claim> claims = new ClaimReader(this::court).read(fields);
        Confidentiality confidentiality =
                fields.findOneOf("confidentiality", Confidentiality.class).orElse(Confidentiality.FIRM);
        Set<PersonId> walledOff = new LinkedHashSet<>();
        fields.list("walled-off").forEach(name -> known(fields, name).ifPresent(walledOff::add));
        checkOpened(fields, opened, closed);
        if (!fields.finish() || id.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Matter(
                id.get(),
                title,
                side,
                practice,
                phase,
                opened,
                closed,
                facts,
                team,
                proceedings,
                claims,
                confidentiality,
                walledOff,
                readAt));
    }

    private static void checkOpened(Fields fields, Optional<LocalDate> opened, Optional<LocalDate> closed) {
        if (opened.isPresent() && closed.isPresent() && closed.get().isBefore(opened.get())) {
            fields.error(
                    "closed",
                    HomeProblem.BAD_SPAN,
                    "closed: " + closed.get() + " is before the matter was opened on " + opened.get());
        }
    }

    private Team team(Fields fields) {
        TeamReader reader = new TeamReader(this::known);
        List<Team.Member> team = new ArrayList<>();
        for (TextNode role : fields.keys()) {
            roles.add(role.value());
            team.addAll(reader.members(fields, role));
        }
        fields.finish();
        return new Team(team);
    }

    private Optional<PersonId> known(Fields fields, TextNode name) {
        if (people.contains(name.value())) {
            return Optional.of(new PersonId(name.value()));
        }
        fields.error(
                name.at(),
                HomeProblem.UNKNOWN_PERSON,
                "nobody has the id \"" + name.value() + "\"" + Nearest.hint(name.value(), people));
        return Optional.empty();
    }

    private List<Proceeding> proceedings(Fields fields) {
        List<Proceeding> proceedings = new ArrayList<>();
        if (fields.has("court")) {
            court(fields)
                    .map(court -> new Proceeding(
                            court,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()))
                    .ifPresent(proceedings::add);
        }
        for (Fields each : fields.maps("proceedings")) {
            proceeding(each).ifPresent(proceedings::add);
        }
        return proceedings;
    }

    private Optional<Proceeding> proceeding(Fields fields) {
        fields.need("court");
        Optional<CalendarId> court = court(fields);
        Optional<String> number = fields.findText("number");
        Optional<String> judge = fields.findText("judge");
        Optional<ZoneId> zone = fields.findZone("zone");
        Optional<LocalDate> from = fields.findDate("from");
        Optional<LocalDate> until = fields.findDate("until");
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            fields.error(
                    "until",
                    HomeProblem.BAD_SPAN,
                    "until: " + until.get() + " is before the proceeding began on " + from.get());
        }
        return fields.finish()
                ? court.map(id -> new Proceeding(id, number, judge, zone, from, until))
                : Optional.empty();
    }

    private Optional<CalendarId> court(Fields fields) {
        Optional<CalendarId> court = fields.read("court", CalendarId::new, HomeProblem.UNKNOWN_COURT, "us-nysd");
        if (court.isPresent() && calendars.find(court.get()).isEmpty()) {
            List<String> names = calendars.ids().stream().map(CalendarId::value).toList();
            fields.error(
                    "court",
                    HomeProblem.UNKNOWN_COURT,
                    "court: no calendar is called \"" + court.get() + "\" (calendars/ of the home can add one)"
                            + Nearest.hint(court.get().value(), names));
            return Optional.empty();
        }
        return court;
    }
}
