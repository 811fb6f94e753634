package org.tickler.engine.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;
import org.tickler.engine.store.StoreUnavailable;

/// The folder `data` of a home, and what lies where in it.
///
/// @param root the real path, without links
record DataFolder(Path root) {

    private static final Pattern TROUBLESOME = Pattern.compile("[\"$`\\\\\n]");

    /// The folder at a path, created where it is missing. Others may pass through it, since the server may run under
    /// another account; what is inside is closed where it must be.
    static DataFolder at(Path path) throws IOException {
        Files.createDirectories(path);
        Path real = path.toRealPath();
        if (TROUBLESOME.matcher(real.toString()).find()) {
            throw new StoreUnavailable(
                    "the embedded database cannot live in " + real + ": PostgreSQL's starter hands the path to a"
                            + " shell, which reads \" $ ` and \\ in its own way",
                    "Rename the folder without those");
        }
        if (!Files.getPosixFilePermissions(real).contains(PosixFilePermission.OTHERS_EXECUTE)) {
            Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rwx--x--x"));
        }
        return new DataFolder(real);
    }

    Path cluster() {
        return root.resolve("cluster");
    }

    Path binaries() {
        return root.resolve("binaries");
    }

    Path secrets() {
        return root.resolve("secrets");
    }

    Path log() {
        return root.resolve("postgres.log");
    }

    Path lock() {
        return root.resolve("lock");
    }

    Path port() {
        return root.resolve("port");
    }
}
