package org.tickler.engine.dispatch.sms;

import com.twilio.exception.ApiException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.jspecify.annotations.Nullable;
import org.tickler.engine.dispatch.Outcome;

/// Puts whatever comes of a request into one class of outcome.
final class TwilioAnswers {

    private static final int TOO_MANY = 429;
    private static final int FIRST_SERVER_ERROR = 500;
    private static final int UNAUTHORISED = 401;

    private TwilioAnswers() {}

    static Outcome classed(Supplier<Outcome> request) {
        try {
            return request.get();
        } catch (TwilioRefusal refusal) {
            return refused(refusal);
        } catch (ApiException e) {
            return unanswered(e);
        }
    }

    private static Outcome refused(TwilioRefusal refusal) {
        if (refusal.status() >= FIRST_SERVER_ERROR) {
            return new Outcome.Unknown(refusal.sentence()); // it may have accepted before it broke
        }
        if (refusal.status() == TOO_MANY) {
            return new Outcome.Retry(refusal.sentence(), refusal.retryAfter());
        }
        if (refusal.status() == UNAUTHORISED) {
            return new Outcome.Misconfigured(refusal.sentence());
        }
        return switch (TwilioCodes.of(refusal.code())) {
            case WAIT -> new Outcome.Retry(refusal.sentence(), refusal.retryAfter());
            case BAD_NUMBER -> new Outcome.Refused(refusal.sentence(), true);
            case OPTED_OUT -> new Outcome.OptedOut(refusal.sentence());
            case REFUSED -> new Outcome.Refused(refusal.sentence(), false);
            case MISCONFIGURED -> new Outcome.Misconfigured(refusal.sentence());
        };
    }

    /// Where no connection came about, nothing was sent; in every other case nobody knows.
    private static Outcome unanswered(ApiException failure) {
        Throwable cause = root(failure);
        String reason = "no answer from Twilio: " + cause.getClass().getSimpleName() + ", " + cause.getMessage();
        return switch (cause) {
            case ConnectionRequestTimeoutException busy -> new Outcome.Retry(reason, Optional.empty());
            case ConnectException refused -> new Outcome.Retry(reason, Optional.empty(), true);
            case ConnectTimeoutException late -> new Outcome.Retry(reason, Optional.empty(), true);
            case UnknownHostException unknown -> new Outcome.Retry(reason, Optional.empty(), true);
            case NoRouteToHostException away -> new Outcome.Retry(reason, Optional.empty(), true);
            case SSLHandshakeException distrusted -> new Outcome.Retry(reason, Optional.empty(), true);
            default -> new Outcome.Unknown(reason);
        };
    }

    private static Throwable root(ApiException failure) {
        @Nullable Throwable cause = failure.getCause();
        while (cause != null && !(cause instanceof IOException)) {
            cause = cause.getCause();
        }
        return cause == null ? failure : cause;
    }
}
