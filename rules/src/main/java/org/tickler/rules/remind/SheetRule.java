package org.tickler.rules.remind;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * A page that the house sends by the clock, whatever else there is to tell.
 *
 * @param of what a weekly sheet has a section for; empty: the sheet is of no parts
 * @param within how soon it is to be signed; empty: nobody need sign it
 * @param ifSilent who gets the same list where nobody signs it, step by step; empty where nobody need sign
 * @param level how much mailboxes outside the firm are told of matters that are open to their team only
 * @param knownAt since when it is a rule in this form; nothing is owed from before
 */
public record SheetRule(
        String id,
        Kind kind,
        Readers to,
        Optional<Of> of,
        Rhythm rhythm,
        Optional<TimeSpan> within,
        List<SilenceStep> ifSilent,
        Level level,
        Instant knownAt) {
    public SheetRule {
        ifSilent = List.copyOf(ifSilent);
    }

    /** What a sheet shows. */
    public enum Kind {
        /** To each reader: today, the days ahead, what waits for an answer, what is overdue, questions. */
        MORNING,
        /** To each reader, by matter or by team: the week ahead. */
        WEEK,
        /** To a controller: what is due and not done, what was struck off or moved, what was entered. To be signed. */
        EXIT_CONTROL,
        /** To mailboxes outside: the docket of the whole firm, to go on working from. */
        SECOND_DOCKET,
        /**
         * To each reader, by each channel through which nothing has come back for long: whether it still reaches them. To be
         * answered; one for each channel.
         */
        CHANNEL_CHECK;

        /** Whether it is for its reader's own use, so that who is away gets none. */
        public boolean ofTheReader() {
            return this == MORNING || this == WEEK || this == CHANNEL_CHECK;
        }

        /** Whether somebody must answer it, or the next person gets it. */
        public boolean isAnswered() {
            return this == EXIT_CONTROL || this == CHANNEL_CHECK;
        }
    }

    /** What a weekly sheet has a section for. */
    public enum Of {
        /** Each open matter. */
        MATTER,
        /** Each practice area, as the matters name it. */
        TEAM
    }

    /** How much is told of a matter that is open to its team only. */
    public enum Level {
        FULL,
        /** The matter's number and the entry's kind. */
        NUMBERS
    }

    /** Who gets it. */
    public sealed interface Readers {
        /** Everyone on the staff who can be reached. */
        record Everyone() implements Readers {}

        /** Roles and persons. Roles of a sheet of matters are looked up for each matter, of any other firm-wide. */
        record Named(List<Addressee> to) implements Readers {
            public Named {
                to = List.copyOf(to);
            }
        }

        /** Mailboxes that no person of the firm need have. */
        record Outside(List<MailAddress> to) implements Readers {
            public Outside {
                to = List.copyOf(to);
            }
        }
    }

    /** A mailbox outside the firm, and what it is called. */
    public record MailAddress(String name, String email) {}

    /**
     * When it comes, on its reader's clock; for mailboxes outside, on the firm's.
     *
     * @param on the day of a weekly one; empty for others
     */
    public record Rhythm(Every every, Optional<DayOfWeek> on, LocalTime time) {}

    /** How often it comes. */
    public enum Every {
        DAY,
        /** On days on which the firm works. */
        BUSINESS_DAY,
        WEEK
    }

    /** The same rule, known since {@code at}. */
    public SheetRule knownSince(Instant at) {
        return new SheetRule(id, kind, to, of, rhythm, within, ifSilent, level, at);
    }
}
