package org.tickler.engine.inmail;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words of HTML, a line a block; what is quoted is marked as quotations in plain text are.
final class HtmlText {
    private static final Pattern UNSEEN = Pattern.compile("(?is)<(style|script|head|title)\\b.*?</\\1\\s*>|<!--.*?-->");
    private static final Pattern QUOTED = Pattern.compile(
            "(?is)<blockquote\\b.*|<div[^>]*\\b(gmail_quote|moz-cite-prefix|divRplyFwdMsg|appendonsend)\\b.*|<hr\\b.*");
    private static final Pattern BREAK =
            Pattern.compile("(?i)<br\\s*/?>|</(p|div|li|tr|h[1-6])\\s*>|<(p|div|li|tr|h[1-6])\\b[^>]*>");
    private static final Pattern TAG = Pattern.compile("<[^<>]*>");
    private static final Map<String, String> NAMED =
            Map.of("&nbsp;", " ", "&lt;", "<", "&gt;", ">", "&quot;", "\"", "&#39;", "'", "&rsquo;", "'", "&amp;", "&");

    private HtmlText() {}

    static String of(String html) {
        String seen = UNSEEN.matcher(html).replaceAll(" ");
        Matcher quoted = QUOTED.matcher(seen);
        String own = seen;
        String rest = "";
        if (quoted.find()) {
            own = seen.substring(0, quoted.start());
            rest = seen.substring(quoted.start());
        }
        String below = words(rest);
        return words(own) + (below.isBlank() ? "" : "\n> " + below.strip().replace("\n", "\n> "));
    }

    private static String words(String html) {
        String text = html.replaceAll("[\\r\\n]+", " ");
        text = BREAK.matcher(text).replaceAll("\n");
        text = TAG.matcher(text).replaceAll("");
        for (String name :
                NAMED.keySet().stream().filter(one -> !one.equals("&amp;")).toList()) {
            text = text.replace(name, NAMED.getOrDefault(name, ""));
        }
        return text.replace("&amp;", "&").replaceAll("[ \\t]+", " ").replaceAll(" *\\n *", "\n");
    }
}
