package org.tickler.rules.pack;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tickler.calendars.text.ListNode;
import org.tickler.calendars.text.Node;
import org.tickler.rules.count.Direction;
import org.tickler.rules.count.Period;
import org.tickler.rules.count.PeriodUnit;
import org.tickler.rules.count.Roll;

/** The phrases of packs. */
public final class Phrase {
    private static final Pattern PERIOD =
            Pattern.compile("([0-9]{1,4}) (hour|day|court day|business day|week|month|year)s? (after|before)");

    private Phrase() {}

    /**
     * {@code 21 days after}. In a pack a business day is a day on which the court is open.
     *
     * @throws IllegalArgumentException with a sentence for what is no period
     */
    public static Period period(String text) {
        Matcher form = PERIOD.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    (text.contains("minute") ? "minutes are not supported in court rules; " : "")
                            + "a period is a whole number of hours, days, court days, weeks, months or years, after or"
                            + " before");
        }
        String unit = form.group(2).equals("business day") ? "court day" : form.group(2);
        return new Period(
                Integer.parseInt(form.group(1)),
                PeriodUnit.valueOf((unit + "s").toUpperCase(Locale.ROOT).replace(' ', '_')),
                Direction.valueOf(form.group(3).toUpperCase(Locale.ROOT)));
    }

    static Roll roll(String word) {
        return switch (word) {
            case "back" -> Roll.BACK;
            case "none" -> Roll.NONE;
            default -> Roll.ON;
        };
    }

    static List<Node> items(Node node) {
        return node instanceof ListNode list ? list.items() : List.of(node);
    }
}
