package org.tickler.engine.sheet;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tickler.calendars.text.Words;
import org.tickler.rules.docket.Fingerprint;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.PersonKind;
import org.tickler.rules.firm.Wants;
import org.tickler.rules.remind.Addressee;
import org.tickler.rules.remind.Channels;
import org.tickler.rules.remind.SheetRule;
import org.tickler.rules.remind.SheetRule.MailAddress;
import org.tickler.rules.remind.SheetRule.Of;
import org.tickler.rules.remind.SheetRule.Readers;

/** Who gets a sheet. */
final class SheetReaders {
    private SheetReaders() {}

    /**
     * Somebody whom a rule names.
     *
     * @param id the person's; for a mailbox outside, a name made of its address
     * @param by the channel that is asked after; empty: any will do
     */
    record Named(
            PersonId id, Optional<Person> person, Optional<MailAddress> outside, ZoneId zone, Optional<Channel> by) {

        Named by(Channel channel) {
            return new Named(id, person, outside, zone, Optional.of(channel));
        }

        /** What tells this one's list from those of the others; empty where all have the same. */
        String part() {
            return by.map(channel -> id + " " + Words.of(channel)).orElse("");
        }
    }

    /** Who gets what falls to somebody, and by which channel. */
    record Receiver(PersonId id, Optional<Person> person, ZoneId zone, Channel channel, String note) {}

    /** Everyone whom the rule names on {@code day}, each once. */
    static List<Named> of(SheetRule rule, SheetFirm firm, LocalDate day) {
        return switch (rule.to()) {
            case Readers.Outside outside ->
                outside.to().stream()
                        .map(mailbox -> new Named(
                                mailbox(mailbox),
                                Optional.empty(),
                                Optional.of(mailbox),
                                firm.book().firm().zone(),
                                Optional.empty()))
                        .toList();
            case Readers.Everyone everyone ->
                people(firm.people().all().stream().filter(person -> person.kind() == PersonKind.STAFF));
            case Readers.Named named
            when isOfMatters(rule) ->
                people(firm.matters().values().stream()
                        .filter(matter -> matter.closed().isEmpty())
                        .flatMap(matter -> meant(named, Optional.of(matter), firm, day).stream()));
            case Readers.Named named -> people(meant(named, Optional.empty(), firm, day).stream());
        };
    }

    /** Those of a rule's readers who have something to read or to be asked at present. */
    static List<Named> now(SheetRule rule, SheetFirm firm, List<Named> readers) {
        return rule.kind() == SheetRule.Kind.CHANNEL_CHECK ? ChannelParts.quiet(readers, firm) : readers;
    }

    /** The open matters of which a weekly sheet tells its reader, by id. */
    static List<Matter> mattersOf(SheetCall call) {
        return call.firm().matters().values().stream()
                .filter(matter -> isOpen(matter, call.day()) && call.sees(matter))
                .filter(matter -> call.reader()
                        .filter(reader -> switch (call.rule().to()) {
                            case Readers.Named named ->
                                meant(named, Optional.of(matter), call.firm(), call.day())
                                        .contains(reader);
                            case Readers.Everyone everyone -> matter.hasOnTeam(reader.id(), call.day());
                            case Readers.Outside outside -> false;
                        })
                        .isPresent())
                .toList();
    }

    static boolean isOpen(Matter matter, LocalDate day) {
        return matter.closed().filter(closed -> !closed.isAfter(day)).isEmpty();
    }

    /**
     * Who gets a sheet of {@code day} that falls to {@code named}. For the reader's own use: that person, if there and
     * wanting it. Else whoever stands in, and in the end the last resort: somebody must sign. Empty: nobody gets it.
     */
    static Optional<Receiver> receiver(SheetRule rule, Named named, LocalDate day, SheetFirm firm) {
        if (named.outside().isPresent()) {
            return Optional.of(new Receiver(named.id(), Optional.empty(), named.zone(), Channel.EMAIL, ""));
        }
        Person person = named.person().orElseThrow();
        if (named.by().isPresent()) {
            Channel channel = named.by().get();
            return person.awayOn(day)
                    ? Optional.empty()
                    : Optional.of(new Receiver(person.id(), Optional.of(person), person.zone(), channel, ""));
        }
        if (rule.kind().ofTheReader()) {
            return person.wants() == Wants.NO_SHEETS ? Optional.empty() : receiver(person, day, "");
        }
        Set<PersonId> tried = new LinkedHashSet<>();
        Optional<Person> next = Optional.of(person);
        while (next.isPresent() && tried.add(next.get().id())) {
            String note = tried.size() == 1
                    ? ""
                    : person.id() + " is away: " + next.get().id() + " stands in";
            Optional<Receiver> found = receiver(next.get(), day, note);
            if (found.isPresent()) {
                return found;
            }
            next = next.get().delegate().flatMap(firm.people()::find);
        }
        return firm.people()
                .find(firm.book().firm().lastResort())
                .flatMap(last -> Channels.usable(last, day).stream()
                        .findFirst()
                        .map(channel -> new Receiver(
                                last.id(),
                                Optional.of(last),
                                last.zone(),
                                channel,
                                person.id() + " is away, and nobody stands in")));
    }

    private static Optional<Receiver> receiver(Person person, LocalDate day, String note) {
        return person.awayOn(day)
                ? Optional.empty()
                : Channels.usable(person, day).stream()
                        .findFirst()
                        .map(channel -> new Receiver(person.id(), Optional.of(person), person.zone(), channel, note));
    }

    private static boolean isOfMatters(SheetRule rule) {
        return rule.of().filter(Of.MATTER::equals).isPresent();
    }

    private static List<Person> meant(Readers.Named named, Optional<Matter> matter, SheetFirm firm, LocalDate day) {
        List<Person> meant = new ArrayList<>();
        for (Addressee addressee : named.to()) {
            switch (addressee) {
                case Addressee.Role role ->
                    meant.addAll(matter.map(one -> firm.people().inRole(role.name(), one, day))
                            .orElseGet(() -> firm.people().inRole(role.name())));
                case Addressee.Named one -> firm.people().find(one.id()).ifPresent(meant::add);
                case Addressee.Owner owner -> {}
                case Addressee.DelegateOfAsked delegate -> {}
            }
        }
        return meant;
    }

    private static List<Named> people(Stream<Person> people) {
        Map<PersonId, Named> named = new LinkedHashMap<>();
        people.forEach(person -> named.putIfAbsent(
                person.id(),
                new Named(person.id(), Optional.of(person), Optional.empty(), person.zone(), Optional.empty())));
        return List.copyOf(named.values());
    }

    private static PersonId mailbox(MailAddress mailbox) {
        return new PersonId("mailbox/"
                + Fingerprint.of(mailbox.email().toLowerCase(Locale.ROOT)).shortCode());
    }
}
