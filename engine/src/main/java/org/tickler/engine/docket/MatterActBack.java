package org.tickler.engine.docket;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickler.calendars.text.Days;
import org.tickler.calendars.text.Words;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.docket.MatterActResult.Written;
import org.tickler.engine.plan.Askers;
import org.tickler.engine.store.Change;
import org.tickler.engine.store.Json;
import org.tickler.engine.store.MatterActStore.Kind;
import org.tickler.engine.store.MatterActStore.Step;
import org.tickler.engine.store.QuestionStore.Asked;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.MatterAct;
import org.tickler.rules.docket.MatterAct.Sort;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.matteract.Resuming;
import org.tickler.rules.matteract.Resuming.Doubt;
import org.tickler.rules.matteract.Resuming.Stands;
import org.tickler.rules.matteract.Resuming.StaysStayed;

/** What it comes to that an act on a matter is taken back. Pure. */
final class MatterActBack {
    private final ActiveBook book;
    private final Askers askers;
    private final Docket docket;
    private final Signature by;
    private final Instant now;
    private final List<Written> written = new ArrayList<>();
    private final Map<Long, Map<EntryId, EntryStatus>> handedOn = new LinkedHashMap<>();
    private final List<Asked> questions = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    MatterActBack(ActiveBook book, Askers askers, Docket docket, Signature by, Instant now) {
        this.book = book;
        this.askers = askers;
        this.docket = docket;
        this.by = by;
        this.now = now;
    }

    static void needReason(Sort sort, Signature by) {
        if (by.reason().filter(why -> !why.isBlank()).isEmpty()) {
            throw new ActRefused(
                    "say why: --reason TEXT; a " + sort.noun() + " changes what a whole matter is reminded of");
        }
    }

    /** The act of that sort and court that is in force. */
    static MatterAct inForce(Docket docket, MatterStep of) {
        return docket.inForce().stream()
                .filter(act -> act.sort() == of.sort() && act.reach().court().equals(of.court()))
                .findFirst()
                .orElseThrow(() ->
                        new ActRefused(of.matter() + " is not " + of.sort().participle()
                                + of.court().map(court -> " in " + court).orElse("")
                                + (docket.inForce().isEmpty()
                                        ? ""
                                        : "; "
                                                + String.join(
                                                        ", ",
                                                        docket.inForce().stream()
                                                                .map(act -> act.words(docket.matter()))
                                                                .toList()))));
    }

    /** What was asked for is not wanted any more: the task of the second person is off, and nothing else moves. */
    MatterActResult withdrawn(Step asked, Kind kind) {
        asked.task()
                .flatMap(docket::find)
                .filter(entry -> !entry.status().isOver())
                .ifPresent(task -> written.add(new Written(
                        Optional.of(task),
                        ActWork.cancelled(task, now),
                        Change.Cause.CANCELLED,
                        "nobody has to confirm it any more")));
        lines.add("withdrawn: the " + asked.sort().noun() + " of " + asked.matter() + ", which " + asked.by()
                + " asked for; nothing had moved");
        return result(asked.next(kind, asked.reach(), by.reason(), by.by(), now), docket.matter(), docket.acts());
    }

    /** It fell through, was lifted, or the matter is opened again. */
    MatterActResult ended(MatterAct act, LocalDate on, List<EntryId> opened) {
        resume(act, on, Change.Cause.RESUMED);
        close(opened, act, Change.Cause.CANCELLED);
        return over(act, Kind.ENDED);
    }

    /** It was a slip: everything is as it was, and nobody is asked about it. */
    MatterActResult undone(MatterAct act, List<EntryId> opened) {
        Duration since = Duration.between(act.said().since(), now);
        if (since.compareTo(Undo.WINDOW) > 0) {
            throw new ActRefused(Undo.tooLate("the " + act.sort().noun() + " of "
                            + docket.matter().id())
                    + MatterActBack.way(act.sort()));
        }
        resume(act, act.reach().on(), Change.Cause.UNDONE);
        questions.clear();
        close(opened, act, Change.Cause.UNDONE);
        return over(act, Kind.UNDONE);
    }

    /** How an act is taken back in the ordinary way. */
    static String way(Sort sort) {
        return switch (sort) {
            case SETTLE -> "; it fell through? --falls-through";
            case STAY -> "; it is lifted? --lift";
            case CLOSE -> "; it goes on? --reopen";
        };
    }

