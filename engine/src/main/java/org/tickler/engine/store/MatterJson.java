package org.tickler.engine.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.text.Words;
import org.tickler.rules.firm.Confidentiality;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.Proceeding;
import org.tickler.rules.firm.RoleName;
import org.tickler.rules.firm.Team;

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
        for (Team.Member member : matter.team().members()) {
            team.withArray(member.role().value()).add(write(member));
        }
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

    /** @param known since when single members of the team are known, by {@link #key} */
    static Matter read(String id, JsonNode body, JsonNode known, Instant knownAt) {
        return new Matter(
                new MatterId(id),
                Json.text(body, "title"),
                Json.find(body, "side"),
                Json.find(body, "practice"),
                Json.find(body, "phase"),
                Json.find(body, "opened").map(LocalDate::parse),
                Json.find(body, "closed").map(LocalDate::parse),
                Set.copyOf(Json.list(body, "facts", JsonNode::asText)),
                team(body.path("team"), known),
                Json.list(body, "proceedings", MatterJson::proceeding),
                Json.list(body, "claims", ClaimJson::read),
                PersonJson.word(Confidentiality.class, Json.text(body, "confidentiality")),
                Set.copyOf(Json.list(body, "walled-off", person -> new PersonId(person.asText()))),
                knownAt);
    }

    /** A person who holds a role on every day is written as the id alone. */
    private static JsonNode write(Team.Member member) {
        if (member.from().isEmpty() && member.until().isEmpty()) {
            return TextNode.valueOf(member.who().value());
        }
        ObjectNode body = Json.object().put("who", member.who().value());
        Json.put(body, "from", member.from());
        Json.put(body, "until", member.until());
        return body;
    }

    /** What a member is told apart by. */
    static String key(Team.Member member) {
        return member.role() + " " + member.who()
                + member.from().map(day -> " " + day).orElse("");
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

    private static Team team(JsonNode team, JsonNode known) {
        List<Team.Member> members = new ArrayList<>();
        team.properties()
                .forEach(field -> field.getValue().forEach(one -> {
                    Team.Member member = member(new RoleName(field.getKey()), one);
                    members.add(member.known(Json.find(known, key(member)).map(Instant::parse)));
                }));
        return new Team(members);
    }

    private static Team.Member member(RoleName role, JsonNode one) {
        return one.isTextual()
                ? Team.Member.always(role, new PersonId(one.asText()))
                : new Team.Member(
                        role,
                        new PersonId(Json.text(one, "who")),
                        Json.find(one, "from").map(LocalDate::parse),
                        Json.find(one, "until").map(LocalDate::parse),
                        Optional.empty());
    }
}
