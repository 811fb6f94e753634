package org.tickler.engine.docket;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.text.Days;
import org.tickler.calendars.text.Nearest;
import org.tickler.calendars.text.Words;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.docket.MatterActResult.Written;
import org.tickler.engine.plan.Askers;
import org.tickler.engine.store.Change;
import org.tickler.engine.store.Json;
import org.tickler.engine.store.MatterActStore.Kind;
import org.tickler.engine.store.MatterActStore.Step;
import org.tickler.engine.store.QuestionStore.Asked;
import org.tickler.rules.docket.Details;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.EntryLife;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Happening;
import org.tickler.rules.docket.MatterAct;
import org.tickler.rules.docket.MatterAct.Reach;
import org.tickler.rules.docket.MatterAct.Sort;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.docket.Revision;
import org.tickler.rules.docket.When;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.Proceeding;
import org.tickler.rules.matteract.MatterActRule;
import org.tickler.rules.matteract.RuleChoice;
import org.tickler.rules.matteract.Suspending;
import org.tickler.rules.matteract.Suspending.Opened;
import org.tickler.rules.matteract.Suspending.Survives;
import org.tickler.rules.matteract.Suspending.Suspended;
import org.tickler.rules.remind.RungTime.Side;
import org.tickler.rules.remind.SpanCounter;
import org.tickler.rules.remind.TimeSpan;
import org.tickler.rules.remind.Unit;

/** What an act on a matter comes to when it is begun or confirmed. Pure. */
final class MatterActWork {
    /** The question to the second person. */
    static final String SECOND_PERSON = "second-person";

    private final ActiveBook book;
    private final Askers askers;
    private final Docket docket;
    private final List<Step> steps;
    private final Signature by;
    private final Instant now;

    /** @param steps of the acts on the matter, the first one first */
    MatterActWork(ActiveBook book, Askers askers, Docket docket, List<Step> steps, Signature by, Instant now) {
        this.book = book;
        this.askers = askers;
        this.docket = docket;
        this.steps = steps;
        this.by = by;
        this.now = now;
    }

    MatterActResult begin(MatterStep.Begin begin) {
        MatterActBack.needReason(begin.sort(), by);
        begin.court().ifPresent(this::refuseOtherCourt);
        pending(steps, begin).ifPresent(asked -> {
            throw new ActRefused("the " + begin.sort().noun() + " of " + begin.matter() + " was asked for by "
                    + asked.by() + " on " + Days.words(day(asked.at()))
                    + " and waits for another person: --confirm");
        });
        docket.inForce().stream()
                .filter(act -> act.sort() == begin.sort() && act.reach().court().equals(begin.court()))
                .findFirst()
                .ifPresent(act -> {
                    throw new ActRefused(act.words(docket.matter()) + " already, since "
                            + Days.words(act.reach().on()) + ", by "
                            + act.said().by());
                });
        MatterActRule rule = rule(begin.sort());
        Reach reach = new Reach(begin.court(), begin.on(), rule.id(), rule.kinds());
        Step asked = new Step(
                0,
                begin.matter(),
                begin.sort(),
                rule.secondPerson() ? Kind.ASKED : Kind.DONE,
                reach,
                Optional.empty(),
                by.reason(),
                by.by(),
                now);
        MatterActResult effect = effect(asked, rule, begin.anyway(), begin.id(), List.of());
        return rule.secondPerson() ? asked(asked, effect, begin.id()) : effect;
    }

    MatterActResult confirm(MatterStep.Confirm confirm) {
        Step asked = pending(steps, confirm)
                .orElseThrow(() -> new ActRefused("no " + confirm.sort().noun() + " of " + confirm.matter()
                        + " waits for a second person; ask for it first: tickler "
                        + Words.of(confirm.sort())
                        + " --matter " + confirm.matter() + " --on DATE --reason TEXT"));
        if (asked.by().equals(by.by())) {
            throw new ActRefused(asked.by() + " asked for it, and nobody confirms their own; another person must");
        }
        MatterActRule rule = rule(asked.sort());
        Reach reach = new Reach(asked.reach().court(), asked.reach().on(), rule.id(), rule.kinds());
        Step step = asked.next(Kind.CONFIRMED, reach, by.reason(), by.by(), now);
        List<Written> task = asked.task().flatMap(docket::find).stream()
                .filter(entry -> !entry.status().isOver())
                .map(entry -> new Written(
                        Optional.of(entry),
                        entry.after(Happening.CLAIMED, EntryStatus.DONE),
                        Change.Cause.VERIFIED,
                        by.by() + " confirmed it"))
                .toList();
        return effect(step, rule, confirm.anyway(), confirm.id(), task);
    }

