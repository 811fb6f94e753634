package org.tickler.daemon.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tickler.engine.trial.ReceivedMail;
import org.tickler.engine.trial.TwilioText;

/** What the people of the firm do with what they get: press a button on the page, or write back by text. */
final class Cast implements AutoCloseable {
    private static final Pattern LINK = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/a/[\\w-]+");
    private static final Pattern CODE = Pattern.compile("\\b([2-9][B-DF-HJ-NP-TV-XZ]{2}):");

    private final SampleFirm firm;
    private int seenMails;
    private int seenTexts;
    private final HttpClient browser =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    Cast(SampleFirm firm) {
        this.firm = firm;
    }

    /** Opens the page of the newest mail to {@code address} that asks about {@code about}, presses, and reads what it says then. */
    String pressHaveIt(String address, String about) {
        ReceivedMail mail = firm.mailbox().mailsTo(address).reversed().stream()
                .filter(one ->
                        one.text().contains(about) && LINK.matcher(one.text()).find())
                .findFirst()
                .orElseThrow(() -> new WentWrong(address + " was never asked about: " + about));
        URI page = URI.create(first(LINK, mail.text(), 0));
        return press(page);
    }

    private String press(URI page) {
        get(page);
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
                .map(text -> first(CODE, text.body(), 1))
                .orElseThrow(() -> new WentWrong(number + " was never asked by text"));
        firm.twilio().phone(number).reply(code + " 1");
        return code;
    }

    /** What came so far is not answered by {@link #everybodyAnswers}. */
    void forgetWhatCame() {
        seenMails = firm.mailbox().mails().size();
        seenTexts = firm.twilio().texts().size();
    }

    /** Whoever was asked since the last time says to have it: by the page, or by text. Says who did, a sentence each. */
    List<String> everybodyAnswers(UnaryOperator<String> name) {
        List<String> said = new ArrayList<>();
        List<ReceivedMail> mails = firm.mailbox().mails();
        for (; seenMails < mails.size(); seenMails++) {
            ReceivedMail mail = mails.get(seenMails);
            if (LINK.matcher(mail.text()).find()) {
                press(URI.create(first(LINK, mail.text(), 0)));
                said.add(name.apply(mail.to().getFirst()) + " presses \"I have it\": "
                        + mail.header("Subject").orElse(""));
            }
        }
        List<TwilioText> texts = firm.twilio().texts();
        for (; seenTexts < texts.size(); seenTexts++) {
            TwilioText text = texts.get(seenTexts);
            if (CODE.matcher(text.body()).find()) {
                String code = first(CODE, text.body(), 1);
                firm.twilio().phone(text.to()).reply(code + " 1");
                said.add(name.apply(text.to()) + " texts back \"" + code + " 1\"");
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

    private static String first(Pattern pattern, String text, int group) {
        Matcher matcher = pattern.matcher(text);
        return Optional.of(matcher)
                .filter(Matcher::find)
                .map(found -> found.group(group))
                .orElseThrow();
    }

    @Override
    public void close() {
        browser.close();
    }
}
