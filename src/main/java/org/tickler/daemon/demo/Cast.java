package org.tickler.daemon.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.tickler.engine.trial.ReceivedMail;
import org.tickler.engine.trial.TwilioText;

/** What the people of the firm do with what they get: press a button on the page, or write back by text. */
final class Cast implements AutoCloseable {
    private static final Pattern LINK = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/a/[\\w-]+");
    private static final Pattern CODE = Pattern.compile("\\b([2-9][B-DF-HJ-NP-TV-XZ]{2}):");

    private static final Pattern HEADING = Pattern.compile("<h1>([^<]+)</h1>");
    private static final Pattern CODE_IN_MAIL = Pattern.compile("reply code ([2-9][B-DF-HJ-NP-TV-XZ]{2})");

    private final SampleFirm firm;
    private final Set<String> pressedFor = new HashSet<>();
    private int seenMails;
    private int seenTexts;
    private final HttpClient browser =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    Cast(SampleFirm firm) {
        this.firm = firm;
    }

    /** The first page that the newest mail to {@code address} about {@code about} leads to. */
    URI page(String address, String about) {
        return firm.mailbox().mailsTo(address).reversed().stream()
                .filter(mail -> mail.text().contains(about))
                .flatMap(mail -> all(LINK, mail.text(), 0).stream())
                .findFirst()
                .map(URI::create)
                .orElseThrow(() -> new WentWrong(address + " was never asked about: " + about));
    }

    /** Presses the button of a page that says "I have it", and reads what the page says then. */
    String press(URI page) {
        HttpResponse<String> after = ask(HttpRequest.newBuilder(page)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("answer=have-it"))
                .build());
        WentWrong.unless(after.statusCode() == 200, "the answer page takes the answer; it said " + after.statusCode());
        return after.body();
    }

    /** Writes back to the newest text that has a code: it is in hand. Says the code. */
    String replyHaveIt(String number) {
        List<TwilioText> texts = firm.twilio().phone(number).received();
        String code = texts.reversed().stream()
                .filter(text -> CODE.matcher(text.body()).find())
                .findFirst()
                .map(text -> all(CODE, text.body(), 1).getFirst())
                .orElseThrow(() -> new WentWrong(number + " was never asked by text"));
        firm.twilio().phone(number).reply(code + " 1");
        return code;
    }

    /** What came so far is not answered by {@link #everybodyAnswers}. */
    void forgetWhatCame() {
        seenMails = firm.mailbox().mails().size();
        seenTexts = firm.twilio().texts().size();
    }

    /** Whoever was asked since the last time has it, and says so: on the page, or by text where no mail asked. A sentence each. */
    List<String> everybodyAnswers(UnaryOperator<String> name) {
        List<String> said = new ArrayList<>();
        List<ReceivedMail> mails = firm.mailbox().mails();
        for (; seenMails < mails.size(); seenMails++) {
            ReceivedMail mail = mails.get(seenMails);
            String reader = name.apply(mail.to().getFirst());
            for (String link : all(LINK, mail.text(), 0)) {
                String page = get(URI.create(link));
                WentWrong.unless(press(URI.create(link)).contains("You have it"), "the page confirms the answer");
                said.add(reader + " presses \"I have it\" on the page: "
                        + String.join("", all(HEADING, page, 1)).replace("&#39;", "'"));
            }
            all(CODE_IN_MAIL, mail.text(), 1).forEach(code -> pressedFor.add(reader + code));
        }
        List<TwilioText> texts = firm.twilio().texts();
        for (; seenTexts < texts.size(); seenTexts++) {
            TwilioText text = texts.get(seenTexts);
            String reader = name.apply(text.to());
            for (String code : all(CODE, text.body(), 1)) {
                if (!pressedFor.contains(reader + code)) {
                    firm.twilio().phone(text.to()).reply(code + " 1");
                    said.add(reader + " texts back \"" + code + " 1\"");
                }
            }
        }
        return said;
    }

    /** The calendar at an address, as a calendar program gets it. */
    byte[] calendar(URI address) {
        return get(address).getBytes(StandardCharsets.UTF_8);
    }

    private String get(URI page) {
        HttpResponse<String> response = ask(HttpRequest.newBuilder(page).build());
        WentWrong.unless(response.statusCode() == 200, page.getPath() + " opens; it said " + response.statusCode());
        return response.body();
    }

    private HttpResponse<String> ask(HttpRequest request) {
        try {
            return browser.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new WentWrong("a page does not answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WentWrong("the demo was interrupted");
        }
    }

    private static List<String> all(Pattern pattern, String text, int group) {
        return pattern.matcher(text).results().map(found -> found.group(group)).toList();
    }

    @Override
    public void close() {
        browser.close();
    }
}
