package org.tickler.engine.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.text.Words;
import org.tickler.rules.firm.Confidentiality;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.Proceeding;
import org.tickler.rules.firm.RoleName;

/** A matter as the column {@code matter.body}, without id and known-at, which have columns of their own. */
final class MatterJson {
    private MatterJson() {}

    static ObjectNode write(Matter matter) {
        ObjectNode body = Json.object();
        body.put("title", matter.title());
        Json.put(body, "side", matter.side());
        Json.put(body, "practice", matter.practice());
        Json.put(body, "phase", matter.phase());
        Json.put(body, "opened", matter.opened());
        Json.put(body, "closed", matter.closed());
        if (!matter.facts().isEmpty()) {
            body.set("facts", Json.array(matter.facts().stream().sorted().toList()));
        }
        ObjectNode team = body.putObject("team");
        matter.team()
                .forEach((role, people) -> team.set(
                        role.value(),
                        Json.array(people.stream().map(PersonId::value).toList())));
        ArrayNode proceedings = body.putArray("proceedings");
        matter.proceedings().forEach(proceeding -> proceedings.add(write(proceeding)));
        if (!matter.claims().isEmpty()) {
            ArrayNode claims = body.putArray("claims");
            matter.claims().forEach(claim -> claims.add(ClaimJson.write(claim)));
        }
        body.put("confidentiality", Words.of(matter.confidentiality()));
        body.set(
                "walled-off",
                Json.array(matter.walledOff().stream()
                        .map(PersonId::value)
                        .sorted()
                        .toList()));
        return body;
    }

    static Matter read(String id, JsonNode body, Instant knownAt) {
        return new Matter(
                new MatterId(id),
                Json.text(body, "title"),
                Json.find(body, "side"),
                Json.find(body, "practice"),
                Json.find(body, "phase"),
                Json.find(body, "opened").map(LocalDate::parse),
                Json.find(body, "closed").map(LocalDate::parse),
                Set.copyOf(Json.list(body, "facts", JsonNode::asText)),
                team(body.path("team")),
                Json.list(body, "proceedings", MatterJson::proceeding),
                Json.list(body, "claims", ClaimJson::read),
                PersonJson.word(Confidentiality.class, Json.text(body, "confidentiality")),
                Set.copyOf(Json.list(body, "walled-off", person -> new PersonId(person.asText()))),
                knownAt);
    }

    private static ObjectNode write(Proceeding proceeding) {
        ObjectNode body = Json.object();
        body.put("court", proceeding.court().value());
        Json.put(body, "number", proceeding.number());
        Json.put(body, "judge", proceeding.judge());
        Json.put(body, "zone", proceeding.zone().map(ZoneId::getId));
        Json.put(body, "from", proceeding.from());
        Json.put(body, "until", proceeding.until());
        return body;
    }

    private static Proceeding proceeding(JsonNode body) {
        return new Proceeding(
                new CalendarId(Json.text(body, "court")),
                Json.find(body, "number"),
                Json.find(body, "judge"),
                Json.find(body, "zone").map(ZoneId::of),
                Json.find(body, "from").map(LocalDate::parse),
                Json.find(body, "until").map(LocalDate::parse));
    }

    private static Map<RoleName, List<PersonId>> team(JsonNode team) {
        Map<RoleName, List<PersonId>> roles = new HashMap<>();
        team.properties()
                .forEach(field -> roles.put(
                        new RoleName(field.getKey()),
                        Json.list(team, field.getKey(), person -> new PersonId(person.asText()))));
        return roles;
    }
}
