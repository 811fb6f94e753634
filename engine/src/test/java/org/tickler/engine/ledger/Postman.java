package org.tickler.engine.ledger;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.tickler.engine.dispatch.Carrier;
import org.tickler.engine.dispatch.Letter;
import org.tickler.engine.dispatch.Outcome;
import org.tickler.engine.ledger.Story.Trouble.Sort;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.remind.ReminderId;

/** Carries nothing anywhere: notes what it is given, and says of it what the world of its reader's story says. */
final class Postman implements Carrier {
    private static final String MARK = "may have had this message already";

    private final Channel channel;
    private final InstantSource clock;
    private final Map<String, World> worlds;
    private final Consumer<Letter> carried;
    private final List<Carried> seen = new ArrayList<>();

    /**
     * One line of a letter, as it came.
     *
     * @param arrived whether the reader has it
     */
    record Carried(ReminderId reminder, Instant at, String reader, Channel channel, boolean marked, boolean arrived) {}

    /**
     * @param worlds by the first part of a reader's id; who has none is always reached
     * @param carried is told of each letter after it was noted
     */
    Postman(Channel channel, InstantSource clock, Map<String, World> worlds, Consumer<Letter> carried) {
        this.channel = channel;
        this.clock = clock;
        this.worlds = Map.copyOf(worlds);
        this.carried = carried;
    }

    @Override
    public Channel channel() {
        return channel;
    }

    @Override
    public int connections() {
        return 64;
    }

    @Override
    public Outcome carry(Letter letter) {
        Optional<Sort> met = note(letter);
        carried.accept(letter);
        return met.map(sort -> switch (sort) {
                    case LATER -> new Outcome.Retry("come again later", Optional.empty());
                    case LOST -> new Outcome.Unknown("the line broke");
                    case NEVER -> new Outcome.Refused("nobody of that name", true);
                })
                .orElseGet(() -> new Outcome.Accepted(Optional.empty()));
    }

    private synchronized Optional<Sort> note(Letter letter) {
        String reader = letter.reader().id().value();
        Optional<Sort> met = Optional.ofNullable(worlds.get(reader.split("-", 2)[0]))
                .flatMap(world -> world.meets(reader, channel, clock.instant()));
        boolean arrived = met.isEmpty() || met.get() == Sort.LOST;
        boolean marked = letter.words().text().contains(MARK);
        letter.lines()
                .forEach(line ->
                        seen.add(new Carried(line.reminder(), clock.instant(), reader, channel, marked, arrived)));
        return met;
    }

    /** What came since it was asked last. */
    synchronized List<Carried> seen() {
        List<Carried> all = List.copyOf(seen);
        seen.clear();
        return all;
    }

    @Override
    public Outcome probe() {
        return new Outcome.Accepted(Optional.empty());
    }
}
