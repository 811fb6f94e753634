package org.tickler.daemon.cli;

import java.util.ArrayList;
import java.util.List;
import org.tickler.calendars.text.Nearest;
import org.tickler.daemon.Complaint;
import org.tickler.rules.firm.Leave;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;

/** A person away, in a world that is only asked about. */
record SupposedLeave(String person, Leave leave) {
    static SupposedLeave read(People people, String id, String typed) {
        String[] days = typed.split("\\.\\.", -1);
        if (days.length != 2) {
            throw Complaint.usage(
                    "--leave: expected PERSON=2026-12-21..2027-01-02, but was \"" + id + "=" + typed + "\"");
        }
        List<String> ids =
                people.all().stream().map(person -> person.id().value()).toList();
        if (!ids.contains(id)) {
            throw Complaint.problems("--leave: nobody has the id \"" + id + "\"" + Nearest.hint(id, ids));
        }
        try {
            return new SupposedLeave(
                    id, new Leave(DateArgument.day("--leave", days[0]), DateArgument.day("--leave", days[1])));
        } catch (IllegalArgumentException e) {
            throw Complaint.usage("--leave: " + e.getMessage());
        }
    }

    People apply(People people) {
        return new People(people.all().stream()
                .map(one -> one.id().value().equals(person) ? away(one) : one)
                .toList());
    }

    private Person away(Person one) {
        List<Leave> leaves = new ArrayList<>(one.leave());
        leaves.add(leave);
        return new Person(
                one.id(),
                one.name(),
                one.kind(),
                one.roles(),
                one.reach(),
                one.zone(),
                one.quiet(),
                leaves,
                one.delegate(),
                one.wants(),
                one.left(),
                one.answersFor(),
                one.knownAt());
    }
}
