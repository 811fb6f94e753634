package org.tickler.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What keeps the defects of others out is named in a document, and is there. */
class DefectsTest {
    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

    @Test
    void everyTestThatTheListNamesIsThere() throws IOException {
        var list = Sources.document("defects.md");
        var named = NAMED.matcher(list).results().toList();
        var missing = new ArrayList<String>();
        for (var one : named) {
            var there = false;
            for (var file : Sources.tests()) {
                there |= file.endsWith(one.group(1) + ".java")
                        && Files.readString(file).contains("void " + one.group(2) + "(");
            }
            if (!there) {
                missing.add(one.group());
            }
        }
        assertThat(named).hasSizeGreaterThan(15);
        assertThat(missing).isEmpty();
    }
}
