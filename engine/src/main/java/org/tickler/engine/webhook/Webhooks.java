package org.tickler.engine.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickler.calendars.text.Words;
import org.tickler.engine.book.BookKeeper;
import org.tickler.engine.book.LastResort;
import org.tickler.engine.store.AuditStore;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.WebhookStore;
import org.tickler.rules.docket.Fingerprint;

/**
 * Tells other programs of events. Every event of a hook is posted at least once, always under the same id; in the order of
 * the audit, but for those that were not taken at first. What nobody has taken within a day is given up, and the last-resort
 * person hears of the first such. Nodes share the work.
 */
public final class Webhooks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
    private static final int ROWS_AT_ONCE = 500;
    /** Who did not answer so often is left alone until the next sweep. */
    private static final int VAIN_TRIES = 2;

    private static final Duration LONGEST_SWEEP = Duration.ofSeconds(20);
    /** A delivery whose process was lost is due again after this; longer than one try can take. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final Duration GIVEN_UP = Duration.ofHours(24);
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(4));

    private final Database database;
    private final BookKeeper books;
    private final InstantSource clock;
    private final List<Webhook> hooks;
    private final WebhookPost post = new WebhookPost();

    public Webhooks(Database database, BookKeeper books, InstantSource clock, List<Webhook> hooks) {
        this.database = database;
        this.books = books;
        this.clock = clock;
        this.hooks = List.copyOf(hooks);
        Instant now = clock.instant();
        if (!this.hooks.isEmpty()) {
            database.inTransaction(handle -> {
                this.hooks.forEach(hook -> WebhookStore.begin(handle, hook.name(), now));
                return now;
            });
        }
    }

    /** Reads what is new in the audit's chain, and posts what is due, each hook by itself. */
    public void sweep() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            hooks.forEach(hook -> threads.execute(() -> sweep(hook)));
        }
    }

    @Override
    public void close() {
        post.close();
    }

    private void sweep(Webhook hook) {
        try {
            read(hook);
            deliver(hook);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("{} could not be swept, and is tried again", hook, e);
        }
    }

    private void read(Webhook hook) {
        for (int read = ROWS_AT_ONCE; read == ROWS_AT_ONCE; ) {
            read = database.inTransaction(handle -> readOnce(handle, hook));
        }
    }

    private int readOnce(Handle handle, Webhook hook) {
        Optional<Long> place = WebhookStore.lockPlace(handle, hook.name());
        if (place.isEmpty()) {
            return 0;
        }
        Instant now = clock.instant();
        WebhookBody words = new WebhookBody(handle, hook, now);
        List<Map.Entry<AuditStore.Link, Optional<AuditStore.Numbered>>> links =
                AuditStore.linksAfter(handle, place.get(), ROWS_AT_ONCE);
        List<WebhookStore.Made> made = new ArrayList<>();
        long last = place.get();
        for (Map.Entry<AuditStore.Link, Optional<AuditStore.Numbered>> link : links) {
            last = link.getKey().place();
            link.getValue()
                    .flatMap(row -> made(hook, words, link.getKey(), row.row()))
                    .ifPresent(made::add);
        }
        if (!links.isEmpty()) {
            WebhookStore.read(handle, hook.name(), made, last, now);
        }
        return links.size();
    }

    private static Optional<WebhookStore.Made> made(
            Webhook hook, WebhookBody words, AuditStore.Link link, AuditStore.Row row) {
        String id =
                "W-" + Fingerprint.of(hook.name(), Long.toString(link.place())).longCode();
        return WebhookEvent.of(row)
                .filter(hook.events()::contains)
                .flatMap(event -> words.of(id, event, link, row)
                        .map(body -> new WebhookStore.Made(id, link.place(), Words.of(event), body)));
    }

    private void deliver(Webhook hook) throws InterruptedException {
        int vain = 0;
        long ends = System.nanoTime() + LONGEST_SWEEP.toNanos();
        while (vain < VAIN_TRIES && System.nanoTime() < ends) {
            Optional<WebhookStore.Delivery> next =
                    database.inTransaction(handle -> WebhookStore.claim(handle, hook.name(), clock.instant(), LEASE));
            if (next.isEmpty()) {
                return;
            }
            WebhookPost.Answer answer = post.post(hook, next.get(), clock.instant());
            vain += answer.taken() ? 0 : 1;
            record(hook, next.get(), answer);
        }
    }

    private void record(Webhook hook, WebhookStore.Delivery delivery, WebhookPost.Answer answer) {
        Instant now = clock.instant();
        Instant next = now.plus(PAUSES.get(Math.min(delivery.tries(), PAUSES.size()) - 1));
        database.inTransaction(handle -> {
            if (answer.taken()) {
                WebhookStore.delivered(handle, delivery.id(), answer.reason(), now);
            } else if (next.isBefore(delivery.madeAt().plus(GIVEN_UP))) {
                WebhookStore.again(handle, delivery.id(), answer.reason(), next);
            } else {
                LOG.error("{} did not take {} for a day: {}", hook, delivery.id(), answer.reason());
                if (WebhookStore.failed(handle, delivery.id(), answer.reason(), now)) {
                    alarm(handle, hook, delivery, answer.reason(), now);
                }
            }
            return now;
        });
    }

    private void alarm(Handle handle, Webhook hook, WebhookStore.Delivery delivery, String reason, Instant now) {
        LastResort.tell(
                handle,
                books.active(handle),
                "webhook " + hook.name() + " " + delivery.id(),
                "The webhook " + hook.name() + " has not taken an event for a day, and it was given up: it " + reason
                        + ". What came after it may be missing there too.",
                now);
    }
}
