package org.tickler.engine.wake;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** What Quartz runs at a wake: one sweep, never two of the same step at once. */
@DisallowConcurrentExecution
final class SweepJob implements Job {
    private final Sweeps sweeps;

    SweepJob(Sweeps sweeps) {
        this.sweeps = sweeps;
    }

    @Override
    public void execute(JobExecutionContext context) {
        sweeps.sweep(context.getJobDetail().getKey().getName());
    }
}
