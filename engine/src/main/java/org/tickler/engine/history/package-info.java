/**
 * What happened, told again: the whole life of an entry, and the folder of proof that a firm hands to a court or an insurer.
 * It stands beside the ten steps and reads what each of them wrote down.
 */
@NullMarked
package org.tickler.engine.history;

import org.jspecify.annotations.NullMarked;
