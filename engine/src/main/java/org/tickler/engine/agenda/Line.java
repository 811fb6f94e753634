package org.tickler.engine.agenda;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tickler.calendars.LocalMoments;
import org.tickler.calendars.text.Words;
import org.tickler.engine.store.AgendaReminder;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.When;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.Person;

/// One line of an agenda or of what was found.
public sealed interface Line {
    /// An entry, with the court it is before.
    ///
    /// @param matter the entry's matter
    record OfEntry(Entry entry, Matter matter) implements Line {
        @Override
        public Map<String, @Nullable Object> keys() {
            Map<String, @Nullable Object> keys = begin("entry", entry.id());
            keys.put("matter", entry.matter().value());
            keys.put("kind", Words.of(entry.kind()));
            keys.put("title", entry.title());
            switch (entry.when()) {
                case When.AllDay day -> {
                    keys.put("date", day.day().toString());
                    put(keys, "hour", day.hour().map(HOUR::format));
                }
                case When.Timed timed -> {
                    keys.put("at", moment(timed.start(), timed.zone()));
                    put(keys, "ends", timed.end().map(end -> moment(end, timed.zone())));
                }
                case When.Waiting waiting -> keys.put("date", null);
            }
            keys.put("zone", entry.when().zone().getId());
            keys.put("status", Words.of(entry.status()));
            if (entry.status() == EntryStatus.PROPOSED) {
                keys.put("verified", false);
            }
            keys.put("authority", entry.details().authority().orElse(null));
            put(keys, "court", entry.courtIn(matter).map(Object::toString));
            put(keys, "owner", entry.details().owner());
            put(keys, "location", entry.details().location());
            put(keys, "mode", entry.details().mode());
            keys.put("revision", entry.revision().number());
            return keys;
        }
    }

    /// A reminder.
    record OfReminder(AgendaReminder reminder) implements Line {
        @Override
        public Map<String, @Nullable Object> keys() {
            Map<String, @Nullable Object> keys = begin("reminder", reminder.id());
            keys.put(
                    "entry",
                    reminder.about().map(about -> about.entry().value()).orElse(null));
            put(keys, "matter", reminder.about().map(about -> about.matter().value()));
            keys.put(
                    "at",
                    OFFSET.format(reminder.due().at().atZone(reminder.due().zone())));
            keys.put("to", reminder.to().value());
            keys.put("channel", Words.of(reminder.channel()));
            keys.put("state", Words.of(reminder.state().state()));
            put(keys, "reason", reminder.state().reason());
            if (reminder.state().possibleDuplicate()) {
                keys.put("possible_duplicate", true);
            }
            return keys;
        }
    }

    /// A matter that was found.
    record OfMatter(Matter matter) implements Line {
        @Override
        public Map<String, @Nullable Object> keys() {
            Map<String, @Nullable Object> keys = begin("matter", matter.id());
            keys.put("title", matter.title());
            put(keys, "side", matter.side());
            put(keys, "practice", matter.practice());
            put(keys, "phase", matter.phase());
            return keys;
        }
    }

    /// A person who was found.
    record OfPerson(Person person) implements Line {
        @Override
        public Map<String, @Nullable Object> keys() {
            Map<String, @Nullable Object> keys = begin("person", person.id());
            keys.put("name", person.name());
            keys.put("kind", Words.of(person.kind()));
            return keys;
        }
    }

    DateTimeFormatter OFFSET = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
    DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /// Its keys and values as others rely on them, in order: texts, numbers and booleans. Civil dates are ISO dates;
    /// times are ISO with the offset of the entry's, or the reader's, zone. A key that must always stand has null
    /// where nothing is known.
    Map<String, @Nullable Object> keys();

    private static Map<String, @Nullable Object> begin(String type, Object id) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        keys.put("type", type);
        keys.put("id", id.toString());
        return keys;
    }

    private static void put(Map<String, @Nullable Object> keys, String key, Optional<String> value) {
        value.ifPresent(present -> keys.put(key, present));
    }

    private static String moment(LocalDateTime local, ZoneId zone) {
        return OFFSET.format(LocalMoments.instant(local, zone).atZone(zone));
    }
}
