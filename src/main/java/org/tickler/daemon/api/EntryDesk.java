package org.tickler.daemon.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tickler.daemon.cli.ExplanationWords;
import org.tickler.daemon.http.Reply;
import org.tickler.engine.agenda.AgendaQuery;
import org.tickler.engine.agenda.Explanation;
import org.tickler.engine.agenda.Line;
import org.tickler.engine.agenda.Wanted;
import org.tickler.engine.history.Moment;
import org.tickler.engine.store.ApiScope;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.PersonKind;

/// Shows entries, why they are there, and the agenda.
final class EntryDesk {
    private EntryDesk() {}

    static List<Operation> operations() {
        return List.of(
                Operation.get("/entries", ApiScope.READ, EntryDesk::entries),
                Operation.get("/entries/{id}", ApiScope.READ, EntryDesk::entry),
                Operation.get("/entries/{id}/explain", ApiScope.READ, EntryDesk::explain),
                Operation.get("/agenda", ApiScope.READ, EntryDesk::agenda));
    }

    private static Reply entries(Visit visit) {
        Query query = visit.query("matter", "person", "from", "to", "status", "kind", "limit", "cursor");
        Wanted wanted = new Wanted(
                query.id("person", PersonId::new),
                query.id("matter", MatterId::new),
                query.day("from"),
                query.day("to"),
                query.words("status", EntryStatus.class),
                query.words("kind", EntryKind.class));
        refuseBackwards(wanted.from(), wanted.to());
        return Shape.page(visit.lookup().entries(wanted), EntryDesk::id, Line::keys, query);
    }

    private static Reply entry(Visit visit) {
        visit.query();
        return Shape.ok(visit.lookup().entry(visit.id("entry", EntryId::new)).keys());
    }

    /// With its whole life for the staff: who was told and who was silent is not for a client to read. By which address
    /// somebody was told is for no other program.
    private static Reply explain(Visit visit) {
        visit.query();
        House house = visit.house();
        EntryId id = visit.id("entry", EntryId::new);
        Explanation explanation = house.engine().explain(id, Optional.of(visit.who()));
        boolean staff = house.engine()
                .people()
                .find(visit.who())
                .filter(person -> person.kind() == PersonKind.STAFF)
                .isPresent();
        List<Moment> life =
                staff ? house.engine().lifeWithoutAddresses(explanation.asked().entry(), house.zone()) : List.of();
        return Shape.ok(new ExplanationWords(explanation, house.zone(), life).keys());
    }

    /// From today on, in the firm's zone, unless said.
    private static Reply agenda(Visit visit) {
        Query query = visit.query("matter", "person", "from", "to", "limit", "cursor");
        LocalDate today = visit.house().now().atZone(visit.house().zone()).toLocalDate();
        Optional<LocalDate> from = query.day("from").or(() -> Optional.of(today));
        refuseBackwards(from, query.day("to"));
        AgendaQuery wanted = new AgendaQuery(
                Optional.of(visit.who()),
                query.id("person", PersonId::new),
                query.id("matter", MatterId::new),
                from,
                query.day("to"));
        return Shape.page(visit.house().engine().agenda(wanted), EntryDesk::id, Line::keys, query);
    }

    private static String id(Line line) {
        return line.keys().get("type") + " " + line.keys().get("id");
    }

    private static void refuseBackwards(Optional<LocalDate> from, Optional<LocalDate> to) {
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            throw Refusal.bad("to: expected " + from.get() + " or later, where from begins, but was " + to.get() + ".");
        }
    }
}
