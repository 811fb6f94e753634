/**
 * Step 2, derive: triggers become deadlines, each with the steps that led to it.
 */
@NullMarked
package org.tickler.rules.deadline;

import org.jspecify.annotations.NullMarked;
