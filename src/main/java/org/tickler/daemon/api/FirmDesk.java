package org.tickler.daemon.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tickler.calendars.text.Words;
import org.tickler.daemon.http.Reply;
import org.tickler.engine.agenda.Line;
import org.tickler.engine.store.ApiScope;
import org.tickler.rules.firm.Leave;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.Proceeding;
import org.tickler.rules.firm.RoleName;

/// Shows people and matters, and to whom may know it how the engine stands. Addresses and numbers of people stay
/// inside.
final class FirmDesk {
    private FirmDesk() {}

    static List<Operation> operations() {
        return List.of(
                Operation.get("/people", ApiScope.READ, FirmDesk::people),
                Operation.get("/people/{id}", ApiScope.READ, FirmDesk::person),
                Operation.get("/matters", ApiScope.READ, FirmDesk::matters),
                Operation.get("/matters/{id}", ApiScope.READ, FirmDesk::matter),
                Operation.get("/status", ApiScope.ADMIN, FirmDesk::status));
    }

    private static Reply people(Visit visit) {
        Query query = visit.query("limit", "cursor");
        return Shape.page(visit.lookup().people(), one -> one.id().value(), FirmDesk::keys, query);
    }

    private static Reply person(Visit visit) {
        visit.query();
        return Shape.ok(keys(visit.lookup().person(visit.id("person", PersonId::new))));
    }

    private static Reply matters(Visit visit) {
        Query query = visit.query("person", "limit", "cursor");
        List<Matter> matters = visit.lookup().matters();
        List<Matter> wanted = query.id("person", PersonId::new)
                .map(visit.lookup()::person)
                .map(person -> matters.stream()
                        .filter(one -> one.hasOnTeam(
                                person.id(), person.dayAt(visit.house().now())))
                        .toList())
                .orElse(matters);
        return Shape.page(wanted, one -> one.id().value(), one -> keys(one, today(visit)), query);
    }

    private static Reply matter(Visit visit) {
        visit.query();
        return Shape.ok(keys(visit.lookup().matter(visit.id("matter", MatterId::new)), today(visit)));
    }

    private static LocalDate today(Visit visit) {
        return visit.house().now().atZone(visit.house().zone()).toLocalDate();
    }

    private static Reply status(Visit visit) {
        visit.query();
        return Shape.ok(visit.house().status().get());
    }

    private static Map<String, @Nullable Object> keys(Person person) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>(new Line.OfPerson(person).keys());
        keys.put("roles", person.roles().stream().map(RoleName::value).toList());
        keys.put("zone", person.zone().getId());
        keys.put("channels", person.reach().usable().stream().map(Words::of).toList());
        keys.put("leave", person.leave().stream().map(FirmDesk::keys).toList());
        person.delegate().ifPresent(delegate -> keys.put("delegate", delegate.value()));
        person.left().ifPresent(day -> keys.put("left", day.toString()));
        return keys;
    }

    private static Map<String, String> keys(Leave leave) {
        return Map.of("from", leave.from().toString(), "to", leave.to().toString());
    }

    private static Map<String, @Nullable Object> keys(Matter matter, LocalDate today) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>(new Line.OfMatter(matter).keys());
        matter.opened().ifPresent(day -> keys.put("opened", day.toString()));
        matter.closed().ifPresent(day -> keys.put("closed", day.toString()));
        Map<String, List<String>> team = new TreeMap<>();
        matter.team()
                .on(today)
                .forEach(member -> team.computeIfAbsent(member.role().value(), role -> new ArrayList<>())
                        .add(member.who().value()));
        keys.put("team", team);
        keys.put(
                "proceedings", matter.proceedings().stream().map(FirmDesk::keys).toList());
        keys.put("confidentiality", Words.of(matter.confidentiality()));
        return keys;
    }

    private static Map<String, String> keys(Proceeding proceeding) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("court", proceeding.court().value());
        proceeding.number().ifPresent(number -> keys.put("number", number));
        proceeding.judge().ifPresent(judge -> keys.put("judge", judge));
        proceeding.from().ifPresent(day -> keys.put("from", day.toString()));
        proceeding.until().ifPresent(day -> keys.put("until", day.toString()));
        return keys;
    }
}
