package org.tickler.engine.trial;

import java.util.OptionalInt;

/// What can go wrong with one request to Twilio.
public sealed interface TwilioFault {

    /// It is turned away.
    ///
    /// @param code Twilio's own; 0: none, as when something before Twilio answers
    /// @param retryAfter seconds
    record Refuses(int status, int code, OptionalInt retryAfter) implements TwilioFault {
        public Refuses(int status, int code) {
            this(status, code, OptionalInt.empty());
        }
    }

    /// The message is accepted, and the connection lost before the answer.
    record LosesReply() implements TwilioFault {}

    /// The message is accepted, and then an error answered all the same.
    record AcceptsAndFails(int status) implements TwilioFault {}

    /// Nothing is accepted, and no answer comes until the server ends.
    record Hangs() implements TwilioFault {}
}
