package org.tickler.daemon.ops;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickler.calendars.text.Words;
import org.tickler.engine.store.HeartbeatStore;
import org.tickler.engine.store.ProofStore;
import org.tickler.engine.store.Tzdb;
import org.tickler.engine.watch.Counts;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.guard.Lack;
import org.tickler.rules.plan.ReminderState;

/** What the daemon counts, in Prometheus' words. The rows are counted at most every five seconds. */
public final class Metrics {
    private static final Logger LOG = LoggerFactory.getLogger(Metrics.class);
    private static final Duration FRESH = Duration.ofSeconds(5);
    /** As many digits of a fingerprint as a double holds exactly. */
    private static final int HASH_DIGITS = 12;

    private static final List<String> OUTCOMES =
            List.of("accepted", "retry", "refused", "misconfigured", "opted-out", "unknown");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Supplier<Counts> source;
    private final InstantSource clock;
    private final AtomicReference<@Nullable Counts> latest = new AtomicReference<>();
    private final Map<String, Instant> sweeps = new ConcurrentHashMap<>();
    /** An absent database lets each try wait for long, and there are many figures. */
    private volatile Instant triedInVain = Instant.EPOCH;

    private volatile boolean reloaded = true;
    private volatile Instant reloadedAt;

    /** @param source counts the rows; may fail while the database is away */
    public Metrics(Supplier<Counts> source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
        this.reloadedAt = clock.instant();
        gauge("reminders_due_unsent", Tags.empty(), counts -> counts.unsent().reminders());
        gauge(
                "oldest_due_unsent_seconds",
                Tags.empty(),
                counts -> counts.oldestUnsent().toSeconds());
        for (ReminderState state : ReminderState.values()) {
            String word = Words.of(state);
            gauge(
                    "outbox_state",
                    Tags.of("state", word),
                    counts -> counts.states().getOrDefault(word, 0));
        }
        watched();
        for (Channel channel : Channel.values()) {
            OUTCOMES.forEach(outcome -> attempts(Words.of(channel), outcome));
        }
        FunctionCounter.builder("escalations", this, metrics -> metrics.read(Counts::escalations))
                .register(registry);
        FunctionTimer.builder(
                        "ack_latency",
                        this,
                        metrics ->
                                (long) metrics.read(counts -> counts.latency().answers()),
                        metrics ->
                                metrics.read(counts -> counts.latency().total().toMillis()),
                        TimeUnit.MILLISECONDS)
                .register(registry);
        Gauge.builder("config_last_reload_successful", this, metrics -> metrics.reloaded ? 1 : 0)
                .register(registry);
        Gauge.builder(
                        "config_last_reload_success_timestamp_seconds",
                        this,
                        metrics -> metrics.reloadedAt.getEpochSecond())
                .register(registry);
    }

    private void watched() {
        gauge("holds_open", Tags.empty(), Counts::holds);
        gauge("incidents_open", Tags.empty(), Counts::incidents);
        gauge("coverage_gaps", Tags.empty(), counts -> counts.watched().gaps());
        gauge(
                "coverage_proof_timestamp_seconds",
                Tags.empty(),
                counts -> seconds(counts.watched().proof().map(ProofStore.Last::at)));
        gauge(
                "heartbeat_last_success_timestamp_seconds",
                Tags.empty(),
                counts -> seconds(counts.watched().beat().flatMap(HeartbeatStore.Beat::pinged)));
        gauge(
                "synthetic_reminder_seconds",
                Tags.empty(),
                counts -> counts.watched()
                        .beat()
                        .flatMap(HeartbeatStore.Beat::latency)
                        .map(took -> took.toMillis() / 1000.0)
                        .orElse(Double.NaN));
        gauge("asks_open", Tags.empty(), counts -> counts.watched().asks());
        for (String lack : Words.all(Lack.class)) {
            gauge(
                    "guard_findings",
                    Tags.of("watch", lack),
                    counts -> counts.watched().findings().getOrDefault(lack, 0));
        }
        gauge(
                "config_hash",
                Tags.empty(),
                counts -> counts.book()
                        .map(fingerprint -> (double) Long.parseLong(fingerprint.substring(0, HASH_DIGITS), 16))
                        .orElse(0.0));
    }

    private static double seconds(Optional<Instant> at) {
        return at.map(Instant::getEpochSecond).orElse(0L);
    }

    /** Shows how far this machine's clock is ahead of the database's. */
    public void clockOffset(Supplier<Duration> offset) {
        Gauge.builder("clock_offset_seconds", () -> offset.get().toMillis() / 1000.0)
                .register(registry);
    }

    /** The sweep of a step, after which it is known when it was last swept to its end. */
    public Runnable timed(String step, Runnable sweep) {
        Gauge.builder("sweep_last_success_timestamp_seconds", this, metrics -> metrics.sweptAt(step))
                .tag("step", step)
                .register(registry);
        return () -> {
            sweep.run();
            sweeps.put(step, clock.instant());
        };
    }

    /** Shows how many feeds could not be made since this process began. */
    public void feedErrors(LongSupplier failed) {
        FunctionCounter.builder("feed_generation_errors", failed, LongSupplier::getAsLong)
                .register(registry);
    }

    /** Shows how many events stand in each state for each webhook of these names. */
    public void webhooks(Collection<String> names) {
        for (String name : names) {
            for (String state : List.of("waiting", "delivered", "failed")) {
                gauge(
                        "webhook_deliveries",
                        Tags.of("hook", name, "state", state),
                        counts -> counts.webhooks().getOrDefault(name + "/" + state, 0));
            }
        }
    }

    /** Shows when the audit's chain was last found to hold; zero before. */
    public void auditVerified(Supplier<Optional<Instant>> verified) {
        Gauge.builder(
                        "audit_chain_verified_timestamp",
                        () -> verified.get().map(Instant::getEpochSecond).orElse(0L))
                .register(registry);
    }

    /** Says how the home was last read. */
    public void reloaded(boolean successfully) {
        reloaded = successfully;
        if (successfully) {
            reloadedAt = clock.instant();
        }
    }

    String text() {
        // by hand, because the registry cuts the ending "_info" off a name
        return registry.scrape() + "# TYPE tzdb_info gauge\ntzdb_info{version=\"" + Tzdb.version() + "\"} 1\n";
    }

    private double sweptAt(String step) {
        Instant at = sweeps.get(step);
        return at == null ? 0 : at.getEpochSecond();
    }

    private void attempts(String channel, String outcome) {
        String key = channel + "/" + outcome;
        FunctionCounter.builder(
                        "send_attempts",
                        this,
                        metrics -> metrics.read(counts -> counts.attempts().getOrDefault(key, 0)))
                .tags("channel", channel, "class", outcome)
                .register(registry);
    }

    private void gauge(String name, Tags tags, ToDoubleFunction<Counts> value) {
        Gauge.builder(name, this, metrics -> metrics.read(value)).tags(tags).register(registry);
    }

    /** Not a number while the rows cannot be counted. */
    private double read(ToDoubleFunction<Counts> value) {
        Counts known = latest.get();
        if (known == null || known.at().plus(FRESH).isBefore(clock.instant())) {
            if (clock.instant().isBefore(triedInVain.plus(FRESH))) {
                return Double.NaN;
            }
            try {
                known = source.get();
                latest.set(known);
            } catch (RuntimeException e) {
                LOG.debug("the rows cannot be counted", e);
                triedInVain = clock.instant();
                return Double.NaN;
            }
        }
        return value.applyAsDouble(known);
    }
}
