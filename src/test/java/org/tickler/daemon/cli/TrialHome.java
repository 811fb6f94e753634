package org.tickler.daemon.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tickler.daemon.FreePort;
import org.tickler.engine.store.Credentials;
import org.tickler.engine.store.DatabaseAddress;

/** A home as {@code init} writes it, on ports of its own, and the commands run on it as a user runs them. */
record TrialHome(Path folder, int http, int ops) {
    private static final Pattern DONE = Pattern.compile("done: (E-\\w+)");

    /** What a command said, and how it ended. */
    record Ran(int code, String out, String err) {
        /** The entry that an act was done on. */
        String entry() {
            Matcher done = DONE.matcher(out);
            if (!done.find()) {
                throw new AssertionError("nothing was done: " + this);
            }
            return done.group(1);
        }
    }

    /** A home on the embedded database. */
    static TrialHome in(Path folder) throws IOException {
        TrialHome home = new TrialHome(folder.resolve("home"), FreePort.find(), FreePort.find());
        new Terminal(Map.of()).run("init", home.folder());
        home.edit(
                "tickler.yaml",
                settings -> settings.replace("port: 8080", "port: " + home.http())
                        .replace("port: 8081", "port: " + home.ops()));
        return home;
    }

    /** A home on a server of the firm's. */
    static TrialHome in(Path folder, DatabaseAddress address) throws IOException {
        TrialHome home = in(folder);
        Credentials owner = address.owner().orElseThrow();
        Path password =
                Files.writeString(folder.resolve("password"), address.run().password());
        Path ownerPassword = Files.writeString(folder.resolve("owner-password"), owner.password());
        home.edit(
                "tickler.yaml",
                settings -> settings
                        + """

                database:
                  url: "%s"
                  user: %s
                  password-file: %s
                  owner: %s
                  owner-password-file: %s
                """.formatted(address.url(), address.run().user(), password, owner.user(), ownerPassword));
        return home;
    }

    Ran run(Object... arguments) {
        List<Object> all = new ArrayList<>(List.of("--home", folder));
        all.addAll(List.of(arguments));
        Terminal terminal = new Terminal(Map.of());
        int code = terminal.run(all.toArray());
        return new Ran(code, terminal.out(), terminal.err());
    }

    /** A hearing in the year 2031, entered by Jonah Lin. */
    Ran addHearing(String title, String date) {
        return run("add", "--matter=H-2291", "--kind=hearing", "--title=" + title, "--date=" + date, "--as=jlin");
    }

    void edit(String file, UnaryOperator<String> change) throws IOException {
        Path path = folder.resolve(file);
        Files.writeString(path, change.apply(Files.readString(path)));
    }

    Path write(String file, String text) throws IOException {
        return Files.writeString(folder.resolveSibling(file), text);
    }

    /** Asks the ops port of the daemon. */
    HttpResponse<String> ask(String method, String path) throws IOException, InterruptedException {
        return send(method, URI.create("http://127.0.0.1:" + ops + path));
    }

    static HttpResponse<String> send(String method, URI address) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(address)
                            .method(method, BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
