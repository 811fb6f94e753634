/**
 * Which days is this court open, and when does a civil date and hour happen? The lowest floor, before step 1 of the
 * flow: values only, no clock, no network, no SQL.
 */
@NullMarked
package org.tickler.calendars;

import org.jspecify.annotations.NullMarked;
