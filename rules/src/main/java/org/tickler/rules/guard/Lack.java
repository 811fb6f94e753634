package org.tickler.rules.guard;

/** What a guard looks for: that something is not there. */
public enum Lack {
    /** An open matter without a last day to sue. */
    NO_LIMITATION,
    /** An open matter without a next step. */
    NO_OPEN_ENTRY,
    /** An entry to come that nobody owns who is there. */
    NO_OWNER,
    /** A matter of whose dates no second person of the staff can be asked. */
    NO_SECOND_CHECKER,
    /** A matter whose team holds nobody of the staff who can be reached. */
    NO_REACHABLE_PERSON,
    /** A matter before a court for which no pack is in use. */
    NO_PACK,
    /** An entry to come on a day for which its court's calendar does not vouch. */
    PAST_COVERAGE,
    /** One of the staff without a channel that works. */
    NO_CHANNEL
}
