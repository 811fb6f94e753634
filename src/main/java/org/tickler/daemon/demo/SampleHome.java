package org.tickler.daemon.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tickler.daemon.home.Home;
import org.tickler.engine.FolderTree;

/** Writes the sample firm's home into a folder of its own, and takes it away again. */
final class SampleHome {
    private static final List<String> FILES =
            List.of("tickler.yaml", "people.yaml", "matters.yaml", "rules/reminders.yaml", "docket.csv");

    private SampleHome() {}

    /** @param places what stands for each {@code {name}} in the settings */
    static Home write(Map<String, String> places, String smsToken) throws IOException {
        Path folder = Files.createTempDirectory("tickler-demo-");
        for (String file : FILES) {
            Path target = folder.resolve(file);
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            String text = resource(file);
            for (Map.Entry<String, String> place : places.entrySet()) {
                text = text.replace("{" + place.getKey() + "}", place.getValue());
            }
            Files.writeString(target, text);
        }
        Files.writeString(folder.resolve("sms-token"), smsToken);
        return new Home(folder);
    }

    /** A port of this machine that nobody has. */
    static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Integer.toString(socket.getLocalPort());
        }
    }

    static void remove(Home home) throws IOException {
        FolderTree.remove(home.folder());
    }

    static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(SampleHome.class.getResourceAsStream("/demo/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
