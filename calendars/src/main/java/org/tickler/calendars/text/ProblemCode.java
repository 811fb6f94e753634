package org.tickler.calendars.text;

/** A kind of fault that a file can have. Each floor lists its own in an enum. */
public interface ProblemCode {

    /** Lower-case words joined by hyphens, such as {@code unknown-key}; stable, because people look it up. */
    String code();
}
