package org.tickler.engine.ledger;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tickler.engine.AskFixture;
import org.tickler.engine.SettableClock;
import org.tickler.engine.answer.AnswerDesk;
import org.tickler.engine.answer.AnswerGiven;
import org.tickler.engine.answer.AnswerLinks;
import org.tickler.engine.book.BookKeeper;
import org.tickler.engine.dispatch.Dispatcher;
import org.tickler.engine.dispatch.LetterWriter;
import org.tickler.engine.dispatch.Office;
import org.tickler.engine.dispatch.Outbox;
import org.tickler.engine.dispatch.Ways;
import org.tickler.engine.dispatch.words.Composer;
import org.tickler.engine.dispatch.words.Templates;
import org.tickler.engine.docket.Act;
import org.tickler.engine.docket.ActRefused;
import org.tickler.engine.docket.Acts;
import org.tickler.engine.docket.FirmLoader;
import org.tickler.engine.docket.PeopleDesk;
import org.tickler.engine.docket.PersonAct;
import org.tickler.engine.docket.Signature;
import org.tickler.engine.due.Claimer;
import org.tickler.engine.due.DueSweep;
import org.tickler.engine.escalate.Escalator;
import org.tickler.engine.plan.Cause;
import org.tickler.engine.plan.HoldLimits;
import org.tickler.engine.plan.Reconciler;
import org.tickler.engine.store.Answer;
import org.tickler.engine.store.AnswerWay;
import org.tickler.engine.store.Change;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.HorizonStore;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.RoleName;
import org.tickler.rules.remind.AskId;

