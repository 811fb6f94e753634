package org.tickler.engine.trial;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** One caller of the mailbox: the commands of RFC 5321 that a sender needs, with pipelining. */
final class MailConversation {
    private static final int LONGEST_LINE = 100_000;

    private final InputStream in;
    private final OutputStream out;
    private final Set<String> refused;
    private final Consumer<ReceivedMail> keep;
    private String from = "";
    private final List<String> to = new ArrayList<>();
    private final byte[] buffer = new byte[8192];
    private int read;
    private int filled;

    MailConversation(Socket caller, Set<String> refused, Consumer<ReceivedMail> keep) throws IOException {
        caller.setTcpNoDelay(true);
        this.in = caller.getInputStream();
        this.out = caller.getOutputStream();
        this.refused = refused;
        this.keep = keep;
    }

    /** Talks until the caller says QUIT or hangs up. */
    void hold() throws IOException {
        say("220 mailbox.example ready");
        for (String line = line(); ; line = line()) {
            String verb = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
            if (verb.equals("QUIT")) {
                say("221 bye");
                return;
            }
            answer(verb, line);
        }
    }

    private void answer(String verb, String line) throws IOException {
        switch (verb) {
            case "EHLO" -> say("250-mailbox.example", "250-PIPELINING", "250-8BITMIME", "250 DSN");
            case "HELO", "NOOP" -> say("250 fine");
            case "RSET" -> {
                forget();
                say("250 fine");
            }
            case "MAIL" -> {
                forget();
                from = path(line);
                say("250 fine");
            }
            case "RCPT" -> recipient(path(line));
            case "DATA" -> data();
            default -> say("500 unknown command");
        }
    }

    private void recipient(String address) throws IOException {
        if (refused.contains(address)) {
            say("550 5.1.1 nobody has this address here");
        } else {
            to.add(address);
            say("250 fine");
        }
    }

    private void data() throws IOException {
        if (to.isEmpty()) {
            say("503 a recipient first");
            return;
        }
        say("354 end with a dot");
        StringBuilder source = new StringBuilder();
        for (String line = line(); !line.equals("."); line = line()) {
            source.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        keep.accept(new ReceivedMail(from, to, source.toString()));
        forget();
        say("250 taken");
    }

    private void forget() {
        from = "";
        to.clear();
    }

    private static String path(String line) {
        int open = line.indexOf('<');
        int close = line.indexOf('>', open + 1);
        return open < 0 || close < 0 ? "" : line.substring(open + 1, close);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            int end = read;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            line.append(new String(buffer, read, end - read, StandardCharsets.ISO_8859_1));
            read = end + 1;
            if (end < filled) {
                int length = line.length();
                return length > 0 && line.charAt(length - 1) == '\r' ? line.substring(0, length - 1) : line.toString();
            }
            if (line.length() > LONGEST_LINE) {
                throw new IOException("a line is longer than " + LONGEST_LINE + " bytes");
            }
            fill();
        }
    }

    private void fill() throws IOException {
        read = 0;
        filled = in.read(buffer);
        if (filled < 0) {
            throw new EOFException("the caller hung up");
        }
    }

    private void say(String... lines) throws IOException {
        out.write((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
