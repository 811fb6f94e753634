package org.tickler.engine.docket;

import org.tickler.engine.plan.Outcome;
import org.tickler.rules.docket.Entry;

/**
 * An act that was done.
 *
 * @param entry as it stands now
 * @param preview what the act did, in sentences
 */
public record Done(Entry entry, Preview preview, Outcome outcome) {}
