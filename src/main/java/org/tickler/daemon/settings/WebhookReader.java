package org.tickler.daemon.settings;

import java.net.URI;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tickler.calendars.text.Fields;
import org.tickler.calendars.text.Nearest;
import org.tickler.calendars.text.TextProblem;
import org.tickler.calendars.text.Words;
import org.tickler.engine.webhook.Webhook;
import org.tickler.engine.webhook.WebhookEvent;
import org.tickler.rules.firm.PersonId;

/** Reads the list {@code webhooks}: the programs that hear of events. */
final class WebhookReader {
    private static final String NAME = "[a-z0-9][a-z0-9-]{0,39}";

    private final Secrets secrets;

    WebhookReader(Secrets secrets) {
        this.secrets = secrets;
    }

    /** Those that could be read, in the order of the file. */
    List<Webhook> read(Fields root) {
        Map<String, Webhook> hooks = new LinkedHashMap<>();
        for (Fields fields : root.maps("webhooks")) {
            hook(fields).ifPresent(hook -> {
                if (hooks.putIfAbsent(hook.name(), hook) != null) {
                    fields.error(
                            "name",
                            SettingsProblem.CONFLICT,
                            "name: two webhooks are called \"" + hook.name() + "\"; rename one of them");
                }
            });
        }
        return List.copyOf(hooks.values());
    }

    private Optional<Webhook> hook(Fields fields) {
        fields.need("name");
        Optional<String> name = fields.read("name", WebhookReader::name, TextProblem.BAD_VALUE, "intake");
        fields.need("url");
        Optional<URI> url = Addresses.findUrl(fields, "url", "https://intake.firm.example/tickler");
        Optional<Secret> secret = secrets.required(fields, "webhooks." + name.orElse("name"), "secret");
        Set<WebhookEvent> events = EnumSet.noneOf(WebhookEvent.class);
        events.addAll(fields.list("events", WebhookReader::event, TextProblem.BAD_VALUE, "told"));
        Optional<PersonId> viewer = fields.read("as", PersonId::new, TextProblem.BAD_VALUE, "rdiaz");
        Webhook.Detail detail = fields.findOneOf("detail", Webhook.Detail.class).orElse(Webhook.Detail.IDS);
        if (detail == Webhook.Detail.FULL && viewer.isEmpty()) {
            fields.error(
                    "detail",
                    SettingsProblem.CONFLICT,
                    "detail: titles are told as somebody may see them; add \"as: PERSON\", or leave detail out");
        }
        return fields.finish()
                ? Optional.of(new Webhook(
                        name.orElseThrow(),
                        url.orElseThrow(),
                        secret.orElseThrow(),
                        events.isEmpty() ? EnumSet.allOf(WebhookEvent.class) : events,
                        viewer,
                        detail))
                : Optional.empty();
    }

    private static String name(String text) {
        if (!text.matches(NAME)) {
            throw new IllegalArgumentException("a webhook's name has lower-case letters, digits and hyphens");
        }
        return text;
    }

    private static WebhookEvent event(String text) {
        return Words.find(WebhookEvent.class, text)
                .orElseThrow(() -> new IllegalArgumentException("there is no event \"" + text + "\""
                        + Nearest.hint(text, Words.all(WebhookEvent.class)) + "; there are "
                        + String.join(", ", Words.all(WebhookEvent.class))));
    }
}
