package org.tickler.daemon.simulate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tickler.daemon.OpenHome;
import org.tickler.daemon.Rehearsal;
import org.tickler.daemon.virtual.VirtualDays;
import org.tickler.engine.answer.AnswerDesk;
import org.tickler.engine.dispatch.Letter;
import org.tickler.engine.store.AboutStore;
import org.tickler.engine.store.Answer;
import org.tickler.engine.store.AnswerWay;
import org.tickler.engine.store.WaitingAskStore;
import org.tickler.engine.trial.VirtualClock;
import org.tickler.rules.firm.Channel;

/** Lets the days to come pass over a copy of a firm, and says what its people would be told. */
public final class Simulation implements AutoCloseable {
    /** Nobody reads what these make, and no message comes of it. */
    private static final Set<String> LEFT_OUT = Set.of("inbox", "feed", "audit", "webhook", "probe");

    private static final int ROUNDS = 500;

    private final List<Listening> carriers =
            Stream.of(Channel.values()).map(Listening::new).toList();
    private final VirtualClock clock;
    private final Rehearsal rehearsal;
    private final Answers answers;

    /** Whether people answer. */
    public enum Answers {
        /** Everybody has it, and signs what is to be signed, as soon as they are asked. */
        ALL,
        /** Nobody says anything. */
        NONE
    }

    private Simulation(OpenHome real, Answers answers) {
        this.clock = new VirtualClock(real.clock().instant());
        this.rehearsal = Rehearsal.of(real, clock, carriers);
        this.answers = answers;
    }

    /** Copies a firm as it stands now. */
    public static Simulation of(OpenHome real, Answers answers) {
        return new Simulation(real, answers);
    }

    /** What the simulation takes for now. */
    public Instant now() {
        return clock.instant();
    }

    /**
     * Lives until {@code end}, and hands on each message when it leaves.
     *
     * @throws org.tickler.daemon.virtual.Stuck if a step fails
     */
    public void until(Instant end, Consumer<Message> each) {
        AnswerDesk desk = rehearsal.answers();
        VirtualDays.Witness witness = new VirtualDays.Witness() {
            @Override
            public Predicate<String> wakes() {
                return step -> !LEFT_OUT.contains(step);
            }

            @Override
            public void afterStep() {
                // what left is told in order, once all of it has
            }

            @Override
            public void afterRound() {
                List<Message> messages = messages();
                messages.forEach(each);
                if (answers == Answers.ALL && !messages.isEmpty()) {
                    answer(desk);
                }
            }
        };
        new VirtualDays(rehearsal.database(), clock, rehearsal.sweeps(), witness, ROUNDS).until(end);
    }

    private List<Message> messages() {
        List<Letter> letters = new ArrayList<>();
        carriers.forEach(carrier -> letters.addAll(carrier.taken()));
        letters.sort(Comparator.comparing((Letter letter) -> letter.reader().id())
                .thenComparing(Letter::channel)
                .thenComparing(Letter::messageId));
        Instant now = clock.instant();
        return letters.stream()
                .map(letter -> new Message(now, letter, lines(letter)))
                .toList();
    }

    private List<AboutStore.Told> lines(Letter letter) {
        return rehearsal
                .database()
                .withHandle(handle -> AboutStore.of(
                        handle,
                        letter.lines().stream().map(Letter.Line::reminder).toList()));
    }

    private void answer(AnswerDesk desk) {
        rehearsal
                .database()
                .withHandle(handle -> Stream.concat(
                                WaitingAskStore.all(handle, Optional.empty()).stream(),
                                WaitingAskStore.sheets(handle).stream())
                        .toList())
                .forEach(waiting -> desk.record(
                        waiting.ask().id(), Answer.HAVE_IT, waiting.reader(), AnswerWay.PAGE, clock.instant()));
    }

    @Override
    public void close() {
        rehearsal.close();
    }
}
