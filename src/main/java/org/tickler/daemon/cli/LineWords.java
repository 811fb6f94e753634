package org.tickler.daemon.cli;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.tickler.calendars.text.Words;
import org.tickler.engine.agenda.Line;
import org.tickler.engine.docket.DateWords;
import org.tickler.engine.store.AgendaReminder;
import org.tickler.rules.docket.EntryStatus;

/** A line of an agenda as people read it. */
final class LineWords {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm", Locale.ENGLISH);

    private LineWords() {}

    static String of(Line line) {
        return switch (line) {
            case Line.OfEntry one ->
                DateWords.of(one.entry().when()) + "  " + one.entry().matter() + "  "
                        + Words.of(one.entry().kind()) + ": " + one.entry().title() + " ["
                        + one.entry().id() + "], "
                        + Words.of(one.entry().status())
                        + (one.entry().status() == EntryStatus.PROPOSED ? ", not verified" : "");
            case Line.OfReminder one -> reminder(one.reminder());
            case Line.OfMatter one ->
                "matter " + one.matter().id() + ": " + one.matter().title();
            case Line.OfPerson one ->
                "person " + one.person().id() + ": " + one.person().name();
        };
    }

    private static String reminder(AgendaReminder reminder) {
        return MINUTE.format(reminder.due().local()) + " (" + reminder.due().zone() + ")  reminder "
                + reminder.about().map(about -> "of " + about.entry() + " ").orElse("") + "to " + reminder.to() + " by "
                + Words.of(reminder.channel()) + ", "
                + Words.of(reminder.state().state());
    }
}
