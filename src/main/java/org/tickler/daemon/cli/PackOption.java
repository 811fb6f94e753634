package org.tickler.daemon.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.regex.Pattern;
import org.tickler.calendars.text.Nearest;
import org.tickler.calendars.text.Problems;
import org.tickler.daemon.Complaint;
import org.tickler.daemon.home.PackFiles;
import org.tickler.rules.pack.Pack;
import org.tickler.rules.pack.ShippedPacks;

/** Names that are typed, held against those that there are. */
final class PackOption {
    private static final Pattern FILE = Pattern.compile("/|\\.ya?ml$");

    private PackOption() {}

    /** The shipped pack of that name, or the one in that file. */
    static Pack pack(String name) {
        if (FILE.matcher(name).find()) {
            return file(Path.of(name));
        }
        return ShippedPacks.find(name)
                .orElseThrow(() ->
                        unknown("--pack: no pack is called \"" + name + "\"", name, "packs", ShippedPacks.names()));
    }

    private static Pack file(Path file) {
        if (!Files.isRegularFile(file)) {
            throw Complaint.unavailable("--pack: there is no file " + file);
        }
        Problems problems = new Problems();
        return PackFiles.read(file, problems)
                .orElseThrow(() -> Complaint.problems("the pack " + file + " has errors:\n" + problems));
    }

    /** A wrong name: the nearest right one, and all there are. */
    static Complaint unknown(String what, String name, String kind, Collection<String> known) {
        String hint = Nearest.hint(name, known);
        String list = known.isEmpty() ? "there are no " + kind : kind + ": " + String.join(", ", known);
        return Complaint.usage(what + (hint.isEmpty() ? "; " : hint + " ") + list);
    }
}
