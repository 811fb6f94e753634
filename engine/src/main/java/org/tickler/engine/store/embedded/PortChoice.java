package org.tickler.engine.store.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;
import org.tickler.engine.store.StoreUnavailable;

/// The port of a home's server: chosen once, below those that the kernel gives to outgoing connections, and kept as
/// long as it is free.
///
/// @param file where it is remembered
/// @param account whose the home may be
record PortChoice(Path file, ServerAccount account) {

    private static final int LOWEST = 20_000;
    private static final int ABOVE = 32_000;
    private static final int TRIES = 200;

    /// The port to listen on.
    ///
    /// @param mayChange whether nobody relies on the remembered one
    /// @throws StoreUnavailable if it may not change and another program has taken it
    int forStart(boolean mayChange) throws IOException {
        OptionalInt remembered = remembered();
        if (remembered.isPresent()) {
            int port = remembered.getAsInt();
            if (isFree(port)) {
                return port;
            }
            if (!mayChange) {
                throw new StoreUnavailable(
                        "port " + port + " on 127.0.0.1, where the embedded database was until it died, is taken by"
                                + " another program, and processes that run now expect the database there",
                        "End that program, or end all Tickler processes of this home and start them again");
            }
        }
        return remember(someFreePort());
    }

    int remember(int port) throws IOException {
        if (remembered().orElse(0) != port) {
            Durable.write(file, port + "\n");
            account.giveIfHomeIsTheirs(file);
        }
        return port;
    }

    private OptionalInt remembered() throws IOException {
        if (Files.notExists(file)) {
            return OptionalInt.empty();
        }
        String text = Files.readString(file, StandardCharsets.UTF_8).strip();
        return text.matches("[1-9][0-9]{3,4}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    private static int someFreePort() {
        for (int tried = 0; tried < TRIES; tried++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, ABOVE);
            if (isFree(port)) {
                return port;
            }
        }
        throw new StoreUnavailable(
                "no free port for the embedded database was found on 127.0.0.1 from " + LOWEST + " to " + ABOVE,
                "See what listens there (ss -ltn), and end what is not needed");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
