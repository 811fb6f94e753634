package org.tickler.daemon.api;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.tickler.daemon.http.Admitting.Admission;
import org.tickler.daemon.http.Call;
import org.tickler.daemon.http.Reply;
import org.tickler.daemon.http.Routes;
import org.tickler.engine.agenda.NoSuchName;
import org.tickler.engine.book.NoActiveBook;
import org.tickler.engine.dispatch.words.Shipped;
import org.tickler.engine.docket.ActRefused;
import org.tickler.engine.store.ApiScope;
import org.tickler.engine.token.ApiTokens;

/// `/api/v1`: its operations, and what is common to them all.
public final class Api {
    static final String ROOT = "/api/v1";
    private static final String DOCUMENT = "/api/openapi.json";

    private final House house;
    private final Gate gate;
    private final String document = Shipped.text(DOCUMENT);

    public Api(House house) {
        this.house = house;
        this.gate = new Gate(house);
    }

    /// Adds the API to a port's addresses.
    public void addTo(Routes routes) {
        routes.refusing(ROOT + "/", (status, sentence) -> Refusal.problem(status, code(status), sentence, Map.of()));
        routes.get(ROOT + "/openapi.json", call -> Reply.of(200, "application/json", document));
        for (Operation one : operations()) {
            ApiScope scope = one.scope().orElseThrow();
            routes.guarded(one.method(), ROOT + one.path(), one.longest(), call -> admit(one, scope, call));
        }
    }

    /// All that needs a token, in the order in which the document tells of it.
    static List<Operation> operations() {
        return Stream.of(
                        EntryDesk.operations(),
                        ActDesk.operations(),
                        AskDesk.operations(),
                        FirmDesk.operations(),
                        LoadDesk.operations())
                .flatMap(List::stream)
                .toList();
    }

    private Admission admit(Operation operation, ApiScope scope, Call unread) {
        try {
            ApiTokens.Opened.Door door = gate.enter(unread, scope);
            return new Admission.In(call ->
                    answered(() -> operation.work().of(new Visit(call, door.token(), door.person(), house))));
        } catch (Refusal refusal) {
            return new Admission.Out(refusal.reply());
        }
    }

    private static Reply answered(Supplier<Reply> work) {
        try {
            return work.get();
        } catch (Refusal refusal) {
            return refusal.reply();
        } catch (NoSuchName unknown) {
            return Refusal.of(404, "not-found", sentence(unknown)).reply();
        } catch (ActRefused refused) {
            return Refusal.of(422, "act-refused", sentence(refused)).reply();
        } catch (NoActiveBook none) {
            return Refusal.of(503, "no-book", sentence(none))
                    .with("Retry-After", "30")
                    .reply();
        }
    }

    /// The engine's own words begin small and end without a point.
    private static String sentence(RuntimeException e) {
        String said = Objects.requireNonNullElse(e.getMessage(), e.toString());
        return said.endsWith(".") || said.endsWith("?") ? said : said + ".";
    }

    private static String code(int status) {
        return switch (status) {
            case 404 -> "not-found";
            case 405 -> "other-method";
            case 413 -> "too-large";
            case 503 -> "away";
            case 500 -> "fault";
            default -> "bad-request";
        };
    }
}
