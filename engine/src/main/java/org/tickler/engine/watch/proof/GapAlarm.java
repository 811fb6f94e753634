package org.tickler.engine.watch.proof;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickler.calendars.text.Days;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.plan.Askers;
import org.tickler.engine.store.FollowUpStore;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.PersonStore;
import org.tickler.engine.store.ProofStore.Gap;
import org.tickler.engine.store.ProofStore.Proof;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.Sight;

/**
 * Tells the last resort of what a proof found missing: how much by every channel, and the first of it by e-mail; of a matter
 * that the last resort may not see, somebody who may.
 */
final class GapAlarm {
    private static final Logger LOG = LoggerFactory.getLogger(GapAlarm.class);
    private static final int LISTED = 20;

    private final ActiveBook book;

    GapAlarm(ActiveBook book) {
        this.book = book;
    }

    void raise(Handle handle, long number, Proof proof) {
        if (proof.gaps().isEmpty()) {
            return;
        }
        LOG.error(
                "the coverage proof {} found {} gaps; tickler prove shows them",
                number,
                proof.gaps().size());
        beyond(handle, number, proof);
        Optional<Person> found = PersonStore.find(handle, book.firm().lastResort());
        if (found.isEmpty()) {
            LOG.error(
                    "nobody can be told: the last-resort person {} is not known",
                    book.firm().lastResort());
            return;
        }
        Person person = found.get();
        alarm(handle, person, "proof " + number, summary(proof), person.reach().usable(), proof);
        if (person.reach().usable().contains(Channel.EMAIL)) {
            List<Gap> listed =
                    proof.gaps().subList(0, Math.min(LISTED, proof.gaps().size()));
            for (int at = 0; at < listed.size(); at++) {
                String key = "proof " + number + " gap " + (at + 1);
                alarm(
                        handle,
                        person,
                        key,
                        sentence(handle, person, listed.get(at), proof),
                        List.of(Channel.EMAIL),
                        proof);
            }
        }
    }

    /** Of matters that the last resort may not see, somebody of the firm who may hears: the first of each such person's. */
    private void beyond(Handle handle, long number, Proof proof) {
        People people = PersonStore.all(handle);
        Askers askers = new Askers(people, book.firm(), proof.at());
        Optional<Person> last = people.find(book.firm().lastResort());
        Map<PersonId, Integer> told = new HashMap<>();
        for (int at = 0; at < proof.gaps().size(); at++) {
            Gap gap = proof.gaps().get(at);
            if (last.filter(person -> sees(handle, person, gap, proof)).isPresent()) {
                continue;
            }
            String key = "proof " + number + " gap " + (at + 1) + " beyond";
            MatterStore.find(handle, gap.matter())
                    .flatMap(matter -> askers.another(matter, book.firm().lastResort()))
                    .flatMap(people::find)
                    .filter(person -> told.merge(person.id(), 1, Integer::sum) <= LISTED)
                    .ifPresent(person -> alarm(
                            handle, person, key, gap.sentence(), person.reach().usable(), proof));
        }
    }

    private void alarm(Handle handle, Person to, String key, String why, List<Channel> channels, Proof proof) {
        FollowUpStore.alarm(
                handle,
                new FollowUpStore.Alarm(key, to.id(), to.zone(), book.fingerprint(), why),
                channels,
                proof.at());
    }

    private String summary(Proof proof) {
        int gaps = proof.gaps().size();
        LocalDate day = proof.at().atZone(book.firm().zone()).toLocalDate();
        return "The coverage proof of " + Days.words(day) + " found "
                + (gaps == 1
                        ? "1 reminder that was not told, or is not planned,"
                        : gaps + " reminders that were not told, or are not planned,")
                + " as the facts call for."
                + (gaps > LISTED ? " The first " + LISTED + " follow; tickler prove lists all." : "");
    }

    private static String sentence(Handle handle, Person person, Gap gap, Proof proof) {
        return sees(handle, person, gap, proof)
                ? gap.sentence()
                : "A reminder of a matter that you may not see; somebody who may is told, where anybody can be.";
    }

    private static boolean sees(Handle handle, Person person, Gap gap, Proof proof) {
        LocalDate day = proof.at().atZone(person.zone()).toLocalDate();
        return MatterStore.find(handle, gap.matter())
                .filter(matter -> Sight.sees(person, matter, day).allowed())
                .isPresent();
    }
}
