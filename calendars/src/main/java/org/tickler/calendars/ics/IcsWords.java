package org.tickler.calendars.ics;

import java.net.URI;
import java.util.Optional;

/**
 * What people read of an event. Any text is taken, even hostile text: the writer cleans it and cuts it to size, so no
 * words can break a feed. An empty description or location is left out.
 *
 * @param url the page about the event, absolute and of at most {@link #LONGEST_URL} characters
 */
public record IcsWords(String summary, String description, String location, Optional<URI> url) {

    public static final int LONGEST_URL = 2000;

    public IcsWords {
        if (url.isPresent()
                && (!url.get().isAbsolute() || url.get().toASCIIString().length() > LONGEST_URL)) {
            throw new IllegalArgumentException("url of an event: expected an absolute one of at most " + LONGEST_URL
                    + " characters, found " + url.get());
        }
    }

    /** A summary alone. */
    public static IcsWords of(String summary) {
        return new IcsWords(summary, "", "", Optional.empty());
    }
}
