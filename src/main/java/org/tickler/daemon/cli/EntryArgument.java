package org.tickler.daemon.cli;

import org.tickler.daemon.Complaint;
import org.tickler.rules.docket.EntryId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The entry that an act is about. */
@Command
final class EntryArgument {
    @Parameters(paramLabel = "ENTRY", description = "Its id, as agenda and find list it.")
    private String id;

    EntryId id() {
        return read(id);
    }

    static EntryId read(String typed) {
        try {
            return new EntryId(typed);
        } catch (IllegalArgumentException e) {
            throw Complaint.problems(e.getMessage() + "; tickler agenda and tickler find list them");
        }
    }
}
