package org.tickler.daemon.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tickler.daemon.Complaint;
import org.tickler.daemon.OpenHome;
import org.tickler.engine.docket.Act;
import org.tickler.engine.docket.Act.ReceiptGiven;
import org.tickler.engine.docket.Act.Verdict;
import org.tickler.engine.docket.Receipts;
import org.tickler.rules.limitation.Pleading;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A thing was done, with or without a receipt; the firm's checks say whether that is enough. */
@Command(
        name = "done",
        description =
                "An entry is done, or its receipt came. Where the firm's checks want a receipt or a second person it is"
                        + " claimed, and goes on reminding, until they are there. Of a last day to sue: two people saw the"
                        + " file-stamped pleading that kept it.")
final class DoneCommand implements Callable<Integer> {
    /** What nobody writes as a receipt's text, and so is the name of a file that is not there. */
    private static final Pattern LIKE_A_FILE =
            Pattern.compile(".*/.*|.*\\.(pdf|eml|msg|png|jpe?g|tiff?|html?|txt|docx?)");

    /** What came of handing it in. */
    static final class Outcome {
        @Option(names = "--submitted", description = "It was handed in; whether it is taken is not known yet.")
        private boolean submitted;

        @Option(names = "--accepted", description = "It was taken; so it is with a receipt unless said otherwise.")
        @SuppressWarnings("UnusedVariable") // what holds anyway may be said
        private boolean accepted;

        @Option(
                names = "--rejected",
                description = "It was not taken: it is open again, and those who must know are told.")
        private boolean rejected;

        @Option(names = "--confirm", description = "Another person said that it is done, and so it is.")
        private boolean confirm;
    }

    @Mixin
    private HomeOption home;

    @Mixin
    private EntryArgument entry;

    @Option(
            names = "--receipt",
            paramLabel = "FILE|TEXT",
            description = "What the court sent, a file that is kept; or its number, such as \"ECF 41\".")
    private @Nullable String receipt;

    @ArgGroup
    private @Nullable Outcome outcome;

    @Option(names = "--stamped", paramLabel = "DATE", description = "Of a last day to sue: the day of the stamp.")
    private @Nullable String stamped;

    @Option(
            names = "--names",
            paramLabel = "DEFENDANT",
            description = "Of a last day to sue: a defendant as the pleading names it; may be repeated.")
    private List<String> names = List.of();

    @Mixin
    private ActOptions options;

    @Mixin
    private Output output;

    @Override
    public Integer call() {
        if (receipt != null && receipt.isBlank()) {
            throw Complaint.usage("--receipt: say the number of the filing, such as \"ECF 1\", or name its file");
        }
        if (stamped != null || !names.isEmpty()) {
            Act pleading = new Act.Done(entry.id(), pleading());
            try (OpenHome open = home.open()) {
                return Acting.on(open, pleading, options, output);
            }
        }
        if (outcome != null && outcome.confirm) {
            if (receipt != null) {
                throw Complaint.usage("--confirm says that another person is right; leave --receipt out");
            }
            try (OpenHome open = home.open()) {
                return Acting.on(open, new Act.Confirm(entry.id()), options, output);
            }
        }
        return claim();
    }

    private Pleading pleading() {
        if (stamped == null || names.isEmpty() || receipt == null || outcome != null) {
            throw Complaint.usage("of a last day to sue say --receipt NUMBER, --stamped DATE and --names DEFENDANT");
        }
        return new Pleading(DateArgument.day("--stamped", stamped), receipt, names);
    }

    private int claim() {
        Optional<Path> file = Optional.ofNullable(receipt).flatMap(DoneCommand::file);
        Optional<byte[]> bytes = file.map(DoneCommand::read);
        String name = file.map(path -> String.valueOf(path.getFileName())).orElse("");
        ReceiptGiven given = new ReceiptGiven(
                file.isPresent() ? Optional.empty() : Optional.ofNullable(receipt),
                bytes.map(content -> Receipts.of(content, name)),
                verdict());
        try (OpenHome open = home.open()) {
            Receipts receipts = new Receipts(open.home().receipts());
            return Acting.on(
                    open,
                    List.of(new Act.Claim(entry.id(), given)),
                    options,
                    output,
                    () -> bytes.ifPresent(content -> keep(receipts, content, name)));
        }
    }

    private Verdict verdict() {
        if (outcome != null && outcome.submitted) {
            return Verdict.SUBMITTED;
        }
        return outcome != null && outcome.rejected ? Verdict.REJECTED : Verdict.ACCEPTED;
    }

    /** The file that a receipt names; empty: it is a text. */
    private static Optional<Path> file(String receipt) {
        Optional<Path> path = path(receipt).filter(Files::isRegularFile);
        if (path.isEmpty()
                && LIKE_A_FILE.matcher(receipt.toLowerCase(Locale.ROOT)).matches()) {
            throw Complaint.unavailable("--receipt: there is no file " + receipt + "; nothing was changed");
        }
        return path;
    }

    private static Optional<Path> path(String receipt) {
        try {
            return Optional.of(Path.of(receipt));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static byte[] read(Path file) {
        try {
            if (Files.size(file) > Receipts.MOST_BYTES) {
                throw Receipts.tooLarge(String.valueOf(file.getFileName()));
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw Complaint.unavailable("--receipt: the file " + file + " cannot be read; nothing was changed", e);
        }
    }

    private static void keep(Receipts receipts, byte[] content, String name) {
        try {
            receipts.keep(content, name);
        } catch (IOException | UncheckedIOException e) {
            throw Complaint.unavailable(
                    "the receipt cannot be kept in the home's folder receipts; see who may write there. Nothing was"
                            + " changed",
                    e);
        }
    }
}
