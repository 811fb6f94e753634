package org.tickler.rules.docket;

/** What happens to an entry and may change where it stands in its life; {@link EntryLife} says what it may lead to. */
public enum Happening {
    /** A person enters it. */
    ENTERED,
    /** A source gives it, or says something else of it than before. */
    LOADED,
    /** A rule makes it of what it is counted from, as that stands. */
    DERIVED,
    /** A person gives it a date, or another: a move, a correction, an order, an extension. */
    DATED,
    /** An extension is asked for. */
    EXTENSION_ASKED,
    /** An extension is not granted. */
    EXTENSION_REFUSED,
    /** A second person found its date right. */
    VERIFIED,
    /** Somebody says that it is done, or gives a receipt of it. */
    CLAIMED,
    /** Another person says too that it is done. */
    CONFIRMED,
    /** The court, or whoever got it, does not take it. */
    REJECTED,
    /** Somebody with the right to do so lets it go. */
    WAIVED,
    /** It will not take place. */
    CANCELLED,
    /** A person wants it after all. */
    REOPENED,
    /** It is suspended. */
    STAYED,
    /** It is suspended no longer. */
    LIFTED,
    /** It waited as a probable duplicate, and is something else. */
    RELEASED,
    /** What was done to it last was a slip, and is taken back. */
    UNDONE,
    /** Its court does not sit on its day. */
    COURT_CLOSED,
    /** Its court sits on its day after all. */
    CLOSURE_TAKEN_BACK,
    /** It no longer follows from its trigger by a rule. */
    SUPERSEDED
}
