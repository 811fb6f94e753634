package org.tickler.engine.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.tickler.calendars.text.Words;
import org.tickler.rules.firm.Channel;

/**
 * For which address each consent was given, as the column {@code person.consented}. A consent holds for that address; for
 * another one only where it is of that day or later, or was given anew.
 */
final class Consents {
    private static final String SINCE = "since";
    private static final String ADDRESS = "address";

    private Consents() {}

    /** Of a person's first facts. */
    static ObjectNode first(JsonNode body) {
        ObjectNode consented = Json.object();
        for (Channel channel : Channel.values()) {
            since(body, channel).ifPresent(day -> put(consented, channel, day, address(body, channel)));
        }
        return consented;
    }

    /** Of a person whose facts became others on {@code day}. */
    static ObjectNode after(JsonNode before, JsonNode consented, JsonNode body, LocalDate day) {
        ObjectNode former = first(before);
        consented.properties().forEach(field -> former.set(field.getKey(), field.getValue()));
        ObjectNode now = Json.object();
        for (Channel channel : Channel.values()) {
            since(body, channel).ifPresent(since -> {
                JsonNode was = former.path(Words.of(channel));
                boolean anew = was.path(ADDRESS).isMissingNode()
                        || since.isAfter(LocalDate.parse(Json.text(was, SINCE)))
                        || !since.isBefore(day);
                put(now, channel, since, anew ? address(body, channel) : Json.find(was, ADDRESS));
            });
        }
        return now;
    }

    /** The channels whose consent is for another address than the one that stands there. */
    static Set<Channel> lapsed(JsonNode body, JsonNode consented) {
        Set<Channel> lapsed = EnumSet.noneOf(Channel.class);
        for (Channel channel : Channel.values()) {
            Optional<String> given = Json.find(consented.path(Words.of(channel)), ADDRESS);
            boolean other =
                    given.isPresent() && address(body, channel).isPresent() && !given.equals(address(body, channel));
            if (since(body, channel).isPresent() && other) {
                lapsed.add(channel);
            }
        }
        return lapsed;
    }

    private static void put(ObjectNode consented, Channel channel, LocalDate since, Optional<String> address) {
        ObjectNode one = consented.putObject(Words.of(channel)).put(SINCE, since.toString());
        Json.put(one, ADDRESS, address);
    }

    private static Optional<LocalDate> since(JsonNode body, Channel channel) {
        return Json.find(body.path("consent"), Words.of(channel)).map(LocalDate::parse);
    }

    private static Optional<String> address(JsonNode body, Channel channel) {
        return Json.find(
                body,
                switch (channel) {
                    case EMAIL -> "email";
                    case SMS -> "mobile";
                });
    }
}
