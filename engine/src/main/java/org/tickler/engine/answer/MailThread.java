package org.tickler.engine.answer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.tickler.engine.store.InboundStore.Inbound;
import org.tickler.engine.store.MailStore;
import org.tickler.rules.firm.Person;
import org.tickler.rules.remind.AskId;

/// What a mail answers: our message, by the id that only its readers have seen.
///
/// @param asks those of that message which want an answer and that one of its writers may mean
record MailThread(List<Meant> asks) {
    private static final Pattern ID = Pattern.compile("<([A-Za-z0-9-]{1,100})@[^<>\\s]{1,255}>");
    private static final int MOST_IDS = 50;

    MailThread {
        asks = List.copyOf(asks);
    }

    /// By what it replies to; only where that is no message of ours, by the others of its thread, the last first.
    static MailThread of(Handle handle, Inbound mail, List<Person> people) {
        List<Meant> direct = asks(handle, ids(mail.field("In-Reply-To").orElse("")), people);
        if (!direct.isEmpty()) {
            return new MailThread(direct);
        }
        List<String> before = new ArrayList<>(ids(mail.field("References").orElse("")));
        for (String id : before.reversed()) {
            List<Meant> asks = asks(handle, Set.of(id), people);
            if (!asks.isEmpty()) {
                return new MailThread(asks);
            }
        }
        return new MailThread(List.of());
    }

    /// The local parts of message ids.
    static Set<String> ids(String header) {
        Set<String> ids = new LinkedHashSet<>();
        Matcher id = ID.matcher(header);
        while (id.find() && ids.size() < MOST_IDS) {
            ids.add(id.group(1));
        }
        return ids;
    }

    /// A message is its reader's, and of whoever answers for that reader.
    private static List<Meant> asks(Handle handle, Set<String> ids, List<Person> people) {
        List<Meant> asks = new ArrayList<>();
        Set<AskId> seen = new LinkedHashSet<>();
        for (MailStore.Message message : MailStore.messages(handle, ids)) {
            people.stream()
                    .filter(person -> person.id().equals(message.recipient())
                            || person.answersFor().contains(message.recipient()))
                    .findFirst()
                    .ifPresent(person -> MailStore.asks(handle, message.id()).stream()
                            .filter(seen::add)
                            .forEach(ask -> asks.add(new Meant(person, message.recipient(), ask))));
        }
        return asks;
    }
}
