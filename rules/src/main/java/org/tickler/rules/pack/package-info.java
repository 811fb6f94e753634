/**
 * Step 2, derive, its law: packs of court rules as data, and the deadlines that one trigger sets going under them. Knows no
 * docket: a date and how a paper was served go in, dates with their reasons come out.
 */
@NullMarked
package org.tickler.rules.pack;

import org.jspecify.annotations.NullMarked;
