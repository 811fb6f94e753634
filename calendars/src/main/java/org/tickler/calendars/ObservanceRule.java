package org.tickler.calendars;

import org.tickler.calendars.holiday.Observance;

/** An observance with the authority for it. */
record ObservanceRule(Observance when, String authority) {}
