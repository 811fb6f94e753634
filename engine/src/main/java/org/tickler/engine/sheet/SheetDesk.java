package org.tickler.engine.sheet;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.tickler.calendars.text.Words;
import org.tickler.engine.audit.ActWords;
import org.tickler.engine.audit.Audit;
import org.tickler.engine.audit.AuditRecord;
import org.tickler.engine.store.Answer;
import org.tickler.engine.store.AskRow;
import org.tickler.engine.store.AskState;
import org.tickler.engine.store.AskStore;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.EscalationStore;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.PersonStore;
import org.tickler.engine.store.SheetRow;
import org.tickler.engine.store.SheetStore;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.Sight;
import org.tickler.rules.remind.AskId;
import org.tickler.rules.remind.Purpose;
import org.tickler.rules.remind.SheetRule;

/** Where lists are signed. The first signature is enough; who would not sign has the next person told. */
public final class SheetDesk {
    /** For so long a list's page can be read. */
    private static final Duration PAGE_LASTS = Duration.ofDays(90);

    private final Database database;

    public SheetDesk(Database database) {
        this.database = database;
    }

    /**
     * The page of a list.
     *
     * @param body as the reader may see it
     * @param signed who signed it and when; empty: nobody yet
     */
    public record Page(AskRow ask, Person reader, SheetRow sheet, SheetBody body, Optional<Signature> signed) {}

    /** That a list was signed. */
    public record Signature(Person by, Instant at) {}

    /** The list that an ask puts, for its page; empty where it puts none, or its time is over. Changes nothing. */
    public Optional<Page> look(AskId id, Instant now) {
        return database.inSnapshot(handle -> AskStore.find(handle, id).flatMap(ask -> page(handle, ask, now)));
    }

    private static Optional<Page> page(Handle handle, AskRow ask, Instant now) {
        Optional<SheetRow> sheet = SheetStore.find(handle, ask.id());
        Optional<Person> reader =
                PersonStore.find(handle, AskStore.reader(handle, ask.id()).orElse(ask.asked()));
        boolean open = sheet.filter(found -> found.madeAt().plus(PAGE_LASTS).isAfter(now))
                .isPresent();
        if (!open || reader.isEmpty() || reader.get().goneOn(day(reader.get(), now))) {
            return Optional.empty();
        }
        SheetBody body = SheetBody.read(sheet.get().body());
        Optional<Signature> signed = SheetStore.same(handle, sheet.get()).stream()
                .flatMap(one -> AskStore.find(handle, one).stream())
                .flatMap(one -> one.given().stream())
                .filter(given -> given.answer() == Answer.HAVE_IT)
                .min((one, other) -> one.at().compareTo(other.at()))
                .flatMap(given -> PersonStore.find(handle, given.by()).map(by -> new Signature(by, given.at())));
        return Optional.of(
                new Page(ask, reader.get(), sheet.get(), seen(body, reader.get(), matters(handle, body), now), signed));
    }

    /** What of a sheet its reader may see at {@code now}, of matters as they stand then. */
    public static SheetBody seen(SheetBody body, Person reader, Map<MatterId, Matter> matters, Instant now) {
        return body.seen(id -> Optional.ofNullable(matters.get(id))
                .filter(matter -> Sight.sees(reader, matter, day(reader, now)).allowed())
                .isPresent());
    }

    /**
     * A list as a step of its escalation puts it: the same, but of a channel check, which asks its owner one thing and a
     * colleague another.
     */
    public static SheetRow forStep(SheetRow sheet, Person owner, AskId ask, Instant now) {
        SheetRow copy = sheet.to(ask, now);
        return channelAsked(sheet)
                .map(channel -> copy.saying(ChannelParts.seeTo(
                                owner, channel, SheetBody.read(sheet.body()).made())
                        .write()))
                .orElse(copy);
    }

    /** The channel that a channel check asks after; empty: it is another sheet. */
    public static Optional<Channel> channelAsked(SheetRow sheet) {
        return sheet.kind() == SheetRule.Kind.CHANNEL_CHECK
                ? Words.find(Channel.class, sheet.part().substring(sheet.part().lastIndexOf(' ') + 1))
                : Optional.empty();
    }

