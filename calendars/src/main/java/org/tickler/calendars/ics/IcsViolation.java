package org.tickler.calendars.ics;

/**
 * Why a calendar program might stumble over some bytes.
 *
 * @param line the physical line, from 1
 */
public record IcsViolation(int line, String reason) {

    @Override
    public String toString() {
        return "line " + line + ": " + reason;
    }
}
