package org.tickler.engine.dispatch;

import java.time.Duration;
import java.util.Optional;

/** What became of one try to carry a letter. The carrier alone decides which; nothing below it tries again. */
public sealed interface Outcome {
    /** In words, for the log, the attempt's row and whoever asks. */
    String reason();

    /** The other side took it; {@code providerId} is its name there. */
    record Accepted(Optional<String> providerId) implements Outcome {
        @Override
        public String reason() {
            return providerId.map(id -> "accepted as " + id).orElse("accepted");
        }
    }

    /**
     * It was not sent, and a later try may do.
     *
     * @param after no earlier than this from now, where the other side said so
     * @param unreachable whether the channel as a whole did not answer, so that other letters would fare no better
     */
    record Retry(String reason, Optional<Duration> after, boolean unreachable) implements Outcome {
        public Retry(String reason, Optional<Duration> after) {
            this(reason, after, false);
        }
    }

    /** It was refused for good; {@code badAddress}: nothing sent to this address can arrive. */
    record Refused(String reason, boolean badAddress) implements Outcome {}

    /** The channel is set up wrongly, so that nothing can leave by it until somebody mends it. */
    record Misconfigured(String reason) implements Outcome {}

    /** The reader has asked not to be written to on this channel. */
    record OptedOut(String reason) implements Outcome {}

    /** It may or may not have been sent: the answer was lost. */
    record Unknown(String reason) implements Outcome {}

    /** The word that is stored: {@code accepted}, {@code retry}, {@code opted-out} and so on. */
    default String word() {
        return switch (this) {
            case Accepted accepted -> "accepted";
            case Retry retry -> "retry";
            case Refused refused -> "refused";
            case Misconfigured misconfigured -> "misconfigured";
            case OptedOut optedOut -> "opted-out";
            case Unknown unknown -> "unknown";
        };
    }
}
