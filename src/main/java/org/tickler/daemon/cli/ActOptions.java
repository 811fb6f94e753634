package org.tickler.daemon.cli;

import java.io.Console;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tickler.calendars.text.Nearest;
import org.tickler.daemon.Complaint;
import org.tickler.engine.Engine;
import org.tickler.engine.docket.Signature;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.PersonKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * What every act of a person takes: who does it, why, and whether it is to be done. At a terminal it asks first, unless
 * {@code --yes} stands there; without a terminal, as in a script, it does what it was told. {@code --dry-run} only shows.
 */
@Command
final class ActOptions {
    @Option(
            names = "--as",
            paramLabel = "PERSON",
            required = true,
            description = "Who does it: the id of one of the staff. It stands in the audit.")
    private String as;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, in that person's words.")
    private @Nullable String reason;

    @Option(
            names = {"-y", "--yes"},
            description = "Does it without asking.")
    private boolean yes;

    @Option(names = "--dry-run", description = "Shows what it would do, and does nothing.")
    private boolean dryRun;

    Signature signature(Engine engine) {
        return new Signature(staff(engine), Optional.ofNullable(reason));
    }

    /**
     * Who does it.
     *
     * @throws Complaint if nobody has that id, or the person is not staff
     */
    PersonId staff(Engine engine) {
        return staff(engine.people(), as);
    }

    static PersonId staff(People people, String id) {
        Person person = known(people, "--as", id);
        if (person.kind() != PersonKind.STAFF) {
            throw Complaint.problems("--as: " + id + " is not one of the staff, and only staff change the docket");
        }
        return person.id();
    }

    /**
     * Somebody whom an option names by id.
     *
     * @throws Complaint if nobody has it
     */
    static PersonId person(People people, String option, String id) {
        return known(people, option, id).id();
    }

    private static Person known(People people, String option, String id) {
        return people.all().stream()
                .filter(one -> one.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> Complaint.problems(
                        option + ": nobody has the id \"" + id + "\"" + Nearest.hint(id, ids(people))));
    }

    /** Whether what was shown is to be done. */
    boolean goesAhead() {
        if (dryRun) {
            return false;
        }
        Console console = Prompt.find().orElse(null);
        if (yes || console == null) {
            return true;
        }
        String answer = console.readLine("Do it? [y/N] ");
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
    }

    private static List<String> ids(People people) {
        return people.all().stream().map(person -> person.id().value()).toList();
    }
}
