/**
 * Step 2, derive, its arithmetic: which day is so many days, weeks, months or hours from another under a law of counting,
 * with every reading that can be defended and the steps that led there. Knows no docket and no deadline.
 */
@NullMarked
package org.tickler.rules.count;

import org.jspecify.annotations.NullMarked;
