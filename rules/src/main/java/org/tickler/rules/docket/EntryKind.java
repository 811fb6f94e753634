package org.tickler.rules.docket;

/** What sort of dated thing an entry is. */
public enum EntryKind {
    HEARING,
    TRIAL,
    CONFERENCE,
    DEPOSITION,
    MEDIATION,
    MEETING,
    FILING,
    /** The last day to sue. */
    LIMITATION,
    DISCOVERY,
    TASK,
    DOCUMENT,
    RECORDS_REQUEST,
    CALL_BACK,
    CLIENT_UPDATE,
    /** Something that happened and that rules derive deadlines from, such as a complaint served. */
    EVENT,
    OTHER;

    /** Whether it is to be done by its date. What people attend is not overdue when it is past, it is over. */
    public boolean isToBeDone() {
        return switch (this) {
            case FILING, LIMITATION, DISCOVERY, TASK, DOCUMENT, RECORDS_REQUEST, CALL_BACK, CLIENT_UPDATE -> true;
            case HEARING, TRIAL, CONFERENCE, DEPOSITION, MEDIATION, MEETING, EVENT, OTHER -> false;
        };
    }
}
