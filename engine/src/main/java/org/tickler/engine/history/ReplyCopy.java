package org.tickler.engine.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tickler.engine.store.MailStore;
import org.tickler.engine.store.ReplyStore;
import org.tickler.engine.token.Tokens;

/**
 * What somebody wrote back, as it stands in evidence.
 *
 * @param file under {@code replies/}
 * @param isWhole whether its words stand here; else it also speaks, or may quote, of what may not be seen
 * @param attached what came attached to it, where its words stand here
 */
record ReplyCopy(String file, ReplyStore.Reply reply, boolean isWhole, List<Attached> attached) {
    private static final String LEFT_OUT = "(left out)";
    /** In the order in which a mail has them. */
    private static final List<String> FIRST = List.of("From", "Subject", "Message-ID", "In-Reply-To", "References");

    private static final String TEXT = "Text";
    private static final String BODY = "Body";

    ReplyCopy {
        attached = List.copyOf(attached);
    }

    /**
     * A file that came attached.
     *
     * @param file under {@code replies/}
     * @param hash the SHA-256 of what came
     */
    record Attached(String file, Redaction.Copy copy, String hash, MailStore.File came) {
        /** What is to be known of the copy; empty: it is what came, and all of it was read, or it is no text. */
        private String less() {
            return (copy.less() ? ", of this copy tokens are left out" : "")
                    + (copy.unread() ? ", into its parts in base64 nobody looked" : "");
        }
    }

    static ReplyCopy of(int number, ReplyStore.Reply reply, boolean isWhole) {
        String mark = String.format(
                Locale.ROOT,
                "%04d-%s-%s",
                number,
                reply.received().toString().substring(0, 10),
                FileNames.plain(reply.channel()));
        List<Attached> attached = new ArrayList<>();
        for (MailStore.File came : isWhole ? reply.files() : List.<MailStore.File>of()) {
            byte[] bytes = new byte[came.bytes().remaining()];
            came.bytes().duplicate().get(bytes);
            Redaction.Copy copy = Redaction.ofFile(bytes);
            String marked = (mark + "-attached-" + (attached.size() + 1) + "-" + copy.mark()).replaceAll("-$", "");
            attached.add(new Attached(
                    "replies/" + FileNames.marked(marked, came.name()), copy, Tokens.hex(Tokens.hash(bytes)), came));
        }
        String who = reply.writers().isEmpty() ? "nobody-known" : String.join("-", reply.writers());
        return new ReplyCopy("replies/" + FileNames.marked(mark, who + ".txt"), reply, isWhole, attached);
    }

    /** Whose address it came from, in words. */
    String from(Naming names) {
        String address = reply.fields().getOrDefault("From", "");
        return reply.writers().isEmpty()
                ? address
                : String.join(", ", reply.writers().stream().map(names::name).toList()) + " <" + address + ">";
    }

    String subject() {
        return isWhole ? reply.fields().getOrDefault("Subject", "") : LEFT_OUT;
    }

    /** What became of it. */
    String outcome() {
        return reply.outcome().orElse("waits to be handled");
    }

    /** How complete it is. */
    String kept() {
        return isWhole
                ? reply.channel().equals("email")
                        ? "the parts of the mail that are kept: its text, some of its headers, and what was attached"
                        : "as it came"
                : "that it came; its words are left out, since they also speak, or may quote, of what is not told here";
    }

    /** The file. */
    String text(Naming names) {
        StringBuilder text = new StringBuilder();
        text.append("Received: ").append(reply.received()).append('\n');
        text.append("Channel: ").append(reply.channel()).append('\n');
        text.append("Writer: ").append(from(names)).append('\n');
        text.append("What became of it: ").append(outcome()).append('\n');
        text.append("Kept: ").append(kept()).append('\n');
        if (!isWhole) {
            return text.toString();
        }
        Map<String, String> rest = new TreeMap<>(reply.fields());
        for (String name : FIRST) {
            line(text, name, Optional.ofNullable(rest.remove(name)));
        }
        Optional<String> words =
                Optional.ofNullable(rest.remove(TEXT)).or(() -> Optional.ofNullable(rest.remove(BODY)));
        rest.forEach((name, value) -> line(text, name, Optional.of(value)));
        for (Attached one : attached) {
            text.append("Attached: ")
                    .append(one.file())
                    .append(", \"")
                    .append(one.came().name())
                    .append("\", SHA-256 ")
                    .append(one.hash())
                    .append(one.less())
                    .append('\n');
        }
        return text.append('\n').append(words.orElse("")).append('\n').toString();
    }

    private static void line(StringBuilder text, String name, Optional<String> value) {
        value.ifPresent(said -> text.append(name).append(": ").append(said).append('\n'));
    }

    /** For programs. */
    Map<String, Object> keys() {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("file", file);
        keys.put("channel", reply.channel());
        keys.put("received", reply.received().toString());
        keys.put("from", reply.writers());
        keys.put("address", reply.fields().getOrDefault("From", ""));
        keys.put("subject", subject());
        keys.put("outcome", outcome());
        keys.put("whole", isWhole);
        keys.put(
                "attached",
                attached.stream()
                        .map(one ->
                                Map.of("file", one.file(), "name", one.came().name(), "sha256", one.hash()))
                        .toList());
        return keys;
    }
}
