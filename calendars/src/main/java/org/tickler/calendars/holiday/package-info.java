/**
 * Rules that say on which date of a year a closure falls: fixed dates, weekdays of a month, single days, and how
 * one that falls on a weekend is observed. Used by step 2 (derive) through the calendars made of them.
 */
@NullMarked
package org.tickler.calendars.holiday;

import org.jspecify.annotations.NullMarked;
