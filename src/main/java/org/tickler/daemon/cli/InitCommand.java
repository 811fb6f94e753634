package org.tickler.daemon.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.tickler.daemon.Complaint;
import org.tickler.daemon.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a commented home that passes {@code check}. Nothing that is there is touched. */
@Command(name = "init", description = "Writes a commented home to start from.")
final class InitCommand implements Callable<Integer> {
    private static final List<String> FILES =
            List.of("tickler.yaml", "people.yaml", "matters.yaml", "rules/reminders.yaml", "calendars/firm.yaml");
    private static final List<String> SCHEMAS =
            List.of("tickler.json", "people.json", "matters.json", "rules.json", "calendar.json", "pack.json");
    private static final List<String> FOLDERS = List.of("templates", "inbox", "outbox", "receipts", "backups");

    /** What the program writes there tells of clients; that it reads the others is for the firm to arrange. */
    private static final List<String> CONFIDENTIAL = List.of("outbox", "receipts", "backups");

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The folder to write; it may exist, and must hold none of the files.")
    private Path folder;

    @Override
    public Integer call() {
        List<String> schemas = SCHEMAS.stream().map(".schema/"::concat).toList();
        for (String file : Stream.concat(FILES.stream(), schemas.stream()).toList()) {
            if (Files.exists(folder.resolve(file))) {
                throw Complaint.problems(folder.resolve(file)
                        + " is there already; init never overwrites: name another folder, or move that file away");
            }
        }
        try {
            write();
        } catch (IOException e) {
            String why = e instanceof AccessDeniedException ? "this user may not write there" : e.getMessage();
            throw Complaint.unavailable("the home cannot be written in " + folder + ": " + why, e);
        }
        var out = spec.commandLine().getOut();
        out.println("A home is ready in " + folder.toAbsolutePath().normalize() + ".");
        out.println("Next: put your people and matters into people.yaml and matters.yaml, then");
        out.println("  tickler check --home " + folder);
        out.println("  tickler load  --home " + folder + " DOCKET.csv");
        out.println("  tickler serve --home " + folder);
        return Exit.FINE.code();
    }

    private void write() throws IOException {
        for (String name : FOLDERS) {
            Files.createDirectories(folder.resolve(name));
        }
        for (String name : CONFIDENTIAL) {
            Files.setPosixFilePermissions(folder.resolve(name), PosixFilePermissions.fromString("rwx------"));
        }
        for (String file : FILES) {
            copy("/home/" + file, folder.resolve(file));
        }
        for (String schema : SCHEMAS) {
            copy("/schema/" + schema, folder.resolve(".schema").resolve(schema));
        }
    }

    private static void copy(String resource, Path target) throws IOException {
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        try (InputStream in = Objects.requireNonNull(InitCommand.class.getResourceAsStream(resource), resource)) {
            Files.copy(in, target);
        }
    }
}
