package org.tickler.calendars.text;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one YAML document into nodes. Hostile files cost little: the parser's events are built up without recursion
 * and reading stops at the first limit that is passed.
 */
public final class YamlReader {

    /** The longest file that is read, in characters. */
    public static final int MAX_LENGTH = 1 << 20;

    /** The most maps and lists that may stand inside one another. */
    public static final int MAX_DEPTH = 50;

    /** The most aliases ({@code *name}) that a file may use. */
    public static final int MAX_ALIASES = 50;

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setParseComments(false)
            .setCodePointLimit(MAX_LENGTH + 1)
            .build();

    private YamlReader() {}

    /**
     * The document's root. An empty file, or one of comments only, is a {@link TextNode} that {@link
     * TextNode#isNothing()}, which {@link Fields#of} takes for an empty map.
     *
     * <p>Empty if the file cannot be read to its end; then at least one error was added. Errors that leave the rest
     * readable (duplicate keys, tags) are added too and the root comes back nevertheless: ask {@link
     * Problems#hasErrors()} before use.
     */
    public static Optional<Node> read(SourceText source, Problems problems) {
        String text = source.text().startsWith("\uFEFF") ? source.text().substring(1) : source.text();
        if (text.length() > MAX_LENGTH) {
            problems.error(
                    Span.startOf(source.file()),
                    TextProblem.TOO_LARGE,
                    "the file has " + text.length() + " characters and at most " + MAX_LENGTH
                            + " are read; split it into several files");
            return Optional.empty();
        }
        if (!CharacterCheck.passes(source.file(), text, problems)) {
            return Optional.empty();
        }
        NodeBuilder builder = new NodeBuilder(source.file(), problems);
        try {
            for (var event : new Parse(SETTINGS).parseString(text)) {
                if (!builder.take(event)) {
                    return Optional.empty();
                }
            }
        } catch (MarkedYamlEngineException e) {
            SyntaxExplainer.explain(e, source.file(), text, problems);
            return Optional.empty();
        } catch (YamlEngineException | IllegalArgumentException | IndexOutOfBoundsException e) {
            problems.error(
                    builder.lastSeen(), TextProblem.SYNTAX, "not readable as YAML after this place: " + e.getMessage());
            return Optional.empty();
        }
        return Optional.of(builder.root());
    }
}
