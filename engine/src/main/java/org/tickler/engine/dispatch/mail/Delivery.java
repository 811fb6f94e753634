package org.tickler.engine.dispatch.mail;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tickler.engine.dispatch.Outcome;
import org.tickler.engine.dispatch.mail.MimeLetters.Addressed;
import org.tickler.engine.dispatch.mail.TrackedTransport.Phase;

/**
 * One try to deliver one message, on a virtual thread of its own: interrupting that closes its socket, so that no server
 * can hold a try longer than it may take.
 */
final class Delivery {
    private static final Duration TO_GIVE_UP = Duration.ofSeconds(2);

    private final MailPool pool;
    private final MailFailures failures;
    private final Optional<Addressed> message;
    private volatile @Nullable MailConnection connection;
    private volatile @Nullable Outcome outcome;

    /** @param message empty: the way is tried, and nothing is sent */
    Delivery(MailPool pool, MailFailures failures, Optional<Addressed> message) {
        this.pool = pool;
        this.failures = failures;
        this.message = message;
    }

    Outcome within(Duration limit) {
        Thread worker = Thread.ofVirtual().name("mail-delivery").start(() -> outcome = deliver());
        boolean inTime = ended(worker, limit);
        if (!inTime) {
            worker.interrupt();
            ended(worker, TO_GIVE_UP);
        }
        Outcome known = outcome;
        boolean heldUp = !inTime && !(known instanceof Outcome.Accepted);
        return known == null || heldUp ? failures.timedOut(phase(), limit.toSeconds() + " s") : known;
    }

    private static boolean ended(Thread worker, Duration limit) {
        try {
            return worker.join(limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Outcome deliver() {
        Outcome first = attempt();
        MailConnection used = connection;
        // A kept connection that the server had closed meanwhile is no answer, as long as nothing of the message left.
        boolean stale = used != null
                && used.reused()
                && first instanceof Outcome.Retry retry
                && retry.unreachable()
                && !Thread.currentThread().isInterrupted();
        return stale ? attempt() : first;
    }

    private Outcome attempt() {
        connection = null;
        try {
            MailConnection taken = pool.take();
            connection = taken;
            return message.isPresent() ? send(taken, message.get()) : look(taken);
        } catch (MessagingException e) {
            return failures.of(e, Phase.CONNECTING);
        } catch (AccessTokens.TokenRefused e) {
            return new Outcome.Misconfigured(
                    "no access token for the mail server: check mail.oauth (" + e.getMessage() + ")");
        } catch (IOException e) {
            return new Outcome.Retry("the token server cannot be reached: " + e.getMessage(), Optional.empty(), true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Retry("no connection became free in time", Optional.empty(), false);
        }
    }

    private Outcome look(MailConnection taken) {
        pool.giveBack(taken);
        return new Outcome.Accepted(Optional.empty());
    }

    private Outcome send(MailConnection taken, Addressed addressed) {
        boolean sent = false;
        try {
            taken.send(addressed.message(), addressed.to());
            sent = true;
            return new Outcome.Accepted(Optional.empty());
        } catch (MessagingException e) {
            return failures.of(e, taken.phase());
        } finally {
            if (sent) {
                pool.giveBack(taken);
            } else {
                pool.drop(taken);
            }
        }
    }

    private Phase phase() {
        MailConnection used = connection;
        return used == null ? Phase.CONNECTING : used.phase();
    }
}
