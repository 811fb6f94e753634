package org.tickler.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** An SMTP receiver on 127.0.0.1 that does as little as it can: it takes every message, counts it, and forgets it. */
final class Receiver implements AutoCloseable {
    private final ServerSocket socket;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger taken = new AtomicInteger();
    private final List<Taken> kept = new ArrayList<>();
    private volatile boolean keeping;

    private Receiver(ServerSocket socket) {
        this.socket = socket;
    }

    static Receiver open() throws IOException {
        Receiver receiver = new Receiver(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread.ofPlatform().daemon().name("receiver").start(receiver::receive);
        return receiver;
    }

    /** A message as it came: the words after RCPT TO, and all that stood between DATA and the dot. */
    @SuppressWarnings("ArrayRecordComponent")
    record Taken(String recipient, byte[] source) {}

    int port() {
        return socket.getLocalPort();
    }

    /** How many messages it has taken since it was last asked. */
    int takenSince() {
        return taken.getAndSet(0);
    }

    /** Keeps what comes from now on, or not. */
    void keep(boolean on) {
        keeping = on;
    }

    List<Taken> kept() {
        synchronized (kept) {
            return List.copyOf(kept);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket caller : open) {
            caller.close();
        }
    }

    private void receive() {
        while (!socket.isClosed()) {
            try {
                Socket caller = socket.accept();
                caller.setTcpNoDelay(true);
                open.add(caller);
                Thread.ofPlatform().daemon().name("receiver-caller").start(() -> serve(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket caller) {
        try (caller) {
            converse(new Wire(caller));
        } catch (IOException gone) {
            // A caller may hang up at any point.
        } finally {
            open.remove(caller);
        }
    }

    private void converse(Wire wire) throws IOException {
        String recipient = "";
        wire.say("220 bench");
        while (true) {
            String line = wire.line();
            switch (line.length() < 4 ? "" : line.substring(0, 4)) {
                case "DATA" -> {
                    wire.say("354 go on");
                    byte[] source = wire.untilDot(keeping);
                    keep(recipient, source);
                    wire.say("250 taken");
                }
                case "QUIT" -> {
                    wire.say("221 bye");
                    return;
                }
                case "RCPT" -> {
                    recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                    wire.say("250 ok");
                }
                case "" -> throw new EOFException("not SMTP: " + line);
                default -> wire.say("250 ok");
            }
        }
    }

    private void keep(String recipient, byte[] source) {
        taken.incrementAndGet();
        if (keeping) {
            synchronized (kept) {
                kept.add(new Taken(recipient, source));
            }
        }
    }
}
