package org.tickler.engine.dispatch.sms;

import java.util.Map;

/// What Twilio's error codes come to for us, <https://www.twilio.com/docs/api/errors>. They come with a refusal,
/// and with a later report that a message did not arrive.
enum TwilioCodes {
    /// Later it may do.
    WAIT,
    /// Nothing sent to this number can arrive.
    BAD_NUMBER,
    /// The reader said STOP.
    OPTED_OUT,
    /// This text did not pass; repeating it makes filtering worse.
    REFUSED,
    /// The account or its sender is set up wrongly: nothing leaves until somebody mends it.
    MISCONFIGURED;

    private static final Map<Integer, TwilioCodes> TABLE = Map.ofEntries(
            Map.entry(20003, MISCONFIGURED), // authentication failed
            Map.entry(20404, MISCONFIGURED), // no such account
            Map.entry(20429, WAIT), // too many requests
            Map.entry(21211, BAD_NUMBER), // not a number
            Map.entry(21212, MISCONFIGURED), // from is not a number
            Map.entry(21408, MISCONFIGURED), // region not enabled
            Map.entry(21606, MISCONFIGURED), // from cannot send
            Map.entry(21610, OPTED_OUT),
            Map.entry(21611, WAIT), // the sender's queue is full
            Map.entry(21612, MISCONFIGURED), // no route from this sender to that number
            Map.entry(21614, BAD_NUMBER), // not a mobile number
            Map.entry(21617, REFUSED), // too long
            Map.entry(30001, WAIT), // queue overflow
            Map.entry(30002, MISCONFIGURED), // account suspended
            Map.entry(30003, REFUSED), // handset unreachable for now
            Map.entry(30004, REFUSED), // blocked
            Map.entry(30005, BAD_NUMBER), // unknown handset
            Map.entry(30006, BAD_NUMBER), // landline
            Map.entry(30007, REFUSED), // filtered
            Map.entry(30008, REFUSED), // unknown error
            Map.entry(30010, MISCONFIGURED), // costs more than allowed
            Map.entry(30034, MISCONFIGURED)); // the sender is not registered

    /// What a code comes to. An unknown one of a refusal counts as refused, so that another channel is taken at once.
    static TwilioCodes of(int code) {
        return TABLE.getOrDefault(code, REFUSED);
    }
}
