package org.tickler.engine.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tickler.engine.store.Answer;

/// What somebody wrote back, as far as it can be understood: `7KQ 1`, `1`, `i have it`, `7kq-2.`, `7KQ 3 ECF 34`,
/// `7KQ 4 Kim`, `pass on to Kim Cho`. Case, spaces and punctuation around do not count. No word that a telephone
/// company acts on (STOP, YES, CANCEL and so on) is one of ours.
///
/// @param codes the reply codes in it, in order
/// @param answer empty where it is none of the four
/// @param rest with *pass on* the name or id of whom; with *done* a receipt in words; may be empty
record ReplyText(List<String> codes, Optional<Answer> answer, String rest) {

    private static final Set<String> HAVE_IT = Set.of(
            "1",
            "HAVE",
            "HAVE IT",
            "I HAVE",
            "I HAVE IT",
            "I HAVE THIS",
            "GOT IT",
            "I GOT IT",
            "IVE GOT IT",
            "ON IT",
            "IM ON IT",
            "I AM ON IT",
            "MINE");
    private static final Set<String> NOT_READY =
            Set.of("2", "NOT READY", "NOTREADY", "IM NOT READY", "I AM NOT READY", "NOT YET", "NO");
    private static final Set<String> DONE =
            Set.of("3", "DONE", "IT IS DONE", "ITS DONE", "THIS IS DONE", "FILED", "IT IS FILED", "ITS FILED");
    private static final String CODE = "([2-9])%s([B-DF-HJ-NP-TV-XZ]{2,3})";
    private static final Pattern FIRST_CODE =
            Pattern.compile("^\\W*" + CODE.formatted("[ -]?") + "(?=[\\W_]|[1-4]\\b|$)");
    private static final Pattern NEXT_CODE = Pattern.compile("^\\W*" + CODE.formatted("") + "(?=[\\W_]|[1-4]\\b|$)");
    private static final Pattern LAST_CODE = Pattern.compile("(?<=\\W)" + CODE.formatted(" ?") + "\\W*$");
    private static final Pattern RECEIPT = Pattern.compile("(?:3|DONE)[\\s:,.;-]+(?=\\S)");
    private static final Pattern PASS_ON =
            Pattern.compile("(?:4|PASS(?:ED)? (?:IT |THIS )?(?:ON )?TO|PASS ON)(?=[\\W_]|$)[\\s:,.;-]*(?:TO )?");

    ReplyText {
        codes = List.copyOf(codes);
    }

    /// Without anything more than codes and an answer.
    ReplyText(List<String> codes, Optional<Answer> answer) {
        this(codes, answer, "");
    }

    static ReplyText read(String text) {
        List<String> codes = new ArrayList<>();
        String left = text.strip();
        for (Pattern form = FIRST_CODE; ; form = NEXT_CODE) {
            Matcher code = form.matcher(left.toUpperCase(Locale.ROOT));
            if (!code.find()) {
                break;
            }
            add(codes, code);
            left = left.substring(code.end());
        }
        left = left.replaceFirst("^[\\s:,.;-]+", "");
        Matcher last = LAST_CODE.matcher(left.toUpperCase(Locale.ROOT));
        if (codes.isEmpty() && last.find()) {
            add(codes, last);
            left = left.substring(0, last.start());
        }
        return answer(codes, left.strip());
    }

    private static void add(List<String> codes, Matcher code) {
        String found = code.group(1) + code.group(2);
        if (!codes.contains(found)) {
            codes.add(found);
        }
    }

    private static ReplyText answer(List<String> codes, String words) {
        String plain = words.toUpperCase(Locale.ROOT)
                .replaceAll("['\u2019]", "")
                .replaceAll("[^A-Z0-9]+", " ")
                .strip();
        if (HAVE_IT.contains(plain)) {
            return new ReplyText(codes, Optional.of(Answer.HAVE_IT));
        }
        if (NOT_READY.contains(plain)) {
            return new ReplyText(codes, Optional.of(Answer.NOT_READY));
        }
        if (DONE.contains(plain)) {
            return new ReplyText(codes, Optional.of(Answer.DONE));
        }
        String upper = words.toUpperCase(Locale.ROOT);
        Matcher passes = PASS_ON.matcher(upper);
        if (passes.lookingAt()) {
            return new ReplyText(codes, Optional.of(Answer.PASS_ON), named(words.substring(passes.end())));
        }
        Matcher receipt = RECEIPT.matcher(upper);
        // Words behind a 3 may be anything; behind a code they are meant.
        return receipt.lookingAt() && !codes.isEmpty()
                ? new ReplyText(codes, Optional.of(Answer.DONE), words.substring(receipt.end()))
                : new ReplyText(codes, Optional.empty());
    }

    private static String named(String words) {
        return words.strip().replaceFirst("[.!,;]+$", "").replaceAll("\\s+", " ");
    }
}
