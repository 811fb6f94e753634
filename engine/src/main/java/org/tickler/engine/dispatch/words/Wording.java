package org.tickler.engine.dispatch.words;

import java.util.Optional;

/** What a message says: one line of subject (empty for SMS), plain text, and HTML where the channel shows it. */
public record Wording(String subject, String text, Optional<String> html) {}
