package org.tickler.bench;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Loops that send the same messages over the same number of open connections, and do nothing else. */
final class Senders {
    static final int CONNECTIONS = 4;
    /** How often each message is sent, so that a loop takes long enough to be watched. */
    static final int TIMES = 10;

    private final int port;
    private final List<Receiver.Taken> messages;

    Senders(int port, List<Receiver.Taken> messages) {
        this.port = port;
        this.messages = messages;
    }

    /** Sends one message over a connection that is open. */
    @FunctionalInterface
    private interface Sending {
        void send(int number) throws Exception;
    }

    /** Opens a connection. */
    @FunctionalInterface
    private interface Opening {
        Sending open() throws Exception;
    }

    /** Plain Angus: messages made and connections opened beforehand, no time limits, {@code Transport.sendMessage}. */
    double angus(ThreadFactory threads) throws Exception {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.localhost", "firm.example");
        properties.setProperty("mail.smtp.from", "tickler@firm.example");
        Session session = Session.getInstance(properties);
        List<MimeMessage> made = new ArrayList<>();
        List<Address[]> recipients = new ArrayList<>();
        for (Receiver.Taken message : messages) {
            made.add(new MimeMessage(session, new ByteArrayInputStream(message.source())));
            recipients.add(new Address[] {new InternetAddress(message.recipient())});
        }
        List<Transport> transports = new ArrayList<>();
        try {
            return perSecond(threads, () -> {
                Transport transport = session.getTransport("smtp");
                transports.add(transport);
                transport.connect("127.0.0.1", port, null, null);
                return number -> transport.sendMessage(made.get(number), recipients.get(number));
            });
        } finally {
            for (Transport transport : transports) {
                close(transport);
            }
        }
    }

    /** Sockets written by hand, without any mail library: what the receiver takes at least. */
    double bare() throws Exception {
        List<Socket> sockets = new ArrayList<>();
        try {
            return perSecond(Thread.ofPlatform().factory(), () -> {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                socket.setTcpNoDelay(true);
                sockets.add(socket);
                Wire wire = new Wire(socket);
                wire.line();
                return number -> {
                    Receiver.Taken message = messages.get(number);
                    ask(wire, "MAIL FROM:<tickler@firm.example>");
                    ask(wire, "RCPT TO:<" + message.recipient() + ">");
                    ask(wire, "DATA");
                    wire.send(message.source());
                    ask(wire, ".");
                };
            });
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    private double perSecond(ThreadFactory factory, Opening opening) throws Exception {
        List<Sending> connections = new ArrayList<>();
        for (int number = 0; number < CONNECTIONS; number++) {
            connections.add(opening.open());
        }
        int all = messages.size() * TIMES;
        AtomicInteger next = new AtomicInteger();
        long began = System.nanoTime();
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(factory)) {
            List<Future<?>> loops = new ArrayList<>();
            for (Sending connection : connections) {
                loops.add(threads.submit(() -> {
                    for (int number = next.getAndIncrement(); number < all; number = next.getAndIncrement()) {
                        connection.send(number % messages.size());
                    }
                    return connection;
                }));
            }
            for (Future<?> loop : loops) {
                finish(loop);
            }
        }
        return all / ((System.nanoTime() - began) / 1e9);
    }

    private static void finish(Future<?> loop) throws InterruptedException {
        try {
            loop.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a loop of the bench broke off", e);
        }
    }

    private static void ask(Wire wire, String line) throws IOException {
        wire.send((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        String reply = wire.line();
        if (!reply.startsWith("2") && !reply.startsWith("3")) {
            throw new IOException("the receiver said: " + reply);
        }
    }

    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException gone) {
            // The round is over.
        }
    }
}
