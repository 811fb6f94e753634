package org.tickler.engine.trial;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A phone that expects and replies.
public final class Phone {

    private static final Set<String> STOPS =
            Set.of("STOP", "UNSUBSCRIBE", "END", "QUIT", "STOPALL", "REVOKE", "OPTOUT", "CANCEL");
    private static final Set<String> STARTS = Set.of("START", "YES", "UNSTOP");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long NANOS = 1_000_000;
    private static final int LANDLINE = 21614;
    private static final int UNKNOWN_HANDSET = 30005;

    private final String number;
    private final TwilioExchange exchange;
    private final List<TwilioText> received = new ArrayList<>();
    private int expected;
    private boolean stopped;
    private int refusedWith;
    private int failsWith;

    Phone(String number, TwilioExchange exchange) {
        this.number = number;
        this.exchange = exchange;
    }

    /// The next text not expected before, which must hold each of the pieces; waits for it up to ten seconds.
    ///
    /// @throws AssertionError if none comes, or it says something else
    public synchronized TwilioText expect(String... pieces) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (received.size() == expected) {
                long left = (until - System.nanoTime()) / NANOS;
                if (left <= 0) {
                    throw new AssertionError("phone " + number + " expected a text with " + List.of(pieces)
                            + ", but within " + PATIENCE.toSeconds() + " s none came");
                }
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("phone " + number + " was interrupted while it waited for a text", e);
        }
        TwilioText text = received.get(expected++);
        Stream.of(pieces)
                .filter(piece -> !text.body().contains(piece))
                .findFirst()
                .ifPresent(missing -> {
                    throw new AssertionError(
                            "phone " + number + " expected \"" + missing + "\", but read: " + text.body());
                });
        return text;
    }

    /// Every text that arrived, in order.
    public synchronized List<TwilioText> received() {
        return List.copyOf(received);
    }

    /// Sends a text to the firm, and says what the firm's hook answered. STOP and START do what they do at Twilio.
    public int reply(String text) {
        String word = text.strip().toUpperCase(Locale.ROOT);
        if (STOPS.contains(word)) {
            stop(true);
            return exchange.incoming(number, text, Optional.of("STOP"));
        }
        if (STARTS.contains(word)) {
            stop(false);
            return exchange.incoming(number, text, Optional.of("START"));
        }
        return exchange.incoming(number, text, Optional.empty());
    }

    /// From now on it is a landline: Twilio refuses to send to it.
    public synchronized Phone landline() {
        refusedWith = LANDLINE;
        return this;
    }

    /// From now on its messages are accepted and turn out to be undeliverable.
    public synchronized Phone unknownHandset() {
        failsWith = UNKNOWN_HANDSET;
        return this;
    }

    synchronized void receive(TwilioText text) {
        if (failsWith == 0) {
            received.add(text);
            notifyAll();
        }
    }

    synchronized boolean hasSaidStop() {
        return stopped;
    }

    synchronized int refusedWith() {
        return refusedWith;
    }

    synchronized int failsWith() {
        return failsWith;
    }

    private synchronized void stop(boolean now) {
        stopped = now;
    }
}
