package org.tickler.engine.answer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tickler.engine.store.Answer;

/// What somebody wrote back, as far as it can be understood: `7KQ 1`, `1`, `i have it`, `7kq-2.` Case, spaces and
/// punctuation do not count. No word that a telephone company acts on (STOP, YES, CANCEL and so on) is one of ours.
///
/// @param codes the reply codes in it, in order
/// @param answer empty where it is neither of the two
record ReplyText(List<String> codes, Optional<Answer> answer) {

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
    private static final Pattern CODE = Pattern.compile("\\b([2-9]) ?([B-DF-HJ-NP-TV-XZ]{2,3})(?=\\b|[12]\\b)");

    ReplyText {
        codes = List.copyOf(codes);
    }

    static ReplyText read(String text) {
        String plain = text.toUpperCase(Locale.ROOT)
                .replaceAll("['\u2019]", "")
                .replaceAll("[^A-Z0-9]+", " ")
                .strip();
        Matcher code = CODE.matcher(plain);
        List<String> codes = code.results()
                .map(found -> found.group(1) + found.group(2))
                .distinct()
                .toList();
        String rest = code.replaceAll(" ").replaceAll(" +", " ").strip();
        return new ReplyText(codes, answer(rest));
    }

    private static Optional<Answer> answer(String words) {
        if (HAVE_IT.contains(words)) {
            return Optional.of(Answer.HAVE_IT);
        }
        return NOT_READY.contains(words) ? Optional.of(Answer.NOT_READY) : Optional.empty();
    }
}
