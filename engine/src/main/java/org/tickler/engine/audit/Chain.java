package org.tickler.engine.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;
import org.tickler.engine.store.AdvisoryLock;
import org.tickler.engine.store.AuditStore;
import org.tickler.engine.store.AuditStore.Link;
import org.tickler.engine.store.AuditStore.Numbered;
import org.tickler.engine.store.Database;

/**
 * The hash chain behind the audit. Each link's hash is the SHA-256 of the hash before it and of its row, so that a row
 * that is changed, removed or put in later breaks every link after it. It is made behind the rows: they never wait for it.
 */
public final class Chain {
    /** What stands in place of a hash before the first link: the anchor of the chain. */
    public static final String BEFORE_THE_FIRST = "0".repeat(64);

    private static final int AT_ONCE = 1_000;
    /** How far behind the newest link a row may appear whose transaction was slow; the first extension looks at all. */
    private static final long LATE_ROWS = 100_000;

    private final Database database;
    private final AtomicBoolean lookedAtAll = new AtomicBoolean();

    public Chain(Database database) {
        this.database = database;
    }

    /**
     * Takes every committed row into the chain that is not in it. Processes take turns.
     *
     * @return how many rows were taken in
     */
    public int extend() {
        int all = 0;
        for (int taken = AT_ONCE; taken == AT_ONCE; all += taken) {
            taken = database.inTransaction(this::extendOnce);
        }
        lookedAtAll.set(true);
        return all;
    }

    private int extendOnce(Handle handle) {
        AdvisoryLock.AUDIT_CHAIN.holdInTransaction(handle);
        Optional<Link> head = AuditStore.head(handle);
        long place = head.map(Link::place).orElse(0L);
        String hash = head.map(Link::hash).orElse(BEFORE_THE_FIRST);
        long from = lookedAtAll.get() ? AuditStore.newestLinked(handle) - LATE_ROWS : 0;
        List<Link> links = new ArrayList<>();
        for (Numbered row : AuditStore.unchained(handle, from, AT_ONCE)) {
            hash = hash(hash, row);
            links.add(new Link(++place, row.seq(), hash));
        }
        AuditStore.addLinks(handle, links);
        return links.size();
    }

    /** Walks the chain from its first link and recomputes every hash. */
    public Verdict verify() {
        return database.inSnapshot(handle -> {
            String hash = BEFORE_THE_FIRST;
            long place = 0;
            List<Map.Entry<Link, Optional<Numbered>>> links = AuditStore.linksAfter(handle, 0, AT_ONCE);
            while (!links.isEmpty()) {
                for (Map.Entry<Link, Optional<Numbered>> one : links) {
                    Optional<Verdict> broken = broken(++place, hash, one.getKey(), one.getValue());
                    if (broken.isPresent()) {
                        return broken.get();
                    }
                    hash = one.getKey().hash();
                }
                links = AuditStore.linksAfter(handle, place, AT_ONCE);
            }
            return new Verdict.Intact(place, AuditStore.countUnchained(handle), hash);
        });
    }

    private static Optional<Verdict> broken(long place, String before, Link link, Optional<Numbered> row) {
        if (link.place() != place) {
            return Optional.of(new Verdict.Broken(link.seq(), "the link at place " + place + " is missing before it"));
        }
        if (row.isEmpty()) {
            return Optional.of(new Verdict.Broken(link.seq(), "the row is missing"));
        }
        return hash(before, row.get()).equals(link.hash())
                ? Optional.empty()
                : Optional.of(new Verdict.Broken(link.seq(), "the row or its link was changed after it was chained"));
    }

    private static String hash(String before, Numbered row) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(HexFormat.of().parseHex(before));
            digest.update(row.canonical().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** What the walk along the chain found. */
    public sealed interface Verdict {
        /**
         * Every link holds.
         *
         * @param links how many
         * @param notYet how many rows are not in the chain yet
         * @param head the last hash, 64 hexadecimal digits: kept elsewhere, it shows whether the end was cut off
         */
        record Intact(long links, long notYet, String head) implements Verdict {}

        /** The first row at which the chain breaks, and how. */
        record Broken(long seq, String why) implements Verdict {}
    }
}
