package org.tickler.rules.pack;

import java.util.List;
import java.util.Optional;
import org.tickler.calendars.text.PackagedFiles;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.SourceText;

/** The packs that are packaged with the program. */
public final class ShippedPacks {
    private static final String FOLDER = "packs/";
    private static final String ENDING = ".yaml";

    private ShippedPacks() {}

    /** Read once, when first asked for. */
    private static final class Packaged {
        static final List<SourceText> SOURCES = PackagedFiles.in("packs");
    }

    /** Their files, each named after the pack that it holds; in alphabetical order. */
    public static List<SourceText> sources() {
        return Packaged.SOURCES;
    }

    /** Their names, in alphabetical order. */
    public static List<String> names() {
        return sources().stream()
                .map(source ->
                        source.file().substring(FOLDER.length(), source.file().length() - ENDING.length()))
                .toList();
    }

    /** The pack of that name; empty if none is shipped. */
    public static Optional<Pack> find(String name) {
        return sources().stream()
                .filter(source -> source.file().equals(FOLDER + name + ENDING))
                .findFirst()
                .map(ShippedPacks::read);
    }

    /** All packs. */
    public static List<Pack> all() {
        return sources().stream().map(ShippedPacks::read).toList();
    }

    private static Pack read(SourceText source) {
        Problems problems = new Problems();
        return PackReader.read(source, problems)
                .orElseThrow(
                        () -> new IllegalStateException("the program is packaged with a broken pack:\n" + problems));
    }
}
