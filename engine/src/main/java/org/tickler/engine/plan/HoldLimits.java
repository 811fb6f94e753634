package org.tickler.engine.plan;

import java.time.Duration;

/**
 * How much one change may send without anybody having seen it.
 *
 * @param messages at most so many to anyone
 * @param toClients at most so many of them to clients
 * @param within counted are those that would leave in this time from the change on
 */
public record HoldLimits(int messages, int toClients, Duration within) {
    /** A hundred messages, twenty to clients, within a day. */
    public static final HoldLimits USUAL = new HoldLimits(100, 20, Duration.ofHours(24));
}
