package org.tickler.daemon.demo;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.tickler.engine.trial.ReceivedMail;
import org.tickler.engine.trial.TwilioText;

/** Prints what happens, when it happens, in the firm's time. */
final class Diary {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("EEE, MMM d, h:mm a", Locale.US);
    private static final ZoneId ZONE = SampleFirm.START.getZone();

    private final SampleFirm firm;
    private final PrintWriter out;
    private int mails;
    private int texts;

    Diary(SampleFirm firm, PrintWriter out) {
        this.firm = firm;
        this.out = out;
    }

    void heading(String text) {
        out.println();
        out.println(text);
        out.flush();
    }

    /** A line that belongs to no instant. */
    void line(String text) {
        out.println("  " + text);
        out.flush();
    }

    /** Something that somebody did, or that a reader should notice. */
    void say(String sentence) {
        out.printf(Locale.ROOT, "  %-22s %s%n", when(firm.clock().instant()), sentence);
        out.flush();
    }

    /** An instant as the firm's people say it. */
    static String when(Instant at) {
        return WHEN.format(at.atZone(ZONE));
    }

    /** Prints the messages that came since the last look. */
    void note() {
        List<ReceivedMail> mail = firm.mailbox().mails();
        for (; mails < mail.size(); mails++) {
            ReceivedMail one = mail.get(mails);
            say("e-mail to " + firm.name(one.to().getFirst()) + ": "
                    + one.header("Subject").orElse(""));
        }
        List<TwilioText> all = firm.twilio().texts();
        for (; texts < all.size(); texts++) {
            TwilioText one = all.get(texts);
            say("text to " + firm.name(one.to()) + ": " + one.body().strip().replaceAll("\\s*\n\\s*", " / "));
        }
    }
}
