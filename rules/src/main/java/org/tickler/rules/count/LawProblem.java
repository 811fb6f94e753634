package org.tickler.rules.count;

import org.tickler.calendars.text.ProblemCode;

/** What can be wrong with a file of counting laws, beside what can be wrong with any YAML file. */
public enum LawProblem implements ProblemCode {
    /** A name that no law can have, or that two have. */
    BAD_LAW_ID("bad-law-id"),
    /** A law that is like one that no file before it defines. */
    UNKNOWN_LAW("unknown-law"),
    /** Texts that overlap, or stand in another order than that of time. */
    BAD_VALIDITY("bad-validity"),
    /** A recess, a length of time or a short period that cannot be read. */
    BAD_COUNT("bad-count");

    private final String code;

    LawProblem(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
