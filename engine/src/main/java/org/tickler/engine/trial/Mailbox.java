package org.tickler.engine.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A small real SMTP receiver on 127.0.0.1 that takes every message and keeps it in memory. Safe for many threads; each
 * connection is served by a virtual thread of its own.
 */
public final class Mailbox implements AutoCloseable {
    private final ServerSocket socket;
    private final List<ReceivedMail> mails = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Consumer<ReceivedMail> watcher;
    private final AtomicInteger connections = new AtomicInteger();

    private Mailbox(ServerSocket socket, Consumer<ReceivedMail> watcher) {
        this.socket = socket;
        this.watcher = watcher;
    }

    /** A mailbox on a free port. */
    public static Mailbox open() {
        return open(0, mail -> {});
    }

    /**
     * A mailbox on {@code port}, or on a free one for 0.
     *
     * @param watcher told of each message once it is kept and before its sender is told; called by many threads
     * @throws UncheckedIOException if the port cannot be had
     */
    public static Mailbox open(int port, Consumer<ReceivedMail> watcher) {
        try {
            Mailbox mailbox = new Mailbox(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()), watcher);
            Thread.ofVirtual().name("mailbox").start(mailbox::receive);
            return mailbox;
        } catch (IOException e) {
            throw new UncheckedIOException("the mailbox cannot listen on 127.0.0.1:" + port, e);
        }
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** All that came, in the order in which it came. */
    public List<ReceivedMail> mails() {
        return List.copyOf(mails);
    }

    /** What came for {@code address}, in the order in which it came. */
    public List<ReceivedMail> mailsTo(String address) {
        return mails.stream().filter(mail -> mail.to().contains(address)).toList();
    }

    /** How many connections it has taken so far. */
    public int connections() {
        return connections.get();
    }

    /** From now on it knows nobody by {@code address}: what is for it is refused for good. */
    public Mailbox refuse(String address) {
        refused.add(address);
        return this;
    }

    /** Forgets all that came. */
    public void empty() {
        mails.clear();
    }

    /** Stops listening and ends every conversation. */
    @Override
    public void close() {
        closeQuietly(socket);
        open.forEach(Mailbox::closeQuietly);
    }

    private void receive() {
        while (!socket.isClosed()) {
            try {
                Socket caller = socket.accept();
                open.add(caller);
                connections.incrementAndGet();
                Thread.ofVirtual().name("mailbox-caller").start(() -> serve(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket caller) {
        try (caller) {
            new MailConversation(caller, refused, this::keep).hold();
        } catch (IOException gone) {
            // The caller hung up, or the mailbox was closed: a conversation may end at any point.
        } finally {
            open.remove(caller);
        }
    }

    private void keep(ReceivedMail mail) {
        mails.add(mail);
        watcher.accept(mail);
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception alreadyBroken) {
            // Nothing is left to close.
        }
    }
}
