package org.tickler.engine.docket;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.tickler.calendars.CalendarBook;
import org.tickler.engine.book.ActiveBook;
import org.tickler.rules.count.PeriodCounter;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Fingerprint;
import org.tickler.rules.docket.Happening;
import org.tickler.rules.docket.Instruction;
import org.tickler.rules.docket.Instruction.Terms;
import org.tickler.rules.docket.Instruction.What;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.docket.When;
import org.tickler.rules.firm.Claim;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.limitation.ClaimRules;
import org.tickler.rules.limitation.Limitation;
import org.tickler.rules.limitation.LimitationCounter;
import org.tickler.rules.limitation.Satisfaction;
import org.tickler.rules.limitation.TwoPeople;
import org.tickler.rules.limitation.Verification;

/** What no single person can do to a last day to sue: end it, move it later, count its tolling, say that it was kept. Pure. */
final class LimitationWork {
    private final ActiveBook book;
    private final Docket docket;
    private final Signature by;
    private final Instant now;

    LimitationWork(ActiveBook book, Docket docket, Signature by, Instant now) {
        this.book = book;
        this.docket = docket;
        this.by = by;
        this.now = now;
    }

    /**
     * What {@code act} comes to where it takes two people; empty: it takes one.
     *
     * @param cancelled the entry as cancelling leaves it
     * @throws ActRefused if it cannot be done to a last day to sue
     */
    Optional<ActResult> result(Act act, Entry before, Supplier<Entry> cancelled) {
        if (before.kind() != EntryKind.LIMITATION) {
            if (act instanceof Act.Done) {
                throw new ActRefused(
                        name(before)
                                + " is no last day to sue, so that no pleading is compared with it; leave --stamped and --names out");
            }
            return Optional.empty();
        }
        return switch (act) {
            case Act.Cancel cancel -> Optional.of(cancel(cancel, before, cancelled));
            case Act.Done done -> Optional.of(done(done, before));
            case Act.Verify verify when claim(before).isPresent() -> Optional.of(verify(verify, before));
            case Act.Keep keep -> Optional.empty();
            case Act.Reopen reopen -> Optional.empty();
            case Act.Lift lift -> Optional.empty();
            case Act.Claim claimed when claimed.receipt().verdict() != Act.Verdict.REJECTED -> claimed(before);
            case Act.Claim rejected -> Optional.empty();
            case Act.Confirm confirm -> claimed(before);
            case Act.Waive waive -> throw alone(before, "lets go of");
            case Act.Stay stay -> throw alone(before, "suspends");
            default -> {
                if (before.origin() instanceof Origin.Derived) {
                    throw new ActRefused(name(before) + " follows from the claims of " + before.matter()
                            + " and the firm's limitation rules; correct those, nobody sets it by himself");
                }
                yield Optional.empty();
            }
        };
    }

    private static ActRefused alone(Entry before, String does) {
        return new ActRefused(name(before) + " is a last day to sue; no single person " + does
                + " one. It takes two people: tickler cancel " + before.id());
    }

    /** Without a claim two people's words are enough; else they compare the pleading with it. */
    private Optional<ActResult> claimed(Entry before) {
        if (claim(before).isPresent()) {
            throw new ActRefused(name(before) + " is a last day to sue: say what kept it with --receipt, --stamped and"
                    + " --names, as two people do who saw the pleading");
        }
        return Optional.empty();
    }

    /** @throws ActRefused if an act of one person would make a last day to sue later, or take its date */
    static ActResult notLater(ActResult result) {
        if (result.before().filter(before -> isLater(before, result.after())).isPresent()) {
            throw new ActRefused(name(result.after())
                    + " is a last day to sue, which no single person can make later; add the later one, and let two people"
                    + " cancel this one");
        }
        return result;
    }

    /** Whether {@code before} is a last day to sue that {@code after} makes later, or takes the date of. */
    static boolean isLater(Entry before, Entry after) {
        Optional<LocalDate> day = before.when().date();
        return before.kind() == EntryKind.LIMITATION
                && day.isPresent()
                && after.when().date().filter(then -> !then.isAfter(day.get())).isEmpty();
    }

    private ActResult cancel(Act.Cancel act, Entry before, Supplier<Entry> cancelled) {
        Entry off = cancelled.get();
        Instruction asked = instruction(before, What.CANCEL_ASKED, Optional.of(facts(before)));
        Set<PersonId> people = with(by(Cancellation.of(asked, docket).waiting()));
        boolean enough = TwoPeople.againstEnding(before, people).isEmpty();
        return ActResult.of(act, Optional.of(before), enough ? off : before, List.of(asked));
    }

    /** The fingerprint of what somebody sees who cancels it. */
    private String facts(Entry entry) {
        String counted = claim(entry)
                .flatMap(claim -> choice(claim).count(claim, counter()))
                .map(Limitation::facts)
                .orElse("");
        String day = entry.when().date().map(LocalDate::toString).orElse("");
        return Fingerprint.of(entry.title(), day, counted).hex();
    }

