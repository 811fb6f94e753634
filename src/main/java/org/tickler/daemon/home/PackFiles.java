package org.tickler.daemon.home;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tickler.calendars.CalendarBook;
import org.tickler.calendars.CalendarReader;
import org.tickler.calendars.ShippedCourts;
import org.tickler.calendars.text.Problems;
import org.tickler.rules.count.ShippedLaws;
import org.tickler.rules.limitation.LimitationCheck;
import org.tickler.rules.limitation.LimitationRule;
import org.tickler.rules.pack.Pack;
import org.tickler.rules.pack.PackCheck;
import org.tickler.rules.pack.PackReader;

/** Packs of court rules, each read and checked by itself: no home is needed. */
public final class PackFiles {
    private static final Pattern KEY = Pattern.compile("(?m)^(\\{ *)?pack *:");

    private PackFiles() {}

    /** Whether {@code file} is there and has the first key of a pack, whatever else is wrong with it. */
    public static boolean isPack(Path file) {
        return texts(new Problems())
                .find(file)
                .filter(source -> KEY.matcher(source.text()).find())
                .isPresent();
    }

    /** The pack in {@code file}, which problems call as it was typed; empty where {@code problems} got an error. */
    public static Optional<Pack> read(Path file, Problems problems) {
        return texts(problems).find(file).flatMap(source -> PackReader.read(source, problems));
    }

    /**
     * Runs every worked example of {@code packs}, on the shipped calendars: an example is about the law, and not about a day
     * on which one firm's court was closed.
     */
    public static void runExamples(List<Pack> packs, Problems problems) {
        if (!packs.isEmpty()) {
            PackCheck check = new PackCheck(ShippedLaws.laws(), calendars());
            packs.forEach(pack -> check.check(pack, problems));
        }
    }

    /**
     * Runs every worked example of the firm's limitation rules, on the shipped calendars as those of packs are; where the court's calendar is
     * the firm's own, on {@code ofHome}.
     */
    public static void runLimitations(List<LimitationRule> rules, CalendarBook ofHome, Problems problems) {
        CalendarBook shipped = calendars();
        for (LimitationRule rule : rules) {
            boolean own = shipped.find(rule.courts().getFirst()).isEmpty();
            new LimitationCheck(ShippedLaws.laws(), own ? ofHome : shipped).check(rule, problems);
        }
    }

    /** The calendars that are packaged with the program. */
    public static CalendarBook calendars() {
        return CalendarReader.book(ShippedCourts.sources(), new Problems());
    }

    private static Texts texts(Problems problems) {
        return new Texts(Path.of(""), problems);
    }
}
