package org.tickler.engine.dispatch.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A mail server that misbehaves as told. A script names the answer to a verb; {@code HANG} says nothing, {@code DROP}
 * hangs up. The dot that ends a message is the verb {@code .}, the greeting is {@code HI}.
 */
public final class ScriptedServer implements AutoCloseable {
    public static final String HANG = "hang";
    public static final String DROP = "drop";

    private final ServerSocket socket;
    private final Map<String, String> script = new ConcurrentHashMap<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final Optional<SSLContext> tls;
    private final boolean implicit;
    public final List<String> heard = new CopyOnWriteArrayList<>();
    public final List<String> messages = new CopyOnWriteArrayList<>();
    public final AtomicInteger callers = new AtomicInteger();

    public ScriptedServer(Map<String, String> script) throws IOException {
        this(script, Optional.empty(), false);
    }

    ScriptedServer(Map<String, String> script, Optional<SSLContext> tls, boolean implicit) throws IOException {
        this.script.putAll(script);
        this.tls = tls;
        this.implicit = implicit;
        this.socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        Thread.ofVirtual().start(this::receive);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** From now on, {@code verb} is answered so. */
    public void answer(String verb, String reply) {
        script.put(verb, reply);
    }

    /** Ends every conversation, and goes on listening. */
    void hangUp() throws IOException {
        for (Socket caller : open) {
            caller.close();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        hangUp();
    }

    private void receive() {
        while (!socket.isClosed()) {
            try {
                Socket caller = socket.accept();
                open.add(caller);
                callers.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket caller) {
        try (caller) {
            talk(implicit ? secured(caller) : caller, true);
        } catch (IOException gone) {
            // The caller hung up.
        }
    }

    private void talk(Socket caller, boolean greet) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.ISO_8859_1));
        if (greet && !say(caller, script.getOrDefault("HI", "220 scripted.example"))) {
            return;
        }
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(line);
            String verb = line.split(" ", 2)[0];
            if (verb.equals("STARTTLS")) {
                say(caller, "220 go");
                talk(secured(caller), false);
                return;
            }
            String reply = script.getOrDefault(verb, usual(verb));
            if (!say(caller, reply) || verb.equals("QUIT")) {
                return;
            }
            if (verb.equals("DATA") && reply.startsWith("354")) {
                messages.add(message(in));
                if (!say(caller, script.getOrDefault(".", "250 taken"))) {
                    return;
                }
            }
        }
    }

    private Socket secured(Socket caller) throws IOException {
        SSLSocket secure =
                (SSLSocket) tls.orElseThrow().getSocketFactory().createSocket(caller, null, caller.getPort(), false);
        secure.setUseClientMode(false);
        return secure;
    }

    private String usual(String verb) {
        return switch (verb) {
            case "EHLO" ->
                tls.isPresent() && !implicit
                        ? "250-scripted.example\r\n250-STARTTLS\r\n250 AUTH PLAIN LOGIN XOAUTH2"
                        : "250-scripted.example\r\n250 AUTH PLAIN LOGIN XOAUTH2";
            case "AUTH" -> "235 welcome";
            case "DATA" -> "354 go on";
            default -> "250 fine";
        };
    }

    private static String message(BufferedReader in) throws IOException {
        StringBuilder message = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            message.append(line).append('\n');
        }
        return message.toString();
    }

    private static boolean say(Socket caller, String reply) throws IOException {
        if (reply.equals(DROP)) {
            caller.close();
            return false;
        }
        if (!reply.equals(HANG)) {
            caller.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
            caller.getOutputStream().flush();
        }
        return true;
    }
}
