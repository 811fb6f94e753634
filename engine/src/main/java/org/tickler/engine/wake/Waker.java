package org.tickler.engine.wake;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.ObjectAlreadyExistsException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.SimpleTrigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickler.engine.store.BellListener;
import org.tickler.engine.store.Database;

/** Wakes each step at its pace, on every process alike: which of them finds work is the rows' to say. */
public final class Waker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Waker.class);
    private static final Duration TO_FINISH = Duration.ofSeconds(20);

    private final Scheduler scheduler;
    private final List<BellListener> bells = new CopyOnWriteArrayList<>();

    private Waker(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Starts waking; the first wake of each step is at once. */
    public static Waker start(Sweeps sweeps) {
        try {
            Scheduler scheduler =
                    new StdSchedulerFactory(properties(sweeps.steps().size())).getScheduler();
            scheduler.setJobFactory((fired, quartz) -> new SweepJob(sweeps));
            for (Sweeps.Step step : sweeps.steps()) {
                scheduler.scheduleJob(job(step), trigger(step));
            }
            scheduler.start();
            return new Waker(scheduler);
        } catch (SchedulerException e) {
            throw new IllegalStateException("the steps cannot be woken: " + e.getMessage(), e);
        }
    }

    /**
     * From now on also wakes these steps whenever rows changed, in whatever process: at once, instead of at their next
     * turn.
     *
     * @return this
     */
    public Waker onRing(Database database, List<String> steps) {
        bells.add(BellListener.listen(database, () -> steps.forEach(this::nudge)));
        return this;
    }

    /** Wakes a step now, beside its pace; nothing happens once this is closed, or while it is nudged already. */
    public void nudge(String step) {
        try {
            if (!scheduler.isShutdown()) {
                scheduler.scheduleJob(TriggerBuilder.newTrigger()
                        .withIdentity("nudge-" + step)
                        .forJob(step)
                        .startNow()
                        .build());
            }
        } catch (ObjectAlreadyExistsException nudged) {
            LOG.trace("step {} is about to be woken already", step);
        } catch (SchedulerException e) {
            LOG.warn("step {} could not be woken early: {}", step, e.getMessage());
        }
    }

    /** Wakes nothing more, and gives what is under way 20 s to finish. */
    @Override
    public void close() {
        bells.forEach(BellListener::close);
        Thread ending = Thread.ofPlatform().daemon().name("waker-ends").start(this::shutDown);
        try {
            if (!ending.join(TO_FINISH)) {
                LOG.warn(
                        "a sweep did not finish within {} s; what it claimed is taken up again later",
                        TO_FINISH.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void shutDown() {
        try {
            scheduler.shutdown(true);
        } catch (SchedulerException e) {
            LOG.warn("the waker did not stop in order: {}", e.getMessage());
        }
    }

    private static JobDetail job(Sweeps.Step step) {
        return JobBuilder.newJob(SweepJob.class).withIdentity(step.name()).build();
    }

    private static SimpleTrigger trigger(Sweeps.Step step) {
        return TriggerBuilder.newTrigger()
                .withIdentity(step.name())
                .startNow()
                .withSchedule(SimpleScheduleBuilder.simpleSchedule()
                        .withIntervalInMilliseconds(step.every().toMillis())
                        .repeatForever()
                        .withMisfireHandlingInstructionNextWithRemainingCount())
                .build();
    }

    private static Properties properties(int steps) {
        Properties properties = new Properties();
        properties.setProperty("org.quartz.scheduler.instanceName", "tickler-" + UUID.randomUUID());
        properties.setProperty("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
        properties.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
        properties.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
        properties.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
        // A thread for each step, so that one that hangs holds up no other.
        properties.setProperty("org.quartz.threadPool.threadCount", Integer.toString(Math.max(1, steps)));
        return properties;
    }
}
