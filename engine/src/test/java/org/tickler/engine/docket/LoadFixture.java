package org.tickler.engine.docket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.tickler.engine.Samples;
import org.tickler.engine.SettableClock;
import org.tickler.engine.plan.PlanFixture;
import org.tickler.engine.store.AuditStore;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.QuestionStore;
import org.tickler.engine.store.QuestionStore.Question;
import org.tickler.engine.store.TestDatabase;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;

/** The sample firm, with a folder of files to load. */
final class LoadFixture {
    /** Monday 2 February 2026, 9 in New York. */
    static final Instant MON_2026_02_02 = Instant.parse("2026-02-02T14:00:00Z");

    final PlanFixture firm;
    final SettableClock clock = new SettableClock(MON_2026_02_02);
    final Loader loader;
    final Acts acts;
    private final Path folder;

    LoadFixture(TestDatabase tests, Path folder) {
        this.firm = new PlanFixture(tests);
        this.folder = folder;
        Samples.store(tests.database());
        this.loader = new Loader(tests.database(), firm.books(), firm.reconciler(), clock);
        this.acts = new Acts(tests.database(), firm.books(), firm.reconciler(), clock);
    }

    Path file(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Loads rows under the header id, matter, kind, title, date, time, owner, status. */
    LoadReport load(LoadOptions options, String... rows) {
        return loadText(
                options,
                "docket.csv",
                "id,matter,kind,title,date,time,owner,status\n" + String.join("\n", rows) + "\n");
    }

    LoadReport load(String... rows) {
        return load(LoadOptions.by("rdiaz"), rows);
    }

    LoadReport loadText(LoadOptions options, String name, String text) {
        return loader.load(List.of(file(name, text)), options, LoadProgress.SILENT);
    }

    Entry entry(String id) {
        return entry("docket", id);
    }

    Entry entry(String source, String id) {
        return firm.entry(EntryId.entered(source, id));
    }

    List<Entry> entries() {
        return firm.database().withHandle(handle -> EntryStore.ofMatter(handle, Samples.ACME_V_BOLT));
    }

    List<Question> questions() {
        return firm.database().withHandle(handle -> QuestionStore.open(handle, 1000));
    }

    /** The acts that the audit has of an entry. */
    List<String> audit(EntryId entry) {
        return firm.database().withHandle(handle -> AuditStore.ofEntry(handle, entry)).stream()
                .map(numbered -> numbered.row().act())
                .toList();
    }

    List<String> codes() {
        return questions().stream().map(Question::code).sorted().toList();
    }
}
