package org.tickler.engine.dispatch.sms;

import java.time.Duration;
import java.util.Optional;

/// Twilio answered, and the answer was no.
final class TwilioRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String sentence;
    private final int status;
    private final int code;
    private final transient Optional<Duration> retryAfter;

    /// @param status of HTTP
    /// @param code Twilio's own; 0 where it gave none
    TwilioRefusal(int status, int code, String sentence, Optional<Duration> retryAfter) {
        this(
                "Twilio answered " + status + (code == 0 ? "" : ", error " + code)
                        + (sentence.isBlank() ? "" : ": " + sentence),
                status,
                code,
                retryAfter);
    }

    private TwilioRefusal(String sentence, int status, int code, Optional<Duration> retryAfter) {
        super(sentence);
        this.sentence = sentence;
        this.status = status;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    /// What Twilio answered, in words.
    String sentence() {
        return sentence;
    }

    int status() {
        return status;
    }

    int code() {
        return code;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
