package org.tickler.calendars;

import org.jspecify.annotations.Nullable;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.SourceText;

/** A calendar file that is packaged with the program: known to be good, and read when first asked for. */
final class ShippedFile {

    private final SourceText source;
    private volatile @Nullable CalendarFile read;

    ShippedFile(SourceText source) {
        this.source = source;
    }

    SourceText source() {
        return source;
    }

    /** The calendar's name, which is that of the file. */
    String calendar() {
        String file = source.file();
        return file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.'));
    }

    /**
     * What the file says. Two threads that ask at once may both read it, and find the same.
     *
     * @throws IllegalStateException if it has an error, as no packaged file has
     */
    CalendarFile read() {
        CalendarFile file = read;
        if (file == null) {
            Problems problems = new Problems();
            file = CalendarReader.file(source, problems)
                    .filter(found -> !problems.hasErrors())
                    .orElseThrow(() -> new IllegalStateException("a packaged calendar is broken:\n" + problems));
            read = file;
        }
        return file;
    }
}
