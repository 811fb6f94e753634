package org.tickler.daemon.settings;

import org.tickler.calendars.text.ProblemCode;
import org.tickler.calendars.text.Words;

/** What can be wrong with settings, beyond what any YAML file can have. */
public enum SettingsProblem implements ProblemCode {
    /** A password or key written into the file itself. */
    SECRET_IN_FILE,
    /** A secret's file that is missing, unreadable or empty. */
    UNREADABLE_SECRET,
    /** A secret's file that others can read. */
    OPEN_SECRET,
    /** A secret that is needed and named nowhere. */
    MISSING_SECRET,
    /** Neither an address of this machine nor one of the network. */
    BAD_ADDRESS,
    /** Plain text to another machine. */
    UNPROTECTED,
    /** A port outside 1 to 65535. */
    BAD_PORT,
    /** A number that may not be so small or so large. */
    OUT_OF_RANGE,
    /** Keys that do not go together. */
    CONFLICT,
    /** A mapping that names what no docket has, or a form of dates that cannot be read. */
    BAD_MAPPING,
    /** A version of working hours that cannot be read. */
    BAD_HOURS;

    @Override
    public String code() {
        return Words.of(this);
    }
}