    /** The act of that sort and court that waits for a second person. */
    static Optional<Step> pending(List<Step> steps, MatterStep of) {
        return steps.stream()
                .filter(step -> step.kind() == Kind.ASKED && step.sort() == of.sort())
                .filter(step -> step.reach().court().equals(of.court()))
                .filter(step ->
                        steps.stream().noneMatch(later -> later.act() == step.act() && later.kind() != Kind.ASKED))
                .findFirst();
    }

    private MatterActRule rule(Sort sort) {
        return switch (RuleChoice.of(book.rulebook().habits().matterActs(), sort, docket.matter())) {
            case RuleChoice.Chosen chosen -> chosen.rule();
            case RuleChoice.None none ->
                throw new ActRefused("no rule says what a " + sort.noun() + " of "
                        + docket.matter().id()
                        + " suspends and what it leaves to be done; write one under matter-acts: in a file of rules/,"
                        + " with act: " + Words.of(sort) + ", suspends: and opens: (docs/rules.md)");
            case RuleChoice.Tie tie ->
                throw new ActRefused("the rules " + String.join(" and ", tie.rules()) + " say alike what a "
                        + sort.noun() + " of " + docket.matter().id() + " does; make one more specific");
        };
    }

    private MatterActResult effect(Step step, MatterActRule rule, boolean anyway, UUID id, List<Written> more) {
        List<String> lines = new ArrayList<>();
        List<Written> written = new ArrayList<>(more);
        Map<EntryId, EntryStatus> stayed = new LinkedHashMap<>();
        Docket open = docket.with(more.stream().map(Written::after).toList(), List.of());
        for (Suspending.Decision decision : Suspending.decisions(open, step.reach(), rule)) {
            switch (decision) {
                case Suspended suspended -> {
                    Entry before = suspended.entry();
                    stayed.put(before.id(), before.status());
                    written.add(new Written(
                            Optional.of(before), suspended.after(now), Change.Cause.STAYED, suspended.why()));
                    lines.add("suspends: " + DateWords.of(before) + "; " + suspended.why());
                }
                case Survives survives ->
                    lines.add("survives: " + DateWords.of(survives.entry()) + "; " + survives.why());
            }
        }
        SpanCounter counter = new SpanCounter(book.firm(), book.calendars());
        for (Opened opened : Suspending.opened(rule, step.reach().on(), docket, counter)) {
            Entry plain = entry(opened, id);
            Entry entry = plain.after(Happening.DATED, book.rulebook().checks().ahead(plain, docket));
            written.add(new Written(Optional.empty(), entry, Change.Cause.OPENED, String.join("; ", opened.notes())));
            lines.add("opens: " + DateWords.of(entry) + "; " + String.join("; ", opened.notes()));
        }
        boolean closes = step.sort() == Sort.CLOSE && step.reach().court().isEmpty();
        Matter matter =
                closes ? docket.matter().closedOn(Optional.of(step.reach().on()), now) : docket.matter();
        return new MatterActResult(
                step,
                matter,
                written,
                stayed,
                Map.of(),
                acts(step, stayed),
                List.of(),
                lines,
                step.sort() == Sort.CLOSE ? unfinished(step.reach(), anyway) : List.of(),
                Optional.empty());
    }

    private List<MatterAct> acts(Step step, Map<EntryId, EntryStatus> stayed) {
        List<MatterAct> acts = new ArrayList<>(docket.acts());
        acts.add(new MatterAct(
                step.act(),
                step.sort(),
                step.reach(),
                new MatterAct.Said(by.by(), Optional.empty(), by.reason(), now),
                stayed,
                Optional.empty()));
        return acts;
    }

    /** What should keep a matter from being closed, as warnings where it is closed anyway. */
    private List<String> unfinished(Reach reach, boolean anyway) {
        List<Entry> open = docket.entries().stream()
                .filter(entry -> entry.status().reminds())
                .filter(entry -> reach.court().isEmpty() || reach.court().equals(entry.courtIn(docket.matter())))
                .filter(entry -> entry.kind() == EntryKind.LIMITATION || isCourtDeadline(entry))
                .toList();
        if (!open.isEmpty() && !anyway) {
            throw new ActRefused(docket.matter().id() + " cannot be closed while a last day to sue or a deadline of a"
                    + " court is open: " + open.stream().map(DateWords::of).collect(Collectors.joining("; "))
                    + ". Do or cancel them first, or close it --anyway, with a reason");
        }
        return open.stream()
                .map(entry -> DateWords.of(entry) + " is open, and the matter is closed anyway"
                        + (entry.kind() == EntryKind.LIMITATION ? "; it goes on reminding" : ""))
                .toList();
    }

