package org.tickler.engine.store.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reaches a data folder below one that the server's account may not pass, such as `/root`. The server gets a view of
/// the files of its own in which that folder is empty but for the way down to the data, under the same names; nothing
/// changes for anybody else, and no permission is loosened.
final class HiddenFolder {

    /// `.` stays the data folder as it was while the closed one is covered above it.
    private static final String SCRIPT = """
            set -e
            closed=$1 data=$2
            shift 2
            cd "$data"
            mount -t tmpfs -o mode=0755,size=64k tickler "$closed"
            mkdir -p "$data"
            mount -c --bind . "$data"
            cd /
            exec "$@"
            """;

    private HiddenFolder() {}

    /// The command with that view. The kernel takes the view away with the last process that has it.
    static List<String> reach(Path data, Path closed, List<String> command) {
        List<String> reaching = new ArrayList<>(
                List.of("unshare", "--mount", "sh", "-c", SCRIPT, "sh", closed.toString(), data.toString()));
        reaching.addAll(command);
        return reaching;
    }
}
