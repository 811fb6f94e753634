package org.tickler.daemon;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.tickler.calendars.text.Problems;
import org.tickler.daemon.api.Api;
import org.tickler.daemon.api.House;
import org.tickler.daemon.cli.StatusWords;
import org.tickler.daemon.home.Home;
import org.tickler.daemon.home.HomeReader;
import org.tickler.daemon.http.AnswerPage;
import org.tickler.daemon.http.FeedRoute;
import org.tickler.daemon.http.HttpPort;
import org.tickler.daemon.http.Routes;
import org.tickler.daemon.http.TwilioHooks;
import org.tickler.daemon.ops.Metrics;
import org.tickler.daemon.ops.OpsRoutes;
import org.tickler.daemon.ops.Readiness;
import org.tickler.daemon.settings.Settings;
import org.tickler.engine.Engine;
import org.tickler.engine.answer.AnswerLinks;
import org.tickler.engine.book.BookKeeper;
import org.tickler.engine.dispatch.sms.TwilioSeal;
import org.tickler.engine.feed.FeedCache;
import org.tickler.engine.plan.HoldLimits;
import org.tickler.engine.store.Credentials;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.DatabaseAddress;
import org.tickler.engine.store.DatabaseClock;
import org.tickler.engine.store.embedded.EmbeddedPostgres;
import org.tickler.engine.wake.Sweeps;
import org.tickler.engine.wake.Waker;

/** How the program is put together, by hand and from top to bottom. */
public final class Wiring {
    private static final Duration HELD_WITHIN = Duration.ofHours(24);

    private Wiring() {}

    /**
     * What a command needs: settings, database, clock, engine. It joins the embedded database, or starts it.
     *
     * @throws Complaint if there is no home, or its settings have errors
     * @throws org.tickler.engine.store.StoreUnavailable if the database cannot be had
     */
    public static OpenHome open(Home home, Map<String, String> environment) {
        return open(home, environment, DatabaseClock::new);
    }

    /** As above, on a clock of the caller's choice. */
    public static OpenHome open(Home home, Map<String, String> environment, Function<Database, InstantSource> clock) {
        Settings settings = settings(home, new HomeReader(home, environment, Instant.EPOCH));
        Store store = store(home, settings, clock);
        try {
            Settings.Limits limits = settings.limits();
            HoldLimits hold = new HoldLimits(limits.holdOver(), limits.holdOverClients(), HELD_WITHIN);
            Engine engine = new Engine(store.database(), store.clock(), hold);
            return new OpenHome(home, environment, settings, store, engine);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /**
     * What serving adds: the home taken over, the ports. It answers when this returns.
     *
     * @throws Complaint if nothing is active yet and the home has errors, or a port is not to be had
     */
    public static Daemon serve(OpenHome open) {
        return serve(open, sweeps -> Waker.start(sweeps).onRing(open.database(), Service.HEEDING));
    }

    /** As above, with the steps woken by {@code waker}, which says what to close in the end. */
    public static Daemon serve(OpenHome open, Function<Sweeps, ? extends AutoCloseable> waker) {
        long began = System.nanoTime();
        Metrics metrics = new Metrics(open.engine()::counts, open.clock());
        HomeReload reload = new HomeReload(open, metrics);
        List<String> problems = reload.run();
        if (open.engine().book().isEmpty()) {
            throw Complaint.problems("nothing was ever active in this database, and the home has errors:\n"
                    + String.join("\n", problems));
        }
        Settings settings = open.settings();
        Deque<AutoCloseable> parts = new ArrayDeque<>();
        try {
            AnswerLinks links = new AnswerLinks(
                    FirmKey.in(open.home().data()), settings.http().publicUrl());
            Service service = new Service(open, links, reload::templates, metrics);
            parts.add(service);
            Readiness readiness = () -> obstacles(open, service);
            Routes opsRoutes = new OpsRoutes(readiness, reload, metrics).routes();
            HttpPort ops = Ports.open("ops", settings.ops(), Set.of(), opsRoutes);
            parts.add(ops);
            FeedCache feeds = new FeedCache(open.database(), open.clock());
            parts.add(feeds);
            feeds.start();
            Routes routes = publicRoutes(open, links, feeds);
            HttpPort http = Ports.open(
                    "http", settings.http().address(), settings.http().trustedProxies(), routes);
            parts.add(http);
            service.start(waker);
            Startup.log(open, http.uri(), ops.uri(), Duration.ofNanos(System.nanoTime() - began));
            return new Daemon(List.copyOf(parts), reload, new Systemd(open.environment()));
        } catch (RuntimeException e) {
            new Daemon(List.copyOf(parts), reload, new Systemd(Map.of())).close();
            throw e;
        }
    }

    private static Routes publicRoutes(OpenHome open, AnswerLinks links, FeedCache feeds) {
        Routes routes = FeedRoute.on(new Routes(), feeds);
        BookKeeper books = open.engine().books();
        new AnswerPage(open.answers(), links, books, open.clock()).addTo(routes);
        Settings settings = open.settings();
        new Api(house(open)).addTo(routes);
        settings.sms().ifPresent(sms -> {
            TwilioSeal seal =
                    new TwilioSeal(sms.authToken().get(), settings.http().publicUrl());
            new TwilioHooks(open.database(), seal, open.clock()).addTo(routes);
        });
        return routes;
    }

    private static House house(OpenHome open) {
        return new House(
                open.engine(),
                open.database(),
                open.answers(),
                open.clock(),
                open.settings().zone(),
                open.settings().mappings(),
                () -> new StatusWords(open.settings(), open.engine().status())
                        .keys(open.home(), open.database().address().place()));
    }

    private static List<String> obstacles(OpenHome open, Service service) {
        try {
            List<String> obstacles = new ArrayList<>();
            if (!open.engine().isPlanned()) {
                obstacles.add("not every matter is planned with the active book yet");
            }
            service.late()
                    .forEach((step, since) ->
                            obstacles.add("step " + step + " was not swept for " + since.toSeconds() + " s"));
            return obstacles;
        } catch (RuntimeException e) {
            return List.of("the database does not answer");
        }
    }

    private static Settings settings(Home home, HomeReader reader) {
        if (!Files.isDirectory(home.folder())) {
            throw Complaint.unavailable("there is no folder " + home + "; \"tickler init DIR\" writes a home");
        }
        Problems problems = new Problems();
        return reader.settings(problems)
                .orElseThrow(() -> Complaint.problems("the settings of " + home + " have errors:\n" + problems));
    }

    private static Store store(Home home, Settings settings, Function<Database, InstantSource> clock) {
        if (settings.database().isPresent()) {
            return Store.open(Optional.empty(), address(settings.database().get()), clock);
        }
        EmbeddedPostgres embedded = EmbeddedPostgres.join(home.data());
        try {
            return Store.open(Optional.of(embedded), embedded.address(), clock);
        } catch (RuntimeException e) {
            embedded.close();
            throw e;
        }
    }

    private static DatabaseAddress address(Settings.Database given) {
        return new DatabaseAddress(given.url(), given.owner().map(Wiring::credentials), credentials(given.user()));
    }

    private static Credentials credentials(Settings.Login login) {
        return new Credentials(login.user(), login.password().get());
    }
}
