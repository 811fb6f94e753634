package org.tickler.daemon.api;

import java.util.Locale;
import java.util.Optional;
import org.tickler.calendars.text.Words;
import org.tickler.daemon.http.Call;
import org.tickler.daemon.http.Throttle;
import org.tickler.engine.store.ApiScope;
import org.tickler.engine.token.ApiTokens;

/// Lets in who brings a token with the scope that is needed. Who guesses is slowed by address, who knows by token.
final class Gate {
    private static final int FAILURES_A_MINUTE = 30;
    private static final int CALLS_A_MINUTE = 600;
    private static final String CHALLENGE = "WWW-Authenticate";
    private static final String SCHEME = "bearer ";

    private final House house;
    private final ApiTokens tokens;
    private final Throttle failures = new Throttle(FAILURES_A_MINUTE);
    private final Throttle calls = new Throttle(CALLS_A_MINUTE);

    Gate(House house) {
        this.house = house;
        this.tokens = new ApiTokens(house.database());
    }

    /// @throws Refusal if the caller is not let in
    ApiTokens.Opened.Door enter(Call call, ApiScope scope) {
        ApiTokens.Opened.Door door = switch (opened(call)) {
            case ApiTokens.Opened.Door open -> open;
            case ApiTokens.Opened.Shut shut -> throw failed(call, shut.why());
        };
        if (!calls.allows(door.token().id())) {
            throw tooMany("This token has asked for much within a minute; ask again soon, or for more at once.");
        }
        if (!door.token().scopes().contains(scope)) {
            String word = Words.of(scope);
            throw Refusal.of(
                            403,
                            "missing-scope",
                            "This token has not the scope \"" + word + "\"; make one with tickler token add --scope "
                                    + word + ".")
                    .with(CHALLENGE, "Bearer realm=\"tickler\", error=\"insufficient_scope\", scope=\"" + word + "\"");
        }
        return door;
    }

    private ApiTokens.Opened opened(Call call) {
        Optional<String> secret = call.header("authorization")
                .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(SCHEME))
                .map(header -> header.substring(SCHEME.length()).strip());
        return secret.map(given -> tokens.open(given, call.from(), house.now()))
                .orElseGet(() -> new ApiTokens.Opened.Shut("no token was given"));
    }

    private Refusal failed(Call call, String why) {
        if (!failures.allows(call.from())) {
            return tooMany("Too many requests without a good token came from this address; ask again soon.");
        }
        return Refusal.of(
                        401,
                        "no-token",
                        "Nobody was let in: " + why + "; send one of tickler token add as Authorization: Bearer tk_….")
                .with(CHALLENGE, "Bearer realm=\"tickler\"");
    }

    private static Refusal tooMany(String detail) {
        return Refusal.of(429, "too-many", detail).with("Retry-After", "60");
    }
}
