package org.tickler.daemon.home;

import java.nio.file.Path;
import java.util.List;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.SourceText;

/** Rule files in a folder that is not the home's, to ask what they would change. */
public final class RuleFolder {
    private RuleFolder() {}

    /** Their texts, by name. */
    public static List<SourceText> read(Path folder, Problems problems) {
        return new Texts(folder, problems).all(folder, ".yaml", ".yml");
    }
}
