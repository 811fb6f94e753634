package org.tickler.daemon.home;

import java.nio.file.Path;

/** The folder of one firm. Nothing is checked to exist. */
public record Home(Path folder) {
    public Home {
        folder = folder.toAbsolutePath().normalize();
    }

    public Path settings() {
        return folder.resolve("tickler.yaml");
    }

    public Path rules() {
        return folder.resolve("rules");
    }

    public Path calendars() {
        return folder.resolve("calendars");
    }

    public Path templates() {
        return folder.resolve("templates");
    }

    public Path inbox() {
        return folder.resolve("inbox");
    }

    public Path outbox() {
        return folder.resolve("outbox");
    }

    /** Receipts of what was done, each under the SHA-256 of its bytes. */
    public Path receipts() {
        return folder.resolve("receipts");
    }

    public Path backups() {
        return folder.resolve("backups");
    }

    /** The embedded database, its binaries and the firm's secrets. */
    public Path data() {
        return folder.resolve("data");
    }

    /** {@code name} with one of the endings, such as {@code people.yaml} or {@code people.csv}. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
