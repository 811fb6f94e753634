package org.tickler.engine.store;

/// A database role and its password. The text form shows the role alone, so that a log never carries the password.
public record Credentials(String user, String password) {

    public Credentials {
        if (user.isBlank()) {
            throw new IllegalArgumentException("a database user must have a name, but it was blank");
        }
    }

    @Override
    public String toString() {
        return "Credentials[user=" + user + "]";
    }
}
