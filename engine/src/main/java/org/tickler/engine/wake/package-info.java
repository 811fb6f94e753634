/**
 * Wakes the steps that time drives; what is due is in the rows, never here. Beside the flow. Quartz is used here and
 * nowhere else, with its memory store and simple triggers only.
 */
@NullMarked
package org.tickler.engine.wake;

import org.jspecify.annotations.NullMarked;
