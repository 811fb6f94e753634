package org.tickler.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    private final PrintStream out;

    CountBench(PrintStream out) {
        this.out = out;
    }

    void run() throws RunnerException {
        Options options = new OptionsBuilder()
                .include(OpenDayFinding.class.getSimpleName())
                .forks(3)
                .warmupIterations(3)
                .warmupTime(TimeValue.milliseconds(500))
                .measurementIterations(5)
                .measurementTime(TimeValue.milliseconds(300))
                .jvmArgsAppend("-Xlog:disable", "-Xlog:all=warning:stderr")
                .verbosity(VerboseMode.SILENT)
                .build();
        Map<String, List<Double>> rates = new HashMap<>();
        for (RunResult result : new Runner(options).run()) {
            String label = result.getPrimaryResult().getLabel();
            rates.put(label, rates(result.getBenchmarkResults()));
            say("%s %s million/s", label, spread(rates.get(label), 1e-6));
        }
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
        double[] sorted = values.stream().mapToDouble(value -> value * scale).sorted().toArray();
        return String.format(
                Locale.ROOT, "%.2f %.2f %.2f", sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
    }

    private void say(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
