package org.tickler.engine.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.tickler.calendars.text.Words;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.Person;
import org.tickler.rules.remind.Channels;

/** Addresses that must not, or cannot, be used for now. */
public final class SuppressionStore {

    private SuppressionStore() {}

    /** Why an address is not to be used. */
    public enum Why {
        /** Its owner asked not to be written to on this channel. */
        OPTED_OUT,
        /** Nothing sent to it can arrive. */
        REFUSED
    }

    /** Says from now on that an address is not to be used; what is known of it already stays. Says whether it was news. */
    public static boolean add(Handle handle, Channel channel, String address, Why why, String detail, Instant at) {
        return handle.createUpdate("""
                        INSERT INTO suppression (channel, address, why, detail, since)
                        VALUES (:channel, :address, :why, :detail, :at) ON CONFLICT DO NOTHING""")
                        .bind("channel", Words.of(channel))
                        .bind("address", address)
                        .bind("why", Words.of(why))
                        .bind("detail", detail)
                        .bind("at", at)
                        .execute()
                == 1;
    }

    /** Lets an address be used again; says whether it could not be before. */
    public static boolean end(Handle handle, Channel channel, String address, Instant at) {
        return handle.createUpdate("""
                        UPDATE suppression SET ended_at = :at
                        WHERE channel = :channel AND address = :address AND ended_at IS NULL""")
                        .bind("channel", Words.of(channel))
                        .bind("address", address)
                        .bind("at", at)
                        .execute()
                == 1;
    }

    /** The channels that may be used for a person on a day, e-mail first, whose addresses are not suppressed. */
    public static List<Channel> open(Handle handle, Person person, LocalDate day) {
        return Channels.usable(person, day).stream()
                .filter(channel -> person.reach()
                        .address(channel)
                        .flatMap(address -> find(handle, channel, address))
                        .isEmpty())
                .toList();
    }

    /** Why an address is not to be used, in words; empty: it may be. */
    public static Optional<String> find(Handle handle, Channel channel, String address) {
        return handle.createQuery("""
                        SELECT why, detail FROM suppression
                        WHERE channel = :channel AND address = :address AND ended_at IS NULL""")
                .bind("channel", Words.of(channel))
                .bind("address", address)
                .map((row, context) -> row.getString("why") + ": " + row.getString("detail"))
                .findOne();
    }

    /** Those of {@code addresses} that are not to be used, each with the reason in words. */
    public static Map<String, String> find(Handle handle, Channel channel, Collection<String> addresses) {
        return handle
                .createQuery("""
                        SELECT address, why, detail FROM suppression
                        WHERE channel = :channel AND address = ANY(:addresses) AND ended_at IS NULL""")
                .bind("channel", Words.of(channel))
                .bind("addresses", TextArray.of(addresses))
                .map((row, context) ->
                        Map.entry(row.getString("address"), row.getString("why") + ": " + row.getString("detail")))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
