/**
 * Make it happen, and remember it: steps 1 and 4 to 10 of the flow, a package each, around one database. What is stored
 * is kept equal to what is derived; time is the one {@link java.time.InstantSource} that the engine was given.
 */
@NullMarked
package org.tickler.engine;

import org.jspecify.annotations.NullMarked;
