/**
 * What becomes of a matter's entries when it is settled, stayed or closed, and when that is taken back: what is suspended,
 * what survives, what opens. Decisions with their reasons; nothing is written here.
 */
@NullMarked
package org.tickler.rules.matteract;

import org.jspecify.annotations.NullMarked;
