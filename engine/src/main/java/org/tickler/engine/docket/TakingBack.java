package org.tickler.engine.docket;

import java.time.Instant;
import java.util.function.Function;
import org.tickler.calendars.text.Words;
import org.tickler.rules.docket.Details;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Happening;
import org.tickler.rules.docket.Revision;

/** What an act changed of one entry, taken back; whatever was changed later stays as it is. Pure. */
final class TakingBack {
    private final Entry was;
    private final Entry became;
    private final Entry stands;

    /**
     * @param was before the act
     * @param became as the act left it
     */
    TakingBack(Entry was, Entry became, Entry stands) {
        this.was = was;
        this.became = became;
        this.stands = stands;
    }

    /** @throws ActRefused if the act changed it, and something else did since */
    EntryStatus status() {
        return part("status", Entry::status);
    }

    /** @throws ActRefused if something that the act changed was changed again since */
    Entry entry(Instant now) {
        Revision revision = was.revision().equals(became.revision())
                ? stands.revision()
                : stands.revision().next(now);
        return new Entry(
                stands.id(),
                stands.matter(),
                part("kind", Entry::kind),
                part("title", Entry::title),
                part("date", Entry::when),
                stands.after(Happening.UNDONE, status()).status(),
                details(),
                part("source", Entry::origin),
                revision);
    }

    private Details details() {
        return new Details(
                detail("court", Details::court),
                detail("event", Details::event),
                detail("service", Details::service),
                detail("party", Details::party),
                detail("owner", Details::owner),
                detail("location", Details::location),
                detail("mode", Details::mode),
                detail("notes", Details::notes),
                detail("authority", Details::authority),
                detail("effort", Details::effort));
    }

    private <T> T detail(String what, Function<Details, T> part) {
        return part(what, entry -> part.apply(entry.details()));
    }

    private <T> T part(String what, Function<Entry, T> part) {
        T before = part.apply(was);
        T after = part.apply(became);
        T now = part.apply(stands);
        if (before.equals(after) || before.equals(now)) {
            return now;
        }
        if (!after.equals(now)) {
            throw new ActRefused("the " + what + " of " + Words.of(stands.kind()) + " " + DateWords.of(stands)
                    + " was changed again after that act"
                    + (now instanceof EntryStatus status ? ": it is " + Words.of(status) : "")
                    + "; take that back first, or move or correct it");
        }
        return before;
    }
}
