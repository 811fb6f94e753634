/**
 * The program: {@link org.tickler.daemon.Main} reads the command line, everything else is wiring. It stands above the
 * steps of the flow and starts them; nothing in it decides a date or a reminder.
 */
@NullMarked
package org.tickler.daemon;

import org.jspecify.annotations.NullMarked;
