package org.tickler.daemon;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickler.calendars.text.Problem;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.Severity;
import org.tickler.daemon.home.HomeFiles;
import org.tickler.daemon.ops.Metrics;
import org.tickler.daemon.ops.Reload;
import org.tickler.engine.book.BookRefused;
import org.tickler.engine.dispatch.words.Templates;
import org.tickler.engine.store.StoreUnavailable;

/**
 * Takes the home over at start and reload: all of it is read and validated first, and only then swapped in. A home with
 * errors leaves what was active, loudly. Settings of ports, channels and the database hold until the next start.
 */
final class HomeReload implements Reload {
    private static final Logger LOG = LoggerFactory.getLogger(HomeReload.class);

    private final OpenHome open;
    private final Metrics metrics;
    private volatile Templates templates;

    HomeReload(OpenHome open, Metrics metrics) {
        this.open = open;
        this.metrics = metrics;
        this.templates = Templates.load(open.home().templates()).templates();
    }

    /** The words of messages as they were last taken; at the start those of the home's that can be used. */
    Templates templates() {
        return templates;
    }

    @Override
    public synchronized List<String> run() {
        Templates before = templates;
        List<String> problems = takeOrSay();
        metrics.reloaded(problems.isEmpty());
        if (problems.isEmpty()) {
            LOG.info("the home {} was read and is active", open.home());
        } else {
            templates = before;
            problems.forEach(problem -> LOG.error("{}", problem));
            LOG.error("the home {} has errors and was NOT taken: the rules that were active stay so", open.home());
        }
        return problems;
    }

    /** Whoever asks hears why not, also where the reason is a fault of the program: what was active stays so. */
    private List<String> takeOrSay() {
        try {
            return take();
        } catch (RuntimeException e) {
            if (StoreUnavailable.isBehind(e)) {
                return List.of("the database is away: " + e.getMessage());
            }
            LOG.error("reading the home failed by a fault inside Tickler", e);
            return List.of("a fault inside Tickler, which its log shows: " + e);
        }
    }

    private List<String> take() {
        Problems problems = new Problems();
        Optional<HomeFiles> files = open.read(problems);
        List<Problem> found = problems.sorted();
        if (files.isEmpty()) {
            return errors(found);
        }
        found.forEach(problem -> LOG.warn("{}", problem));
        warnOfOtherSettings(files.get());
        // before the rules, which name them: what is due goes out while those are taken over
        templates = Templates.of(files.get().templates());
        try {
            open.activate(files.get()).forEach(note -> LOG.warn("{}", note));
            return List.of();
        } catch (BookRefused refused) {
            return errors(refused.problems());
        } catch (StoreUnavailable away) {
            return List.of(away.what() + "; " + away.remedy());
        }
    }

    private static List<String> errors(List<Problem> found) {
        return found.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .map(Problem::toString)
                .toList();
    }

    private void warnOfOtherSettings(HomeFiles files) {
        boolean same = files.settings().http().equals(open.settings().http())
                && files.settings().ops().equals(open.settings().ops())
                && files.settings().database().equals(open.settings().database())
                && files.settings().mail().isPresent() == open.settings().mail().isPresent()
                && files.settings().sms().equals(open.settings().sms())
                && files.settings().webhooks().equals(open.settings().webhooks());
        if (!same) {
            LOG.warn(
                    "database, mail, sms, http, ops or webhooks changed in tickler.yaml: that takes effect at the next start");
        }
    }
}
