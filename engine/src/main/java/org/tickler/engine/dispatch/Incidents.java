package org.tickler.engine.dispatch;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.IncidentStore;
import org.tickler.engine.store.IncidentStore.Incident;

/** Begins an incident when a channel is seen to be down as a whole, and ends it when a look shows that it is up again. */
final class Incidents {
    private static final Logger LOG = LoggerFactory.getLogger(Incidents.class);

    private final Database database;
    private final InstantSource clock;

    Incidents(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The channel's incident, after a look whether it is over; {@code stored} is what was known before. */
    Optional<Incident> current(Lane lane, Optional<Incident> stored) {
        if (stored.isEmpty() && lane.down().isEmpty()) {
            return Optional.empty();
        }
        if (!lane.mayProbe(clock.instant())) {
            return stored;
        }
        Outcome looked = lane.carrier().probe();
        if (!(looked instanceof Outcome.Accepted)) {
            return stored.or(() -> begin(lane, looked.reason()));
        }
        lane.up();
        if (database.inTransaction(handle -> IncidentStore.end(handle, lane.channel(), clock.instant()))) {
            LOG.info("{} is up again", ChooseChannel.name(lane.channel()));
        }
        return Optional.empty();
    }

    /** The facts with an incident, if the channel has been seen to be down since they were read. */
    Facts noticed(Lane lane, Facts facts) {
        return facts.incident().isPresent()
                ? facts
                : lane.down().map(reason -> facts.with(begin(lane, reason))).orElse(facts);
    }

    private Optional<Incident> begin(Lane lane, String reason) {
        Instant now = clock.instant();
        return database.inTransaction(handle -> {
            if (IncidentStore.begin(handle, lane.channel(), Recorder.storable(reason), now)) {
                LOG.error("{} is down as a whole: {}", ChooseChannel.name(lane.channel()), reason);
            }
            return IncidentStore.find(handle, lane.channel());
        });
    }
}