    /**
     * Two people have compared the facts with their sources, and the date that is counted from them; one who says it twice is
     * one.
     */
    private ActResult verify(Act.Verify act, Entry before) {
        ActWork.refuseWhatIsOver(before);
        if (act.read().isPresent()) {
            throw new ActRefused(
                    name(before) + " is verified by comparing the facts of its claim with their sources, as"
                            + " tickler explain lists them; leave --date out");
        }
        Claim claim = claim(before).orElseThrow();
        Limitation limitation = counted(claim, before);
        limitation.gap().ifPresent(why -> {
            throw new ActRefused(name(before) + " cannot be verified: " + why);
        });
        String facts = limitation.facts();
        LocalDate day = limitation.tolled().day();
        Set<PersonId> people = Verification.of(
                        facts,
                        docket.matter().knownAt(),
                        docket.said(before.id()),
                        before.when().date())
                .of(day);
        if (people.contains(by.by())) {
            throw new ActRefused(by.by() + " verified the facts of " + name(before) + "; another person must look too");
        }
        if (TwoPeople.are(people)) {
            throw new ActRefused("two people verified the facts of " + name(before) + "; it stands");
        }
        When.AllDay upTo = new When.AllDay(day, Optional.empty(), before.when().zone());
        return ActResult.of(
                act,
                Optional.of(before),
                before,
                List.of(instruction(before, What.VERIFIED, new Terms(Optional.of(upTo), Optional.of(facts)))));
    }

    /** @throws ActRefused if no rule makes a date of the claim */
    private Limitation counted(Claim claim, Entry entry) {
        ClaimRules.Choice choice = choice(claim);
        return choice.count(claim, counter())
                .orElseThrow(() -> new ActRefused("there is no date of " + name(entry) + " to verify: "
                        + choice.gap().orElse("its court has no calendar")));
    }

    private ClaimRules.Choice choice(Claim claim) {
        return new ClaimRules(book.rulebook().limitations(), calendars()).choose(claim, docket.matter());
    }

    private LimitationCounter counter() {
        return new LimitationCounter(new PeriodCounter(book.rulebook().law().laws(), calendars()));
    }

    /** As the last day is derived: nobody verifies what a closure adds that nobody has confirmed. */
    private CalendarBook calendars() {
        return docket.certain(book.calendars());
    }

    private ActResult done(Act.Done act, Entry before) {
        ActWork.refuseWhatIsOver(before);
        Claim claim = claim(before)
                .orElseThrow(() -> new ActRefused(name(before)
                        + " was entered by hand and names no claim, so that no pleading can be compared with it; write the"
                        + " claim in matters.yaml"));
        LocalDate lastDay = before.when()
                .date()
                .orElseThrow(() -> new ActRefused(name(before) + " has no date, so that nothing can have kept it"));
        String receipt =
                act.pleading().number() + ", stamped " + act.pleading().stamped() + ", against " + claim.against();
        Set<PersonId> seenBy = with(seen(before, receipt));
        Satisfaction.against(claim, lastDay, act.pleading()).ifPresent(why -> {
            throw new ActRefused(why + "; " + name(before) + " goes on reminding");
        });
        boolean kept = Satisfaction.of(claim, lastDay, act.pleading(), seenBy) instanceof Satisfaction.Satisfied;
        return ActResult.of(
                act,
                Optional.of(before),
                LifeWork.moved(before, Happening.CLAIMED, kept ? EntryStatus.DONE : EntryStatus.CLAIMED),
                List.of(instruction(before, What.PLEADING_SEEN, Optional.of(receipt))));
    }

    /** The claim whose last day an entry is. */
    private Optional<Claim> claim(Entry entry) {
        return docket.matter().claims().stream()
                .filter(claim -> ClaimRules.entry(entry.matter(), claim).equals(entry.id()))
                .findFirst();
    }

    /** Who saw the pleading of that receipt against the same defendant: who saw it against another compared other facts. */
    private Set<PersonId> seen(Entry entry, String receipt) {
        List<Instruction> all = docket.said(entry.id());
        int opened = all.stream()
                .filter(said -> said.what() == What.REOPENED || said.what() == What.REJECTED)
                .mapToInt(all::lastIndexOf)
                .max()
                .orElse(-1);
        return by(all.stream()
                .skip(opened + 1L)
                .filter(said -> said.what() == What.PLEADING_SEEN)
                .filter(said -> said.terms().source().filter(receipt::equals).isPresent())
                .toList());
    }

    private static Set<PersonId> by(List<Instruction> said) {
        return said.stream().map(Instruction::by).collect(Collectors.toUnmodifiableSet());
    }

    private Set<PersonId> with(Set<PersonId> others) {
        Set<PersonId> people = new HashSet<>(others);
        people.add(by.by());
        return people;
    }

    private Instruction instruction(Entry about, What what, Optional<String> source) {
        return instruction(about, what, new Terms(Optional.empty(), source));
    }

    private Instruction instruction(Entry about, What what, Terms terms) {
        return by.says(docket, about, what, terms, now);
    }

    private static String name(Entry entry) {
        return entry.title() + " [" + entry.id() + "]";
    }
}
