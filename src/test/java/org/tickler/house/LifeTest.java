package org.tickler.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Nothing sets the status of an entry around the table of {@code EntryLife}. */
class LifeTest {
    /** Where an entry changes hands without another status, or is read as it is stored, or is born by the table. */
    private static final Set<String> MAKE_ENTRIES = Set.of(
            "Entry.java",
            "EntryRows.java",
            "ActWork.java",
            "MatterActWork.java",
            "Drills.java",
            "Rehearsal.java",
            "Merge.java",
            "TakingBack.java",
            "Resolver.java",
            "DerivedEntry.java",
            "LimitationDeriver.java");

    private static final Pattern MAKES = Pattern.compile("new Entry\\(");

    @Test
    void noCodeSetsAStatusAroundTheTable() throws IOException {
        List<String> around = new ArrayList<>();
        for (Path file : Sources.main()) {
            String name = String.valueOf(file.getFileName());
            String text = Files.readString(file);
            if (!name.equals("Entry.java") && text.contains("withStatus(")) {
                around.add(name + " calls withStatus; call after, which asks the table");
            }
            boolean entries =
                    text.contains("rules.docket.Entry;") || text.contains("package org.tickler.rules.docket;");
            if (entries && MAKES.matcher(text).find() && !MAKE_ENTRIES.contains(name)) {
                around.add(name + " makes an entry; see that its status is born by the table, then list it here");
            }
        }
        assertThat(around).isEmpty();
    }
}
