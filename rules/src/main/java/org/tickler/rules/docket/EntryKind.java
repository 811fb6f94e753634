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
    OTHER
}
