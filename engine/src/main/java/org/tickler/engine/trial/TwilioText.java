package org.tickler.engine.trial;

import java.time.Instant;
import java.util.Optional;

/// One text message that Twilio accepted.
///
/// @param status in Twilio's words
/// @param error Twilio's code; 0: none
/// @param callback where reports of it are wanted
public record TwilioText(
        String sid,
        String from,
        String to,
        String body,
        Instant at,
        String status,
        int error,
        Optional<String> callback) {

    TwilioText in(String next, int code) {
        return new TwilioText(sid, from, to, body, at, next, code, callback);
    }
}
