package org.tickler.engine.dispatch;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.tickler.engine.store.SheetRow;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.Person;
import org.tickler.rules.remind.AskId;
import org.tickler.rules.remind.ReminderId;

/**
 * A message, ready to be carried to one reader.
 *
 * @param messageId the same for the same reminders, so that a resend is recognised: letters, digits and hyphens
 * @param address where it goes: an e-mail address, or a number in E.164
 * @param thread ids of earlier messages on the same entry, the first first; empty where this is the first
 * @param lines one for each reminder in it, never none
 */
public record Letter(
        String messageId,
        Channel channel,
        Person reader,
        String address,
        Words words,
        List<String> thread,
        List<Line> lines) {
    public Letter {
        thread = List.copyOf(thread);
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("message " + messageId + " carries no reminder, but needs at least one");
        }
    }

    /**
     * What it says.
     *
     * @param subject one line; empty for SMS
     * @param html empty for SMS
     * @param papers what is attached; nothing to SMS
     */
    public record Words(String subject, String text, Optional<String> html, List<SheetRow.Paper> papers) {
        public Words {
            papers = List.copyOf(papers);
        }

        /** Nothing is attached. */
        public Words(String subject, String text, Optional<String> html) {
            this(subject, text, html, List.of());
        }
    }

    /**
     * One reminder in a message.
     *
     * @param code the reply code; empty where no answer is wanted
     * @param link where to answer; empty where no answer is wanted
     * @param passage what the message says of it, where it speaks of others as well; empty: all of it is about this one
     */
    public record Line(
            ReminderId reminder, AskId ask, Optional<String> code, Optional<URI> link, Optional<String> passage) {}
}
