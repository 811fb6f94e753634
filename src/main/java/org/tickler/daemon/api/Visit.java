package org.tickler.daemon.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Function;
import org.tickler.daemon.http.Call;
import org.tickler.engine.agenda.Lookup;
import org.tickler.engine.docket.Signature;
import org.tickler.engine.store.ApiTokenRow;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;

/// A request of somebody who was let in.
///
/// @param person as whom the token looks and acts
record Visit(Call call, ApiTokenRow token, Person person, House house) {
    PersonId who() {
        return person.id();
    }

    /// Looks as that person, now.
    Lookup lookup() {
        return new Lookup(house.database(), who(), house.now());
    }

    /// The id that stands in the address; what has not the form of one is not known.
    <T> T id(String what, Function<String, T> read) {
        String text = call.place("id");
        try {
            // a plus sign in a path is a plus sign
            return read.apply(URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw Refusal.of(404, "not-found", "There is no such " + what + "; lists of the API give ids as they are.");
        }
    }

    /// What stands behind the question mark, which may be nothing but these names.
    Query query(String... names) {
        return Query.of(call, Set.of(names));
    }

    /// The body, which must be a JSON object.
    Body body() {
        return Body.read(call);
    }

    /// The person's signature under an act, with the reason that the body gives.
    Signature signature(Body body) {
        return new Signature(who(), body.find("reason"));
    }
}
