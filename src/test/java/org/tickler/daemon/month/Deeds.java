package org.tickler.daemon.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tickler.engine.docket.Act;
import org.tickler.engine.docket.Act.ReceiptGiven;
import org.tickler.engine.docket.Act.Verdict;
import org.tickler.engine.docket.LoadOptions;
import org.tickler.engine.docket.LoadReport;
import org.tickler.engine.docket.MatterStep;
import org.tickler.engine.docket.PersonAct;
import org.tickler.engine.docket.Signature;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.MatterAct.Sort;
import org.tickler.rules.firm.Leave;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.PersonId;

/** What people of the firm do by command: with the classes that the commands use, on the virtual clock. */
final class Deeds {
    private final VirtualFirm firm;

    Deeds(VirtualFirm firm) {
        this.firm = firm;
    }

    /** Loads a docket of the home, in which nothing may be wrong. */
    void load(String file) {
        LoadReport report =
                firm.engine().load(List.of(firm.file(file)), LoadOptions.by("rdiaz"), (one, rows, all) -> {});
        assertThat(report.count(LoadReport.Sort.REJECTED)).as(report.toString()).isZero();
    }

    /** @param words the verb, what it is about, and what else the verb needs */
    void act(PersonId who, String words) {
        List<String> all = Arrays.asList(words.split(" "));
        String verb = all.getFirst();
        String rest = words.substring(Math.min(words.length(), verb.length() + 1));
        Signature by = Signature.of(who, "as it stands in the script");
        switch (verb) {
            case "load" -> load(rest);
            case "settle" -> matter(by, begin(rest, Sort.SETTLE));
            case "stay" -> matter(by, begin(rest, Sort.STAY));
            case "falls-through" ->
                matter(by, new MatterStep.Back(new MatterId(rest), Sort.SETTLE, Optional.empty(), Optional.empty()));
            case "leave", "gone", "reassign" -> firm.engine().peopleDesk().apply(people(verb, all), by);
            default -> firm.engine().apply(List.of(entry(verb, rest)), by);
        }
    }

    private void matter(Signature by, MatterStep step) {
        firm.engine().apply(step, by);
    }

    private MatterStep begin(String matter, Sort sort) {
        return new MatterStep.Begin(new MatterId(matter), sort, Optional.empty(), today(), false, UUID.randomUUID());
    }

    private LocalDate today() {
        return firm.clock().instant().atZone(Dated.ZONE).toLocalDate();
    }

    private static PersonAct people(String verb, List<String> words) {
        PersonId person = new PersonId(words.get(1));
        return switch (verb) {
            case "leave" ->
                new PersonAct.Away(
                        person,
                        new Leave(LocalDate.parse(words.get(2)), LocalDate.parse(words.get(3))),
                        Optional.empty());
            case "gone" -> new PersonAct.Gone(person, LocalDate.parse(words.get(2)));
            default ->
                new PersonAct.Reassign(
                        person,
                        new PersonId(words.get(2)),
                        Optional.empty(),
                        Optional.empty(),
                        LocalDate.parse(words.get(3)));
        };
    }

    private Act entry(String verb, String rest) {
        EntryId id = find(rest);
        String more = rest.substring(rest.lastIndexOf(' ') + 1);
        return switch (verb) {
            case "move" -> new Act.Move(id, Act.NewDate.of(Act.DateGiven.on(LocalDate.parse(more))));
            case "correct" ->
                new Act.Correct(
                        id,
                        Act.NewDate.of(Act.DateGiven.on(LocalDate.parse(more))),
                        Optional.empty(),
                        Optional.empty());
            case "done" -> claim(id, rest, Verdict.ACCEPTED);
            case "submitted" -> claim(id, rest, Verdict.SUBMITTED);
            case "rejected" -> claim(id, rest, Verdict.REJECTED);
            default -> throw new IllegalArgumentException("no such deed: " + verb);
        };
    }

    private static Act claim(EntryId id, String rest, Verdict verdict) {
        String receipt = rest.contains("/") ? "" : rest.substring(rest.indexOf(' ') + 1);
        return new Act.Claim(id, receipt.isEmpty() ? ReceiptGiven.NONE : ReceiptGiven.of(receipt, verdict));
    }

    /** The entry with whose name {@code words} begin. */
    private EntryId find(String words) {
        return firm.opened()
                .database()
                .withHandle(handle -> handle.createQuery("""
                                SELECT id FROM entry
                                WHERE source_id = split_part(:words, ' ', 1) OR matter || '/' || title = :words""")
                        .bind("words", words)
                        .mapTo(String.class)
                        .findOne()
                        .map(EntryId::new)
                        .orElseThrow(() -> new AssertionError("no entry is called " + words)));
    }
}
