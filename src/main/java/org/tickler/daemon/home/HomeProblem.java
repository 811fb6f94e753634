package org.tickler.daemon.home;

import org.tickler.calendars.text.ProblemCode;
import org.tickler.calendars.text.Words;

/** What can be wrong with people, matters and the home as a whole, beyond what any YAML file can have. */
public enum HomeProblem implements ProblemCode {
    /** A file that must be there and is not. */
    MISSING_FILE,
    /** A file that cannot be read. */
    UNREADABLE_FILE,
    /** Two people, or two matters, with one id. */
    DUPLICATE_ID,
    /** An id with characters that ids do not have. */
    BAD_ID,
    /** Neither a mail address nor a number in the form that is dialled. */
    BAD_REACH,
    /** A person who is named and not known. */
    UNKNOWN_PERSON,
    /** Somebody who stands in for himself, or a circle of people who are all away on one day. */
    DELEGATE_CIRCLE,
    /** Somebody who answers for himself, or is not staff and answers for others. */
    ANSWERS_FOR,
    /** A court that has no calendar. */
    UNKNOWN_COURT,
    /** An end before its start. */
    BAD_SPAN,
    /** A role that rules name and nobody holds for a matter. */
    NOBODY_IN_ROLE,
    /** Somebody who cannot be reached at all. */
    UNREACHABLE,
    /** A kind of entry that no ladder names. */
    NO_LADDER,
    /** A claim whose last day to sue no limitation rule gives, or whose date is in doubt. */
    NO_LIMITATION,
    /** A template that cannot be used. */
    BAD_TEMPLATE,
    /** Words that no rung names and nothing else takes. */
    UNUSED_TEMPLATE,
    /** A matter's judge whose name is near to that of an overlay, and not the same. */
    NEAR_JUDGE,
    /** Two files that say the same thing, such as people.yaml and people.csv. */
    TWO_FILES;

    @Override
    public String code() {
        return Words.of(this);
    }
}
