package org.tickler.rules.remind;

/**
 * One step of what happens on silence.
 *
 * @param after counted from the step before; the first counts from the end of the time to answer. Zero: at once
 */
public record SilenceStep(TimeSpan after, Addressee tell) {}
