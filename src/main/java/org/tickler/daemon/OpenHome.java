package org.tickler.daemon;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickler.calendars.text.Problems;
import org.tickler.daemon.home.Home;
import org.tickler.daemon.home.HomeFiles;
import org.tickler.daemon.home.HomeReader;
import org.tickler.daemon.settings.Settings;
import org.tickler.engine.Engine;
import org.tickler.engine.answer.AnswerDesk;
import org.tickler.engine.answer.Claims;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.docket.Receipts;
import org.tickler.engine.store.Database;

/** A firm's home with its database: what every command works with, beside a running daemon or without one. */
public final class OpenHome implements AutoCloseable {
    private final Home home;
    private final Map<String, String> environment;
    private final Settings settings;
    private final Store store;
    private final Engine engine;

    OpenHome(Home home, Map<String, String> environment, Settings settings, Store store, Engine engine) {
        this.home = home;
        this.environment = Map.copyOf(environment);
        this.settings = settings;
        this.store = store;
        this.engine = engine;
    }

    public Home home() {
        return home;
    }

    /** The variables that the program was started with. */
    Map<String, String> environment() {
        return environment;
    }

    public Settings settings() {
        return settings;
    }

    public Database database() {
        return store.database();
    }

    public InstantSource clock() {
        return store.clock();
    }

    public Engine engine() {
        return engine;
    }

    /** What takes answers, by whatever road they come. */
    public AnswerDesk answers() {
        return new AnswerDesk(database(), engine.books(), new Claims(engine.acts(), new Receipts(home.receipts())));
    }

    /** Reads all files of the home; empty where {@code problems} got an error. */
    public Optional<HomeFiles> read(Problems problems) {
        return new HomeReader(home, environment, engine.now()).read(problems);
    }

    /**
     * Makes what the files say the active book, and loads their people and matters.
     *
     * @return what somebody should know about those, a sentence each
     */
    public List<String> activate(HomeFiles files) {
        engine.activate(files.book(), "home");
        return engine.loadFirm(files.people(), files.matters(), "home").notes();
    }

    /** Gives the database back; the embedded one stops where nobody else uses it. */
    @Override
    public void close() {
        store.close();
    }

    /**
     * Makes sure that a book is active. The first command on an empty database activates the home's; no other changes it.
     *
     * @return what the user should know about this home, a sentence each: it differs from what is active, or has errors
     * @throws Complaint if nothing is active yet and the home has errors
     */
    public List<String> settle() {
        Problems problems = new Problems();
        Optional<HomeFiles> files = read(problems);
        Optional<String> active = engine.book().map(ActiveBook::fingerprint);
        if (active.isEmpty()) {
            activate(files.orElseThrow(() -> Complaint.problems(
                    "nothing is active in this database yet, and the home " + home + " has errors:\n" + problems)));
            return List.of();
        }
        if (files.isEmpty()) {
            return List.of(
                    "the home has errors, and what was active before them stays so; see: tickler check --home " + home);
        }
        return files.get().book().fingerprint().equals(active.get())
                ? List.of()
                : List.of("rules, calendars or settings of the home differ from the active ones, which stay so until"
                        + " tickler serve starts or reloads; see: tickler plan --home " + home);
    }
}
