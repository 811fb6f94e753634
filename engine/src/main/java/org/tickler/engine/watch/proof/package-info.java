/**
 * Step 9 of the flow: the coverage proof. What had to be told follows from the facts and the book as they stood then, by the
 * same pure derivation that planning begins with and by nothing else of it, and is held against what was really sent.
 */
@NullMarked
package org.tickler.engine.watch.proof;

import org.jspecify.annotations.NullMarked;
