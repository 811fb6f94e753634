package org.tickler.engine.plan;

/**
 * What made it necessary to plan again.
 *
 * @param who a person's id, a source's name, or {@code tickler}
 * @param why in words, such as {@code loaded docket.csv}
 */
public record Cause(String who, String why) {}
