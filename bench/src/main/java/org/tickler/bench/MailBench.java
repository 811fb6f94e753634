package org.tickler.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadFactory;

/** Messages a second, from due to written down as sent, beside a loop of plain Angus that only sends them. */
final class MailBench {
    private static final int WARM_UPS = 4;
    private static final int ROUNDS = 9;

    private final int messages;
    private final PrintStream out;
    private final List<Double> ours = new ArrayList<>();
    private final List<Double> angus = new ArrayList<>();
    private final List<Double> ratios = new ArrayList<>();

    MailBench(int messages, PrintStream out) {
        this.messages = messages;
        this.out = out;
    }

    void run() throws Exception {
        Path home = Files.createTempDirectory("tickler-bench");
        try (Receiver receiver = Receiver.open();
                Firm firm = Firm.open(home, receiver.port(), messages)) {
            measure(receiver, firm);
        } finally {
            remove(home);
        }
    }

    private void measure(Receiver receiver, Firm firm) throws Exception {
        receiver.keep(true);
        once(receiver, firm);
        receiver.keep(false);
        Senders senders = new Senders(receiver.port(), receiver.kept());
        say("%d messages of %d bytes a round, 4 connections", messages, size(receiver.kept()));
        ThreadFactory best = warmUp(receiver, firm, senders);
        for (int round = 1; round <= ROUNDS; round++) {
            boolean weFirst = round % 2 == 1;
            double own = weFirst ? once(receiver, firm) : 0;
            double peer = counted(receiver, senders.angus(best), Senders.TIMES);
            own = weFirst ? own : once(receiver, firm);
            ours.add(own);
            angus.add(peer);
            ratios.add(own / peer);
            say("round %d   mail %.0f/s   angus %.0f/s   ratio %.3f", round, own, peer, own / peer);
        }
        firm.provesAllSent((1 + WARM_UPS + ROUNDS) * messages);
        say(
                "receiver: took at least %.0f/s, from sockets written by hand",
                counted(receiver, senders.bare(), Senders.TIMES));
        say("mail %s messages/s", spread(ours, 0));
        say("angus %s messages/s", spread(angus, 0));
        say("ratio mail angus %s", spread(ratios, 3));
    }

    /** Warms all of it up; the kind of threads with which the peer was faster. */
    private ThreadFactory warmUp(Receiver receiver, Firm firm, Senders senders) throws Exception {
        ThreadFactory platform = Thread.ofPlatform().factory();
        ThreadFactory virtual = Thread.ofVirtual().factory();
        List<Double> onPlatform = new ArrayList<>();
        List<Double> onVirtual = new ArrayList<>();
        for (int round = 0; round < WARM_UPS; round++) {
            once(receiver, firm);
            onPlatform.add(counted(receiver, senders.angus(platform), Senders.TIMES));
            onVirtual.add(counted(receiver, senders.angus(virtual), Senders.TIMES));
            counted(receiver, senders.bare(), Senders.TIMES);
        }
        boolean virtualIsFaster = median(onVirtual) > median(onPlatform);
        say(
                "warm-up: angus on platform threads %.0f/s, on virtual threads %.0f/s; measured on the faster",
                median(onPlatform), median(onVirtual));
        return virtualIsFaster ? virtual : platform;
    }

    private double once(Receiver receiver, Firm firm) {
        firm.plan();
        return counted(receiver, firm.perSecond(), 1);
    }

    /** Fails unless the receiver took each message so many times. */
    private double counted(Receiver receiver, double perSecond, int times) {
        int taken = receiver.takenSince();
        if (taken != messages * times) {
            throw new IllegalStateException("the receiver took " + taken + " messages of " + messages * times);
        }
        return perSecond;
    }

    private static int size(List<Receiver.Taken> kept) {
        return kept.stream().mapToInt(message -> message.source().length).sum() / kept.size();
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** Median, least and most. */
    private static String spread(List<Double> values, int digits) {
        String figure = "%." + digits + "f";
        return String.format(
                Locale.ROOT,
                figure + " " + figure + " " + figure,
                median(values),
                values.stream().mapToDouble(value -> value).min().orElse(0),
                values.stream().mapToDouble(value -> value).max().orElse(0));
    }

    private void say(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }

    private static void remove(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
