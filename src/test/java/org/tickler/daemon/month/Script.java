package org.tickler.daemon.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.tickler.engine.answer.Bounces;
import org.tickler.engine.answer.Intake;
import org.tickler.engine.answer.MailReplies;
import org.tickler.engine.store.InboundStore;
import org.tickler.engine.store.MailStore;
import org.tickler.engine.trial.ReceivedMail;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;

/** Does what the script says that people do, each by the road that the script names. */
final class Script {
    private static final Pattern LINK = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/a/[\\w-]+");

    private final VirtualFirm firm;
    private final Deeds deeds;

    Script(VirtualFirm firm) {
        this.firm = firm;
        this.deeds = new Deeds(firm);
    }

    /** One happening; afterwards what follows at once has followed. */
    void play(Dated happening) throws IOException, InterruptedException {
        Person who = firm.engine().people().find(new PersonId(happening.who())).orElseThrow();
        switch (happening.road()) {
            case "page" -> page(who, answer(happening));
            case "sms" -> text(who, happening);
            case "mail" -> mail(who, answer(happening));
            case "mailbox" -> firm.mailbox().refuse(who.reach().email().orElseThrow());
            case "command" -> deeds.act(who.id(), happening.what());
            default -> throw new IllegalArgumentException("no such road: " + happening);
        }
        firm.settle();
    }

    /** What is said of an entry, or of the exit control. */
    private record Said(String entry, String word, String rest) {}

    private static Said answer(Dated happening) {
        var found = Pattern.compile("(.+?) (have-it|not-ready|done|pass-on)(?: (.+))?")
                .matcher(happening.what());
        if (!found.matches()) {
            throw new IllegalArgumentException("no answer: " + happening);
        }
        return new Said(found.group(1), found.group(2), Objects.requireNonNullElse(found.group(3), ""));
    }

    private void page(Person who, Said said) throws IOException, InterruptedException {
        String code = code(who, said);
        String text = mail(who, code).text();
        String before = text.substring(0, text.indexOf(code));
        List<String> links =
                LINK.matcher(before).results().map(found -> found.group()).toList();
        String form = "answer=" + said.word()
                + (said.rest().isEmpty() ? "" : "&words=" + said.rest().replace(' ', '+'));
        HttpResponse<String> page = post(URI.create(links.getLast()), form);
        assertThat(page.statusCode())
                .as(who.id() + " answers on the page: " + said)
                .isEqualTo(200);
    }

    /** On a connection of its own: the server lets go of idle ones, and a post is not tried again. */
    private static HttpResponse<String> post(URI page, String form) throws IOException, InterruptedException {
        try (HttpClient browser = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            return browser.send(
                    HttpRequest.newBuilder(page)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        }
    }

    private void text(Person who, Dated happening) {
        var phone = firm.twilio().phone(who.reach().mobile().orElseThrow());
        if (happening.what().equals("STOP")) {
            phone.reply("STOP");
            return;
        }
        Said said = answer(happening);
        String code = code(who, said);
        assertThat(phone.received())
                .as(happening.toString())
                .anyMatch(text -> text.body().contains(code));
        String digit = Map.of("have-it", "1", "not-ready", "2", "done", "3", "pass-on", "4")
                .get(said.word());
        phone.reply((code + " " + digit + " " + said.rest()).strip());
    }

    /** A reply to the message that asked, as the mailbox reader keeps it. */
    private void mail(Person who, Said said) {
        String code = code(who, said);
        ReceivedMail asked = mail(who, code);
        var fields = Map.of(
                "From",
                who.reach().email().orElseThrow(),
                "Subject",
                "Re: " + asked.header("Subject").orElse(""),
                "In-Reply-To",
                asked.header("Message-ID").orElseThrow(),
                "Text",
                code + " I have it\n");
        var open = firm.opened();
        open.database()
                .inTransaction(handle -> MailStore.keep(
                        handle,
                        InboundStore.Kind.REPLY,
                        code,
                        fields,
                        List.of(),
                        firm.clock().instant()));
        var books = open.engine().books();
        var intake = new Intake(open.database(), books, firm.clock());
        new Bounces(intake).sweep();
        new MailReplies(intake, open.answers(), books).sweep();
    }

    private ReceivedMail mail(Person who, String code) {
        return firm.mailbox().mailsTo(who.reach().email().orElseThrow()).reversed().stream()
                .filter(mail -> mail.text().contains(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no mail to " + who.id() + " has the code " + code));
    }

    /** The code by which the person was asked last about an entry, or for the signature of the exit control. */
    private String code(Person who, Said said) {
        return firm.opened()
                .database()
                .withHandle(handle -> handle.createQuery("""
                                SELECT l.code FROM attempt_reminder l JOIN reminder r ON r.id = l.reminder
                                    LEFT JOIN entry e ON e.id = r.entry LEFT JOIN sheet s ON s.ask = r.ask
                                WHERE r.recipient = :who AND l.code IS NOT NULL
                                    AND :entry IN (e.source_id, e.matter || '/' || e.title, s.rule)
                                ORDER BY l.attempt DESC LIMIT 1""")
                        .bind("who", who.id().value())
                        .bind("entry", said.entry())
                        .mapTo(String.class)
                        .findOne()
                        .orElseThrow(() -> new AssertionError(who.id() + " was never asked: " + said)));
    }
}