/** Lives some stories at once through the engine's own parts, on a clock of their own, against a database. */
final class LivedStories {
    private static final HoldLimits NO_HOLD =
            new HoldLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, Duration.ofHours(24));
    private static final Signature BY_THE_CLERK = Signature.of(new PersonId(Story.LAST_RESORT), "as the story goes");

    private final Database database;
    private final List<Story> stories;
    private final Map<String, World> worlds = new HashMap<>();
    private final SettableClock clock = new SettableClock(Story.START);
    private final LivedFirm firm;
    private final Path folder;
    private final Map<Long, List<Sighting>> seen = new HashMap<>();
    private final Set<Story> died = new HashSet<>();
    private final Set<String> heard = new HashSet<>();
    private final TreeMap<Instant, TreeMap<String, Runnable>> replies = new TreeMap<>();
    private final Consumer<LivedStories> meddling;
    private Engine engine;

    /** The parts of one process. */
    private record Engine(
            BookKeeper books,
            List<Postman> postmen,
            DueSweep sweep,
            Escalator escalator,
            Acts acts,
            FirmLoader loader,
            PeopleDesk people,
            AnswerDesk desk) {}

    private LivedStories(Database database, List<Story> stories, Path folder, Consumer<LivedStories> meddling) {
        this.database = database;
        this.stories = stories;
        this.folder = folder;
        this.meddling = meddling;
        this.firm = new LivedFirm(stories);
        stories.forEach(story -> {
            worlds.put("s" + story.seed(), new World(story));
            seen.put(story.seed(), new ArrayList<>());
        });
    }

    /**
     * What was seen to leave, by seed, in order.
     *
     * @param database migrated and empty
     * @param meddling what is done behind the engine's back once all has been planned
     */
    static Map<Long, List<Sighting>> live(
            Database database, List<Story> stories, Path folder, Consumer<Database> meddling) {
        LivedStories lived = new LivedStories(database, stories, folder, all -> meddling.accept(all.database));
        lived.begin();
        lived.live();
        lived.seen.values().forEach(all -> all.sort(Comparator.naturalOrder()));
        return lived.seen;
    }

    private void begin() {
        new BookKeeper(database).activate(firm.book(), "tickler", Story.START);
        engine = engine();
        engine.loader().load(firm.people(), firm.matters(), "tickler");
        database.inTransaction(handle -> {
            EntryStore.insert(handle, firm.entries(), Change.loaded("docket", Story.START));
            return true;
        });
        reconciler(engine.books()).reconcileAll(new Cause("tickler", "the docket was loaded"), Story.START);
        meddling.accept(this);
    }

    private Reconciler reconciler(BookKeeper books) {
        return new Reconciler(database, books, NO_HOLD);
    }

    /** A process that has just been started. */
    private Engine engine() {
        BookKeeper books = new BookKeeper(database);
        Reconciler reconciler = reconciler(books);
        List<Postman> postmen = Stream.of(Channel.values())
                .map(channel -> new Postman(channel, clock, worlds, letter -> {}))
                .toList();
        Dispatcher dispatcher = dispatcher(database, books, "one", postmen);
        return new Engine(
                books,
                postmen,
                new DueSweep(new Claimer(database, clock), dispatcher::dispatch),
                new Escalator(database, books, clock),
                new Acts(database, books, reconciler, clock),
                new FirmLoader(database, books, reconciler, clock),
                new PeopleDesk(database, books, reconciler, clock),
                AskFixture.desk(database, books, clock, folder.resolve("receipts")));
    }

    private Dispatcher dispatcher(Database of, Postman postman) {
        return dispatcher(of, engine.books(), DoomedProcess.NODE, List.of(postman));
    }

    private Dispatcher dispatcher(Database of, BookKeeper books, String node, Collection<Postman> postmen) {
        AnswerLinks links = new AnswerLinks(
                "a firm key for tests, of 32 bytes and more".getBytes(StandardCharsets.US_ASCII),
                URI.create("https://tickler.firm.example"));
        return new Dispatcher(
                of,
                clock,
                node,
                Ways.of(postmen, new Outbox(folder.resolve("outbox"))),
                new LetterWriter(new Composer(Templates.builtIn()), links),
                () -> Office.of(books.active()));
    }

    private void live() {
        List<Story.Happening> ahead = stories.stream()
                .flatMap(story -> story.happenings().stream())
                .filter(one -> !firm.isFromTheStart(one))
                .sorted(Comparator.comparing(Story.Happening::at))
                .collect(Collectors.toCollection(ArrayList::new));
        while (clock.instant().isBefore(Story.END)) {
            happen(ahead);
            boolean down =
                    !clock.instant().isBefore(Story.DOWN) && clock.instant().isBefore(Story.UP_AGAIN);
            if (clock.instant().equals(Story.UP_AGAIN)) {
                engine = engine();
            }
            if (!down) {
                sweep();
            }
            Instant next = down
                    ? Story.UP_AGAIN
                    : onTick(database.withHandle(HorizonStore::next).orElse(Story.END));
            next = ahead.isEmpty() || next.isBefore(ahead.getFirst().at())
                    ? next
                    : ahead.getFirst().at();
            next = replies.isEmpty() || next.isBefore(replies.firstKey()) ? next : replies.firstKey();
            if (!next.isAfter(clock.instant())) {
                throw new IllegalStateException(
                        "at " + clock.instant() + " something stays due, however often it is swept");
            }
            clock.set(next);
        }
    }

    private static Instant onTick(Instant at) {
        long tick = Story.TICK.toMillis();
        return Instant.ofEpochMilli(Math.ceilDiv(at.plusNanos(999_999).toEpochMilli(), tick) * tick);
    }

    private void happen(List<Story.Happening> ahead) {
        List<Story.Happening> now = new ArrayList<>();
        while (!ahead.isEmpty() && !ahead.getFirst().at().isAfter(clock.instant())) {
            now.add(ahead.removeFirst());
        }
        if (now.stream()
                        .filter(one -> one instanceof Story.Happening.Leave)
                        .map(one -> (Story.Happening.Leave) one)
                        .filter(firm::away)
                        .count()
                > 0) {
            engine.loader().load(firm.people(), firm.matters(), "tickler");
        }
        now.forEach(this::happen);
        while (!replies.isEmpty() && !replies.firstKey().isAfter(clock.instant())) {
            replies.pollFirstEntry().getValue().values().forEach(Runnable::run);
        }
    }

    private void happen(Story.Happening happening) {
        try {
            switch (happening) {
                case Story.Happening.Enter enter -> act(enter.item().number(), firm.add(enter.item()));
                case Story.Happening.Move move -> act(move.item(), firm.move(move));
                case Story.Happening.Cancel cancel -> act(cancel.item(), new Act.Cancel(firm.entry(cancel.item())));
                case Story.Happening.HandOn hand ->
                    engine.people()
                            .apply(
                                    new PersonAct.Reassign(
                                            new PersonId(hand.from()),
                                            new PersonId(hand.to()),
                                            Optional.of(new MatterId(hand.matter())),
                                            Optional.of(new RoleName(hand.role())),
                                            hand.day()),
                                    BY_THE_CLERK);
                case Story.Happening.Leave leave -> {}
            }
        } catch (ActRefused refused) {
            // The model takes it for no act, too.
        }
    }

    /** What fails in the middle leaves nothing behind: of one act in eight, the same ones whenever it is lived. */
    private void act(int item, Act act) {
        if ((item + clock.instant().toEpochMilli() / Story.TICK.toMillis()) % 8 == 0) {
            try {
                database.inTransaction(handle -> {
                    engine.acts().applyIn(handle, List.of(act), BY_THE_CLERK, clock.instant());
                    throw new Undone();
                });
            } catch (Undone undone) {
                // as if it had never been tried
            }
        }
        engine.acts().apply(act, BY_THE_CLERK);
    }

    private void sweep() {
        Instant now = clock.instant();
        List<Story> dying = stories.stream()
                .filter(story ->
                        story.death().filter(one -> !one.from().isAfter(now)).isPresent())
                .filter(story -> !died.contains(story))
                .toList();
        Set<String> due = dying.isEmpty() ? Set.of() : DoomedProcess.due(database, now);
        dying.stream().filter(story -> due.contains("s" + story.seed())).forEach(this::die);
        for (int round = 0; isSomethingDue(); round++) {
            for (Channel channel : Channel.values()) {
                engine.sweep().run(channel);
            }
            engine.escalator().sweep();
            engine.postmen().forEach(this::note);
            if (round > 20) {
                throw new IllegalStateException("at " + now + " something stays due, however often it is swept");
            }
        }
    }

    private void die(Story story) {
        DoomedProcess process = new DoomedProcess(database, clock, this::dispatcher);
        if (process.claimsOf(story)) {
            died.add(story);
            process.diesWith(story).forEach(this::note);
        }
    }

    private boolean isSomethingDue() {
        return database.withHandle(HorizonStore::next)
                .filter(next -> !next.isAfter(clock.instant()))
                .isPresent();
    }

    /** Looks up what the lines of letters were about. */
    private void note(Postman postman) {
        List<Postman.Carried> carried = postman.seen();
        if (carried.isEmpty()) {
            return;
        }
        String[] ids =
                carried.stream().map(one -> one.reminder().value()).distinct().toArray(String[]::new);
        Map<String, Row> rows = new HashMap<>();
        database.withHandle(handle -> handle.createQuery("""
                        SELECT r.id, r.entry, r.revision, r.purpose, r.possible_duplicate, a.rung, a.answer_within IS NOT NULL AS asks
                        FROM reminder r JOIN ask a ON a.id = r.ask WHERE r.id = ANY(:ids) AND r.entry IS NOT NULL""")
                .bind("ids", ids)
                .map((row, context) -> rows.put(
                        row.getString("id"),
                        new Row(
                                new EntryId(row.getString("entry")),
                                row.getInt("revision"),
                                row.getString("purpose"),
                                row.getString("rung"),
                                row.getBoolean("possible_duplicate"),
                                row.getBoolean("asks"))))
                .list());
        carried.forEach(
                one -> Optional.ofNullable(rows.get(one.reminder().value())).ifPresent(row -> note(one, row)));
    }

    private record Row(EntryId entry, int revision, String purpose, String rung, boolean again, boolean asks) {}

    private void note(Postman.Carried carried, Row row) {
        LivedFirm.Known known = firm.known(row.entry());
        boolean notice = row.rung().equals(row.purpose());
        String rung = notice ? "" : row.rung();
        seen.get(known.story().seed())
                .add(new Sighting(
                        carried.at(),
                        known.item(),
                        row.revision(),
                        row.purpose(),
                        rung,
                        carried.reader(),
                        carried.channel(),
                        carried.channel() == Channel.SMS ? row.again() : carried.marked()));
        String key = known.item() + " " + row.revision() + " " + rung + " " + carried.reader();
        if (row.asks() && carried.arrived() && heard.add(known.story().seed() + " " + key)) {
            known.story()
                    .replies(known.item(), row.revision(), rung, carried.reader())
                    .forEach(reply -> replies.computeIfAbsent(carried.at().plus(reply.after()), at -> new TreeMap<>())
                            .put(
                                    known.story().seed() + " " + key + " " + reply.answer(),
                                    () -> say(row.entry(), rung, carried.reader(), reply.answer())));
        }
    }

    private void say(EntryId entry, String rung, String who, Answer answer) {
        Optional<AskId> ask = database.withHandle(handle -> handle.createQuery("""
                        SELECT a.id FROM reminder r JOIN ask a ON a.id = r.ask
                        WHERE a.entry = :entry AND a.rung = :rung AND r.recipient = :who AND r.state = 'sent'
                            AND a.answer_within IS NOT NULL
                        ORDER BY r.sent_at DESC, a.revision DESC, a.step DESC, a.asked DESC LIMIT 1""")
                .bind("entry", entry.value())
                .bind("rung", rung)
                .bind("who", who)
                .map((row, context) -> new AskId(row.getString("id")))
                .findOne());
        ask.ifPresent(id ->
                engine.desk().record(id, AnswerGiven.of(answer, new PersonId(who), AnswerWay.PAGE), clock.instant()));
    }

    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
