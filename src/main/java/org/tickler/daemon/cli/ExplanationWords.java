package org.tickler.daemon.cli;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tickler.calendars.text.Days;
import org.tickler.calendars.text.Words;
import org.tickler.engine.agenda.Explanation;
import org.tickler.engine.agenda.Explanation.Link;
import org.tickler.engine.agenda.Line;
import org.tickler.engine.docket.DateWords;
import org.tickler.engine.history.Moment;
import org.tickler.engine.store.ReceiptStore;
import org.tickler.engine.store.StoredRevision;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.Instruction;
import org.tickler.rules.docket.Instruction.What;
import org.tickler.rules.docket.MatterAct;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.docket.When;

/** Why an entry is on the docket, as people read it, and as programs do. */
public final class ExplanationWords {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm", Locale.ENGLISH);
    private static final String INDENT = "  ";

    private final Explanation explanation;
    private final ZoneId zone;
    private final List<Moment> life;

    /**
     * Of an entry.
     *
     * @param zone the firm's, in which the times of changes are told
     * @param life all that happened to the entry; where it is given, it takes the place of what is told of changes alone
     */
    public ExplanationWords(Explanation explanation, ZoneId zone, List<Moment> life) {
        this.explanation = explanation;
        this.zone = zone;
        this.life = List.copyOf(life);
    }

    /** The entry, then each of the chain above it, a step further in. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        String margin = "";
        for (Link link : explanation.links()) {
            String from = margin.isEmpty() ? "" : "from: ";
            lines.add(margin + from + DateWords.of(link.entry()));
            for (String line : body(link)) {
                lines.add(margin + INDENT + line);
            }
            margin += INDENT;
        }
        if (last().origin() instanceof Origin.Derived derived) {
            lines.add(margin + "from: "
                    + (derived.trigger().isClaim()
                            ? "the claims of the matter"
                            : derived.trigger() + ", which is not on the docket any more"));
        }
        if (!life.isEmpty()) {
            lines.add("its life:");
            life.forEach(one -> lines.add(INDENT + MINUTE.format(one.at().atZone(zone)) + " " + one.words()));
        }
        return lines;
    }

    private Entry last() {
        return explanation.links().getLast().entry();
    }

    private List<String> body(Link link) {
        Entry entry = link.entry();
        List<String> lines = new ArrayList<>();
        lines.add(Words.of(entry.kind()) + " of " + entry.matter() + " ("
                + explanation.matter().title() + "), " + Words.of(entry.status()));
        entry.details().authority().ifPresent(authority -> lines.add("authority: " + authority));
        switch (entry.origin()) {
            case Origin.Entered entered -> lines.add("given by " + entered.source() + " as " + entered.id());
            case Origin.Derived derived -> {
                lines.add("derived by the rule " + derived.rule()
                        + (derived.occurrence() > 1 ? ", the " + derived.occurrence() + ". time" : "") + ":");
                derived.steps().forEach(step -> lines.add(INDENT + step));
            }
        }
        link.stayedBy().ifPresent(act -> lines.add(words(act, entry)));
        if (!life.isEmpty() && link.equals(explanation.asked())) {
            return lines;
        }
        link.revisions().forEach(revision -> lines.add(words(revision)));
        life(link).map(this::words).forEach(lines::add);
        link.receipts().forEach(receipt -> lines.add(words(receipt)));
        return lines;
    }

    private String words(MatterAct act, Entry entry) {
        return "stayed, because " + act.words(explanation.matter()) + " since "
                + Days.words(act.reach().on()) + ", by " + act.said().by()
                + act.said()
                        .confirmedBy()
                        .map(second -> ", confirmed by " + second)
                        .orElse("") + " on "
                + MINUTE.format(act.said().since().atZone(zone))
                + act.said().reason().map(why -> ": " + why).orElse("") + "; before, it was "
                + Words.of(act.stayed().getOrDefault(entry.id(), entry.status()));
    }

    private String words(StoredRevision revision) {
        return "revision " + revision.number() + ": " + DateWords.of(revision.when()) + "; "
                + Words.of(revision.cause())
                + " by " + revision.by() + " on "
                + MINUTE.format(revision.knownAt().atZone(zone))
                + revision.reason().map(why -> ": " + why).orElse("");
    }

    /** What people said of its life, and of its date beyond what its revisions tell. */
    private static Stream<Instruction> life(Link link) {
        return link.said().stream().filter(said -> !said.what().dates() && said.what() != What.BY_RULE);
    }

