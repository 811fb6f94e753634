package org.tickler.engine.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.tickler.calendars.text.Words;
import org.tickler.engine.audit.ActWords;
import org.tickler.engine.docket.DateWords;
import org.tickler.engine.store.AuditStore;
import org.tickler.engine.store.Change;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.FeedHistoryStore;
import org.tickler.engine.store.InstructionStore;
import org.tickler.engine.store.Json;
import org.tickler.engine.store.LifeStore;
import org.tickler.engine.store.LifeStore.What;
import org.tickler.engine.store.StoredRevision;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.Instruction;

/** Reads the whole lives of entries, in one transaction. */
public final class LifeReader {
    /** What changes an entry; what was planned, told and answered is read where it is kept whole. */
    private static final Set<String> ACTS = Stream.concat(
                    Arrays.stream(Change.Cause.values()).map(Words::of),
                    Stream.of(
                            "escalation-ended",
                            "told-back",
                            "drill-began",
                            "drill-ended",
                            "evidence-made",
                            "evidence-not-made"))
            .collect(Collectors.toUnmodifiableSet());

    private static final String PASSED_OVER = "passed-over";
    private static final String FORMER_ANSWER = "answered-former-date";
    private static final Set<String> LEFT_OUT = Set.of("book", "cause", "facts", "receipt", "result", "warnings");

    private final Handle handle;
    private final MomentWords words;
    private final UnaryOperator<JsonNode> shown;

    /** @param zone in which hours are told */
    public LifeReader(Handle handle, Naming names, ZoneId zone) {
        this(handle, names, zone, UnaryOperator.identity());
    }

    private LifeReader(Handle handle, Naming names, ZoneId zone, UnaryOperator<JsonNode> shown) {
        this.handle = handle;
        this.words = new MomentWords(names, zone);
        this.shown = shown;
    }

    /** One for whom people's addresses and numbers are not meant: none are told, also none that others wrote somewhere. */
    public static LifeReader withoutAddresses(Handle handle, Naming names, ZoneId zone) {
        return new LifeReader(handle, names, zone, Addresses::leftOut);
    }

    /** All that happened to an entry and around it, the first first, without the tokens that somebody may have written into it. */
    public List<Moment> of(Entry entry) {
        Map<Integer, StoredRevision> revisions = EntryStore.revisions(handle, entry.id()).stream()
                .collect(Collectors.toMap(StoredRevision::number, Function.identity(), (one, other) -> other));
        List<AuditStore.Numbered> audit = AuditStore.ofEntry(handle, entry.id());
        List<LifeStore.Row> rows = new ArrayList<>(acts(entry, audit, revisions));
        Instant born = rows.stream()
                .map(LifeStore.Row::at)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        AuditStore.ofMatter(handle, entry.matter(), ActWords.MATTER).stream()
                .filter(act -> !act.row().at().isBefore(born))
                .forEach(act -> rows.add(row(act, What.MATTER_ACT, facts(act))));
        Map<String, JsonNode> passedOver = passedOver(audit);
        LifeStore.of(handle, entry.id(), entry.matter()).forEach(row -> rows.add(whole(row, passedOver)));
        FeedHistoryStore.ofEntry(handle, entry.id()).forEach(shown -> rows.add(feed(shown, revisions)));
        return rows.stream()
                .sorted(Comparator.comparing(LifeStore.Row::at).thenComparing(LifeStore.Row::what))
                .map(row -> new LifeStore.Row(row.at(), row.until(), row.what(), shown.apply(row.facts())))
                .map(row -> new Moment(
                        row.at(), row.until(), row.what(), Redaction.of(words.of(row)), Redaction.of(row.facts())))
                .toList();
    }

