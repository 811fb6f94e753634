/**
 * Which days a court is open, which it is closed and why, and how open days and working hours are counted.
 *
 * <p>Serves step 2 (derive) and step 3 (plan) of the flow. A calendar answers {@link
 * org.tickler.calendars.CourtDay.Unknown} past the years its data vouches for and never guesses. Everything here is
 * a pure function of files and dates: no clock, no default zone, no network.
 */
@NullMarked
package org.tickler.calendars;

import org.jspecify.annotations.NullMarked;
