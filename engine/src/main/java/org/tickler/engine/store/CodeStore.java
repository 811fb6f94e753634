package org.tickler.engine.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.tickler.rules.docket.Fingerprint;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.remind.AskId;

/**
 * Reply codes such as {@code 7KQ}: a digit and two letters, three where those are used up, none of them easily taken for
 * another, and never a word. A
 * code is one ask's alone among a person's, and is not given again to the same person for ninety days after it closed.
 */
public final class CodeStore {
    private static final String DIGITS = "2346789";
    private static final String LETTERS = "BCDFGHJKMNPQRTVWX";
    private static final Duration RESTS = Duration.ofDays(90);
    private static final int SHORT = 100;
    private static final int TRIES = 200;

    private CodeStore() {}

    /** The code by which {@code person} answers {@code ask}; made at the first call, the same ever after. */
    public static String codeOf(Handle handle, PersonId person, AskId ask, Instant now) {
        for (int tried = 0; tried < TRIES; tried++) {
            Optional<String> has = find(handle, person, ask);
            if (has.isPresent()) {
                return has.get();
            }
            take(handle, person, ask, candidate(person, ask, tried), now);
        }
        throw new IllegalStateException(person + " has so many open asks that none of " + TRIES
                + " reply codes was free; answer or close some");
    }

    /** As {@link #codeOf}, of many at once. */
    public static Map<Key, String> codesOf(Handle handle, Collection<Key> keys, Instant now) {
        Map<Key, String> codes = new HashMap<>(find(handle, keys));
        List<Key> missing = missing(keys, codes);
        if (!missing.isEmpty()) {
            takeFirst(handle, missing, now);
            codes.putAll(find(handle, missing));
        }
        missing(keys, codes).forEach(key -> codes.put(key, codeOf(handle, key.person(), key.ask(), now)));
        return Map.copyOf(codes);
    }

    /** Whose answer to which ask a code stands for. */
    public record Key(PersonId person, AskId ask) {}

    /** The code of an ask of this person, open or closed; empty where none was made. */
    public static Optional<String> find(Handle handle, PersonId person, AskId ask) {
        return handle.createQuery("SELECT code FROM reply_code WHERE person = :person AND ask = :ask")
                .bind("person", person.value())
                .bind("ask", ask.value())
                .mapTo(String.class)
                .findOne();
    }

    /** The ask that this person means by {@code code}: the open one, else the one closed last. */
    public static Optional<AskId> ask(Handle handle, PersonId person, String code) {
        return handle.createQuery("""
                        SELECT ask FROM reply_code WHERE person = :person AND code = :code
                        ORDER BY closed_at DESC NULLS FIRST LIMIT 1""")
                .bind("person", person.value())
                .bind("code", code.toUpperCase(Locale.ROOT))
                .map((row, context) -> new AskId(row.getString("ask")))
                .findOne();
    }

    /** The codes by which this person can answer something that waits, the one sent last first. */
    public static List<OpenCode> open(Handle handle, PersonId person) {
        return handle.createQuery("""
                        SELECT c.code, c.ask FROM reply_code c JOIN ask a ON a.id = c.ask
                        WHERE c.person = :person AND c.closed_at IS NULL AND a.state IN ('open', 'escalated')
                        ORDER BY c.made_at DESC, c.code""")
                .bind("person", person.value())
                .map((row, context) -> new OpenCode(row.getString("code"), new AskId(row.getString("ask"))))
                .list();
    }

    /** Closes the codes of asks that wait no longer, and says how many. */
    public static int closeSettled(Handle handle, Instant now) {
        return handle.createUpdate("""
                        UPDATE reply_code c SET closed_at = :now FROM ask a
                        WHERE a.id = c.ask AND c.closed_at IS NULL AND a.state IN ('answered', 'closed')""").bind("now", now).execute();
    }

    private static List<Key> missing(Collection<Key> keys, Map<Key, String> codes) {
        return keys.stream().filter(key -> !codes.containsKey(key)).distinct().toList();
    }

    private static Map<Key, String> find(Handle handle, Collection<Key> keys) {
        return handle
                .createQuery("""
                        SELECT c.person, c.ask, c.code FROM reply_code c
                        JOIN unnest(:people, :asks) AS k(person, ask) ON c.person = k.person AND c.ask = k.ask""")
                .bind("people", TextArray.of(keys.stream().map(Key::person).toList()))
                .bind("asks", TextArray.of(keys.stream().map(Key::ask).toList()))
                .map((row, context) -> Map.entry(
                        new Key(new PersonId(row.getString("person")), new AskId(row.getString("ask"))),
                        row.getString("code")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one));
    }

    /** Gives each the first candidate where that is free. */
    private static void takeFirst(Handle handle, List<Key> keys, Instant now) {
        handle.createUpdate("""
                        INSERT INTO reply_code (person, code, ask, made_at)
                        SELECT k.person, k.code, k.ask, :now FROM unnest(:people, :codes, :asks) AS k(person, code, ask)
                        WHERE NOT EXISTS (
                            SELECT FROM reply_code c WHERE c.person = k.person AND c.code = k.code
                                AND (c.closed_at IS NULL OR c.closed_at > :rested))
                        ON CONFLICT DO NOTHING""")
                .bind("now", now)
                .bind("rested", now.minus(RESTS))
                .bind("people", TextArray.of(keys.stream().map(Key::person).toList()))
                .bind(
                        "codes",
                        TextArray.of(keys.stream()
                                .map(key -> candidate(key.person(), key.ask(), 0))
                                .toList()))
                .bind("asks", TextArray.of(keys.stream().map(Key::ask).toList()))
                .execute();
    }

    private static void take(Handle handle, PersonId person, AskId ask, String code, Instant now) {
        handle.createUpdate("""
                        INSERT INTO reply_code (person, code, ask, made_at)
                        SELECT :person, :code, :ask, :now WHERE NOT EXISTS (
                            SELECT FROM reply_code
                            WHERE person = :person AND code = :code AND (closed_at IS NULL OR closed_at > :rested))
                        ON CONFLICT DO NOTHING""")
                .bind("person", person.value())
                .bind("code", code)
                .bind("ask", ask.value())
                .bind("now", now)
                .bind("rested", now.minus(RESTS))
                .execute();
    }

    private static String candidate(PersonId person, AskId ask, int tried) {
        long number = Long.parseLong(
                Fingerprint.of("reply-code", person.value(), ask.value(), Integer.toString(tried))
                        .hex()
                        .substring(0, 12),
                16);
        int letters = LETTERS.length();
        String third = tried < SHORT ? "" : "" + LETTERS.charAt((int) (number / 1_000_000_000 % letters));
        return "" + DIGITS.charAt((int) (number % DIGITS.length()))
                + LETTERS.charAt((int) (number / 1_000 % letters))
                + LETTERS.charAt((int) (number / 1_000_000 % letters))
                + third;
    }

    /** A code and what it answers. */
    public record OpenCode(String code, AskId ask) {}
}
