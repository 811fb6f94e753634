package org.tickler.engine.dispatch;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.book.BookKeeper;
import org.tickler.engine.book.LastResort;
import org.tickler.engine.store.AttemptStore;
import org.tickler.engine.store.Claim;
import org.tickler.engine.store.CodeStore;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.DueReminder;
import org.tickler.engine.store.DueStore;
import org.tickler.engine.store.IncidentStore;
import org.tickler.engine.store.IncidentStore.Incident;
import org.tickler.engine.store.PersonStore;
import org.tickler.engine.store.Settlement;
import org.tickler.engine.store.StoreUnavailable;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.plan.ReminderState;

/**
 * Leads what was claimed through the row of stages. One a process; claims of different channels may be dispatched at the
 * same time, those of one channel one after the other.
 */
public final class Dispatcher {
    /** What was claimed and not tried is due again after this. */
    static final Duration UNTRIED_PAUSE = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final List<Stage> STAGES = List.of(new StillWanted(), new AllowedToSee(), new Hours());

    private final Database database;
    private final InstantSource clock;
    private final String node;
    private final Outbox outbox;
    private final Map<Channel, Lane> lanes;
    private final Incidents incidents;
    private final LetterWriter writer;
    private final Supplier<Office> office;
    private volatile boolean stopping;

    /** @param node this process, as attempts name it */
    public Dispatcher(
            Database database,
            InstantSource clock,
            String node,
            Ways ways,
            LetterWriter writer,
            Supplier<Office> office) {
        this.database = database;
        this.clock = clock;
        this.node = node;
        this.outbox = ways.outbox();
        this.lanes = ways.lanes();
        this.incidents = new Incidents(database, clock);
        this.writer = writer;
        this.office = office;
    }

    /** Sends what was claimed, or settles it otherwise. Comes back when all of it is written down. */
    public void dispatch(Claim claim) {
        try (Lease lease = new Lease(database, clock, claim)) {
            Optional<Lane> lane = Optional.ofNullable(lanes.get(claim.channel()));
            Optional<Facts> read = readable(claim, lane);
            if (read.isEmpty()) {
                return;
            }
            Facts facts = read.get();
            Recorder decisions = new Recorder(claim.channel(), facts, clock.instant());
            List<DueReminder> wanted = wanted(claim, facts, decisions);
            List<Bundle> folded = FoldTogether.fold(wanted, claim, facts);
            List<Bundle> bundles = folded.stream()
                    .filter(bundle -> reachable(bundle, claim.channel(), facts, decisions))
                    .toList();
            List<Ready> letters = written(bundles, claim.channel(), facts, decisions);
            if (lane.isEmpty()) {
                hold(letters, claim.channel(), decisions);
            }
            write(decisions, lease);
            lane.ifPresent(open -> send(open, lease, letters, facts));
        }
    }

    /** What waited for a channel that is set up by now is due again. To be called at start. */
    public void resume() {
        lanes.keySet().forEach(channel -> {
            int resumed = database.inTransaction(handle -> DueStore.unhold(handle, channel, clock.instant()));
            if (resumed > 0) {
                LOG.info(
                        "{} reminders that waited for {} to be set up go out now",
                        resumed,
                        ChooseChannel.name(channel));
            }
        });
    }

    /** Looks whether channels that are down are up again. */
    public void probe() {
        for (Incident incident : database.withHandle(IncidentStore::open)) {
            Optional.ofNullable(lanes.get(incident.channel()))
                    .ifPresent(lane -> incidents.current(lane, Optional.of(incident)));
        }
    }

    /** Begins nothing new from now on; what is under way is finished. */
    public void stop() {
        stopping = true;
    }

    private List<DueReminder> wanted(Claim claim, Facts facts, Recorder decisions) {
        List<DueReminder> wanted = new ArrayList<>();
        for (DueReminder reminder : claim.reminders()) {
            Verdict verdict = STAGES.stream()
                    .map(stage -> stage.judge(reminder, facts))
                    .filter(judged -> !(judged instanceof Verdict.Goes))
                    .findFirst()
                    .orElseGet(Verdict.Goes::new);
            decisions.decided(reminder, verdict);
            if (verdict instanceof Verdict.Goes) {
                wanted.add(reminder);
            }
        }
        return wanted;
    }

    private Facts facts(Claim claim, Optional<Lane> lane) {
        Facts read = FactsReader.read(database, claim, office.get());
        return lane.map(open -> read.with(incidents.current(open, read.incident())))
                .orElse(read);
    }

    /**
     * Empty where they cannot be read of all at once: then each message was led through by itself, and the one whose facts
     * cannot be read has failed.
     */
    private Optional<Facts> readable(Claim claim, Optional<Lane> lane) {
        try {
            return Optional.of(facts(claim, lane));
        } catch (RuntimeException e) {
            if (StoreUnavailable.mayPass(e)) {
                throw e;
            }
            // What all of them need must be there, else it is none of theirs.
            database.withHandle(PersonStore::all);
            List<Claim> apart = claim.apart();
            if (apart.size() > 1) {
                apart.forEach(this::dispatch);
            } else {
                setAside(claim, LastResort.reason(e));
            }
            return Optional.empty();
        }
    }

