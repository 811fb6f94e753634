package org.tickler.engine.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tickler.calendars.text.Words;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.Leave;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.PersonKind;
import org.tickler.rules.firm.Quiet;
import org.tickler.rules.firm.Reach;
import org.tickler.rules.firm.RoleName;
import org.tickler.rules.firm.Wants;

/** A person as the column {@code person.body}, without id and known-at, which have columns of their own. */
final class PersonJson {
    private PersonJson() {}

    static ObjectNode write(Person person) {
        ObjectNode body = Json.object();
        body.put("name", person.name());
        body.put("kind", Words.of(person.kind()));
        body.set(
                "roles", Json.array(person.roles().stream().map(RoleName::value).toList()));
        Json.put(body, "email", person.reach().email());
        Json.put(body, "mobile", person.reach().mobile());
        body.set(
                "never",
                Json.array(
                        person.reach().never().stream().map(Words::of).sorted().toList()));
        ObjectNode consent = body.putObject("consent");
        person.reach().consent().forEach((channel, since) -> consent.put(Words.of(channel), since.toString()));
        body.put("zone", person.zone().getId());
        person.quiet()
                .ifPresent(quiet -> body.putObject("quiet")
                        .put("from", quiet.from().toString())
                        .put("to", quiet.to().toString()));
        ArrayNode leave = body.putArray("leave");
        person.leave()
                .forEach(span -> leave.addObject()
                        .put("from", span.from().toString())
                        .put("to", span.to().toString()));
        Json.put(body, "delegate", person.delegate());
        if (!person.delegates().isEmpty()) {
            ObjectNode delegates = body.putObject("delegates");
            person.delegates().forEach((matter, other) -> delegates.put(matter.value(), other.value()));
        }
        body.put("wants", Words.of(person.wants()));
        Json.put(body, "left", person.left());
        if (!person.answersFor().isEmpty()) {
            body.set(
                    "answers-for",
                    Json.array(person.answersFor().stream().map(PersonId::value).toList()));
        }
        return body;
    }

    /** @param consented for which address each consent was given */
    static Person read(String id, JsonNode body, JsonNode consented, Instant knownAt) {
        return new Person(
                new PersonId(id),
                Json.text(body, "name"),
                word(PersonKind.class, Json.text(body, "kind")),
                Json.list(body, "roles", role -> new RoleName(role.asText())),
                reach(body, consented),
                ZoneId.of(Json.text(body, "zone")),
                quiet(body.path("quiet")),
                Json.list(body, "leave", span -> new Leave(day(span, "from"), day(span, "to"))),
                Json.find(body, "delegate").map(PersonId::new),
                delegates(body.path("delegates")),
                word(Wants.class, Json.text(body, "wants")),
                Json.find(body, "left").map(LocalDate::parse),
                Json.list(body, "answers-for", other -> new PersonId(other.asText())),
                knownAt);
    }

    /** The value of a closed set; a word that this program does not know is an error of the row. */
    static <E extends Enum<E>> E word(Class<E> set, String word) {
        return Words.find(set, word)
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected one of " + Words.all(set) + " in a stored row, but found: " + word));
    }

    private static Reach reach(JsonNode body, JsonNode consented) {
        Map<Channel, LocalDate> consent = new EnumMap<>(Channel.class);
        body.path("consent")
                .properties()
                .forEach(field -> consent.put(
                        word(Channel.class, field.getKey()),
                        LocalDate.parse(field.getValue().asText())));
        return new Reach(
                Json.find(body, "email"),
                Json.find(body, "mobile"),
                Set.copyOf(Json.list(body, "never", channel -> word(Channel.class, channel.asText()))),
                consent,
                Consents.lapsed(body, consented));
    }

    private static Map<MatterId, PersonId> delegates(JsonNode delegates) {
        Map<MatterId, PersonId> all = new HashMap<>();
        delegates
                .properties()
                .forEach(field -> all.put(
                        new MatterId(field.getKey()),
                        new PersonId(field.getValue().asText())));
        return all;
    }

    private static Optional<Quiet> quiet(JsonNode quiet) {
        return quiet.isObject()
                ? Optional.of(
                        new Quiet(LocalTime.parse(Json.text(quiet, "from")), LocalTime.parse(Json.text(quiet, "to"))))
                : Optional.empty();
    }

    private static LocalDate day(JsonNode node, String key) {
        return LocalDate.parse(Json.text(node, key));
    }
}
