package org.tickler.engine.sheet;

import java.util.List;
import org.tickler.rules.remind.SheetRule;

/** What each kind of sheet is made of, in the order of its parts. A new part is a line here. */
final class SheetSources {
    private SheetSources() {}

    static List<SheetSource> of(SheetRule.Kind kind) {
        return switch (kind) {
            case MORNING -> List.of(MorningParts::sections);
            case WEEK -> List.of(WeekParts::sections);
            case EXIT_CONTROL -> List.of(DueParts::sections, ActParts::sections);
            case SECOND_DOCKET -> List.of(DocketParts::sections);
            case CHANNEL_CHECK -> List.of();
        };
    }
}
