package org.tickler.engine.docket;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Instruction;
import org.tickler.rules.docket.Instruction.Terms;
import org.tickler.rules.docket.Instruction.What;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.firm.Claim;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.limitation.ClaimRules;
import org.tickler.rules.limitation.Satisfaction;
import org.tickler.rules.limitation.TwoPeople;

/** What no single person can do to a last day to sue: end it, move it later, count its tolling, say that it was kept. Pure. */
final class LimitationWork {
    private final Docket docket;
    private final Signature by;
    private final Instant now;

    LimitationWork(Docket docket, Signature by, Instant now) {
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
                throw new ActRefused(name(before) + " is no last day to sue; done takes only those so far");
            }
            return Optional.empty();
        }
        return switch (act) {
            case Act.Cancel cancel -> Optional.of(cancel(cancel, before, cancelled));
            case Act.Done done -> Optional.of(done(done, before));
            case Act.Verify verify when claim(before).isPresent() -> Optional.of(verify(verify, before));
            case Act.Keep keep -> Optional.empty();
            default -> {
                if (before.origin() instanceof Origin.Derived) {
                    throw new ActRefused(name(before) + " follows from the claims of " + before.matter()
                            + " and the firm's limitation rules; correct those, nobody sets it by himself");
                }
                yield Optional.empty();
            }
        };
    }

    /** @throws ActRefused if an act of one person would make a last day to sue later, or take its date */
    static ActResult notLater(ActResult result) {
        Optional<LocalDate> before =
                result.before().flatMap(entry -> entry.when().date());
        boolean later = result.after().kind() == EntryKind.LIMITATION
                && before.isPresent()
                && result.after()
                        .when()
                        .date()
                        .filter(day -> !day.isAfter(before.get()))
                        .isEmpty();
        if (later) {
            throw new ActRefused(name(result.after())
                    + " is a last day to sue, which no single person can make later; add the later one, and let two people"
                    + " cancel this one");
        }
        return result;
    }

    private ActResult cancel(Act.Cancel act, Entry before, Supplier<Entry> cancelled) {
        Entry off = cancelled.get();
        Set<PersonId> people = with(said(before, What.CANCEL_ASKED, Optional.empty()));
        Instruction asked = instruction(before, What.CANCEL_ASKED, Optional.empty());
        boolean enough = TwoPeople.againstEnding(before, people).isEmpty();
        return ActResult.of(act, Optional.of(before), enough ? off : before, List.of(asked));
    }

    /** Two people have compared what tolls the claim with its sources; one who says it twice is one. */
    private ActResult verify(Act.Verify act, Entry before) {
        String facts = ClaimRules.fingerprint(claim(before).orElseThrow());
        Set<PersonId> people = docket.verifiers(before.id(), facts);
        if (people.contains(by.by())) {
            throw new ActRefused(by.by() + " verified what tolls " + name(before) + "; another person must look too");
        }
        if (TwoPeople.are(people)) {
            throw new ActRefused("two people verified what tolls " + name(before) + "; it stands");
        }
        return ActResult.of(
                act, Optional.of(before), before, List.of(instruction(before, What.VERIFIED, Optional.of(facts))));
    }

    private ActResult done(Act.Done act, Entry before) {
        Claim claim = claim(before)
                .orElseThrow(() -> new ActRefused(name(before)
                        + " was entered by hand and names no claim, so that no pleading can be compared with it; write the"
                        + " claim in matters.yaml"));
        LocalDate lastDay = before.when()
                .date()
                .orElseThrow(() -> new ActRefused(name(before) + " has no date, so that nothing can have kept it"));
        String receipt = act.pleading().number() + ", stamped " + act.pleading().stamped();
        Set<PersonId> seenBy = with(said(before, What.PLEADING_SEEN, Optional.of(receipt)));
        Satisfaction.against(claim, lastDay, act.pleading()).ifPresent(why -> {
            throw new ActRefused(why + "; " + name(before) + " goes on reminding");
        });
        boolean kept = Satisfaction.of(claim, lastDay, act.pleading(), seenBy) instanceof Satisfaction.Satisfied;
        return ActResult.of(
                act,
                Optional.of(before),
                before.withStatus(kept ? EntryStatus.DONE : EntryStatus.CLAIMED),
                List.of(instruction(before, What.PLEADING_SEEN, Optional.of(receipt))));
    }

    /** The claim whose last day an entry is. */
    private Optional<Claim> claim(Entry entry) {
        return docket.matter().claims().stream()
                .filter(claim -> ClaimRules.entry(entry.matter(), claim).equals(entry.id()))
                .findFirst();
    }

    private Set<PersonId> said(Entry entry, What what, Optional<String> source) {
        return docket.said(entry.id()).stream()
                .filter(said -> said.what() == what)
                .filter(said -> said.terms().source().equals(source))
                .map(Instruction::by)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Set<PersonId> with(Set<PersonId> others) {
        Set<PersonId> people = new HashSet<>(others);
        people.add(by.by());
        return people;
    }

    private Instruction instruction(Entry about, What what, Optional<String> source) {
        return by.says(docket, about, what, new Terms(Optional.empty(), source), now);
    }

    private static String name(Entry entry) {
        return entry.title() + " [" + entry.id() + "]";
    }
}
