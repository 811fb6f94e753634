/**
 * What an .ics file says, and how one is written: neutral events that know nothing of deadlines. Reading serves step 1
 * (load), writing serves step 10 (show); between them lie a strict check of every feed and the zones of other programs.
 */
@NullMarked
package org.tickler.calendars.ics;

import org.jspecify.annotations.NullMarked;