    private List<LifeStore.Row> acts(
            Entry entry, List<AuditStore.Numbered> audit, Map<Integer, StoredRevision> revisions) {
        List<Instruction> said = InstructionStore.ofEntry(handle, entry.id());
        List<LifeStore.Row> rows = new ArrayList<>();
        for (AuditStore.Numbered act : audit) {
            if (act.row().act().equals(FORMER_ANSWER)) {
                rows.add(row(act, What.FORMER_ANSWER, facts(act)));
            } else if (ACTS.contains(act.row().act())) {
                ObjectNode facts = facts(act);
                revised(act, revisions, facts);
                read(act, said).ifPresent(read -> facts.put("read", read));
                rows.add(row(act, What.ACT, facts));
            }
        }
        return rows;
    }

    /** By ask and step, who was passed over on the way to the next person, and why. */
    private static Map<String, JsonNode> passedOver(List<AuditStore.Numbered> audit) {
        return audit.stream()
                .filter(act -> act.row().act().equals("escalated"))
                .map(act -> act.row().detail())
                .filter(detail -> !detail.path(PASSED_OVER).isEmpty())
                .collect(Collectors.toMap(LifeReader::step, detail -> detail.path(PASSED_OVER), (one, other) -> other));
    }

    private static LifeStore.Row whole(LifeStore.Row row, Map<String, JsonNode> passedOver) {
        JsonNode skipped = row.what() == What.ESCALATED ? passedOver.get(step(row.facts())) : null;
        if (skipped == null) {
            return row;
        }
        ObjectNode facts = row.facts().deepCopy();
        facts.set(PASSED_OVER, skipped);
        return new LifeStore.Row(row.at(), row.until(), row.what(), facts);
    }

    private static String step(JsonNode facts) {
        return facts.path("ask").asText() + " " + facts.path("step").asInt();
    }

    /** What its audit row says, and who did it. */
    private static ObjectNode facts(AuditStore.Numbered act) {
        ObjectNode facts = Json.object();
        facts.put("act", act.row().act());
        facts.put("who", act.row().who());
        facts.put("audit", act.seq());
        act.row().detail().properties().stream()
                .filter(one -> !LEFT_OUT.contains(one.getKey()))
                .forEach(one -> facts.set(one.getKey(), one.getValue()));
        return facts;
    }

    private static LifeStore.Row row(AuditStore.Numbered act, What what, ObjectNode facts) {
        return new LifeStore.Row(act.row().at(), Optional.empty(), what, facts);
    }

    /** The old date and the new one, of an act that made a revision. */
    private static void revised(AuditStore.Numbered act, Map<Integer, StoredRevision> revisions, ObjectNode facts) {
        StoredRevision made = revisions.get(facts.path("revision").asInt());
        if (made == null || !made.knownAt().equals(act.row().at())) {
            return;
        }
        StoredRevision before = revisions.get(made.number() - 1);
        if (before == null || !before.when().equals(made.when())) {
            if (before != null) {
                facts.put("date-was", DateWords.of(before.when()));
            }
            facts.put("date-is", DateWords.of(made.when()));
        }
        made.reason().filter(why -> !facts.has("reason")).ifPresent(why -> facts.put("reason", why));
    }

    /** The other date that a second person read. */
    private static Optional<String> read(AuditStore.Numbered act, List<Instruction> said) {
        return said.stream()
                .filter(one -> one.what() == Instruction.What.DIFFERED
                        && act.row().act().equals(Words.of(Change.Cause.DIFFERED))
                        && one.at().equals(act.row().at()))
                .flatMap(one -> one.terms().date().stream())
                .map(DateWords::of)
                .findFirst();
    }

    private static LifeStore.Row feed(FeedHistoryStore.Shown shown, Map<Integer, StoredRevision> revisions) {
        ObjectNode facts = Json.object();
        facts.put("feed", shown.token());
        facts.put("viewer", shown.viewer().value());
        facts.put("revision", shown.revision());
        Optional.ofNullable(revisions.get(shown.revision()))
                .ifPresent(revision -> facts.put("date-is", DateWords.of(revision.when())));
        shown.fetched().ifPresent(fetched -> {
            facts.put("first-fetched", fetched.first().toString());
            facts.put("last-fetched", fetched.last().toString());
            facts.put("fetched-by", fetched.by());
        });
        return new LifeStore.Row(shown.since(), shown.until(), What.FEED, facts);
    }
}
