package org.tickler.daemon.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tickler.rules.firm.PersonId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Through whose eyes a command looks. */
@Command
final class ViewerOption {
    @Option(
            names = "--as",
            paramLabel = "PERSON",
            description = "Only what this person may see; left out: everything, for whoever may read the database.")
    private @Nullable String as;

    /** Empty: the firm itself looks. */
    Optional<PersonId> id() {
        return Optional.ofNullable(as).map(PersonId::new);
    }
}
