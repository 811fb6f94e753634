package org.tickler.engine.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.remind.AskId;

/** Channels that carry much and bring nothing back. Reads only. */
public final class QuietChannelStore {
    private QuietChannelStore() {}

    /** Whether an ask is the question to the owner of a channel; no other channel can answer it. */
    public static boolean asks(Handle handle, AskId ask) {
        return handle.createQuery("""
                        SELECT EXISTS (SELECT FROM sheet s JOIN ask a ON a.id = s.ask
                            WHERE s.ask = :ask AND s.kind = 'channel-check' AND a.step = 0)""")
                .bind("ask", ask.value())
                .mapTo(Boolean.class)
                .one();
    }

    /**
     * From which addresses somebody wrote since {@code since}, in small letters, by channel, whether or not it was understood.
     * What no person wrote is none, such as an out-of-office reply, nor what was not believed to come from there or was set aside.
     */
    public static Map<Channel, Set<String>> wrote(Handle handle, Instant since) {
        Map<Channel, Set<String>> wrote = new HashMap<>();
        handle.createQuery("""
                        SELECT DISTINCT channel, lower(body ->> 'From') AS address FROM inbound
                        WHERE kind = 'reply' AND received_at >= :since AND body ->> 'From' IS NOT NULL
                            AND outcome NOT IN ('away', 'automatic', 'forged', 'stranger', 'stranger-answered')
                            AND outcome NOT LIKE 'set aside: %'""")
                .bind("since", since)
                .map((row, context) ->
                        Map.entry(AskRows.word(Channel.class, row.getString("channel")), row.getString("address")))
                .forEach(one -> wrote.computeIfAbsent(one.getKey(), channel -> new HashSet<>())
                        .add(one.getValue()));
        return wrote;
    }

    /**
     * The channels by which each person was told something before {@code since}, and through which that person has said
     * nothing since; nor were they asked since whether it reaches them. What is said on the page of a link counts for the
     * channels by which the link was sent.
     */
    public static Map<PersonId, Set<Channel>> since(Handle handle, Instant since) {
        Map<PersonId, Set<Channel>> quiet = new HashMap<>();
        handle.createQuery("""
                        WITH used AS (
                            SELECT recipient, channel FROM reminder
                            WHERE sent_at IS NOT NULL GROUP BY recipient, channel HAVING min(sent_at) < :since),
                        said AS (
                            SELECT ask, said_by AS who, how FROM answer WHERE at >= :since
                            UNION SELECT id, answered_by, answered_how FROM ask WHERE answered_at >= :since),
                        heard AS (
                            SELECT who, CASE how WHEN 'page' THEN r.channel ELSE how END AS channel
                            FROM said LEFT JOIN reminder r
                                ON how = 'page' AND r.ask = said.ask AND r.recipient = who AND r.sent_at IS NOT NULL
                            UNION SELECT a.asked, split_part(s.part, ' ', 2) FROM sheet s JOIN ask a ON a.id = s.ask
                            WHERE s.kind = 'channel-check' AND a.step = 0 AND s.made_at >= :since)
                        SELECT recipient, channel FROM used
                        EXCEPT SELECT who, channel FROM heard""")
                .bind("since", since)
                .map((row, context) -> Map.entry(
                        new PersonId(row.getString("recipient")),
                        AskRows.word(Channel.class, row.getString("channel"))))
                .forEach(one -> quiet.computeIfAbsent(one.getKey(), id -> new HashSet<>())
                        .add(one.getValue()));
        return quiet;
    }
}
