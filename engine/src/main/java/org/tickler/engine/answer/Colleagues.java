package org.tickler.engine.answer;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.tickler.calendars.text.Nearest;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonKind;

/// Whom somebody means by a name.
///
/// @param found the one meant; several where the name is that of several; nobody where it is nobody's
/// @param why a sentence without its end, where it is not exactly one
record Colleagues(List<Person> found, String why) {
    Colleagues {
        found = List.copyOf(found);
    }

    /// By id, else by whole name, else by one of its parts; of the staff only, in any case of letters.
    static Colleagues of(People people, String words) {
        String wanted = plain(words);
        if (wanted.isEmpty()) {
            return new Colleagues(List.of(), "say whom it is passed on to");
        }
        List<Person> staff = people.all().stream()
                .filter(one -> one.kind() == PersonKind.STAFF)
                .toList();
        List<Function<Person, List<String>>> forms = List.of(
                one -> List.of(plain(one.id().value())),
                one -> List.of(plain(one.name())),
                one -> List.of(plain(one.name()).split(" ")));
        for (Function<Person, List<String>> form : forms) {
            List<Person> found = staff.stream()
                    .filter(one -> form.apply(one).contains(wanted))
                    .toList();
            if (found.size() == 1) {
                return new Colleagues(found, "");
            }
            if (found.size() > 1) {
                return new Colleagues(
                        found,
                        "\"" + cut(words) + "\" may be any of "
                                + String.join(
                                        ", ", found.stream().map(Person::name).toList()));
            }
        }
        return new Colleagues(
                List.of(),
                "nobody here is called \"" + cut(words) + "\""
                        + Nearest.hint(words, staff.stream().map(Person::name).toList()));
    }

    private static String cut(String words) {
        return words.length() > 60 ? words.substring(0, 60) + "..." : words;
    }

    private static String plain(String words) {
        return words.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
