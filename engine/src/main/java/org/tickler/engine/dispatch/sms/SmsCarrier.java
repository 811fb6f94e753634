package org.tickler.engine.dispatch.sms;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.AccountFetcher;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.rest.api.v2010.account.MessageFetcher;
import com.twilio.rest.api.v2010.account.MessageReader;
import com.twilio.type.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.tickler.engine.dispatch.Carrier;
import org.tickler.engine.dispatch.Letter;
import org.tickler.engine.dispatch.Outcome;
import org.tickler.rules.firm.Channel;

/// Carries text messages by Twilio. One attempt is one request, since Twilio has no key by which it could tell a
/// repetition from a second message; an answer that was lost is looked up by what the message said. Safe for many
/// threads.
public final class SmsCarrier implements Carrier {

    private static final int CONNECTIONS = 4;
    private static final int LONGEST = 1600;
    private static final long NEWEST = 50;

    /// After this a text is no longer worth delivering, and its reminder counts as failed.
    private static final Duration VALID = Duration.ofHours(4);

    /// An accepted message shows in Twilio's list well within this time; so long after the last try, one look is
    /// enough.
    private static final Duration SETTLED = Duration.ofSeconds(60);

    /// How far Twilio's clock may be behind ours.
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final TwilioAccount account;
    private final InstantSource clock;
    private final TwilioRestClient client;

    public SmsCarrier(TwilioAccount account, InstantSource clock) {
        this.account = account;
        this.clock = clock;
        this.client = new TwilioRestClient.Builder(account.sid(), account.authToken())
                .accountSid(account.sid())
                .httpClient(new OneRequestClient(account, CONNECTIONS + 1))
                .build();
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public int connections() {
        return CONNECTIONS;
    }

    @Override
    public Outcome carry(Letter letter) {
        return say(letter.address(), letter.words().text());
    }

    /// Sends a text that is nobody's reminder, such as the answer to a reply. One request, whatever comes of it.
    public Outcome say(String number, String text) {
        String body = Segments.plain(text);
        if (body.length() > LONGEST) {
            return new Outcome.Refused(
                    "the text has " + body.length() + " characters, but an SMS takes at most " + LONGEST, false);
        }
        return TwilioAnswers.classed(() -> {
            MessageCreator creator = new MessageCreator(new PhoneNumber(number), new PhoneNumber(account.from()), body);
            if (account.from().startsWith("MG")) {
                creator = new MessageCreator(new PhoneNumber(number), account.from(), body);
            }
            Message message = creator.setStatusCallback(account.statusCallback())
                    .setValidityPeriod((int) VALID.toSeconds())
                    .create(client);
            return new Outcome.Accepted(Optional.of(message.getSid()));
        });
    }

    /// Looks whether Twilio has the message, twice with a minute between, or once if the last try is that long ago.
    @Override
    public Outcome reconcile(Letter letter, List<Instant> tries) {
        Instant since = tries.getFirst().minus(SKEW);
        List<Message> sent;
        try {
            sent = newest(letter.address());
        } catch (TwilioRefusal | ApiException e) {
            return new Outcome.Retry(
                    "the list of sent messages could not be had: " + e.getMessage(), Optional.of(SETTLED));
        }
        Optional<Message> ours = sent.stream()
                .filter(message -> message.getDateCreated() == null
                        || !message.getDateCreated().toInstant().isBefore(since))
                .filter(message -> isOurs(message, letter))
                .findFirst();
        if (ours.isPresent()) {
            return new Outcome.Accepted(Optional.of(ours.get().getSid()));
        }
        return clock.instant().isBefore(tries.getLast().plus(SETTLED))
                ? new Outcome.Retry("Twilio does not list the message yet; looked once", Optional.of(SETTLED))
                : new Outcome.Unknown("Twilio does not list the message");
    }

    /// Fetches the account, which costs nothing.
    @Override
    public Outcome probe() {
        return TwilioAnswers.classed(() -> {
            new AccountFetcher(account.sid()).fetch(client);
            return new Outcome.Accepted(Optional.empty());
        });
    }

    /// What Twilio says now of a message that it accepted; empty where it does not answer.
    Optional<Report> ask(String sid) {
        return answered(() -> new MessageFetcher(sid).fetch(client))
                .map(message -> new Report(
                        sid,
                        String.valueOf(message.getStatus()),
                        Optional.ofNullable(message.getErrorCode()).orElse(0)));
    }

    private List<Message> newest(String number) {
        return new MessageReader()
                .setTo(new PhoneNumber(number))
                .setPageSize(NEWEST)
                .firstPage(client)
                .getRecords();
    }

    /// A code is one ask's alone; a text without codes is compared as a whole.
    private static boolean isOurs(Message message, Letter letter) {
        String body = message.getBody();
        List<String> codes =
                letter.lines().stream().flatMap(line -> line.code().stream()).toList();
        return codes.isEmpty()
                ? body.equals(Segments.plain(letter.words().text()))
                : codes.stream().allMatch(body::contains);
    }

    private static <T> Optional<T> answered(Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (TwilioRefusal | ApiException e) {
            return Optional.empty();
        }
    }
}