    /** The matters that a sheet tells of, as they stand. */
    static Map<MatterId, Matter> matters(Handle handle, SheetBody body) {
        return MatterStore.find(handle, body.matters()).stream()
                .collect(Collectors.toMap(Matter::id, matter -> matter));
    }

    /** Whether the ask is one by which a list is put, and so is answered here. */
    public static boolean isHere(AskRow ask) {
        return ask.purpose() == Purpose.SHEET;
    }

    /** What came of an answer to a list. */
    public enum Signed {
        TAKEN,
        /** It had been passed on before. */
        TAKEN_LATE,
        /** The same had been said before; nothing changed. */
        SAME
    }

    /** Records what somebody says to a list. An answer and an escalation of the same list take turns. */
    public static Signed sign(Handle handle, AskRow found, AskRow.Given given) {
        SheetRow sheet = SheetStore.find(handle, found.id()).orElseThrow();
        AskStore.lock(handle, SheetStore.same(handle, sheet));
        List<AskRow> all = AskStore.lock(handle, SheetStore.same(handle, sheet));
        AskRow ask = all.stream()
                .filter(one -> one.id().equals(found.id()))
                .findFirst()
                .orElseThrow();
        if (ask.given().filter(before -> before.answer() == given.answer()).isPresent()) {
            return Signed.SAME;
        }
        boolean late = ask.state() == AskState.ESCALATED;
        AskStore.answer(handle, ask.id(), given);
        AskStore.suppress(handle, List.of(ask.id()), given.by() + " has answered", given.at());
        if (given.answer() == Answer.HAVE_IT) {
            signed(handle, ask, all, given);
        } else {
            refused(handle, ask, given);
        }
        audit(handle, sheet, ask, given, late);
        return late ? Signed.TAKEN_LATE : Signed.TAKEN;
    }

    private static void signed(Handle handle, AskRow ask, List<AskRow> all, AskRow.Given given) {
        String reason = given.by() + " has signed it";
        if (ask.state() != AskState.CLOSED) {
            AskStore.settle(handle, List.of(ask.id()), AskState.ANSWERED, reason);
        }
        List<AskId> others = all.stream()
                .filter(other -> other.waits() && !other.id().equals(ask.id()))
                .map(AskRow::id)
                .toList();
        AskStore.settle(handle, others, AskState.CLOSED, reason);
        AskStore.suppress(handle, others, reason, given.at());
    }

    private static void refused(Handle handle, AskRow ask, AskRow.Given given) {
        String reason = given.by() + " does not sign it";
        if (ask.step() == 0) {
            AskState state = ask.state() == AskState.ESCALATED ? AskState.ESCALATED : AskState.OPEN;
            AskStore.settle(handle, List.of(ask.id()), state, reason);
            AskStore.wakeAt(handle, List.of(ask.id()), given.at());
        } else {
            AskStore.settle(handle, List.of(ask.id()), AskState.ANSWERED, reason);
            AskStore.wakeAt(handle, EscalationStore.roots(handle, ask.id()), given.at());
        }
    }

    private static void audit(Handle handle, SheetRow sheet, AskRow ask, AskRow.Given given, boolean late) {
        Audit.record(
                handle,
                new AuditRecord(
                        given.at(),
                        given.by().value(),
                        given.answer() == Answer.HAVE_IT ? ActWords.SHEET_SIGNED : ActWords.SHEET_REFUSED,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(ask.asked()),
                        Map.of(
                                "rule", sheet.rule(),
                                "sheet", Words.of(sheet.kind()),
                                "day", sheet.day().toString(),
                                "ask", ask.id().value(),
                                "hash", sheet.hash(),
                                "how", Words.of(given.how()),
                                "late", late)));
    }

    private static LocalDate day(Person person, Instant now) {
        return now.atZone(person.zone()).toLocalDate();
    }
}
