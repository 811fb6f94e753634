/**
 * Step 1, load: entries, people and matters come onto the docket, from files and from a person's acts. What changes a date
 * says who did it and why, and plans again in the same transaction.
 */
@NullMarked
package org.tickler.engine.docket;

import org.jspecify.annotations.NullMarked;
