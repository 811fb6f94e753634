/**
 * What is due, and when do we speak to whom? Steps 2 and 3 of the flow, derive and plan: pure functions of the docket,
 * the rulebook, the calendars and the people. Usable on its own as a library.
 */
@NullMarked
package org.tickler.rules;

import org.jspecify.annotations.NullMarked;
