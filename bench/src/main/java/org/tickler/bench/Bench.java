package org.tickler.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** {@code bench/run NAME}. */
public final class Bench {
    private Bench() {}

    /** Measures what the first word names; further words are its own. */
    public static void main(String[] words) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        switch (words.length == 0 ? "" : words[0]) {
            case "mail" -> new MailBench(words.length > 1 ? Integer.parseInt(words[1]) : 2000, out).run();
            case "count" -> new CountBench(out).run();
            default -> {
                out.println("bench/run mail [MESSAGES]   messages a second, beside a loop of plain Angus");
                out.println("bench/run count             finding open days, beside Strata and Jollyday");
                System.exit(2);
            }
        }
    }
}
