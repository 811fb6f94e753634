package org.tickler.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Open days found a second, by JMH, beside Strata and Jollyday. */
final class CountBench {
    private static final List<String> QUESTIONS = List.of("open", "next", "on", "back");
    private static final List<String> PEERS = List.of("Strata", "Jollyday");
    /** Each measures ours and the peers in forks that follow each other, so that they find the machine alike. */
    private static final int TURNS = 5;

    private final PrintStream out;

    CountBench(PrintStream out) {
        this.out = out;
    }

    void run() throws RunnerException {
        Options options = new OptionsBuilder()
                .include(OpenDayFinding.class.getSimpleName())
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.milliseconds(500))
                .measurementIterations(5)
                .measurementTime(TimeValue.milliseconds(300))
                .jvmArgsAppend("-Xlog:disable", "-Xlog:all=warning:stderr")
                .verbosity(VerboseMode.SILENT)
                .build();
        SortedMap<String, List<Double>> rates = new TreeMap<>();
        for (int turn = 0; turn < TURNS; turn++) {
            for (RunResult result : new Runner(options).run()) {
                rates.computeIfAbsent(result.getPrimaryResult().getLabel(), label -> new ArrayList<>())
                        .addAll(rates(result.getBenchmarkResults()));
            }
        }
        rates.forEach((label, seen) -> say("%s %s million/s", label, spread(seen, 1e-6)));
        for (String question : QUESTIONS) {
            for (String peer : PEERS) {
                List<Double> ours = rates.get(question + "Ours");
                List<Double> theirs = rates.get(question + peer);
                List<Double> ratios = new ArrayList<>();
                for (int at = 0; at < ours.size(); at++) {
                    ratios.add(ours.get(at) / theirs.get(at));
                }
                say("ratio count-%s %s %s", question, peer.toLowerCase(Locale.ROOT), spread(ratios, 1));
            }
        }
    }

    private static List<Double> rates(Collection<BenchmarkResult> forks) {
        List<Double> rates = new ArrayList<>();
        for (BenchmarkResult fork : forks) {
            for (IterationResult round : fork.getIterationResults()) {
                rates.add(round.getPrimaryResult().getScore());
            }
        }
        return rates;
    }

    /** Median, least and greatest. */
    private static String spread(List<Double> values, double scale) {
        double[] sorted =
                values.stream().mapToDouble(value -> value * scale).sorted().toArray();
        return String.format(
                Locale.ROOT, "%.2f %.2f %.2f", sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
    }

    private void say(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
