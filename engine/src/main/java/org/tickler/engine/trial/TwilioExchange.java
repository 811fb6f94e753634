package org.tickler.engine.trial;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// What stands between Twilio's wire and the phones: the messages, who has said STOP, and the reports to the firm.
final class TwilioExchange implements AutoCloseable {

    private static final int OPTED_OUT = 21610;

    private final String authToken;
    private final InstantSource clock;
    private final AtomicInteger names = new AtomicInteger();
    private final Map<String, TwilioText> bySid = new ConcurrentHashMap<>();
    private final List<String> order = new CopyOnWriteArrayList<>();
    private final Map<String, Phone> phones = new ConcurrentHashMap<>();
    private volatile boolean quiet;
    private volatile @Nullable Line line;

    TwilioExchange(String authToken, InstantSource clock) {
        this.authToken = authToken;
        this.clock = clock;
    }

    /// The way to the firm.
    private record Line(String firmNumber, URI publicUrl, TwilioHooks hooks) {
        URI at(String path) {
            return URI.create(publicUrl.toString().replaceAll("/+$", "") + path);
        }
    }

    void connect(String firmNumber, URI publicUrl, URI via) {
        close();
        line = new Line(firmNumber, publicUrl, new TwilioHooks(authToken, via));
    }

    void keepQuiet() {
        quiet = true;
    }

    Phone phone(String number) {
        return phones.computeIfAbsent(number, added -> new Phone(added, this));
    }

    List<TwilioText> texts() {
        return order.stream().map(sid -> find(sid).orElseThrow()).toList();
    }

    Optional<TwilioText> find(String sid) {
        return Optional.ofNullable(bySid.get(sid));
    }

    /// The newest first, as the real list has them.
    List<TwilioText> to(@Nullable String number) {
        List<TwilioText> found = new ArrayList<>(
                texts().stream().filter(text -> text.to().equals(number)).toList());
        return found.reversed();
    }

    /// Why Twilio refuses to send to this number; 0: it does not.
    int refusal(String number) {
        Phone phone = phone(number);
        return phone.hasSaidStop() ? OPTED_OUT : phone.refusedWith();
    }

    /// Takes a message; the phone has it at once, and the firm is told so unless kept quiet.
    TwilioText accept(Map<String, String> fields) {
        String sid = "SM" + String.format(Locale.ROOT, "%032x", names.incrementAndGet());
        TwilioText text = new TwilioText(
                sid,
                fields.getOrDefault("From", fields.getOrDefault("MessagingServiceSid", "")),
                fields.getOrDefault("To", ""),
                fields.getOrDefault("Body", ""),
                clock.instant(),
                "queued",
                0,
                Optional.ofNullable(fields.get("StatusCallback")));
        bySid.put(sid, text);
        order.add(sid);
        Phone phone = phone(text.to());
        phone.receive(text);
        if (!quiet && line != null) {
            Thread.ofVirtual().name("twilio-report").start(() -> reportArrival(sid, phone.failsWith()));
        }
        return text;
    }

    TwilioText settle(String sid, String status, int error) {
        TwilioText text = find(sid).orElseThrow().in(status, error);
        bySid.put(sid, text);
        return text;
    }

    int report(String sid, String status, int error) {
        TwilioText text = settle(sid, status, error);
        SortedMap<String, String> fields = new TreeMap<>(Map.of(
                "MessageSid", sid, "SmsSid", sid, "MessageStatus", status, "To", text.to(), "From", text.from()));
        if (error != 0) {
            fields.put("ErrorCode", Integer.toString(error));
        }
        URI hook = URI.create(text.callback().orElseThrow());
        return connected().hooks().post(hook, fields);
    }

    /// A message from a phone to the firm. Twilio acts on its own words before the firm hears of them.
    int incoming(String number, String text, Optional<String> optOut) {
        return connected().hooks().post(connected().at("/hooks/twilio/message"), message(number, text, optOut));
    }

    int forge(String number, String text) {
        return connected()
                .hooks()
                .post(connected().at("/hooks/twilio/message"), message(number, text, Optional.empty()), "c3RyYW5nZXI=");
    }

    private void reportArrival(String sid, int error) {
        try {
            report(sid, "sent", 0);
            report(sid, error == 0 ? "delivered" : "undelivered", error);
        } catch (IllegalStateException e) {
            bySid.computeIfPresent(sid, (name, text) -> text.in(error == 0 ? "delivered" : "undelivered", error));
        }
    }

    private SortedMap<String, String> message(String number, String text, Optional<String> optOut) {
        String sid = "SM" + String.format(Locale.ROOT, "%032x", names.incrementAndGet());
        SortedMap<String, String> fields = new TreeMap<>(Map.of(
                "MessageSid", sid, "From", number, "To", connected().firmNumber(), "Body", text, "NumMedia", "0"));
        optOut.ifPresent(kind -> fields.put("OptOutType", kind));
        return fields;
    }

    private Line connected() {
        Line found = line;
        if (found == null) {
            throw new IllegalStateException("the trial Twilio does not know the firm's hooks; call hooks(...) first");
        }
        return found;
    }

    @Override
    public void close() {
        Line last = line;
        if (last != null) {
            last.hooks().close();
        }
    }
}
