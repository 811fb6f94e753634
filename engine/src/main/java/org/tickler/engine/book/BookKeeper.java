package org.tickler.engine.book;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.Words;
import org.tickler.engine.audit.Audit;
import org.tickler.engine.audit.AuditRecord;
import org.tickler.engine.store.BookStore;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.Json;
import org.tickler.engine.store.Tzdb;

/**
 * Keeps the books and says which one is active. One a process; safe for many threads. The active one is read from the
 * database each time and compiled only when it has changed.
 */
public final class BookKeeper {
    private final Database database;
    private final AtomicReference<@Nullable ActiveBook> latest = new AtomicReference<>();

    public BookKeeper(Database database) {
        this.database = database;
    }

    /**
     * The active book.
     *
     * @throws NoActiveBook if there is none yet
     */
    public ActiveBook active() {
        return find().orElseThrow(NoActiveBook::new);
    }

    /** The active book, as the handle sees it. */
    public ActiveBook active(Handle handle) {
        return BookStore.active(handle).map(stored -> compiled(handle, stored)).orElseThrow(NoActiveBook::new);
    }

    /** The active book; empty before the first. */
    public Optional<ActiveBook> find() {
        return database.withHandle(handle -> BookStore.active(handle).map(stored -> compiled(handle, stored)));
    }

    /**
     * The active book, which stays the active one until the transaction ends.
     *
     * @throws NoActiveBook if there is none yet
     */
    public ActiveBook keepActive(Handle handle) {
        return BookStore.keepActive(handle)
                .map(stored -> compiled(handle, stored))
                .orElseThrow(NoActiveBook::new);
    }

    /**
     * Makes {@code book} the active one, for every process from its next transaction on. A rule that says what it said
     * before stays known since then; the others are known since {@code at}. Matters are not planned here.
     *
     * @throws BookRefused if a file has an error; what was active stays so
     */
    public Activation activate(Book book, String who, Instant at) {
        Instant now = at.truncatedTo(ChronoUnit.MICROS);
        Problems problems = new Problems();
        Book.Compiled compiled = book.compile(problems).orElseThrow(() -> new BookRefused(problems));
        String fingerprint = book.fingerprint();
        return database.inTransaction(handle -> {
            Optional<BookStore.Active> before = BookStore.active(handle);
            Optional<BookStore.Active> same =
                    before.filter(one -> one.fingerprint().equals(fingerprint));
            if (same.isPresent()) {
                return new Activation(
                        compiled(handle, same.get()), false, same.get().applied());
            }
            Optional<ActiveBook> former = before.map(stored -> compiled(handle, stored));
            ActiveBook next = new ActiveBook(
                    fingerprint,
                    now,
                    compiled.rulebook().since(now, former.map(ActiveBook::rulebook)),
                    compiled.calendars().since(now, former.map(ActiveBook::calendars)),
                    book.firm());
            BookStore.put(handle, fingerprint, BookJson.write(book), Tzdb.version(), now);
            BookStore.activate(handle, new BookStore.Active(fingerprint, now, knownSince(next), false), who);
            Audit.record(handle, AuditRecord.of(now, who, "book-activated", detail(next, former)));
            return new Activation(next, true, false);
        });
    }

    /** Says that every matter has been planned with the book of that fingerprint. */
    public void applied(String fingerprint, Instant now) {
        database.inTransaction(handle -> {
            BookStore.applied(handle, fingerprint, now);
            return fingerprint;
        });
    }

    /** A book as it was active before, with what was known of its rules then. Compiled anew at each call. */
    public ActiveBook former(Handle handle, BookStore.Active stored) {
        return read(handle, stored);
    }

    private ActiveBook compiled(Handle handle, BookStore.Active stored) {
        ActiveBook known = latest.get();
        if (known != null
                && known.fingerprint().equals(stored.fingerprint())
                && known.since().equals(stored.since())) {
            return known;
        }
        ActiveBook read = read(handle, stored);
        latest.set(read);
        return read;
    }

    private static ActiveBook read(Handle handle, BookStore.Active stored) {
        Book book = BookStore.content(handle, stored.fingerprint())
                .map(BookJson::read)
                .orElseThrow(
                        () -> new IllegalStateException("book " + stored.fingerprint() + " is active and not kept"));
        Problems problems = new Problems();
        Book.Compiled compiled = book.compile(problems).orElseThrow(() -> new BookRefused(problems));
        Map<String, Instant> known = new HashMap<>();
        stored.ladders()
                .properties()
                .forEach(rule ->
                        known.put(rule.getKey(), Instant.parse(rule.getValue().asText())));
        return new ActiveBook(
                stored.fingerprint(),
                stored.since(),
                compiled.rulebook().restored(stored.since(), known),
                compiled.calendars().restored(stored.since(), known),
                book.firm());
    }

    private static ObjectNode knownSince(ActiveBook book) {
        ObjectNode known = Json.object();
        book.rulebook().knownSince().forEach((rule, since) -> known.put(rule, since.toString()));
        book.calendars().knownSince().forEach((closure, since) -> known.put(closure, since.toString()));
        return known;
    }

    private static List<String> closures(Optional<ActiveBook> book) {
        return book.map(one -> one.calendars().emergencies()).orElse(List.of()).stream()
                .map(one -> one.place() + ", " + one.closure().name() + " ("
                        + one.closure().authority() + "), "
                        + Words.of(one.closure().kind()))
                .toList();
    }

    private static Map<String, Object> detail(ActiveBook next, Optional<ActiveBook> former) {
        Map<String, Object> detail = new HashMap<>();
        detail.put("fingerprint", next.fingerprint());
        former.ifPresent(before -> detail.put("instead-of", before.fingerprint()));
        List<String> now = closures(Optional.of(next));
        List<String> before = closures(former);
        List<String> added = now.stream().filter(one -> !before.contains(one)).toList();
        List<String> gone = before.stream().filter(one -> !now.contains(one)).toList();
        if (!added.isEmpty()) {
            detail.put("closures", added);
        }
        if (!gone.isEmpty()) {
            detail.put("closures-taken-back", gone);
        }
        return detail;
    }
}
