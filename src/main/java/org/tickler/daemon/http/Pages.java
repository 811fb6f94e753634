package org.tickler.daemon.http;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.tickler.engine.dispatch.words.Shipped;

/// Turns fields into pages. Every field is escaped; the only style that a browser may use is the one in the page,
/// known by its hash. Pages need no script, and get none.
final class Pages {

    private final String style = Shipped.text("/pages/style.css");
    private final String policy = "default-src 'none'; style-src 'sha256-" + hash(style)
            + "'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    private final Mustache.Compiler compiler = Mustache.compiler()
            .escapeHTML(true)
            .emptyStringIsFalse(true)
            .withLoader(name -> new StringReader(Shipped.text("/pages/" + name + ".html")));
    private final Template answer = compiler.compile(Shipped.text("/pages/answer.html"));
    private final Template sheet = compiler.compile(Shipped.text("/pages/sheet.html"));
    private final Template notice = compiler.compile(Shipped.text("/pages/notice.html"));

    /// The page of an ask.
    Reply answer(Map<String, Object> fields) {
        return page(200, answer, fields);
    }

    /// The page of a list.
    Reply sheet(Map<String, Object> fields) {
        return page(200, sheet, fields);
    }

    /// A page that says one thing.
    ///
    /// @param back where to go on from there; empty: nowhere
    Reply notice(int status, String firm, String heading, String sentence, String back) {
        return page(
                status,
                notice,
                Map.of("firm", firm, "heading", heading, "sentence", sentence, "back", back, "reader", ""));
    }

    private Reply page(int status, Template template, Map<String, Object> fields) {
        Map<String, Object> all = new HashMap<>(fields);
        all.put("style", style);
        return Reply.of(status, "text/html; charset=utf-8", template.execute(all))
                .with("Content-Security-Policy", policy);
    }

    private static String hash(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
