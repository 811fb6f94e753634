package org.tickler.rules.plan;

/** What has become of a stored reminder. */
public enum ReminderState {
    PLANNED,
    /** Ready to go, and waiting for a release or for a channel to be set up. */
    HELD,
    SENDING,
    SENT,
    DELIVERED,
    FAILED,
    SUPPRESSED,
    WITHDRAWN;

    /** Whether nothing has been done about it yet, so that planning may still change it. */
    public boolean waits() {
        return this == PLANNED || this == HELD;
    }
}
