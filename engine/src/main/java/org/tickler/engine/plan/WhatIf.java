package org.tickler.engine.plan;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tickler.engine.book.ActiveBook;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.firm.People;

/**
 * How a world that is only asked about differs from the one that is stored.
 *
 * @param book planned with instead of the active one; empty: the active one
 */
public record WhatIf(UnaryOperator<Docket> docket, UnaryOperator<People> people, Optional<ActiveBook> book) {
    /** Not at all. */
    public static final WhatIf AS_IT_IS =
            new WhatIf(UnaryOperator.identity(), UnaryOperator.identity(), Optional.empty());

    /** Other facts on the matter's docket. */
    public static WhatIf docket(UnaryOperator<Docket> change) {
        return new WhatIf(change, UnaryOperator.identity(), Optional.empty());
    }

    /** Other people, such as one on leave. */
    public static WhatIf people(UnaryOperator<People> change) {
        return new WhatIf(UnaryOperator.identity(), change, Optional.empty());
    }

    /** Other rules or calendars. */
    public static WhatIf book(ActiveBook book) {
        return new WhatIf(UnaryOperator.identity(), UnaryOperator.identity(), Optional.of(book));
    }
}
