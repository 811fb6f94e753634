package org.tickler.calendars.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** Builds nodes out of the parser's events with a stack of its own, so that nesting cannot overflow the thread's. */
final class NodeBuilder {

    private static final int MAX_UNFOLDED = 10_000;

    private final String file;
    private final Problems problems;
    private final Deque<OpenNode> open = new ArrayDeque<>();
    private final Map<String, BuiltNode> anchored = new HashMap<>();
    private Span lastSeen;
    private Optional<Node> root = Optional.empty();
    private int documents;
    private int aliases;
    private int unfolded;

    NodeBuilder(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
        this.lastSeen = Span.startOf(file);
    }

    /** Where the latest event stood. */
    Span lastSeen() {
        return lastSeen;
    }

    /** The finished document; nothing at the start of the file if there was none. */
    Node root() {
        return root.orElse(new TextNode(Span.startOf(file), "", false));
    }

    /** Takes the next event. False, with an error added, if there is no point in going on. */
    boolean take(Event event) {
        lastSeen = event.getStartMark()
                .map(mark -> new Span(file, mark.getLine() + 1, mark.getColumn() + 1))
                .orElse(lastSeen);
        return switch (event) {
            case DocumentStartEvent start -> startDocument();
            case ScalarEvent scalar -> scalar(scalar);
            case AliasEvent alias -> alias(alias.getAlias().getValue());
            case CollectionStartEvent start -> startCollection(start);
            case CollectionEndEvent end -> endCollection();
            default -> true;
        };
    }

    private boolean startDocument() {
        documents++;
        return documents == 1
                || refuse(
                        TextProblem.UNSUPPORTED,
                        "a second document starts here (\"---\"); put it into a file of its own");
    }

    private boolean scalar(ScalarEvent event) {
        refuseTag(event.getTag());
        if (!CharacterCheck.isClean(event.getValue())) {
            problems.error(
                    lastSeen,
                    TextProblem.CONTROL_CHARACTER,
                    "an escape in this text makes a control character, which cannot be stored; take it out");
        }
        return attach(BuiltNode.leaf(new TextNode(lastSeen, event.getValue(), !event.isPlain())), event.getAnchor());
    }

    private boolean startCollection(CollectionStartEvent event) {
        refuseTag(event.getTag());
        if (open.size() >= YamlReader.MAX_DEPTH) {
            return refuse(
                    TextProblem.TOO_DEEP,
                    "nested more than " + YamlReader.MAX_DEPTH + " levels deep; flatten the file");
        }
        OpenNode parent = open.peek();
        if (parent != null && parent.wantsKey()) {
            return refuse(TextProblem.UNSUPPORTED, "a key must be a single text; found a list or map as key");
        }
        open.push(new OpenNode(lastSeen, event instanceof MappingStartEvent, event.getAnchor()));
        return true;
    }

    private boolean endCollection() {
        OpenNode done = open.pop();
        return attach(done.build(), done.anchor());
    }

    private boolean alias(String name) {
        aliases++;
        BuiltNode target = anchored.get(name);
        if (target == null) {
            return refuse(
                    TextProblem.UNKNOWN_ALIAS,
                    "\"*" + name + "\" refers to \"&" + name
                            + "\", which is not finished before this place; a text that starts with * needs quotes");
        }
        unfolded += target.size();
        if (aliases > YamlReader.MAX_ALIASES || unfolded > MAX_UNFOLDED) {
            return refuse(
                    TextProblem.ALIAS_BOMB,
                    "the aliases (*" + name + " and others) of this file are more than " + YamlReader.MAX_ALIASES
                            + ", or unfold to more than " + MAX_UNFOLDED + " values; write the values out");
        }
        if (open.size() + target.height() > YamlReader.MAX_DEPTH) {
            return refuse(
                    TextProblem.TOO_DEEP,
                    "\"*" + name + "\" nests the file more than " + YamlReader.MAX_DEPTH + " levels deep; flatten it");
        }
        return attach(target, Optional.empty());
    }

    private boolean attach(BuiltNode built, Optional<Anchor> anchor) {
        anchor.ifPresent(name -> anchored.put(name.getValue(), built));
        OpenNode parent = open.peek();
        if (parent == null) {
            root = Optional.of(built.node());
            return true;
        }
        if (!parent.wantsKey()) {
            parent.add(built);
            return true;
        }
        return key(parent, built.node());
    }

    private boolean key(OpenNode parent, Node node) {
        if (!(node instanceof TextNode key)) {
            return refuse(TextProblem.UNSUPPORTED, "a key must be a single text; found " + node.kind());
        }
        if (key.value().equals("<<") && !key.quoted()) {
            return refuse(TextProblem.UNSUPPORTED, "merge keys (\"<<\") are not read; write the keys out");
        }
        parent.key(key)
                .ifPresent(first -> problems.error(
                        key.at(),
                        TextProblem.DUPLICATE_KEY,
                        "\"" + key.value() + "\" stands twice in this map, first at line " + first.line() + ", column "
                                + first.column() + "; keep one"));
        return true;
    }

    private void refuseTag(Optional<String> tag) {
        tag.ifPresent(name -> problems.error(
                lastSeen,
                TextProblem.TAG,
                "the tag \"" + name + "\" is not read; leave it out, every value is plain text"));
    }

    private boolean refuse(TextProblem code, String sentence) {
        problems.error(lastSeen, code, sentence);
        return false;
    }
}
