/**
 * The commands, one class each. A command reads its arguments, calls the step of the flow that does the work, prints
 * what came of it and returns an {@link org.tickler.daemon.Exit} code; it decides nothing itself.
 */
@NullMarked
package org.tickler.daemon.cli;

import org.jspecify.annotations.NullMarked;
