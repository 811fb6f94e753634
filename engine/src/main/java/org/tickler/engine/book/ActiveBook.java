package org.tickler.engine.book;

import java.time.Instant;
import org.tickler.calendars.CalendarBook;
import org.tickler.rules.firm.Firm;
import org.tickler.rules.lang.Rulebook;

/**
 * The book that every process plans with.
 *
 * @param since when it became the active one
 * @param rulebook its rules, each known since the firm's active rules have it in this form
 */
public record ActiveBook(String fingerprint, Instant since, Rulebook rulebook, CalendarBook calendars, Firm firm) {}
