package org.tickler.engine.wake;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sweeps of the steps, by name: what each wake calls, and when each was last swept to its end. Immutable but for that;
 * safe for many threads.
 */
public final class Sweeps {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeps.class);
    /** A step is late when it has missed so many of its turns, and no sooner than {@link #SOONEST}. */
    private static final int TURNS = 10;

    private static final Duration SOONEST = Duration.ofSeconds(60);

    private final Map<String, Step> steps;
    private final Map<String, Long> completed = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Map<String, String> failures = Collections.synchronizedMap(new LinkedHashMap<>());

    /** Throws IllegalArgumentException where two steps have the same name. */
    public Sweeps(List<Step> steps) {
        Map<String, Step> byName = new LinkedHashMap<>();
        for (Step step : steps) {
            if (byName.putIfAbsent(step.name(), step) != null) {
                throw new IllegalArgumentException("two steps are called " + step.name());
            }
        }
        this.steps = Collections.unmodifiableMap(byName);
        steps.forEach(step -> completed.put(step.name(), System.nanoTime()));
    }

    /**
     * A step that time drives.
     *
     * @param every how long from one wake to the next; a sweep that takes longer is not woken twice
     */
    public record Step(String name, Duration every, Runnable sweep) {
        public Step {
            if (every.compareTo(Duration.ofMillis(100)) < 0) {
                throw new IllegalArgumentException(
                        "step " + name + " is woken every 100 ms at most, but was given " + every.toMillis() + " ms");
            }
        }
    }

    /** All steps, in their order. */
    public List<Step> steps() {
        return List.copyOf(steps.values());
    }

    /**
     * Sweeps a step now. A failure is logged, once for as long as it stays the same, and is not thrown: the next wake tries
     * again.
     *
     * @return whether it was swept to its end
     */
    public boolean sweep(String name) {
        Step step = steps.get(name);
        if (step == null) {
            throw new IllegalArgumentException("no step is called " + name + "; there are " + steps.keySet());
        }
        try {
            step.sweep().run();
            completed.put(name, System.nanoTime());
            if (failures.remove(name) != null) {
                LOG.info("step {} is swept again", name);
            }
            return true;
        } catch (RuntimeException e) {
            String failure = e.toString();
            if (!failure.equals(failures.put(name, failure))) {
                LOG.error("step {} could not be swept, and is tried again at its next turn", name, e);
            }
            return false;
        }
    }

    /** The steps that have not been swept to their end for too long, each with how long. */
    public Map<String, Duration> late() {
        Map<String, Duration> late = new LinkedHashMap<>();
        long now = System.nanoTime();
        for (Step step : steps.values()) {
            Duration since = Duration.ofNanos(now - completed.getOrDefault(step.name(), now));
            Duration bearable = step.every().multipliedBy(TURNS);
            if (since.compareTo(bearable.compareTo(SOONEST) < 0 ? SOONEST : bearable) > 0) {
                late.put(step.name(), since);
            }
        }
        return late;
    }
}