    private void setAside(Claim claim, String reason) {
        Optional<ActiveBook> book = new BookKeeper(database).find();
        List<Settlement> failed = claim.reminders().stream()
                .map(one -> new Settlement(
                        one.id(), one.fence(), ReminderState.FAILED, "set aside: " + reason, Optional.empty()))
                .toList();
        database.inTransaction(handle -> {
            DueStore.settle(handle, failed, clock.instant());
            LastResort.ofSetAside(
                    handle,
                    book,
                    "what it is about",
                    failed.stream().collect(Collectors.toMap(one -> one.id().value(), one -> reason)),
                    clock.instant());
            return failed;
        });
    }

    private static boolean reachable(Bundle bundle, Channel channel, Facts facts, Recorder decisions) {
        Verdict verdict = ChooseChannel.judge(bundle.reader(), channel, facts);
        boolean goes = verdict instanceof Verdict.Goes;
        for (DueReminder reminder : bundle.reminders()) {
            decisions.decided(
                    reminder,
                    goes
                            ? facts.incident()
                                    .map(down -> ChooseChannel.duringIncident(reminder, down, facts))
                                    .orElse(verdict)
                            : verdict);
        }
        return goes && facts.incident().isEmpty();
    }

    private List<Ready> written(List<Bundle> bundles, Channel channel, Facts facts, Recorder decisions) {
        List<CodeStore.Key> asked = bundles.stream()
                .flatMap(bundle -> bundle.reminders().stream())
                .filter(DueReminder::wantsAnswer)
                .map(reminder ->
                        new CodeStore.Key(reminder.reader(), reminder.ask().id()))
                .toList();
        Map<CodeStore.Key, String> codes =
                database.inTransaction(handle -> CodeStore.codesOf(handle, asked, facts.now()));
        List<Ready> written = new ArrayList<>();
        for (Bundle bundle : bundles) {
            try {
                written.add(new Ready(bundle, writer.write(bundle, channel, codes, facts), Optional.empty()));
            } catch (RuntimeException e) {
                LOG.error("{} could not be put into words", bundle.messageId(), e);
                bundle.reminders()
                        .forEach(reminder -> decisions.decided(
                                reminder, new Verdict.Failed("it could not be put into words: " + e.getMessage())));
            }
        }
        return written;
    }

    private void hold(List<Ready> letters, Channel channel, Recorder decisions) {
        String reason = ChooseChannel.name(channel) + " is not set up: written to the outbox, not sent";
        String unlaid = ChooseChannel.name(channel) + " is not set up, and the outbox cannot be written: not sent";
        for (Ready letter : letters) {
            Verdict held = new Verdict.Held(isLaid(letter.letter()) ? reason : unlaid);
            letter.bundle().reminders().forEach(reminder -> decisions.decided(reminder, held));
        }
        if (!letters.isEmpty()) {
            LOG.warn("{} messages were not sent, because {}", letters.size(), reason);
        }
    }

    /** The reminder is held in any case: a full disk must not keep it from that. */
    private boolean isLaid(Letter letter) {
        try {
            outbox.lay(letter);
            return true;
        } catch (UncheckedIOException e) {
            LOG.error("a message could not be written to the outbox", e);
            return false;
        }
    }

    private void send(Lane lane, Lease lease, List<Ready> letters, Facts facts) {
        Recorder found = new Recorder(lane.channel(), facts, clock.instant());
        List<Ready> toSend = letters.stream()
                .filter(letter -> !reconciled(lane, letter, found))
                .toList();
        write(found, lease);
        new Send(lane, lease, () -> stopping, this::begin).all(toSend, lot -> {
            Recorder results = new Recorder(lane.channel(), incidents.noticed(lane, facts), clock.instant());
            lot.forEach(results::sent);
            write(results, lease);
        });
    }

    /** Whether a letter that may have left before needs no sending now: it did leave, or that is not known yet. */
    private boolean reconciled(Lane lane, Ready letter, Recorder found) {
        List<Instant> tries = letter.bundle().unknownTries();
        if (tries.isEmpty()) {
            return false;
        }
        Outcome outcome = lane.carrier().reconcile(letter.letter(), tries);
        boolean known = outcome instanceof Outcome.Accepted || outcome instanceof Outcome.Retry;
        if (known) {
            found.sent(letter.tried(outcome));
        }
        return known;
    }

    private Map<String, Long> begin(List<Ready> letters) {
        List<AttemptStore.Outgoing> outgoing = letters.stream()
                .map(letter -> writer.keep(letter.letter(), letter.bundle()))
                .toList();
        Instant now = clock.instant();
        return database.inTransaction(handle -> AttemptStore.begin(handle, outgoing, node, now));
    }

    private void write(Recorder recorder, Lease lease) {
        if (recorder.reminders().isEmpty()) {
            return;
        }
        new Persistence(database, () -> stopping).write(recorder);
        lease.drop(recorder.reminders());
    }
}
