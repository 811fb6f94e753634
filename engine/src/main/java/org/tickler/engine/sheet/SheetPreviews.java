package org.tickler.engine.sheet;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.book.BookKeeper;
import org.tickler.engine.dispatch.words.Wording;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.SheetRow;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.remind.SheetRule;

/** Sheets as they would be made now, put to nobody. */
public final class SheetPreviews {
    private static final URI NOWHERE = URI.create("https://answer.invalid/");

    private final Database database;
    private final BookKeeper books;

    public SheetPreviews(Database database, BookKeeper books) {
        this.database = database;
        this.books = books;
    }

    /**
     * A sheet, and to whom it would go.
     *
     * @param to a person's name, or a mailbox outside
     */
    public record Preview(SheetRule rule, String to, Wording words, List<SheetRow.Paper> papers) {}

    /** The sheets that there are, in the order of the files. */
    public List<SheetRule> rules() {
        return books.find().map(book -> book.rulebook().habits().sheets()).orElse(List.of());
    }

    /** The sheet of a rule for each of its readers, or for one of them, as if its hour were {@code now}. */
    public List<Preview> of(SheetRule rule, Optional<PersonId> only, Instant now) {
        ActiveBook book = books.active();
        return database.inSnapshot(handle -> {
            SheetFirm firm = new SheetFirm(handle, book, now);
            SheetMaker maker = new SheetMaker(firm);
            List<Preview> previews = new ArrayList<>();
            List<SheetReaders.Named> readers = SheetReaders.of(
                    rule, firm, now.atZone(firm.book().firm().zone()).toLocalDate());
            for (SheetReaders.Named named : SheetReaders.now(rule, firm, readers)) {
                LocalDate day = now.atZone(named.zone()).toLocalDate();
                SheetReaders.receiver(rule, named, day, firm)
                        .filter(receiver -> only.isEmpty() || only.get().equals(receiver.id()))
                        .ifPresent(receiver -> {
                            SheetRow made = maker.make(rule, day, named, receiver);
                            previews.add(preview(rule, named, receiver, made, firm));
                        });
            }
            return previews;
        });
    }

    private static Preview preview(
            SheetRule rule, SheetReaders.Named named, SheetReaders.Receiver receiver, SheetRow made, SheetFirm firm) {
        SheetBody body = SheetBody.read(made.body());
        Map<MatterId, Matter> matters = firm.matters();
        String to = receiver.person()
                .map(Person::name)
                .or(() -> named.outside().map(mailbox -> mailbox.name() + " <" + mailbox.email() + ">"))
                .orElse("");
        SheetBody seen = receiver.person()
                .map(person -> SheetDesk.seen(body, person, matters, firm.now()))
                .orElse(body);
        SheetWords words = new SheetWords(
                seen,
                new SheetWords.Heading(firm.book().firm().name(), to, "", false),
                Optional.empty(),
                ask -> NOWHERE);
        return new Preview(rule, to, words.mail(), made.papers());
    }
}
