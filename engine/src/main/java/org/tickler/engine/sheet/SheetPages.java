package org.tickler.engine.sheet;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.tickler.engine.dispatch.words.Shipped;

/** The pages of sheets: fields in, text or HTML out, every field escaped for where it goes. */
public final class SheetPages {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEEE, MMMM d, uuuu, h:mm a z", Locale.US);
    private static final Template HTML = compiled("sheet.html", true);
    private static final Template TEXT = compiled("sheet.txt", false);
    private static final Template DOCKET = compiled("docket.html", true);

    private SheetPages() {}

    static String html(Map<String, Object> fields) {
        return HTML.execute(fields);
    }

    static String text(Map<String, Object> fields) {
        return TEXT.execute(fields);
    }

    static String docket(Map<String, Object> fields) {
        return DOCKET.execute(fields);
    }

    /** {@code Thursday, March 5, 2026, 5:00 PM EST}. */
    public static String moment(Instant at, ZoneId zone) {
        return MOMENT.format(at.atZone(zone));
    }

    private static Template compiled(String name, boolean html) {
        return Mustache.compiler()
                .withEscaper(html ? Escapers.HTML : Escapers.NONE)
                .emptyStringIsFalse(true)
                .zeroIsFalse(true)
                .compile(Shipped.text("/sheets/" + name));
    }
}
