package org.tickler.engine.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.tickler.calendars.text.Words;
import org.tickler.engine.audit.Audit;
import org.tickler.engine.audit.AuditRecord;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.book.BookKeeper;
import org.tickler.engine.book.LastResort;
import org.tickler.engine.store.FollowUpStore;
import org.tickler.engine.store.QuietChannelStore;
import org.tickler.engine.store.SuppressionStore;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;

/// Heeds STOP and START. A number that said STOP hears nothing more by SMS from that moment; what it was last asked
/// and has not answered goes out by another channel, and the firm's last resort hears of it.
public final class OptOuts {

    private final BookKeeper books;

    public OptOuts(BookKeeper books) {
        this.books = books;
    }

    void stop(Handle handle, String number, List<Person> people, Instant now) {
        boolean news = SuppressionStore.add(
                handle, Channel.SMS, number, SuppressionStore.Why.OPTED_OUT, "replied STOP at " + now, now);
        if (!news) {
            return;
        }
        if (people.isEmpty()) {
            Audit.record(handle, AuditRecord.of(now, number, "opted-out", Map.of("number", number)));
        }
        for (Person person : people) {
            List<FollowUpStore.Line> waiting = FollowUpStore.waitingBySms(handle, person.id());
            waiting.forEach(line -> elsewhere(handle, line, person, now));
            audit(
                    handle,
                    person.id(),
                    "opted-out",
                    Map.of("number", number, "asks-put-elsewhere", waiting.size()),
                    now);
            tellLastResort(handle, person, now);
        }
    }

    void start(Handle handle, String number, List<Person> people, Instant now) {
        if (SuppressionStore.end(handle, Channel.SMS, number, now)) {
            people.forEach(person -> audit(handle, person.id(), "opted-in", Map.of("number", number), now));
        }
    }

    private static void elsewhere(Handle handle, FollowUpStore.Line line, Person person, Instant now) {
        LocalDate day = now.atZone(person.zone()).toLocalDate();
        List<Channel> taken = FollowUpStore.ofAsk(handle, line.ask()).stream()
                .map(FollowUpStore.Line::channel)
                .toList();
        String stopped = person.name() + " replied STOP to the text message";
        boolean thisChannelAlone = QuietChannelStore.asks(handle, line.ask());
        SuppressionStore.open(handle, person, day).stream()
                .filter(channel -> !thisChannelAlone && !taken.contains(channel))
                .findFirst()
                .ifPresentOrElse(
                        channel -> FollowUpStore.onChannel(
                                handle,
                                line.id(),
                                channel,
                                "by " + Words.of(channel) + ", because " + stopped,
                                now,
                                person.zone()),
                        () -> FollowUpStore.lost(handle, line.id(), stopped, now));
    }

    private void tellLastResort(Handle handle, Person person, Instant now) {
        ActiveBook book = books.active(handle);
        LastResort.tell(
                handle,
                book,
                "opted-out " + person.id() + " " + now,
                person.name() + " replied STOP: no text message will be sent to that number until it replies "
                        + "START. " + rest(handle, person, now),
                now);
    }

    private static String rest(Handle handle, Person person, Instant now) {
        return SuppressionStore.open(handle, person, now.atZone(person.zone()).toLocalDate())
                        .isEmpty()
                ? "No other channel is left: nothing that Tickler sends reaches " + person.name() + " any more"
                : "Reminders go by other channels";
    }

    private static void audit(Handle handle, PersonId person, String act, Map<String, Object> detail, Instant now) {
        Audit.record(
                handle,
                new AuditRecord(
                        now, person.value(), act, Optional.empty(), Optional.empty(), Optional.of(person), detail));
    }
}
