package org.tickler.rules.checkup;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.CourtCalendar;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.pack.Pack;

/**
 * A row among those of its matter, with what it names.
 *
 * @param court its own, else the only one of its matter, else the one that was given
 * @param side whom the firm acts for in the matter, as packs call it; empty where the sheet does not say
 */
record MatterRow(SheetRow row, Optional<CourtCalendar> court, Optional<String> side, List<Reference> names) {
    MatterRow {
        names = List.copyOf(names);
    }

    /**
     * A rule or an event of a pack that a row names.
     *
     * @param sure whether the words are the same, and the pack is one of the matter's
     */
    record Reference(Pack pack, String name, boolean rule, boolean sure) {
        /** {@code us-frcp/answer}. */
        String id() {
            return pack.id() + "/" + name;
        }
    }

    /** The same row, naming these. */
    MatterRow naming(List<Reference> others) {
        return new MatterRow(row, court, side, others);
    }

    /** The packs of which it names something, in the order of their names. */
    SortedSet<String> packs() {
        SortedSet<String> packs = new TreeSet<>();
        names.forEach(reference -> packs.add(reference.pack().id()));
        return packs;
    }

    Optional<Reference> named(Pack pack, String name) {
        return names.stream()
                .filter(reference -> reference.pack().id().equals(pack.id())
                        && reference.name().equals(name))
                .findFirst();
    }

    Stream<Reference> rules() {
        return names.stream().filter(Reference::rule);
    }

    /** Whether it says that something happened, rather than what is to be done. */
    boolean isEvent() {
        return names.stream().anyMatch(reference -> !reference.rule());
    }

    /** Whose days count for what follows from it under {@code pack}. */
    CalendarId courtUnder(Pack pack) {
        return court.map(CourtCalendar::id).orElse(pack.courts());
    }

    /** Whether it surely names something. */
    boolean isSure() {
        return names.stream().anyMatch(Reference::sure);
    }

    /** Whether it tells of what happened, so that no court need be open for it. */
    boolean happened() {
        return row.kind().map(EntryKind.EVENT::equals).orElse(isEvent());
    }

    /** Whether people meet for it. */
    boolean isAttended() {
        return row.kind().filter(MatterRow::isAttended).isPresent();
    }

    /** Whether people meet for what is of that kind. */
    static boolean isAttended(EntryKind kind) {
        return switch (kind) {
            case HEARING, TRIAL, CONFERENCE, DEPOSITION, MEDIATION, MEETING, CALL_BACK, CLIENT_UPDATE -> true;
            case FILING, LIMITATION, DISCOVERY, TASK, DOCUMENT, RECORDS_REQUEST, EVENT, OTHER -> false;
        };
    }

    /** Whether it has a date and stands, so that something can be counted from it or held against it. */
    boolean isDated() {
        return row.stands() && row.date().isPresent();
    }
}
