package org.tickler.calendars.ics;

import java.time.Duration;
import java.util.List;

/**
 * One event as a feed shows it.
 *
 * @param uid the same for as long as the thing exists, whatever its date or title become: 1 to 200 characters of
 *     letters, digits and {@code . _ @ + -}, so that it needs no escaping anywhere
 * @param categories shown as tags; cut and cleaned like other words
 * @param alarms how long before the start to ring: whole minutes, 0 or more. Empty unless the reader asked for alarms,
 *     for most programs ignore them and the others ring everybody's telephone
 */
public record IcsEvent(
        String uid,
        IcsRevision revision,
        IcsStatus status,
        IcsWhen when,
        IcsWords words,
        List<String> categories,
        List<Duration> alarms) {

    private static final int LONGEST_UID = 200;
    private static final Duration LONGEST_ALARM = Duration.ofDays(3660);

    public IcsEvent {
        if (!isUid(uid)) {
            throw new IllegalArgumentException("uid of an event: expected 1 to " + LONGEST_UID
                    + " letters, digits or . _ @ + - characters, found '" + uid + "'");
        }
        categories = List.copyOf(categories);
        alarms = List.copyOf(alarms);
        for (Duration alarm : alarms) {
            if (alarm.isNegative() || alarm.compareTo(LONGEST_ALARM) > 0 || !wholeMinutes(alarm)) {
                throw new IllegalArgumentException(
                        "alarm of event " + uid + ": expected whole minutes before the start, found " + alarm);
            }
        }
    }

    private static boolean wholeMinutes(Duration alarm) {
        return alarm.getNano() == 0 && alarm.getSeconds() % 60 == 0;
    }

    private static boolean isUid(String uid) {
        if (uid.isEmpty() || uid.length() > LONGEST_UID) {
            return false;
        }
        for (int i = 0; i < uid.length(); i++) {
            char c = uid.charAt(i);
            boolean alphanumeric = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!alphanumeric && ".-_@+".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }
}
