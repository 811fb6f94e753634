package org.tickler.engine.dispatch.words;

import java.util.Set;

/** The fields that templates may name. Anything else in one is an error. */
public final class TemplateFields {
    /** Of a message as a whole, in {@code letter.*}. */
    public static final Set<String> MESSAGE = Set.of(
            "reader", "firm", "several", "count", "headline", "lines", "possible-duplicate", "answer", "example");

    /** Of one reminder in it, in the templates of the purposes and in {@code details.*}. */
    public static final Set<String> LINE = Set.of(
            "kind",
            "title",
            "day",
            "day-short",
            "time",
            "your-time",
            "place",
            "matter",
            "matter-id",
            "authority",
            "not-verified",
            "claimed",
            "why",
            "was",
            "was-short",
            "was-place",
            "change",
            "call",
            "late",
            "entered-late",
            "answer",
            "within",
            "link",
            "code");

    private TemplateFields() {}
}
