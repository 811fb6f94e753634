package org.tickler.rules.count;

import java.util.ArrayList;
import java.util.List;

/** What came of counting a period. */
public sealed interface Computation {

    /**
     * The date, in three readings that are one where nothing is disputed.
     *
     * @param earliest safe for whoever must act, and what reminders run on
     * @param prevailing what most courts would hold
     */
    record Due(Reading earliest, Reading prevailing, Reading latest) implements Computation {
        /** Whether the readings differ in their dates. */
        public boolean isDisputed() {
            return !earliest.due().equals(latest.due());
        }

        /** How the earliest reading was counted, and what the others would be and why; a sentence each. */
        public List<String> steps() {
            List<String> steps = new ArrayList<>(earliest.steps());
            if (isDisputed()) {
                steps.add(words("This, the earliest reading,", earliest));
                if (!prevailing.due().equals(earliest.due())) {
                    steps.add(words("The prevailing reading", prevailing));
                }
                if (!latest.due().equals(prevailing.due())) {
                    steps.add(words("The latest reading", latest));
                }
            }
            return List.copyOf(steps);
        }

        private static String words(String which, Reading reading) {
            return which + " is " + reading.due().words()
                    + (reading.because().isEmpty() ? "." : ": " + String.join("; ", reading.because()) + ".");
        }
    }

    /** No date: the library does not guess. */
    record Refused(Why why, String message) implements Computation {}

    /** Why there is no date. */
    enum Why {
        UNKNOWN_LAW,
        UNKNOWN_CALENDAR,
        /** The calendar vouches for none of the days that the count came to. */
        UNKNOWN_DAY,
        /** No text of the law is known of that time. */
        UNKNOWN_TEXT,
        HOUR_MISSING,
        ZONE_MISSING,
        SERVICE_MISSING
    }
}
