package org.tickler.daemon.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A real Chromium without a screen and without JavaScript, driven by the W3C WebDriver protocol. */
final class Browser implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("started successfully on port (\\d+)");
    private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
    private static final List<Path> CHROMIUMS = List.of(
            Path.of("/usr/bin/chromium"),
            Path.of("/usr/bin/chromium-browser"),
            Path.of("/usr/bin/google-chrome"),
            Path.of("/snap/bin/chromium"));
    private static final List<Path> DRIVERS = List.of(
            Path.of("/usr/bin/chromedriver"),
            Path.of("/usr/lib/chromium-browser/chromedriver"),
            Path.of("/usr/local/bin/chromedriver"),
            Path.of("/snap/bin/chromium.chromedriver"));

    private static final Duration WAIT = Duration.ofSeconds(30);

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Process driver;
    private final Path profile;
    private final URI session;

    private Browser(Process driver, Path profile, int port, Path chromium) throws Exception {
        this.driver = driver;
        this.profile = profile;
        JsonNode opened =
                call(URI.create("http://127.0.0.1:" + port + "/session"), "POST", capabilities(profile, chromium));
        this.session = URI.create("http://127.0.0.1:" + port + "/session/"
                + opened.path("sessionId").asText());
    }

    /**
     * One for a class of tests. Where there is no Chromium with its driver the class is skipped; under
     * {@code -Dtickler.browser=required} it fails.
     */
    static Browser forTests() throws Exception {
        Optional<Browser> found = open();
        if ("required".equals(System.getProperty("tickler.browser"))) {
            assertThat(found).as("a Chromium and its driver").isPresent();
        }
        assumeTrue(found.isPresent(), "there is no Chromium here");
        return found.orElseThrow();
    }

    /** Empty where there is no Chromium with its driver. */
    private static Optional<Browser> open() throws Exception {
        Optional<Path> chromium = CHROMIUMS.stream().filter(Files::isExecutable).findFirst();
        Optional<Path> chromedriver =
                DRIVERS.stream().filter(Files::isExecutable).findFirst();
        if (chromium.isEmpty() || chromedriver.isEmpty()) {
            return Optional.empty();
        }
        Path profile = Files.createTempDirectory("tickler-browser");
        Process driver = new ProcessBuilder(chromedriver.get().toString(), "--port=0")
                .redirectErrorStream(true)
                .start();
        return Optional.of(new Browser(driver, profile, port(driver), chromium.get()));
    }

    /** A window of this many CSS pixels. */
    void phone(int width, int height) throws Exception {
        cdp(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 2, "mobile", true));
    }

    void desktop(int width, int height) throws Exception {
        cdp(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    void scheme(String lightOrDark) throws Exception {
        cdp(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", lightOrDark))));
    }

    void go(URI address) throws Exception {
        post("/url", Map.of("url", address.toString()));
    }

    String title() throws Exception {
        return get("/title").asText();
    }

    /** The visible text of the first element that a CSS selector finds. */
    String text(String selector) throws Exception {
        return get("/element/" + element(selector) + "/text").asText();
    }

    int count(String selector) throws Exception {
        return post("/elements", Map.of("using", "css selector", "value", selector))
                .size();
    }

    /** Its {@code x, y, width, height}. */
    JsonNode box(String selector) throws Exception {
        return get("/element/" + element(selector) + "/rect");
    }

    String css(String selector, String property) throws Exception {
        return get("/element/" + element(selector) + "/css/" + property).asText();
    }

    /** Presses the button of a form, and waits until the answer's page stands in the place of this one. */
    void press(String selector) throws Exception {
        String button = element(selector);
        post("/element/" + button + "/click", Map.of());
        // The driver returns once the click is made; what it sets off may begin later.
        await().atMost(WAIT).until(() -> isGone(button) && count("main") == 1);
    }

    /** Presses keys one after the other, as on a keyboard. */
    void keys(String... keys) throws Exception {
        List<Map<String, ?>> strokes = new ArrayList<>();
        for (String key : keys) {
            strokes.add(Map.of("type", "keyDown", "value", key));
            strokes.add(Map.of("type", "keyUp", "value", key));
        }
        post("/actions", Map.of("actions", List.of(Map.of("type", "key", "id", "keyboard", "actions", strokes))));
    }

    /** Types into a field, or chooses a file by its path. */
    void type(String selector, String text) throws Exception {
        post("/element/" + element(selector) + "/value", Map.of("text", text));
    }

    /** Opens or closes what a click opens on the same page. */
    void click(String selector) throws Exception {
        post("/element/" + element(selector) + "/click", Map.of());
    }

    /** The tag of what has the focus, and its value where it has one. */
    String focused() throws Exception {
        String active = get("/element/active").path(ELEMENT).asText();
        JsonNode value = get("/element/" + active + "/attribute/value");
        return get("/element/" + active + "/name").asText() + (value.isTextual() ? " " + value.asText() : "");
    }

    /** The whole page, as PNG. */
    void screenshot(Path file) throws Exception {
        JsonNode shot = cdp("Page.captureScreenshot", Map.of("captureBeyondViewport", true));
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(shot.path("data").asText()));
    }

    @Override
    public void close() {
        List<ProcessHandle> browser = driver.descendants().toList();
        driver.destroyForcibly();
        browser.forEach(ProcessHandle::destroyForcibly);
        client.close();
        // The last of its processes may still be writing when the first is gone.
        await().atMost(WAIT).ignoreExceptions().until(() -> {
            remove(profile);
            return Files.notExists(profile);
        });
    }

    private boolean isGone(String element) throws Exception {
        return answer(URI.create(session + "/element/" + element + "/name"), "GET", Map.of())
                .path("error")
                .asText()
                .equals("stale element reference");
    }

    private String element(String selector) throws Exception {
        return post("/element", Map.of("using", "css selector", "value", selector))
                .path(ELEMENT)
                .asText();
    }

    private JsonNode cdp(String command, Map<String, ?> parameters) throws Exception {
        return post("/goog/cdp/execute", Map.of("cmd", command, "params", parameters));
    }

    private JsonNode get(String path) throws Exception {
        return call(URI.create(session + path), "GET", Map.of());
    }

    private JsonNode post(String path, Map<String, ?> body) throws Exception {
        return call(URI.create(session + path), "POST", body);
    }

    private JsonNode call(URI address, String method, Map<String, ?> body) throws Exception {
        JsonNode value = answer(address, method, body);
        if (value.has("error")) {
            throw new IllegalStateException(
                    method + " " + address + ": " + value.path("message").asText());
        }
        return value;
    }

    /** What the driver says, be it an error. */
    private JsonNode answer(URI address, String method, Map<String, ?> body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(90))
                .method(
                        method,
                        method.equals("POST")
                                ? BodyPublishers.ofString(json.writeValueAsString(body))
                                : BodyPublishers.noBody())
                .build();
        return json.readTree(client.send(request, BodyHandlers.ofString()).body())
                .path("value");
    }

    private static Map<String, ?> capabilities(Path profile, Path chromium) {
        return Map.of(
                "capabilities",
                Map.of(
                        "alwaysMatch",
                        Map.of(
                                "browserName",
                                "chrome",
                                "goog:chromeOptions",
                                Map.of(
                                        "binary",
                                        chromium.toString(),
                                        "prefs",
                                        Map.of("profile.managed_default_content_settings.javascript", 2),
                                        "args",
                                        List.of(
                                                "--headless",
                                                "--no-sandbox",
                                                "--disable-gpu",
                                                "--disable-quic",
                                                "--disable-dev-shm-usage",
                                                "--no-first-run",
                                                "--no-proxy-server",
                                                "--disable-background-networking",
                                                "--disable-component-update",
                                                "--disable-sync",
                                                "--user-data-dir=" + profile)))));
    }

    private static int port(Process driver) throws IOException {
        BufferedReader lines = driver.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher found = PORT.matcher(line);
            if (found.find()) {
                return Integer.parseInt(found.group(1));
            }
        }
        throw new IOException("chromedriver ended before it was ready");
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        }
    }
}
