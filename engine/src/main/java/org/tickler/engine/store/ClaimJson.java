package org.tickler.engine.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.tickler.calendars.CalendarId;
import org.tickler.rules.firm.Claim;

/** A claim in the body of its matter. */
final class ClaimJson {
    private ClaimJson() {}

    static ObjectNode write(Claim claim) {
        ObjectNode body = Json.object();
        body.put("id", claim.id());
        body.put("claim", claim.type());
        body.put("against", claim.against());
        body.put("accrued", claim.accrual().first().toString());
        body.put("accrued-until", claim.accrual().last().toString());
        Json.put(body, "born", claim.born());
        Json.put(body, "repose-from", claim.reposeFrom());
        Json.put(body, "court", claim.court());
        Json.put(body, "rule", claim.rule());
        ArrayNode tolling = body.putArray("tolling");
        claim.tolling().forEach(one -> {
            ObjectNode span = tolling.addObject();
            span.put("from", one.from().toString());
            Json.put(span, "to", one.to());
            span.put("why", one.why()).put("source", one.source());
        });
        ArrayNode agreements = body.putArray("agreements");
        claim.agreements()
                .forEach(one -> agreements
                        .addObject()
                        .put("from", one.from().toString())
                        .put("until", one.until().toString())
                        .put("source", one.source()));
        return body;
    }

    static Claim read(JsonNode body) {
        return new Claim(
                Json.text(body, "id"),
                Json.text(body, "claim"),
                Json.text(body, "against"),
                new Claim.Accrual(date(body, "accrued"), date(body, "accrued-until")),
                Json.find(body, "born").map(LocalDate::parse),
                Json.find(body, "repose-from").map(LocalDate::parse),
                Json.find(body, "court").map(CalendarId::new),
                Json.find(body, "rule"),
                Json.list(
                        body,
                        "tolling",
                        one -> new Claim.Tolling(
                                date(one, "from"),
                                Json.find(one, "to").map(LocalDate::parse),
                                Json.text(one, "why"),
                                Json.text(one, "source"))),
                Json.list(
                        body,
                        "agreements",
                        one -> new Claim.Agreement(date(one, "from"), date(one, "until"), Json.text(one, "source"))));
    }

    private static LocalDate date(JsonNode body, String key) {
        return LocalDate.parse(Json.text(body, key));
    }
}
