package org.tickler.daemon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickler.daemon.home.Home;
import org.tickler.daemon.ops.Metrics;
import org.tickler.daemon.settings.Settings;
import org.tickler.engine.Engine;
import org.tickler.engine.FolderTree;
import org.tickler.engine.answer.AnswerDesk;
import org.tickler.engine.answer.AnswerLinks;
import org.tickler.engine.dispatch.Carrier;
import org.tickler.engine.dispatch.words.Templates;
import org.tickler.engine.plan.HoldLimits;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.DatabaseCopy;
import org.tickler.engine.store.embedded.EmbeddedPostgres;
import org.tickler.engine.wake.Sweeps;

/**
 * A firm's rows in a database that is thrown away, with the daemon's own steps, which nobody wakes but the caller. Whatever
 * the firm has set up towards the outside is not set up here.
 */
public final class Rehearsal implements AutoCloseable {
    private static final Duration HELD_WITHIN = Duration.ofHours(24);

    private final OpenHome open;
    private final Thread departure;
    private final Service service;

    private Rehearsal(OpenHome open, Thread departure, Service service) {
        this.open = open;
        this.departure = departure;
        this.service = service;
    }

    /** What takes answers in it. */
    public AnswerDesk answers() {
        return open.answers();
    }

    /**
     * Copies the rows of {@code real}, which is only read.
     *
     * @param clock what the copy takes for now
     * @param carriers take what is sent
     * @throws org.tickler.engine.store.StoreUnavailable if the rows cannot be read or the other database not be had
     */
    public static Rehearsal of(OpenHome real, InstantSource clock, List<? extends Carrier> carriers) {
        Home home = new Home(folder());
        try {
            Settings settings = inside(real.settings());
            EmbeddedPostgres server = EmbeddedPostgres.join(home.data());
            Store store = opened(server, clock);
            OpenHome open = new OpenHome(home, Map.of(), settings, store, engine(store, settings));
            Thread departure = departure(open);
            try {
                DatabaseCopy.copy(real.database(), open.database());
                AnswerLinks links =
                        new AnswerLinks(FirmKey.in(home.data()), settings.http().publicUrl());
                Templates templates = Templates.load(real.home().templates()).templates();
                Metrics metrics = new Metrics(open.engine()::counts, clock);
                return new Rehearsal(open, departure, new Service(open, links, () -> templates, metrics, carriers));
            } catch (RuntimeException e) {
                leave(open, departure);
                throw e;
            }
        } catch (RuntimeException e) {
            remove(home.folder());
            throw e;
        }
    }

    public Database database() {
        return open.database();
    }

    public Engine engine() {
        return open.engine();
    }

    /** The steps; nobody wakes them but the caller. */
    public Sweeps sweeps() {
        return service.sweeps();
    }

    /** Takes the copy away. */
    @Override
    public void close() {
        try {
            service.close();
        } finally {
            leave(open, departure);
        }
    }

    /** Has the copy taken away where the process is told to end: it holds what clients told the firm. */
    private static Thread departure(OpenHome open) {
        Thread departure = Thread.ofPlatform().name("simulation-departure").unstarted(() -> {
            open.close();
            remove(open.home().folder());
        });
        Runtime.getRuntime().addShutdownHook(departure);
        return departure;
    }

    private static void leave(OpenHome open, Thread departure) {
        open.close();
        remove(open.home().folder());
        try {
            Runtime.getRuntime().removeShutdownHook(departure);
        } catch (IllegalStateException ending) {
            // the process ends already, and finds nothing left to take away
        }
    }

    /** Without anything that reaches beyond this process. */
    private static Settings inside(Settings settings) {
        return new Settings(
                settings.firm(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                settings.http(),
                settings.ops(),
                Optional.empty(),
                Optional.empty(),
                settings.limits(),
                List.of(),
                List.of());
    }

    private static Store opened(EmbeddedPostgres server, InstantSource clock) {
        try {
            return Store.open(Optional.of(server), server.address(), database -> clock);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static Engine engine(Store store, Settings settings) {
        HoldLimits hold =
                new HoldLimits(settings.limits().holdOver(), settings.limits().holdOverClients(), HELD_WITHIN);
        return new Engine(store.database(), store.clock(), hold);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("tickler-simulate-");
        } catch (IOException e) {
            throw Complaint.unavailable("a folder for the copy cannot be made: " + e.getMessage(), e);
        }
    }

    private static void remove(Path folder) {
        try {
            FolderTree.remove(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the copy in " + folder + " could not be taken away", e);
        }
    }
}
