package org.tickler.engine.dispatch.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server answered when it said no.
 *
 * @param code 400 to 599
 * @param text the whole answer in one line
 */
record SmtpReply(int code, String text) {
    private static final Pattern CODE = Pattern.compile("(?:^|, response: )([45]\\d\\d)\\b");
    private static final Pattern ENHANCED = Pattern.compile("\\b([45]\\.\\d{1,3}\\.\\d{1,3})\\b");
    private static final int LONGEST = 300;

    SmtpReply {
        String line = text.strip().replaceAll("\\s+", " ");
        text = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }

    /** The server's no inside {@code failure}; empty where the conversation broke off without one. */
    static Optional<SmtpReply> in(MessagingException failure) {
        for (Throwable next = failure; next != null; next = below(next)) {
            int code = code(next);
            if (code >= 400 && code <= 599) {
                return Optional.of(new SmtpReply(code, String.valueOf(next.getMessage())));
            }
        }
        return Optional.empty();
    }

    boolean temporary() {
        return code < 500;
    }

    /** Whether the enhanced status, such as 5.7.30, starts with {@code start}. */
    boolean hasStatus(String start) {
        Matcher status = ENHANCED.matcher(text);
        return status.find() && (status.group(1) + ".").startsWith(start + ".");
    }

    private static int code(Throwable failure) {
        return switch (failure) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSenderFailedException sender -> sender.getReturnCode();
            case SMTPSendFailedException send -> send.getReturnCode();
            case SendFailedException wrapper -> 0;
            default -> codeInText(String.valueOf(failure.getMessage()));
        };
    }

    private static int codeInText(String message) {
        Matcher code = CODE.matcher(message);
        return code.find() ? Integer.parseInt(code.group(1)) : 0;
    }

    private static @Nullable Throwable below(Throwable failure) {
        return failure instanceof MessagingException messaging ? messaging.getNextException() : failure.getCause();
    }
}
