package org.tickler.daemon.cli;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tickler.calendars.text.Words;
import org.tickler.engine.docket.DateWords;
import org.tickler.engine.plan.Forecast;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.When;
import org.tickler.rules.plan.ScheduleDiff.Moved;
import org.tickler.rules.plan.ScheduleDiff.Withdrawn;
import org.tickler.rules.remind.PlannedReminder;

/** What would change, a line an entry and reminder. */
final class ForecastWords {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm", Locale.ENGLISH);

    private final Forecast forecast;
    private final ZoneId zone;

    /** @param zone in which the time of what is withdrawn is said */
    ForecastWords(Forecast forecast, ZoneId zone) {
        this.forecast = forecast;
        this.zone = zone;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        forecast.entries().forEach(shift -> lines.add(change(shift) + ": " + sentence(shift)));
        forecast.reminders().added().forEach(added -> lines.add("new reminder: " + sentence(added.planned())));
        forecast.reminders().moved().forEach(moved -> lines.add("moved reminder: " + sentence(moved)));
        forecast.reminders().withdrawn().forEach(gone -> lines.add("withdrawn reminder: " + sentence(gone)));
        forecast.hold().ifPresent(why -> lines.add("what would leave soon would wait for a release: " + why));
        lines.add(total());
        return lines;
    }

    List<Map<String, Object>> items() {
        List<Map<String, Object>> items = new ArrayList<>();
        forecast.entries().forEach(shift -> items.add(keys(shift)));
        forecast.reminders().added().forEach(added -> items.add(keys("new", added.planned(), added.why())));
        forecast.reminders().moved().forEach(moved -> items.add(keys("moved", moved.planned(), moved.why())));
        forecast.reminders().withdrawn().forEach(gone -> items.add(keys(gone)));
        return items;
    }

    private String total() {
        Forecast.Reminders reminders = forecast.reminders();
        return "would change: " + Counted.of(forecast.entries().size(), "entry") + "; reminders: "
                + reminders.added().size() + " new, " + reminders.moved().size() + " moved, "
                + reminders.withdrawn().size() + " withdrawn; nothing was applied";
    }

    private static String change(Forecast.EntryShift shift) {
        if (shift.before().isEmpty()) {
            return "new";
        }
        Entry before = shift.before().get();
        if (before.status() != shift.after().status()) {
            return Words.of(shift.after().status());
        }
        return before.when().equals(shift.after().when()) ? "changed" : "moved";
    }

    private static String sentence(Forecast.EntryShift shift) {
        String now = DateWords.of(shift.after());
        return shift.before()
                        .filter(before -> !before.when().equals(shift.after().when()))
                        .map(before -> DateWords.of(before) + " -> "
                                + DateWords.of(shift.after().when()))
                        .orElse(now)
                + shift.why().map(why -> "; " + why).orElse("");
    }

    private static String sentence(PlannedReminder planned) {
        return planned.ask().entry() + " to " + planned.to() + " by " + Words.of(planned.channel()) + " at "
                + MINUTE.format(planned.due().local()) + " (" + planned.due().zone() + ")" + fate(planned) + "; "
                + planned.why();
    }

    private static String fate(PlannedReminder planned) {
        return planned.fate() instanceof PlannedReminder.Fate.Suppressed suppressed
                ? ", suppressed: " + suppressed.reason()
                : "";
    }

    private static String sentence(Moved moved) {
        return sentence(moved.planned()) + "; " + moved.why();
    }

    private String sentence(Withdrawn gone) {
        return gone.stored().entry() + " to " + gone.stored().to() + " at "
                + MINUTE.format(gone.stored().due().atZone(zone)) + " (" + zone + "); " + gone.why();
    }

    private static Map<String, Object> keys(Forecast.EntryShift shift) {
        Entry after = shift.after();
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("type", "entry");
        keys.put("change", change(shift));
        keys.put("id", after.id().value());
        keys.put("matter", after.matter().value());
        keys.put("kind", Words.of(after.kind()));
        keys.put("title", after.title());
        shift.before().ifPresent(before -> keys.put("before", date(before.when())));
        keys.put(after.when() instanceof When.Timed ? "at" : "date", date(after.when()));
        keys.put("zone", after.when().zone().getId());
        keys.put("status", Words.of(after.status()));
        shift.why().ifPresent(why -> keys.put("why", why));
        return keys;
    }

    private static String date(When when) {
        return switch (when) {
            case When.Waiting waiting -> "";
            case When.AllDay day -> day.day().toString();
            case When.Timed timed ->
                iso(timed.start().atZone(timed.zone()).getOffset().getId(), timed);
        };
    }

    private static String iso(String offset, When.Timed timed) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(timed.start()) + offset;
    }

    private static Map<String, Object> keys(String change, PlannedReminder planned, String why) {
        Map<String, Object> keys =
                reminder(change, planned.id().value(), planned.ask().entry().value());
        keys.put(
                "at",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        planned.due().at().atZone(planned.due().zone())));
        keys.put("to", planned.to().value());
        keys.put("channel", Words.of(planned.channel()));
        keys.put("why", why);
        return keys;
    }

    private static Map<String, Object> keys(Withdrawn gone) {
        Map<String, Object> keys = reminder(
                "withdrawn", gone.stored().id().value(), gone.stored().entry().value());
        keys.put("at", gone.stored().due().toString());
        keys.put("to", gone.stored().to().value());
        keys.put("why", gone.why());
        return keys;
    }

    private static Map<String, Object> reminder(String change, String id, String entry) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("type", "reminder");
        keys.put("change", change);
        keys.put("id", id);
        keys.put("entry", entry);
        return keys;
    }
}
