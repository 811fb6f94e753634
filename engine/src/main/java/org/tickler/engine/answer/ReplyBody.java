package org.tickler.engine.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What somebody wrote anew in a mail: what is quoted below it, and the signature, are cut off.
///
/// @param lines those with words on them, in order
/// @param whole all of the mail's text
record ReplyBody(List<String> lines, String whole) {

    private static final Pattern NOTICE = Pattern.compile("(?i)\\bnotice\\s+of\\s+electronic\\s+filing\\b");
    private static final Pattern QUOTED = Pattern.compile("(?i)\\s*>.*"
            + "|\\s*(on|am|le|il|el)\\b.{5,200}\\b(wrote|schrieb|a écrit|ha scritto|escribió)\\s*:\\s*"
            + "|\\s*-{2,}\\s*(original message|forwarded message|ursprüngliche nachricht|message d'origine)\\b.*"
            + "|\\s*begin forwarded message:.*"
            + "|\\s*_{10,}\\s*"
            + "|\\s*(from|von|de)\\s*:\\s.*");
    /// A header of quotation that a mail program broke over two lines.
    private static final Pattern BROKEN = Pattern.compile("(?i)\\s*on\\b.{5,200}");

    private static final Pattern WROTE = Pattern.compile("(?i).{0,200}\\bwrote:\\s*");
    private static final Pattern SIGNATURE =
            Pattern.compile("--\\s*|\\s*sent from my .{1,60}|\\s*get outlook for .{1,40}");

    ReplyBody {
        lines = List.copyOf(lines);
    }

    static ReplyBody of(String text) {
        List<String> lines = new ArrayList<>();
        List<String> all = text.lines().toList();
        for (int at = 0; at < all.size(); at++) {
            String line = all.get(at);
            boolean broken = BROKEN.matcher(line).matches()
                    && at + 1 < all.size()
                    && WROTE.matcher(all.get(at + 1)).matches();
            if (broken
                    || QUOTED.matcher(line).matches()
                    || SIGNATURE.matcher(line.toLowerCase(Locale.ROOT)).matches()) {
                break;
            }
            if (!line.isBlank()) {
                lines.add(line.strip());
            }
        }
        return new ReplyBody(lines, text);
    }

    /// Whether a court's notice of electronic filing is in it.
    boolean carriesNotice() {
        return NOTICE.matcher(whole).find();
    }
}
