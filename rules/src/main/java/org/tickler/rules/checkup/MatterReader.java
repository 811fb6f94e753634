package org.tickler.rules.checkup;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.tickler.calendars.CourtCalendar;
import org.tickler.calendars.text.Nearest;
import org.tickler.rules.checkup.Finding.Weight;
import org.tickler.rules.checkup.MatterRow.Reference;
import org.tickler.rules.firm.JudgeName;

/** Understands what the rows of one matter name. One thread a time. */
final class MatterReader {
    private final PacksBeforeJudges packs;
    private final boolean chosen;
    private final CourtNames courts;
    private final Optional<CourtCalendar> otherwise;
    private final Optional<JudgeName> judge;
    private final Consumer<Finding> sink;
    private final Set<String> said = new HashSet<>();

    /**
     * @param chosen whether somebody said that these packs are the ones; else they are all that there are
     * @param otherwise the court where a matter names none
     * @param judge the judge where a matter names none
     */
    MatterReader(
            PacksBeforeJudges packs,
            boolean chosen,
            CourtNames courts,
            Optional<CourtCalendar> otherwise,
            Optional<JudgeName> judge,
            Consumer<Finding> sink) {
        this.packs = packs;
        this.chosen = chosen;
        this.courts = courts;
        this.otherwise = otherwise;
        this.judge = judge;
        this.sink = sink;
    }

    /** The rows with what they name; what names nothing that is known goes to the sink. */
    List<MatterRow> read(List<SheetRow> rows) {
        Optional<CourtCalendar> only = onlyCourt(rows).or(() -> otherwise);
        Optional<JudgeName> judges = onlyJudge(rows);
        Optional<String> side = Parties.only(rows.stream().flatMap(row -> row.says().side().stream()));
        List<MatterRow> read = new ArrayList<>();
        for (SheetRow row : rows) {
            Optional<CourtCalendar> own = row.says().court().flatMap(courts::find);
            if (own.isEmpty()) {
                row.says().court().ifPresent(words -> unknownCourt(row, words));
            }
            Optional<CourtCalendar> court = own.or(() -> only);
            Optional<JudgeName> before = row.says().judge().map(JudgeName::of).or(() -> judges);
            read.add(new MatterRow(row, court, side, references(row, serving(row, court, before))));
        }
        return settled(read);
    }

    private Optional<CourtCalendar> onlyCourt(List<SheetRow> rows) {
        Set<CourtCalendar> named = new HashSet<>();
        rows.forEach(row -> row.says().court().flatMap(courts::find).ifPresent(named::add));
        return named.size() == 1 ? Optional.of(named.iterator().next()) : Optional.empty();
    }

    /**
     * The one judge whom the rows name, by one name or by several that an overlay has for one; the one that was given where they
     * name none; empty where they name several.
     */
    private Optional<JudgeName> onlyJudge(List<SheetRow> rows) {
        Set<JudgeName> named = rows.stream()
                .flatMap(row -> row.says().judge().stream())
                .map(JudgeName::of)
                .collect(Collectors.toSet());
        return named.isEmpty()
                ? judge
                : named.stream()
                        .filter(name -> named.size() == 1 || packs.areOneJudge(named))
                        .findFirst();
    }

    /** The packs that serve a court, as it and the judge have them; where there is none, those that somebody chose. */
    private List<PackNames> serving(SheetRow row, Optional<CourtCalendar> court, Optional<JudgeName> before) {
        return court.map(calendar -> packs.in(calendar, before, row.matter()))
                .orElseGet(() -> chosen ? packs.plain() : List.of());
    }

    private List<Reference> references(SheetRow row, List<PackNames> serving) {
        List<Reference> found = new ArrayList<>();
        row.says().rule().ifPresent(words -> found.addAll(byRule(row, words, serving)));
        boolean nothing = found.isEmpty();
        Optional<String> event = row.says().event();
        if (event.isPresent()) {
            serving.forEach(names -> names.event(event.get()).ifPresent(named -> found.add(reference(names, named))));
            if (nothing && found.isEmpty() && !serving.isEmpty() && !event.get().equals(row.title())) {
                unknown(row, Finding.Type.UNKNOWN_EVENT, "event", event.get(), events(serving));
            }
        }
        if (found.isEmpty()) {
            serving.forEach(names ->
                    names.titled(row.title(), row.kind()).ifPresent(named -> found.add(reference(names, named))));
        }
        return found;
    }

    private List<Reference> byRule(SheetRow row, String words, List<PackNames> serving) {
        int slash = words.indexOf('/');
        List<Reference> found = new ArrayList<>();
        for (PackNames names : serving) {
            if (slash < 0 || names.pack().id().equals(words.substring(0, slash))) {
                names.rule(words.substring(slash + 1)).ifPresent(named -> found.add(reference(names, named)));
            }
        }
        if (found.isEmpty() && !serving.isEmpty()) {
            unknown(row, Finding.Type.UNKNOWN_RULE, "rule", words, ruleIds(serving));
        }
        return found;
    }

    private static Reference reference(PackNames names, PackNames.Named named) {
        return new Reference(names.pack(), named.name(), named.rule(), named.sure());
    }

    /** The rows with what they name under the packs that are the matter's; whose they are is said where nothing tells it. */
    private List<MatterRow> settled(List<MatterRow> rows) {
        Set<String> ours = chosen
                ? packs.plain().stream().map(names -> names.pack().id()).collect(Collectors.toSet())
                : PackChoice.of(rows);
        List<MatterRow> settled = rows.stream()
                .map(row -> row.naming(PackChoice.settled(row.names(), ours)))
                .toList();
        settled.stream()
                .filter(row -> row.isDated() && row.packs().size() > 1)
                .filter(row -> row.names().stream().noneMatch(Reference::sure))
                .findFirst()
                .ifPresent(row -> sink.accept(Finding.about(
                        row.row(),
                        Finding.Type.WHICH_PACK,
                        Weight.NOTE,
                        "it may be under " + String.join(" or ", row.packs())
                                + ", and nothing in the matter tells which, so that nothing was derived from it;"
                                + " --pack names the rules")));
        return settled;
    }

    private void unknownCourt(SheetRow row, String words) {
        if (said.add("court " + words)) {
            sink.accept(Finding.about(
                    row,
                    Finding.Type.UNKNOWN_COURT,
                    Weight.NOTE,
                    "no court is called \"" + words + "\"; write the name of its calendar, such as us-nysd"));
        }
    }

    private void unknown(SheetRow row, Finding.Type type, String what, String words, SortedSet<String> known) {
        if (said.add(what + " " + words)) {
            sink.accept(Finding.about(
                    row,
                    type,
                    Weight.NOTE,
                    "no pack of the court knows the " + what + " \"" + words + "\"" + Nearest.hint(words, known)));
        }
    }

    private static SortedSet<String> events(List<PackNames> serving) {
        SortedSet<String> names = new TreeSet<>();
        serving.forEach(one -> names.addAll(one.pack().events().keySet()));
        return names;
    }

    private static SortedSet<String> ruleIds(List<PackNames> serving) {
        SortedSet<String> names = new TreeSet<>();
        serving.forEach(one -> one.pack().rules().forEach(rule -> {
            names.add(rule.id());
            names.add(one.pack().id() + "/" + rule.id());
        }));
        return names;
    }
}
