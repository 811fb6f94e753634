package org.tickler.calendars.ics;

import java.util.Optional;

/**
 * What makes an item the same item in the next export.
 *
 * @param uid empty where the program wrote none, against its duty
 * @param instance of a recurring series, the RECURRENCE-ID: the date or time that the rule gave it, wherever it was
 *     moved since, in the form in which the series itself begins ({@code 20260310}, {@code 20260310T150000} in the
 *     zone of the series, {@code 20260310T200000Z}). Empty for an event that does not recur
 */
public record IcsIdentity(Optional<String> uid, Optional<String> instance) {}
