package org.tickler.daemon;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickler.daemon.cli.Version;
import org.tickler.daemon.ops.Metrics;
import org.tickler.daemon.settings.Settings;
import org.tickler.engine.answer.AnswerDesk;
import org.tickler.engine.answer.AnswerLinks;
import org.tickler.engine.answer.Bounces;
import org.tickler.engine.answer.Intake;
import org.tickler.engine.answer.MailReplies;
import org.tickler.engine.answer.OptOuts;
import org.tickler.engine.answer.Replies;
import org.tickler.engine.audit.Chain;
import org.tickler.engine.audit.ChainWatch;
import org.tickler.engine.book.BookKeeper;
import org.tickler.engine.dispatch.Carrier;
import org.tickler.engine.dispatch.Dispatcher;
import org.tickler.engine.dispatch.LetterWriter;
import org.tickler.engine.dispatch.Office;
import org.tickler.engine.dispatch.Outbox;
import org.tickler.engine.dispatch.Ways;
import org.tickler.engine.dispatch.mail.MailCarrier;
import org.tickler.engine.dispatch.sms.SmsCarrier;
import org.tickler.engine.dispatch.sms.TwilioAccount;
import org.tickler.engine.dispatch.sms.TwilioReports;
import org.tickler.engine.dispatch.words.Composer;
import org.tickler.engine.dispatch.words.Templates;
import org.tickler.engine.docket.Inbox;
import org.tickler.engine.due.Claimer;
import org.tickler.engine.due.DueSweep;
import org.tickler.engine.escalate.Departures;
import org.tickler.engine.escalate.Escalator;
import org.tickler.engine.feed.FeedMaker;
import org.tickler.engine.inmail.ReplyBox;
import org.tickler.engine.sheet.SheetSweep;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.DatabaseClock;
import org.tickler.engine.store.NodeStore;
import org.tickler.engine.store.Tzdb;
import org.tickler.engine.wake.Sweeps;
import org.tickler.engine.wake.Watchdog;
import org.tickler.engine.webhook.Webhook;
import org.tickler.engine.webhook.Webhooks;
import org.tickler.rules.firm.Channel;

