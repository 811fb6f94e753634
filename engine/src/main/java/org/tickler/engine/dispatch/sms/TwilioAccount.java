package org.tickler.engine.dispatch.sms;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// The firm's account at Twilio, and where Twilio finds us.
///
/// @param sid of the account, `AC…`
/// @param authToken secret; also seals what Twilio sends us
/// @param from a number in E.164, or the id of a messaging service, `MG…`
/// @param publicUrl where Twilio reaches the firm's public port; seals are made over it, whatever stands between
/// @param baseUrl in place of Twilio's own address, for trials; on this machine only
/// @param patience how long an answer may take
public record TwilioAccount(
        String sid, String authToken, String from, URI publicUrl, Optional<URI> baseUrl, Duration patience) {

    private static final Set<String> HERE = Set.of("127.0.0.1", "localhost", "[::1]", "::1");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    public TwilioAccount {
        if (!sid.matches("AC[0-9A-Za-z]{4,60}")) {
            throw new IllegalArgumentException("sms.account-sid starts with AC, but was: " + sid);
        }
        if (!from.matches("\\+[1-9][0-9]{6,14}|MG[0-9A-Za-z]{4,60}")) {
            throw new IllegalArgumentException(
                    "sms.from is a number such as +12125550100 or a messaging service MG..., but was: " + from);
        }
        if (authToken.isBlank()) {
            throw new IllegalArgumentException("sms.auth-token-file is empty; put the account's auth token into it");
        }
        baseUrl.filter(url -> !HERE.contains(url.getHost())).ifPresent(url -> {
            throw new IllegalArgumentException(
                    "sms.base-url is for trials and must be on this machine, such as http://127.0.0.1:4010, but was: "
                            + url);
        });
    }

    /// An account that is given half a minute for each answer.
    public TwilioAccount(String sid, String authToken, String from, URI publicUrl, Optional<URI> baseUrl) {
        this(sid, authToken, from, publicUrl, baseUrl, PATIENCE);
    }

    /// Where Twilio is to report what became of a message.
    URI statusCallback() {
        return URI.create(publicUrl.toString().replaceAll("/+$", "") + "/hooks/twilio/status");
    }

    @Override
    public String toString() {
        return "TwilioAccount[" + sid + " from " + from
                + baseUrl.map(url -> " at " + url).orElse("") + "]";
    }
}
