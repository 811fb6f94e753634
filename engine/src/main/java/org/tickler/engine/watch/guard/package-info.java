/** Step 9 of the flow: the guards. What no single entry shows is missing is found, kept since when, and told, without a flood. */
@NullMarked
package org.tickler.engine.watch.guard;

import org.jspecify.annotations.NullMarked;
