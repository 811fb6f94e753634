package org.tickler.rules.pack;

import java.util.Locale;

/** Whose act a rule requires. */
public enum Duty {
    SERVED_PARTY,
    SERVING_PARTY,
    MOVANT,
    RESPONDENT,
    PLAINTIFF,
    DEFENDANT,
    APPELLANT,
    APPELLEE,
    PETITIONER,
    GOVERNMENT,
    ANY_PARTY,
    RECEIVING_PARTY,
    COURT;

    /** {@code served party}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
