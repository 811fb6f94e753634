package org.tickler.bench;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One end of an SMTP conversation, read by hand so that the reading costs little. */
final class Wire {
    private final InputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int filled;

    Wire(Socket socket) throws IOException {
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
    }

    void say(String line) throws IOException {
        send((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    void send(byte[] bytes) throws IOException {
        out.write(bytes);
    }

    /** The next line, without its end. */
    String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = next(); next != '\n'; next = next()) {
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    /** Reads up to the line that is a dot; all before it where it is kept, else nothing. */
    byte[] untilDot(boolean kept) throws IOException {
        ByteArrayOutputStream source = new ByteArrayOutputStream(kept ? 8192 : 0);
        boolean start = true;
        while (true) {
            int sign = next();
            if (start && sign == '.') {
                sign = next();
                if (sign == '\r') {
                    next();
                    return source.toByteArray();
                }
            }
            start = sign == '\n';
            if (kept) {
                source.write(sign);
            }
        }
    }

    private int next() throws IOException {
        if (at == filled) {
            filled = in.read(buffer);
            at = 0;
            if (filled < 0) {
                throw new EOFException("the other side hung up");
            }
        }
        return buffer[at++];
    }
}
