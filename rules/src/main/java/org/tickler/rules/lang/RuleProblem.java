package org.tickler.rules.lang;

import org.tickler.calendars.text.ProblemCode;

/** What can be wrong with a rule file, beside what can be wrong with any YAML file. */
public enum RuleProblem implements ProblemCode {
    /** A name with other characters than lower-case letters, digits and hyphens, or a reserved one. */
    BAD_ID("bad-id"),
    /** Two ladders, two rungs of one ladder, or two deadlines of the same name. */
    DUPLICATE_ID("duplicate-id"),
    UNKNOWN_PACK("unknown-pack"),
    /** Neither a role that anybody holds nor a person's id. */
    UNKNOWN_NAME("unknown-name"),
    UNKNOWN_KIND("unknown-kind"),
    UNKNOWN_EVENT("unknown-event"),
    UNKNOWN_COURT("unknown-court"),
    UNKNOWN_TEMPLATE("unknown-template"),
    /** A rung's time that cannot be read. */
    BAD_TIME("bad-time"),
    /** A mailbox that is none. */
    BAD_ADDRESS("bad-address"),
    /** A length of time that cannot be read, or is counted in the wrong unit. */
    BAD_SPAN("bad-span"),
    /** Channels that cannot be read. */
    BAD_CHANNELS("bad-channels"),
    /** A time of day or a zone where there is none to set. */
    TIME_NOT_WANTED("time-not-wanted"),
    /** A zone other than {@code court}. */
    BAD_ZONE("bad-zone"),
    /** A list that names nothing. */
    NOTHING_NAMED("nothing-named"),
    /** A word that has no meaning in this place, such as {@code delegate} where nobody was asked. */
    OUT_OF_PLACE("out-of-place"),
    SILENCE_WITHOUT_ANSWER("silence-without-answer"),
    /** Whose answer counts is not told. */
    ANSWER_FROM_NOBODY("answer-from-nobody"),
    /** The time to answer ends after the entry. */
    ANSWER_TOO_LATE("answer-too-late"),
    /** A rung asks when less is left before the entry than its work takes. */
    EFFORT_TOO_LATE("effort-too-late"),
    /** Silence is passed on neither around the clock nor in business hours. */
    BAD_ESCALATE("bad-escalate"),
    /** Somebody is told twice in one escalation. */
    ESCALATION_CYCLE("escalation-cycle"),
    /** Two ladders are for the same entries, and neither is more specific. */
    LADDER_TIE("ladder-tie"),
    /** Two checks are for the same entries, and neither is more specific. */
    CHECK_TIE("check-tie"),
    /** A check that asks for nothing. */
    CHECKS_NOTHING("checks-nothing"),
    /** What a check cannot ask for. */
    UNKNOWN_PROOF("unknown-proof"),
    /** Two rules say what the same act does on the same matters, and neither is more specific. */
    MATTER_ACT_TIE("matter-act-tie"),
    /** A deadline that leads back to its own trigger. */
    DEADLINE_CYCLE("deadline-cycle");

    private final String code;

    RuleProblem(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
