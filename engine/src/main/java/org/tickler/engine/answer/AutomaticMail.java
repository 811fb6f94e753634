package org.tickler.engine.answer;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tickler.engine.store.InboundStore.Inbound;

/// Tells mail that a program wrote: out-of-office replies, lists, reports. RFC 3834, section 5, and what programs do
/// that do not follow it.
final class AutomaticMail {
    private static final Pattern AWAY =
            Pattern.compile("(?i)\\b(out of (the )?office|on (annual )?leave|on vacation|away from"
                    + " (the|my) office|abwesend|abwesenheit\\w*|absence du bureau|fuera de la oficina)\\b");
    private static final Pattern AUTOMATIC = Pattern.compile(
            "(?i)^\\s*(auto(matic|mated)?[ -]?(reply|response|antwort)|automatische antwort|réponse automatique|respuesta"
                    + " automática|autoreply|auto:|out of (the )?office|abwesen).*");
    private static final Pattern BULK = Pattern.compile("(?i)\\b(bulk|junk|list|auto[_-]?reply)\\b");

    private AutomaticMail() {}

    /// Why nobody wrote it; empty: somebody did.
    static Optional<String> why(Inbound mail) {
        String submitted = mail.field("Auto-Submitted")
                .orElse("no")
                .toLowerCase(Locale.ROOT)
                .strip();
        if (!submitted.equals("no") && !submitted.startsWith("no;")) {
            return Optional.of("Auto-Submitted: " + submitted);
        }
        if (mail.field("X-Autoreply").isPresent() || mail.field("X-Autorespond").isPresent()) {
            return Optional.of("X-Autoreply");
        }
        if (mail.field("Precedence").filter(said -> BULK.matcher(said).find()).isPresent()) {
            return Optional.of("Precedence: " + mail.field("Precedence").orElse(""));
        }
        if (mail.field("Return-Path")
                .filter(path -> path.replaceAll("\\s", "").equals("<>"))
                .isPresent()) {
            return Optional.of("an empty Return-Path");
        }
        if (mail.field("List-Id").isPresent()) {
            return Optional.of("it comes from a list");
        }
        if (mail.field("Content-Type")
                .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("multipart/report"))
                .isPresent()) {
            return Optional.of("it is a report");
        }
        return mail.field("Subject")
                .filter(subject -> AUTOMATIC.matcher(subject).matches())
                .map(subject -> "its subject");
    }

    /// Whether it says that somebody is away.
    static boolean saysAway(Inbound mail) {
        String words =
                mail.field("Subject").orElse("") + "\n" + mail.field("Text").orElse("");
        boolean replied = mail.field("Auto-Submitted")
                .filter(said -> said.toLowerCase(Locale.ROOT).startsWith("auto-replied"))
                .isPresent();
        return AWAY.matcher(words).find() || replied;
    }
}
