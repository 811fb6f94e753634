package org.tickler.rules.lang;

import org.tickler.calendars.text.Span;

/** A value and the place of its name in a file, for what is said about it later. */
record Located<T>(T value, Span at) {}
