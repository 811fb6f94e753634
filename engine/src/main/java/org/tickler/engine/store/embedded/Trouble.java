package org.tickler.engine.store.embedded;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import org.tickler.engine.store.StoreUnavailable;

/// Says in a person's words why the embedded database could not be had.
final class Trouble {

    private static final String NO_SPACE = "No space left on device";
    private static final String OTHER_VERSION = "incompatible with server";

    private Trouble() {}

    /// A failure to read or write below the data folder.
    static StoreUnavailable of(Path data, IOException e) {
        if (e instanceof AccessDeniedException denied) {
            return new StoreUnavailable(
                    "the embedded database may not read or write " + denied.getFile(),
                    "Run Tickler as the user whose home folder this is, or give that user the folder " + data
                            + " with all that is in it",
                    e);
        }
        if (e.getMessage() != null && e.getMessage().contains(NO_SPACE)) {
            return noSpace(data, e.getMessage());
        }
        if (e.getMessage() != null && e.getMessage().contains("Cannot run program")) {
            return new StoreUnavailable(
                    "a program that the embedded database in " + data + " needs is missing: " + e.getMessage(),
                    "Install it (setpriv, unshare and mount are in util-linux), or run Tickler as an ordinary user",
                    e);
        }
        return new StoreUnavailable(
                "the embedded database in " + data + " could not be used: " + e,
                "Check the disk and the permissions of that folder",
                e);
    }

    static StoreUnavailable noSpace(Path data, String detail) {
        return new StoreUnavailable(
                "there is no space left for the embedded database in " + data + " (" + detail + ")",
                "Free some space there; a new database needs 400 MB, an old one room to write");
    }

    /// A program of PostgreSQL that failed, with what it said or the end of its log.
    static StoreUnavailable programFailed(String what, String said) {
        return new StoreUnavailable(what + ":\n" + said.indent(4).stripTrailing() + "\n", remedy(said));
    }

    private static String remedy(String said) {
        if (said.contains(NO_SPACE)) {
            return "Free some space on that disk";
        }
        if (said.contains(OTHER_VERSION)) {
            return "The data are of another major version of PostgreSQL; run the Tickler that made them, `export`"
                    + " there, and `import` here";
        }
        if (said.contains("unshare") || said.contains("mount:")) {
            return "PostgreSQL does not run as root, and the account it steps down to may not pass one of the folders"
                    + " above the home. Move the home, for instance below /var/lib, or run Tickler as an ordinary user";
        }
        if (said.contains("Permission denied") || said.contains("not permitted")) {
            return "Check who owns the data folder and the folders above it";
        }
        return "Mend what the lines above name, or put a database of your own under database: in tickler.yaml";
    }
}
