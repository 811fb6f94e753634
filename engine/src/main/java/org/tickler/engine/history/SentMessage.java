package org.tickler.engine.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tickler.engine.store.DossierStore;
import org.tickler.engine.store.Json;

/**
 * A message as it stands in evidence.
 *
 * @param file under {@code messages/}
 */
record SentMessage(String file, DossierStore.Message message, Excerpt excerpt) {
    private static final String LEFT_OUT = "(left out)";

    static SentMessage of(int number, DossierStore.Message message, Excerpt excerpt) {
        String mark = String.format(
                Locale.ROOT,
                "%04d-%s-%s",
                number,
                message.made().toString().substring(0, 10),
                FileNames.plain(message.channel()));
        String name = FileNames.marked(mark, message.recipient() + ".txt");
        return new SentMessage("messages/" + name, message, excerpt);
    }

    String subject() {
        return excerpt.isWhole() ? message.subject().orElse("") : LEFT_OUT;
    }

    /** How each try ended: {@code accepted: 250 ok}. */
    List<String> tries() {
        List<String> tries = new ArrayList<>();
        for (JsonNode one : message.tries()) {
            String outcome = Json.text(one, "outcome");
            tries.add(outcome
                    + Json.find(one, "detail")
                            .filter(detail -> !detail.equals(outcome))
                            .map(detail -> ": " + detail)
                            .orElse(""));
        }
        return tries;
    }

    /** How complete it is. */
    String kept() {
        return excerpt.isWhole()
                ? "the text as sent; of links the place, without the token that opens it"
                : "only the passages on what this evidence is of, and that may be seen; left out: " + excerpt.leftOut()
                        + (excerpt.leftOut() == 1 ? " passage" : " passages")
                        + " on something else, the subject, and what stood around them";
    }

    /** The file. */
    String text(Naming names) {
        StringBuilder text = new StringBuilder();
        text.append("Message: ").append(message.id()).append('\n');
        text.append("To: ")
                .append(names.name(message.recipient()))
                .append(" <")
                .append(message.address())
                .append(">\n");
        text.append("Channel: ").append(message.channel()).append('\n');
        text.append("Subject: ").append(subject()).append('\n');
        text.append("Made: ").append(message.made()).append('\n');
        int number = 0;
        for (String one : tries()) {
            number++;
            text.append("Try ").append(number).append(": ").append(one).append('\n');
        }
        message.provider()
                .ifPresent(state ->
                        text.append("The provider says: ").append(state).append('\n'));
        text.append("Kept: ").append(kept()).append("\n\n");
        return text.append(excerpt.text()).append('\n').toString();
    }

    /** For programs. */
    Map<String, Object> keys() {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("file", file);
        keys.put("id", message.id());
        keys.put("to", message.recipient());
        keys.put("channel", message.channel());
        keys.put("address", message.address());
        keys.put("subject", subject());
        keys.put("made", message.made().toString());
        keys.put("tries", tries());
        message.provider().ifPresent(state -> keys.put("provider", state));
        keys.put("whole", excerpt.isWhole());
        keys.put("left-out", excerpt.leftOut());
        return keys;
    }
}
