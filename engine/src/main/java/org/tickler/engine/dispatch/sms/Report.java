package org.tickler.engine.dispatch.sms;

import java.util.Map;

/// What Twilio says of a message that it accepted.
///
/// @param sid Twilio's name of the message
/// @param status in Twilio's words
/// @param code Twilio's error code; 0: none
record Report(String sid, String status, int code) {

    /// Reports come twice, late and in any order; one that ranks no higher than what is known changes nothing.
    private static final Map<String, Integer> RANKS = Map.of(
            "accepted", 1,
            "scheduled", 1,
            "queued", 2,
            "sending", 3,
            "sent", 4,
            "delivered", 5,
            "read", 5,
            "undelivered", 5,
            "failed", 5,
            "canceled", 5);

    /// How far on its way the message is, from 1 to 5, the end; 0 for a status that is not known here.
    int rank() {
        return RANKS.getOrDefault(status, 0);
    }

    boolean delivered() {
        return status.equals("delivered") || status.equals("read");
    }

    boolean failed() {
        return rank() == 5 && !delivered();
    }
}
