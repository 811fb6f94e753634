package org.tickler.engine.inmail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.ReceivedDateTerm;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickler.engine.dispatch.mail.AccessTokens;
import org.tickler.engine.dispatch.mail.MailLogin;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.MailStore;
import org.tickler.engine.store.StoreUnavailable;
import org.tickler.rules.docket.Fingerprint;

/// Reads the mailbox that replies arrive in. A mail is kept first, and only then marked as seen; nothing is ever
/// removed from the mailbox, and what was read by people is read here all the same. One a process; swept by one thread.
public final class ReplyBox implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReplyBox.class);
    /// Of a mailbox that is read for the first time, what arrived longer ago is none of ours.
    private static final Duration FIRST_LOOK = Duration.ofDays(14);

    /// A server that refuses a login often locks it after more of the same.
    private static final Duration AFTER_REFUSAL = Duration.ofMinutes(5);

    private static final int AT_ONCE = 100;
    private static final int LONGEST_ID = 200;

    private final ImapSettings settings;
    private final Database database;
    private final InstantSource clock;
    private final Session session;
    private final Optional<AccessTokens> tokens;
    private Optional<Store> open = Optional.empty();
    private boolean failing;
    private Instant restsUntil = Instant.EPOCH;

    public ReplyBox(ImapSettings settings, Database database, InstantSource clock) {
        this(settings, database, clock, Optional.empty());
    }

    /// As above, with certificates judged by `tls` and not by the machine's own trust.
    ReplyBox(ImapSettings settings, Database database, InstantSource clock, Optional<SSLSocketFactory> tls) {
        this.settings = settings;
        this.database = database;
        this.clock = clock;
        this.session = ImapSession.of(settings, tls);
        this.tokens = settings.login() instanceof MailLogin.OAuth login
                ? Optional.of(new AccessTokens(login.source(), clock))
                : Optional.empty();
    }

    /// Keeps what has come since the last time, and says how many mails were new. A server that is away is tried
    /// again at the next sweep, one that refuses the login after five minutes, with one line in the log for as long
    /// as it is.
    public synchronized int sweep() {
        if (clock.instant().isBefore(restsUntil)) {
            return 0;
        }
        try {
            int kept = read(connected());
            if (failing) {
                LOG.info("the mailbox {} is read again", settings.name());
                failing = false;
            }
            return kept;
        } catch (MessagingException | IOException | AccessTokens.TokenRefused e) {
            close();
            if (e instanceof AuthenticationFailedException || e instanceof AccessTokens.TokenRefused) {
                restsUntil = clock.instant().plus(AFTER_REFUSAL);
            }
            if (!failing) {
                LOG.warn("the mailbox {} cannot be read, so that replies wait: {}", settings.name(), e.getMessage());
                failing = true;
            }
            return 0;
        }
    }

    /// Lets go of the connection.
    @Override
    public synchronized void close() {
        open.ifPresent(store -> {
            try {
                store.close();
            } catch (MessagingException gone) {
                LOG.debug("the mailbox had gone already", gone);
            }
        });
        open = Optional.empty();
    }

    private Store connected() throws MessagingException, IOException, AccessTokens.TokenRefused {
        if (open.filter(Store::isConnected).isPresent()) {
            return open.get();
        }
        close();
        try {
            return connect();
        } catch (AuthenticationFailedException e) {
            if (tokens.isEmpty()) {
                throw e;
            }
            tokens.get().spoil(tokens.get().token());
            return connect();
        }
    }

    private Store connect() throws MessagingException, IOException, AccessTokens.TokenRefused {
        String secret = switch (settings.login()) {
            case MailLogin.Password password -> password.secret().get();
            case MailLogin.OAuth oauth -> tokens.orElseThrow().token();
            case MailLogin.None none -> "";
        };
        Store store = session.getStore("imap");
        store.connect(settings.server().host(), settings.server().port(), settings.user(), secret);
        open = Optional.of(store);
        return store;
    }

    private int read(Store store) throws MessagingException, IOException {
        Folder folder = store.getFolder(settings.folder());
        folder.open(Folder.READ_WRITE);
        try {
            return read(folder, (UIDFolder) folder);
        } finally {
            if (folder.isOpen()) {
                folder.close(false);
            }
        }
    }

    private int read(Folder folder, UIDFolder numbers) throws MessagingException, IOException {
        long validity = numbers.getUIDValidity();
        Optional<MailStore.Place> place = database.withHandle(handle -> MailStore.place(handle, settings.name()))
                .filter(known -> known.validity() == validity);
        int kept = 0;
        for (Message mail : coming(folder, numbers, place)) {
            long uid = numbers.getUID(mail);
            if (keep(mail, new MailStore.Place(validity, uid))) {
                kept++;
            }
            mail.setFlag(Flags.Flag.SEEN, true);
        }
        return kept;
    }

    private List<Message> coming(Folder folder, UIDFolder numbers, Optional<MailStore.Place> place)
            throws MessagingException {
        Message[] found;
        if (place.isPresent()) {
            found = numbers.getMessagesByUID(place.get().uid() + 1, UIDFolder.LASTUID);
        } else {
            Date since = Date.from(clock.instant().minus(FIRST_LOOK));
            found = folder.search(new ReceivedDateTerm(ComparisonTerm.GE, since));
        }
        List<Message> coming = new ArrayList<>();
        for (Message mail : found) {
            // The last message is given also where its number is lower than asked for.
            boolean fresh = mail != null
                    && !mail.isExpunged()
                    && numbers.getUID(mail) > place.map(MailStore.Place::uid).orElse(0L);
            if (fresh && coming.size() < AT_ONCE) {
                coming.add(mail);
            }
        }
        return coming;
    }

    /// Of one that cannot be kept it is kept that it came: it is not fetched again, and those behind it are.
    private boolean keep(Message mail, MailStore.Place place) throws MessagingException, IOException {
        try {
            return keep(incoming(mail), place);
        } catch (MessagingException | IOException | RuntimeException e) {
            if (isAway(mail) || StoreUnavailable.mayPass(e)) {
                throw e;
            }
            LOG.error("mail {} of {} cannot be kept", place.uid(), settings.name(), e);
            return keep(MailKeeping.lost(e), place);
        }
    }

    private boolean keep(Incoming incoming, MailStore.Place place) {
        String id = incoming.fields().getOrDefault("Message-ID", "");
        // Whoever knows the id of a mail that is to come could otherwise send another one under it before.
        String dedupe = id.isEmpty()
                ? settings.name() + " " + place.validity() + " " + place.uid()
                : id.substring(0, Math.min(id.length(), LONGEST_ID)) + " "
                        + Fingerprint.of(
                                        "mail",
                                        id,
                                        incoming.fields().getOrDefault("From", ""),
                                        incoming.fields().getOrDefault("Text", ""))
                                .longCode();
        Instant now = clock.instant();
        return database.inTransaction(handle -> {
            boolean news = MailStore.keep(handle, incoming.kind(), dedupe, incoming.fields(), incoming.files(), now);
            MailStore.reached(handle, settings.name(), place, now);
            return news;
        });
    }

    /// One that makes no sense stands in nobody else's way.
    private Incoming incoming(Message mail) throws MessagingException, IOException {
        try {
            return MailKeeping.of(mail);
        } catch (MessagingException | IOException | RuntimeException e) {
            if (isAway(mail)) {
                throw e;
            }
            return MailKeeping.unreadable(mail, e);
        }
    }

    /// Whether it is the server that cannot be read, and not the mail.
    private boolean isAway(Message mail) {
        return !mail.getFolder().isOpen() || !open.filter(Store::isConnected).isPresent();
    }
}
