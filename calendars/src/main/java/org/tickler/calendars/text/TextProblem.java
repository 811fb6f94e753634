package org.tickler.calendars.text;

/** What can be wrong with any YAML file, whatever it is about. */
public enum TextProblem implements ProblemCode {
    /** Not YAML. */
    SYNTAX("syntax"),
    /** A tab where YAML wants spaces. */
    TAB("tab"),
    /** NUL, another control character, or half of a surrogate pair. */
    CONTROL_CHARACTER("control-character"),
    /** A key that stands twice in one map. */
    DUPLICATE_KEY("duplicate-key"),
    /** A key that nothing reads. */
    UNKNOWN_KEY("unknown-key"),
    /** A key that must be there and is not. */
    MISSING_KEY("missing-key"),
    /** A key with nothing behind it. */
    EMPTY_VALUE("empty-value"),
    /** A map where a text is wanted, and the like. */
    WRONG_TYPE("wrong-type"),
    /** A text that does not say what is wanted, such as the 30th of February. */
    BAD_VALUE("bad-value"),
    /** A time zone that tzdb does not have. */
    UNKNOWN_ZONE("unknown-zone"),
    /** Nested more deeply than {@link YamlReader#MAX_DEPTH}. */
    TOO_DEEP("too-deep"),
    /** Longer than {@link YamlReader#MAX_LENGTH}. */
    TOO_LARGE("too-large"),
    /** Too many aliases, or aliases that unfold to too much. */
    ALIAS_BOMB("alias-bomb"),
    /** An alias without an anchor before it, or inside its own anchor. */
    UNKNOWN_ALIAS("unknown-alias"),
    /** A YAML tag such as {@code !!str}. */
    TAG("tag"),
    /** YAML that is valid but not read here: several documents, merge keys, keys that are lists or maps. */
    UNSUPPORTED("unsupported");

    private final String code;

    TextProblem(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
