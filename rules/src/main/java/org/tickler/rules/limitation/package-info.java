/**
 * Step 2, derive, its last days to sue: the limitation rules that a firm has written, and what they make of a claim, with and
 * without tolling. Knows no docket: a claim goes in, dates with their reasons come out.
 */
@NullMarked
package org.tickler.rules.limitation;

import org.jspecify.annotations.NullMarked;
