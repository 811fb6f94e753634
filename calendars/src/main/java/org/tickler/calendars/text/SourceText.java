package org.tickler.calendars.text;

/**
 * The text of one file, and the name by which problems call it.
 *
 * @param file the name as a person would type it, such as {@code rules/ladders.yaml}; never read from here
 * @param text what the file says, decoded as UTF-8
 */
public record SourceText(String file, String text) {

    public SourceText {
        if (file.isBlank()) {
            throw new IllegalArgumentException("file must have a name, but was blank");
        }
    }
}
