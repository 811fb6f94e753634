package org.tickler.calendars.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The words of closed sets, as files, tables, commands and pages write them: lower case, hyphens between words. */
public final class Words {
    private Words() {}

    /** {@code RECORDS_REQUEST} reads {@code records-request}. */
    public static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The value of {@code set} whose word it is; empty for any other text. */
    public static <E extends Enum<E>> Optional<E> find(Class<E> set, String word) {
        return Arrays.stream(set.getEnumConstants())
                .filter(value -> of(value).equals(word))
                .findFirst();
    }

    /** All words of {@code set}, in its order. */
    public static <E extends Enum<E>> List<String> all(Class<E> set) {
        return Arrays.stream(set.getEnumConstants()).map(Words::of).toList();
    }
}
