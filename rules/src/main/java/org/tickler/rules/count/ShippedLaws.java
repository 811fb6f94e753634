package org.tickler.rules.count;

import java.util.List;
import org.tickler.calendars.text.PackagedFiles;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.SourceText;

/** The laws of counting that are packaged with the program. */
public final class ShippedLaws {
    private ShippedLaws() {}

    /** Read once, when first asked for. */
    private static final class Packaged {
        static final List<SourceText> SOURCES = PackagedFiles.in("laws");
    }

    /** Their files, those first that others are like. */
    public static List<SourceText> sources() {
        return Packaged.SOURCES;
    }

    /** All of them, read from the class path. */
    public static Laws laws() {
        Problems problems = new Problems();
        Laws laws = LawReader.read(sources(), problems);
        if (problems.hasErrors()) {
            throw new IllegalStateException("the program is packaged with broken laws:\n" + problems);
        }
        return laws;
    }
}
