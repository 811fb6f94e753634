package org.tickler.rules.lang;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tickler.calendars.text.Nearest;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.SourceText;
import org.tickler.rules.count.LawReader;
import org.tickler.rules.count.Laws;
import org.tickler.rules.deadline.CourtLaw;
import org.tickler.rules.pack.Pack;
import org.tickler.rules.pack.PackReader;

/** The packs that a firm's rules may use, and the laws by which they count. Packs are read when one asks for them, once. */
public final class PackShelf {
    /** Without any pack. */
    public static final PackShelf EMPTY = new PackShelf(List.of(), List.of());

    private static final Pattern WORD = Pattern.compile("([a-z0-9-]+)(?:@([0-9]{4}-[0-9]{2}-[0-9]{2}))?");
    private static final Pattern FILE = Pattern.compile("(?:.*/)?([a-z0-9-]+)\\.yaml");

    private final Map<String, SourceText> packs = new LinkedHashMap<>();
    private final List<SourceText> lawTexts;
    private final Map<SourceText, Pack> read = new HashMap<>();
    private Optional<Laws> laws = Optional.empty();

    /**
     * @param packs each named after the pack that it holds
     * @param laws files of counting laws, those first that others are like
     */
    public PackShelf(List<SourceText> packs, List<SourceText> laws) {
        this.lawTexts = List.copyOf(laws);
        for (SourceText source : packs) {
            Matcher file = FILE.matcher(source.file());
            if (file.matches()) {
                this.packs.put(file.group(1), source);
            }
        }
    }

    /** What came of looking for a pack. */
    sealed interface Sought {}

    record Found(CourtLaw.UsedPack pack) implements Sought {}

    /** Why there is none. */
    record Missing(String sentence) implements Sought {}

    /** The laws by which the packs count. */
    public synchronized Laws laws() {
        if (laws.isEmpty()) {
            laws = Optional.of(LawReader.read(lawTexts, new Problems()));
        }
        return laws.get();
    }

    /** The pack that {@code word} names: {@code us-frcp}, or in one version only, {@code us-frcp@2026-11-26}. */
    synchronized Sought find(String word) {
        Matcher form = WORD.matcher(word);
        if (!form.matches()) {
            return new Missing(
                    "cannot read \"" + word + "\"; a pack is named like us-frcp, or pinned like us-frcp@2026-11-26");
        }
        Optional<SourceText> source = Optional.ofNullable(packs.get(form.group(1)));
        if (source.isEmpty()) {
            return new Missing("no pack is called \"" + form.group(1) + "\""
                    + Nearest.to(form.group(1), packs.keySet())
                            .map(near -> "; did you mean \"" + near + "\"?")
                            .orElse("; there are " + (packs.isEmpty() ? "none" : String.join(", ", packs.keySet()))));
        }
        Problems problems = new Problems();
        Optional<Pack> pack =
                Optional.ofNullable(read.get(source.get())).or(() -> PackReader.read(source.get(), problems));
        if (pack.isEmpty()) {
            return new Missing("the pack \"" + form.group(1) + "\" has errors: " + problems);
        }
        read.put(source.get(), pack.get());
        String version = pack.get().version().toString();
        return Optional.ofNullable(form.group(2))
                        .filter(pinned -> !pinned.equals(version))
                        .isPresent()
                ? new Missing(
                        "the pack " + form.group(1) + " is pinned to " + form.group(2) + " and comes in the version "
                                + version + "; \"tickler plan\" shows what it would move, and use: " + form.group(1)
                                + "@" + version
                                + " accepts it")
                : new Found(CourtLaw.UsedPack.of(pack.get(), source.get().text()));
    }
}
