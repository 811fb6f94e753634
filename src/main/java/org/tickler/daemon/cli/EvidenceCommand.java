package org.tickler.daemon.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tickler.daemon.Complaint;
import org.tickler.daemon.Exit;
import org.tickler.daemon.OpenHome;
import org.tickler.engine.history.EvidenceMaker;
import org.tickler.engine.history.EvidenceWish;
import org.tickler.rules.firm.PersonId;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A folder of proof for a court or an insurer. */
@Command(
        name = "evidence",
        description =
                "Writes all that happened to an entry, a matter or a person's work as a folder of proof: a page, the same"
                        + " for programs, the messages as sent, the replies, the receipts, and the audit with its hashes. With a"
                        + " period it counts what an insurer asks for; a period alone counts for the whole firm.")
final class EvidenceCommand implements Callable<Integer> {
    @Mixin
    private HomeOption home;

    @ArgGroup
    private @Nullable Whose whose;

    @Option(names = "--from", paramLabel = "DATE", description = "The first day; left out: from the beginning.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DATE", description = "The last day; left out: until now.")
    private @Nullable String to;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            required = true,
            description = "The folder to write; it must not be there, or be empty.")
    private Path out;

    @Option(
            names = "--as",
            paramLabel = "PERSON",
            required = true,
            description =
                    "Who makes it: the id of one of the staff. It stands in the audit, and what that person may not see is"
                            + " left out.")
    private String as;

    @Mixin
    private Output output;

    /** At most one of them; none: the firm as a whole. */
    static final class Whose {
        @Option(names = "--entry", paramLabel = "ENTRY", description = "Of one entry, by its id.")
        private @Nullable String entry;

        @Option(names = "--matter", paramLabel = "MATTER", description = "Of one matter, by its number.")
        private @Nullable String matter;

        @Option(
                names = "--person",
                paramLabel = "PERSON",
                description = "Of what one person did, was told and answered.")
        private @Nullable String person;
    }

    @Override
    public Integer call() throws IOException {
        Optional<LocalDate> first = Optional.ofNullable(from).map(typed -> DateArgument.day("--from", typed));
        Optional<LocalDate> last = Optional.ofNullable(to).map(typed -> DateArgument.day("--to", typed));
        EvidenceWish.Of of = of();
        if (of instanceof EvidenceWish.Of.TheFirm && first.isEmpty()) {
            throw Complaint.usage(
                    "say whose evidence it is with --entry, --matter or --person, or for the whole firm the"
                            + " period with --from and --to");
        }
        try (OpenHome open = home.open()) {
            PersonId by = ActOptions.staff(open.engine().people(), as);
            EvidenceMaker maker = new EvidenceMaker(
                    open.database(),
                    open.clock(),
                    new EvidenceMaker.Firm(
                            open.settings().firm().name(),
                            open.settings().zone(),
                            open.home().receipts()));
            return told(maker.make(new EvidenceWish(of, first, last, by), out));
        }
    }

    private EvidenceWish.Of of() {
        if (whose == null) {
            return new EvidenceWish.Of.TheFirm();
        }
        if (whose.entry != null) {
            return new EvidenceWish.Of.TheEntry(EntryArgument.read(whose.entry));
        }
        return whose.matter != null
                ? new EvidenceWish.Of.TheMatter(MatterArgument.read("--matter", whose.matter))
                : new EvidenceWish.Of.ThePerson(
                        new PersonId(Optional.ofNullable(whose.person).orElse("")));
    }

    private int told(EvidenceMaker.Made made) {
        made.warnings().forEach(warning -> output.say("WARNING: " + warning));
        output.say(
                "written: " + made.folder().resolve("index.html") + ", with " + Counted.of(made.messages(), "message")
                        + " and " + Counted.of(made.receipts(), "receipt") + "; " + Counted.of(made.files(), "file"));
        output.say("SHA-256 of SHA256SUMS, which the audit has too: " + made.hash());
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("folder", made.folder().toString());
        keys.put("entries", made.entries());
        keys.put("messages", made.messages());
        keys.put("receipts", made.receipts());
        keys.put("files", made.files());
        keys.put("sha256", made.hash());
        keys.put("warnings", made.warnings());
        output.item(keys);
        return (made.warnings().isEmpty() ? Exit.FINE : Exit.PROBLEMS).code();
    }
}
