package org.tickler.daemon.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.SourceText;
import org.tickler.daemon.Complaint;
import org.tickler.daemon.OpenHome;
import org.tickler.daemon.home.HomeFiles;
import org.tickler.daemon.home.RuleFolder;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.book.Book;
import org.tickler.engine.plan.WhatIf;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.firm.People;
import org.tickler.rules.pack.ShippedPacks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What {@code plan} supposes, on top of the rules and calendars that the home has now. */
@Command
final class Supposing {
    @Option(names = "--rules", paramLabel = "DIR", description = "The rule files of this folder instead of the home's.")
    private @Nullable Path rules;

    @Option(names = "--closure", paramLabel = "COURT=DATE", description = "A court that does not sit on a day.")
    private List<String> closures = List.of();

    @Option(names = "--move", paramLabel = "ENTRY=DATE[THH:MM]", description = "An entry at another time.")
    private Map<String, String> moves = Map.of();

    @Option(names = "--leave", paramLabel = "PERSON=FROM..TO", description = "A person away, both days included.")
    private Map<String, String> leaves = Map.of();

    WhatIf whatIf(OpenHome open) {
        UnaryOperator<Docket> docket = UnaryOperator.identity();
        for (Map.Entry<String, String> move : moves.entrySet()) {
            SupposedMove supposed = SupposedMove.read(open.engine(), move.getKey(), move.getValue());
            UnaryOperator<Docket> before = docket;
            docket = one -> supposed.apply(before.apply(one));
        }
        UnaryOperator<People> people = UnaryOperator.identity();
        for (Map.Entry<String, String> leave : leaves.entrySet()) {
            SupposedLeave supposed = SupposedLeave.read(open.engine().people(), leave.getKey(), leave.getValue());
            UnaryOperator<People> before = people;
            people = all -> supposed.apply(before.apply(all));
        }
        return new WhatIf(docket, people, book(open));
    }

    /** The book that the home and what is supposed make; empty where that is the active one. */
    private Optional<ActiveBook> book(OpenHome open) {
        Problems problems = new Problems();
        HomeFiles files = open.read(problems).orElseThrow(() -> refused("the home has errors", problems));
        Book own = files.book();
        List<SourceText> calendars = new ArrayList<>(own.calendars());
        closures.forEach(closure -> calendars.add(SupposedClosure.read(closure).file()));
        Book wide = own.with(ruleFiles(own), calendars, ShippedPacks.sources());
        Problems found = new Problems();
        Book.Compiled compiled =
                wide.compile(found).orElseThrow(() -> refused("what is supposed cannot be read", found));
        Book supposed = wide.usingOnly(compiled.rulebook());
        Optional<ActiveBook> active = open.engine().book();
        if (active.filter(book -> book.fingerprint().equals(supposed.fingerprint()))
                .isPresent()) {
            return Optional.empty();
        }
        Instant now = open.engine().now();
        return Optional.of(new ActiveBook(
                supposed.fingerprint(),
                now,
                compiled.rulebook().since(now, active.map(ActiveBook::rulebook)),
                compiled.calendars().since(now, active.map(ActiveBook::calendars)),
                own.firm()));
    }

    private List<SourceText> ruleFiles(Book own) {
        if (rules == null) {
            return own.rules();
        }
        if (!Files.isDirectory(rules)) {
            throw Complaint.unavailable("--rules: there is no folder " + rules);
        }
        Problems problems = new Problems();
        List<SourceText> files = RuleFolder.read(rules, problems);
        if (problems.hasErrors() || files.isEmpty()) {
            throw refused("--rules: " + rules + " has no rule files that can be read", problems);
        }
        return files;
    }

    private static Complaint refused(String what, Problems problems) {
        return Complaint.problems(problems.isEmpty() ? what : what + ":\n" + problems);
    }
}
