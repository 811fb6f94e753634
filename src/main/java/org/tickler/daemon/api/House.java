package org.tickler.daemon.api;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.tickler.engine.Engine;
import org.tickler.engine.answer.AnswerDesk;
import org.tickler.engine.docket.Mapping;
import org.tickler.engine.store.Database;

/// What the API works with.
///
/// @param zone the firm's
/// @param mappings how other programs' exports are read
/// @param status how the engine stands, as `status --json` writes it
public record House(
        Engine engine,
        Database database,
        AnswerDesk answers,
        InstantSource clock,
        ZoneId zone,
        List<Mapping> mappings,
        Supplier<Map<String, Object>> status) {
    public House {
        mappings = List.copyOf(mappings);
    }

    Instant now() {
        return clock.instant();
    }
}