    private MatterActResult over(MatterAct act, Kind kind) {
        Step step = new Step(
                act.number(),
                docket.matter().id(),
                act.sort(),
                kind,
                act.reach(),
                Optional.empty(),
                by.reason(),
                by.by(),
                now);
        boolean reopens = act.sort() == Sort.CLOSE && act.reach().court().isEmpty();
        Matter matter = reopens ? docket.matter().closedOn(Optional.empty(), now) : docket.matter();
        List<MatterAct> acts = docket.acts().stream()
                .map(one -> one.number() == act.number() ? ended(one) : handed(one))
                .toList();
        return result(step, matter, acts);
    }

    private void resume(MatterAct act, LocalDate on, Change.Cause cause) {
        for (Resuming.Decision decision :
                Resuming.decisions(docket, act, book.rulebook().checks(), on, now)) {
            switch (decision) {
                case Stands stands -> {
                    written.add(new Written(
                            Optional.of(stands.entry()),
                            stands.after(),
                            cause,
                            "the " + act.sort().noun() + " is over"));
                    lines.add("stands again: " + DateWords.of(stands.entry()) + ", "
                            + Words.of(stands.after().status()));
                    stands.doubt().ifPresent(doubt -> doubt(stands.after(), doubt, act));
                }
                case StaysStayed stays -> {
                    handedOn.computeIfAbsent(stays.by().number(), number -> new LinkedHashMap<>())
                            .put(stays.entry().id(), stays.before());
                    lines.add("stays stayed: " + DateWords.of(stays.entry()) + ", because "
                            + stays.by().words(docket.matter()));
                }
            }
        }
    }

    private void doubt(Entry entry, Doubt doubt, MatterAct act) {
        String stay = "while " + docket.matter().id() + " was " + act.sort().participle();
        String sentence = switch (doubt) {
            case PASSED_WHILE_STAYED ->
                DateWords.of(entry) + " passed " + stay
                        + ". It has another date? Move, correct or order it. It was done, or is off? tickler cancel "
                        + entry.id() + ". It is right as it stands? tickler keep " + entry.id();
            case RAN_WHILE_STAYED ->
                DateWords.of(entry) + ": its period ran " + stay
                        + ", and keeps its date: whether the court gives that time back is not counted. Right? tickler"
                        + " keep " + entry.id() + ". Else tickler order or tickler correct with the date that holds";
        };
        warnings.add(sentence);
        questions.add(new Asked(
                entry.id(),
                entry.matter(),
                Words.of(doubt),
                sentence,
                Json.object(),
                askers.of(entry, docket.matter())));
    }

    private void close(List<EntryId> opened, MatterAct act, Change.Cause cause) {
        opened.stream()
                .flatMap(id -> docket.find(id).stream())
                .filter(entry -> !entry.status().isOver())
                .forEach(entry -> {
                    written.add(new Written(
                            Optional.of(entry),
                            ActWork.cancelled(entry, now),
                            cause,
                            "the " + act.sort().noun() + " opened it, and is over"));
                    lines.add("cancelled: " + DateWords.of(entry) + ", which the "
                            + act.sort().noun() + " opened");
                });
    }

    private MatterAct ended(MatterAct act) {
        return new MatterAct(act.number(), act.sort(), act.reach(), act.said(), act.stayed(), Optional.of(now));
    }

    private MatterAct handed(MatterAct act) {
        Map<EntryId, EntryStatus> stayed = new LinkedHashMap<>(act.stayed());
        stayed.putAll(handedOn.getOrDefault(act.number(), Map.of()));
        return new MatterAct(act.number(), act.sort(), act.reach(), act.said(), stayed, act.ended());
    }

    /** The day from which on the matter goes on. */
    LocalDate from(MatterStep.Back back) {
        LocalDate today = now.atZone(book.firm().zone()).toLocalDate();
        LocalDate on = back.on().orElse(today);
        if (on.isAfter(today)) {
            throw new ActRefused("--on: " + Days.words(on) + " is to come; say it when it is so");
        }
        return on;
    }

    private MatterActResult result(Step step, Matter matter, List<MatterAct> acts) {
        return new MatterActResult(
                step, matter, written, Map.of(), handedOn, acts, questions, lines, warnings, Optional.empty());
    }
}