    private String words(Instruction said) {
        String what = said.what() == What.DIFFERED
                ? "read otherwise"
                : Words.of(said.what()).replace('-', ' ');
        return what + " by " + said.by() + " on " + MINUTE.format(said.at().atZone(zone))
                + said.terms().day().map(day -> ", " + Days.words(day)).orElse("")
                + source(said).map(source -> ", " + source).orElse("")
                + said.reason().map(why -> ": " + why).orElse("");
    }

    private static Optional<String> source(Instruction said) {
        return said.what().isOfFacts() ? Optional.empty() : said.terms().source();
    }

    private String words(ReceiptStore.Row receipt) {
        return "receipt " + receipt.verdict() + ": "
                + receipt.text().map(text -> text + ", ").orElse("")
                + receipt.file()
                        .map(file -> file.name() + ", " + file.size() + " bytes, SHA-256 " + file.sha256() + ", ")
                        .orElse("")
                + "given by " + receipt.by() + " by " + Words.of(receipt.road()) + " on "
                + MINUTE.format(receipt.at().atZone(zone));
    }

    private static Map<String, @Nullable Object> keys(Instruction said) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        keys.put("what", Words.of(said.what()));
        keys.put("by", said.by().value());
        keys.put("at", said.at().toString());
        said.terms().day().ifPresent(day -> keys.put("date", day.toString()));
        source(said).ifPresent(source -> keys.put("source", source));
        said.reason().ifPresent(reason -> keys.put("reason", reason));
        return keys;
    }

    private static Map<String, @Nullable Object> keys(ReceiptStore.Row receipt) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        keys.put("verdict", receipt.verdict());
        receipt.text().ifPresent(text -> keys.put("text", text));
        receipt.file().ifPresent(file -> {
            keys.put("name", file.name());
            keys.put("size", file.size());
            keys.put("sha256", file.sha256());
        });
        keys.put("by", receipt.by().value());
        keys.put("road", Words.of(receipt.road()));
        keys.put("at", receipt.at().toString());
        return keys;
    }

    /** The keys of the entry as {@code agenda} writes them, with its origin, its revisions, and the chain above it. */
    public Map<String, @Nullable Object> keys() {
        Map<String, @Nullable Object> keys = keys(explanation.asked());
        keys.put("chain", explanation.links().stream().skip(1).map(this::keys).toList());
        if (!life.isEmpty()) {
            keys.put("life", life.stream().map(Moment::keys).toList());
        }
        return keys;
    }

    private Map<String, @Nullable Object> keys(Link link) {
        Map<String, @Nullable Object> keys =
                new LinkedHashMap<>(new Line.OfEntry(link.entry(), explanation.matter()).keys());
        switch (link.entry().origin()) {
            case Origin.Entered entered -> {
                keys.put("source", entered.source());
                keys.put("source-id", entered.id());
            }
            case Origin.Derived derived -> {
                keys.put("rule", derived.rule());
                keys.put("occurrence", derived.occurrence());
                keys.put("trigger", derived.trigger().value());
                keys.put("derivation", derived.steps());
            }
        }
        link.stayedBy().ifPresent(act -> keys.put("stayed-by", keys(act)));
        keys.put(
                "revisions",
                link.revisions().stream().map(ExplanationWords::keys).toList());
        keys.put("said", link.said().stream().map(ExplanationWords::keys).toList());
        keys.put(
                "receipts", link.receipts().stream().map(ExplanationWords::keys).toList());
        return keys;
    }

    private static Map<String, Object> keys(MatterAct act) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("act", Words.of(act.sort()));
        keys.put("on", act.reach().on().toString());
        keys.put("rule", act.reach().rule());
        keys.put("by", act.said().by().value());
        act.said().confirmedBy().ifPresent(second -> keys.put("confirmed-by", second.value()));
        act.said().reason().ifPresent(reason -> keys.put("reason", reason));
        keys.put("since", act.said().since().toString());
        return keys;
    }

    private static Map<String, @Nullable Object> keys(StoredRevision revision) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        keys.put("revision", revision.number());
        keys.put("date", revision.when().date().map(Object::toString).orElse(null));
        if (revision.when() instanceof When.Timed timed) {
            keys.put("time", timed.start().toLocalTime().toString());
        }
        keys.put("zone", revision.when().zone().getId());
        keys.put("cause", Words.of(revision.cause()));
        keys.put("by", revision.by());
        revision.reason().ifPresent(reason -> keys.put("reason", reason));
        keys.put("known", revision.knownAt().toString());
        return keys;
    }
}
