/**
 * The one idea: schedule = derive(docket, rulebook, calendars, people), and the difference of two schedules.
 */
@NullMarked
package org.tickler.rules.plan;

import org.jspecify.annotations.NullMarked;
