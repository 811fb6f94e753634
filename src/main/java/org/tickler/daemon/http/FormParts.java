package org.tickler.daemon.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A form with files, as browsers post it (RFC 7578).
///
/// @param fields its texts, in order; of several with one name the first
/// @param files those that were chosen
public record FormParts(Map<String, String> fields, Map<String, File> files) {
    private static final Pattern BOUNDARY = Pattern.compile("(?i);\\s*boundary=\"?([^\";]{1,70})\"?");
    private static final Pattern NAME = Pattern.compile("(?i);\\s*name=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("(?i);\\s*filename=\"([^\"]*)\"");
    private static final String HEADERS_END = "\r\n\r\n";
    private static final int MOST_PARTS = 20;
    private static final int LONGEST_NAME = 200;

    public FormParts {
        fields = Map.copyOf(fields);
        files = Map.copyOf(files);
    }

    /// A file, and what its sender called it.
    public record File(String name, ByteBuffer bytes) {
        public File {
            bytes = bytes.asReadOnlyBuffer();
        }
    }

    /// What a body holds, a character for each byte. What does not follow the form is left out.
    static FormParts read(String type, String body) {
        Map<String, String> fields = new LinkedHashMap<>();
        Map<String, File> files = new LinkedHashMap<>();
        Matcher boundary = BOUNDARY.matcher(type);
        if (!boundary.find()) {
            return new FormParts(fields, files);
        }
        String between = "\r\n--" + boundary.group(1);
        String whole = "\r\n" + body;
        int from = whole.indexOf(between);
        for (int part = 0; from >= 0 && part < MOST_PARTS; part++) {
            int begin = from + between.length();
            int end = whole.indexOf(between, begin);
            if (end < 0) {
                break;
            }
            take(whole.substring(begin, end), fields, files);
            from = end;
        }
        return new FormParts(fields, files);
    }

    private static void take(String part, Map<String, String> fields, Map<String, File> files) {
        int headers = part.indexOf(HEADERS_END);
        if (headers < 0) {
            return;
        }
        String head = utf8(part.substring(0, headers));
        String content = part.substring(headers + HEADERS_END.length());
        Optional<String> name = find(NAME, head);
        Optional<String> file = find(FILE_NAME, head);
        if (name.isEmpty()) {
            return;
        }
        if (file.isEmpty()) {
            fields.putIfAbsent(name.get(), utf8(content));
        } else if (!content.isEmpty()) {
            byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
            files.putIfAbsent(name.get(), new File(plain(file.get()), ByteBuffer.wrap(bytes)));
        }
    }

    /// Without the folders that some browsers put before it.
    private static String plain(String file) {
        String name = file.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
        return name.isEmpty() ? "receipt" : name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    private static Optional<String> find(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
