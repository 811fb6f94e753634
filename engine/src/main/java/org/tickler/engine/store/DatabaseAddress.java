package org.tickler.engine.store;

import java.util.Optional;

/// Where a firm's database is and who may enter.
///
/// @param url a `jdbc:postgresql:` address
/// @param owner who changes the schema; empty where the firm gave one login, which then does both
/// @param run who reads and writes rows
public record DatabaseAddress(String url, Optional<Credentials> owner, Credentials run) {

    private static final String SCHEME = "jdbc:postgresql:";

    public DatabaseAddress {
        if (!url.startsWith(SCHEME)) {
            throw new IllegalArgumentException(
                    "the database url must start with \"" + SCHEME + "\", but was: " + withoutQuery(url));
        }
    }

    /// The address without its parameters, which may hold a password: fit for a log or a message.
    public String place() {
        return withoutQuery(url);
    }

    /// Who changes the schema: the owner, or the one login there is.
    Credentials migrator() {
        return owner.orElse(run);
    }

    @Override
    public String toString() {
        return "DatabaseAddress[" + place() + " as " + run.user() + "]";
    }

    private static String withoutQuery(String url) {
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }
}
