package org.tickler.rules.pack;

import org.tickler.calendars.text.ProblemCode;

/** What can be wrong with a pack, beside what can be wrong with any YAML file. */
public enum PackProblem implements ProblemCode {
    /** A name with other characters than lower-case letters, digits and hyphens. */
    BAD_NAME("bad-name"),
    /** A trigger that is neither an event of the pack nor one of its rules. */
    UNKNOWN_TRIGGER("unknown-trigger"),
    /** A fact that the pack does not list. */
    UNKNOWN_FACT("unknown-fact"),
    /** An event that sets nothing going. A warning. */
    UNUSED_EVENT("unused-event"),
    /** A period that cannot be read. */
    BAD_PERIOD("bad-period"),
    /** Neither the day on which a text was compared nor why it was not. */
    UNVERIFIED("unverified"),
    /** Two texts of a rule that are both law on one day. */
    OVERLAP("overlap"),
    /** What a rule of law may say and this program does not count. */
    NOT_SUPPORTED("not-supported"),
    /** How a chain is counted, on a rule that follows from no other. */
    NO_CHAIN("no-chain"),
    /** A chain of rules that leads back to itself. */
    RULE_CYCLE("rule-cycle"),
    /** A rule without a worked example. */
    NO_EXAMPLE("no-example"),
    /** A worked example that comes out otherwise. */
    WRONG_EXAMPLE("wrong-example"),
    /** A law of counting or a calendar that is not there. */
    UNKNOWN_SOURCE("unknown-source");

    private final String code;

    PackProblem(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