/** The steps of the flow that time drives, with the carriers they send by: what turns a process into a daemon. */
final class Service implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Service.class);
    /** The steps that look at once when rows changed, instead of at their next turn. */
    static final List<String> HEEDING = List.of("due", "escalate", "feed");

    private static final Duration LOOK = Duration.ofSeconds(15);

    private final Database database;
    private final NodeStore.Node self;
    private final Optional<MailCarrier> mail;
    private final Optional<SmsCarrier> sms;
    private final Optional<ReplyBox> mailbox;
    private final AnswerDesk desk;
    private final Dispatcher dispatcher;
    private final DueSweep due;
    private final Watchmen watchmen;
    private final Webhooks webhooks;
    private final Sweeps sweeps;
    private final Deque<AutoCloseable> waking = new ArrayDeque<>();

    /** What serves, not yet woken; it speaks in the words that {@code templates} gives for each message. */
    Service(OpenHome open, AnswerLinks links, Supplier<Templates> templates, Metrics metrics) {
        this(open, links, templates, metrics, List.of());
    }

    /** As above, with carriers that stand in where none is set up. */
    Service(
            OpenHome open,
            AnswerLinks links,
            Supplier<Templates> templates,
            Metrics metrics,
            List<? extends Carrier> standIns) {
        this.database = open.database();
        InstantSource clock = open.clock();
        BookKeeper books = open.engine().books();
        String node = ProcessHandle.current().pid() + "-"
                + UUID.randomUUID().toString().substring(0, 8);
        this.self = new NodeStore.Node(node, Version.program(), Tzdb.version());
        this.mail = open.settings().mail().map(settings -> new MailCarrier(settings, clock));
        this.sms = open.settings().sms().map(settings -> new SmsCarrier(account(open, settings), clock));
        this.mailbox = open.settings().imap().map(settings -> new ReplyBox(settings, database, clock));
        this.desk = open.answers();
        LetterWriter writer = new LetterWriter(new Composer(templates), links);
        this.dispatcher =
                new Dispatcher(database, clock, node, ways(open, standIns), writer, () -> Office.of(books.active()));
        this.due = new DueSweep(new Claimer(database, clock), dispatcher::dispatch);
        this.webhooks = new Webhooks(database, books, clock, open.settings().webhooks());
        metrics.webhooks(open.settings().webhooks().stream().map(Webhook::name).toList());
        Inbox inbox = open.engine().inbox(open.home().inbox(), open.settings().mappings());
        this.watchmen = new Watchmen(open, self, this::late);
        this.sweeps = new Sweeps(steps(clock, books, metrics, inbox));
    }

    /** The steps, for who wakes them otherwise. */
    Sweeps sweeps() {
        return sweeps;
    }

    /** Takes up what was under way, and has the steps woken by {@code waker}, which says what to close in the end. */
    void start(Function<Sweeps, ? extends AutoCloseable> waker) {
        dispatcher.resume();
        waking.push(waker.apply(sweeps));
        waking.push(Watchdog.start(sweeps, LOOK, late -> {}));
    }

    /** The steps that were not swept for too long, each with how long. */
    Map<String, Duration> late() {
        return sweeps.late();
    }

    /** Claims nothing more, finishes what is under way, and lets go of what it has. */
    @Override
    public void close() {
        due.stop();
        dispatcher.stop();
        webhooks.close();
        stopWaking();
        watchmen.close();
        mail.ifPresent(MailCarrier::close);
        mailbox.ifPresent(ReplyBox::close);
        database.inTransaction(handle -> {
            NodeStore.gone(handle, self.id());
            return self;
        });
    }

    private void stopWaking() {
        for (AutoCloseable one : waking) {
            try {
                one.close();
            } catch (Exception e) {
                LOG.warn("the waker did not stop in order", e);
            }
        }
    }

    private List<Sweeps.Step> steps(InstantSource clock, BookKeeper books, Metrics metrics, Inbox inbox) {
        Escalator escalator = new Escalator(database, books, clock);
        ChainWatch chain = new ChainWatch(new Chain(database), clock);
        FeedMaker feeds = new FeedMaker(database, clock);
        metrics.auditVerified(chain::verified);
        metrics.feedErrors(() -> feeds.counts().failed());
        SheetSweep sheets = new SheetSweep(database, books, clock);
        List<Sweeps.Step> steps = new ArrayList<>();
        steps.add(step(metrics, "inbox", Duration.ofSeconds(2), inbox::sweep));
        steps.add(step(metrics, "sheet", Duration.ofSeconds(5), sheets::sweep));
        steps.add(step(metrics, "due", Duration.ofSeconds(1), () -> {
            if (clock instanceof DatabaseClock measured) {
                measured.measure();
            }
            due.run();
        }));
        steps.addAll(answering(clock, books, metrics));
        steps.add(step(metrics, "escalate", Duration.ofSeconds(2), escalator::sweep));
        Departures departures = new Departures(database, books, clock);
        steps.add(step(metrics, "people", Duration.ofSeconds(5), departures::sweep));
        steps.add(step(metrics, "probe", Duration.ofSeconds(30), dispatcher::probe));
        steps.addAll(watchmen.steps(metrics));
        steps.add(step(metrics, "webhook", Duration.ofSeconds(2), webhooks::sweep));
        steps.add(step(metrics, "feed", Duration.ofSeconds(1), feeds::sweep));
        steps.add(step(metrics, "audit", Duration.ofSeconds(5), chain::sweep));
        return steps;
    }

    /** What people write back, by each road that is set up. */
    private List<Sweeps.Step> answering(InstantSource clock, BookKeeper books, Metrics metrics) {
        List<Sweeps.Step> steps = new ArrayList<>();
        Intake intake = new Intake(database, books, clock);
        sms.ifPresent(carrier -> {
            TwilioReports reports = new TwilioReports(database, intake, carrier, clock);
            Replies replies = new Replies(intake, desk, new OptOuts(books), carrier::say);
            steps.add(step(metrics, "answer", Duration.ofSeconds(1), () -> {
                reports.sweep();
                replies.sweep();
            }));
        });
        mailbox.ifPresent(box -> {
            MailReplies replies = new MailReplies(intake, desk, books);
            Bounces bounces = new Bounces(intake);
            steps.add(step(metrics, "mailbox", Duration.ofSeconds(10), () -> {
                box.sweep();
                bounces.sweep();
                replies.sweep();
            }));
        });
        return steps;
    }

    private static Sweeps.Step step(Metrics metrics, String name, Duration every, Runnable sweep) {
        return new Sweeps.Step(name, every, metrics.timed(name, sweep));
    }

    private Ways ways(OpenHome open, List<? extends Carrier> standIns) {
        List<Carrier> carriers = new ArrayList<>(standIns);
        mail.ifPresent(carriers::add);
        sms.ifPresent(carriers::add);
        Ways ways = Ways.of(carriers, new Outbox(open.home().outbox()));
        Map<Channel, Integer> perMinute = new EnumMap<>(Channel.class);
        open.settings()
                .mail()
                .flatMap(settings -> settings.limits().perMinute())
                .ifPresent(most -> perMinute.put(Channel.EMAIL, most));
        return new Ways(ways.carriers(), ways.outbox(), perMinute);
    }

    private static TwilioAccount account(OpenHome open, Settings.Sms sms) {
        return new TwilioAccount(
                sms.accountSid(),
                sms.authToken().get(),
                sms.from(),
                open.settings().http().publicUrl(),
                sms.baseUrl());
    }
}