    private boolean isCourtDeadline(Entry entry) {
        boolean ofFirm = entry.origin() instanceof Origin.Derived derived
                && book.rulebook().deadlines().stream()
                        .anyMatch(rule -> rule.id().equals(derived.rule()));
        boolean derived = entry.origin() instanceof Origin.Derived;
        boolean filing = entry.kind() == EntryKind.FILING
                && entry.courtIn(docket.matter()).isPresent();
        return !ofFirm && (derived || filing);
    }

    private Entry entry(Opened opened, UUID id) {
        MatterActRule.Opens rule = opened.rule();
        String sourceId = id + "/" + rule.id();
        Details details = new Details(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                rule.owner(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("firm"),
                Optional.empty());
        return new Entry(
                EntryId.entered(Origin.Entered.BY_MATTER_ACT, sourceId),
                docket.matter().id(),
                rule.kind(),
                rule.title(),
                new When.AllDay(opened.day(), Optional.empty(), book.firm().zone()),
                EntryLife.born(Happening.ENTERED, EntryStatus.OPEN),
                details,
                new Origin.Entered(Origin.Entered.BY_MATTER_ACT, sourceId),
                new Revision(1, now));
    }

    /** Nothing moves: another person gets a task and a question. */
    private MatterActResult asked(Step step, MatterActResult effect, UUID id) {
        PersonId second = askers.another(docket.matter(), by.by())
                .orElseThrow(() -> new ActRefused("the rule "
                        + step.reach().rule()
                        + " wants a second person, and nobody else of the firm may see " + step.matter()
                        + " and can be reached"));
        Entry entry = task(step, second, id);
        List<String> lines = new ArrayList<>();
        lines.add("asks: " + second + " must confirm the " + step.sort().noun()
                + "; until then nothing moves and everything reminds");
        effect.lines().forEach(line -> lines.add("when confirmed, " + line));
        return new MatterActResult(
                new Step(
                        0,
                        step.matter(),
                        step.sort(),
                        Kind.ASKED,
                        step.reach(),
                        Optional.of(entry.id()),
                        step.reason(),
                        step.by(),
                        step.at()),
                docket.matter(),
                List.of(new Written(Optional.empty(), entry, Change.Cause.OPENED, "asks a second person")),
                Map.of(),
                Map.of(),
                docket.acts(),
                List.of(new Asked(entry.id(), step.matter(), SECOND_PERSON, question(step), Json.object(), second)),
                lines,
                effect.warnings(),
                Optional.of(effect));
    }

    private Entry task(Step step, PersonId second, UUID id) {
        LocalDate due = new SpanCounter(book.firm(), book.calendars())
                .days(day(now), new TimeSpan(1, Unit.BUSINESS_DAYS), Side.AFTER, Optional.empty())
                .day();
        Opened task = new Opened(
                new MatterActRule.Opens(
                        "confirm",
                        "Confirm the " + step.sort().noun() + " of " + step.matter() + ", asked for by " + by.by(),
                        EntryKind.TASK,
                        new TimeSpan(1, Unit.BUSINESS_DAYS),
                        Optional.of(second.value()),
                        Optional.empty()),
                due,
                List.of());
        return entry(task, id);
    }

    private String question(Step step) {
        String how = "tickler " + Words.of(step.sort()) + " --matter " + step.matter()
                + step.reach().court().map(court -> " --court " + court).orElse("") + " --confirm";
        return by.by() + " says that " + step.matter() + " is " + step.sort().participle() + " on "
                + Days.words(step.reach().on())
                + by.reason().map(why -> " (" + why + ")").orElse("")
                + ". Nothing moves until another person confirms it: " + how;
    }

    private void refuseOtherCourt(CalendarId court) {
        List<String> courts = docket.matter().proceedings().stream()
                .map(Proceeding::court)
                .map(CalendarId::value)
                .distinct()
                .toList();
        if (!courts.contains(court.value())) {
            throw new ActRefused(docket.matter().id() + " is not before " + court
                    + Nearest.hint(court.value(), courts)
                    + (courts.isEmpty() ? "; it is before no court" : "; it is before " + String.join(", ", courts)));
        }
    }

    private LocalDate day(Instant at) {
        return at.atZone(book.firm().zone()).toLocalDate();
    }
}
