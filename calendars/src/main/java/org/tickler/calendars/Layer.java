package org.tickler.calendars;

import java.util.List;

/**
 * What one file adds to a calendar and takes from it. Days are opened first, then closed.
 *
 * @param opens closures in form, of which only the days count: what lower layers close on them is undone
 */
record Layer(List<DatedClosure> opens, List<DatedClosure> closures) {

    Layer {
        opens = List.copyOf(opens);
        closures = List.copyOf(closures);
    }
}
