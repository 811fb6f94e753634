package org.tickler.engine.dispatch.sms;

import com.twilio.security.RequestValidator;
import java.net.URI;
import java.util.Map;

/// Tells what Twilio sends from what a stranger sends. Safe for many threads.
public final class TwilioSeal {

    /// The header that carries it.
    public static final String HEADER = "X-Twilio-Signature";

    private final RequestValidator validator;
    private final String publicUrl;

    /// @param publicUrl as Twilio knows us; the Host header is never asked, since proxies rewrite it and strangers
    /// choose it
    public TwilioSeal(String authToken, URI publicUrl) {
        this.validator = new RequestValidator(authToken);
        this.publicUrl = publicUrl.toString().replaceAll("/+$", "");
    }

    /// Whether Twilio made `seal` over these fields, posted to this path.
    ///
    /// @param pathAndQuery as it came, starting with a slash
    public boolean holds(String pathAndQuery, Map<String, String> fields, String seal) {
        return !seal.isBlank() && validator.validate(publicUrl + pathAndQuery, fields, seal);
    }
}
