package org.tickler.engine.docket;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What can be said of a text file before its rows are read. */
final class CsvText {
    private static final int BLOCK = 65_536;

    private CsvText() {}

    /** Why the file cannot be read as UTF-8 text; empty where it can. The file is read once, in blocks. */
    static Optional<String> refusal(Path file) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer out = CharBuffer.allocate(BLOCK);
        ByteBuffer in = ByteBuffer.allocate(BLOCK);
        int line = 1;
        try (InputStream stream = Files.newInputStream(file)) {
            boolean first = true;
            int read;
            while ((read = stream.read(in.array(), in.position(), in.remaining())) >= 0) {
                in.position(in.position() + read).flip();
                if (first && marked(in).isPresent()) {
                    return marked(in);
                }
                first = false;
                CoderResult result = decoder.decode(in, out, false);
                out.flip();
                for (int at = 0; at < out.length(); at++) {
                    char next = out.charAt(at);
                    line += next == '\n' ? 1 : 0;
                    if (next == 0) {
                        return Optional.of("line " + line + " holds a NUL character: this is no text file");
                    }
                }
                if (result.isError()) {
                    return Optional.of(foreign(line));
                }
                out.clear();
                in.compact();
            }
            return in.position() > 0 ? Optional.of(foreign(line)) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.of(foreign(line));
        }
    }

    /** The delimiter of a header line: the one of comma, semicolon and tab that it holds most of. */
    static char delimiter(String header) {
        char best = ',';
        long most = 0;
        for (char candidate : new char[] {',', ';', '\t'}) {
            long count = header.chars().filter(next -> next == candidate).count();
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }

    private static String foreign(int line) {
        return "line " + line + " is not UTF-8; it looks like Windows-1252, as Excel's plain \"CSV\" is."
                + " Save it as \"CSV UTF-8\", or convert it";
    }

    private static Optional<String> marked(ByteBuffer in) {
        int first = in.limit() < 2 ? 0 : (in.get(0) & 0xff) << 8 | in.get(1) & 0xff;
        return switch (first) {
            case 0xfeff, 0xfffe -> Optional.of("this is UTF-16; save it as UTF-8");
            case 0x504b -> Optional.of("this is a workbook or an archive, not text; save the sheet as \"CSV UTF-8\"");
            case 0x1f8b -> Optional.of("this is a compressed file; unpack it first");
            default -> Optional.empty();
        };
    }
}
