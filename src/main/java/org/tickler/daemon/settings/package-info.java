/**
 * What the firm sets in {@code tickler.yaml}, read with positions: every fault at once, secrets by file or environment
 * only.
 */
@NullMarked
package org.tickler.daemon.settings;

import org.jspecify.annotations.NullMarked;
