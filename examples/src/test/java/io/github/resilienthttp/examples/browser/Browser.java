// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.examples.Executables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A headless Chromium with one page, ended when it is closed. */
public final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final DevTools page;

    private Browser(Process process, DevTools page) {
        this.process = process;
        this.page = page;
    }

    /** Whether there is one on this machine. */
    public static boolean there() {
        return Executables.find("chromium").isPresent();
    }

    /** Starts one that writes into a new folder below that one. */
    public static Browser start(Path folder) throws IOException {
        Path profile = Files.createTempDirectory(folder, "chromium").toAbsolutePath();
        Process process = new ProcessBuilder(
                        Executables.find("chromium").orElseThrow().toString(),
                        "--headless=new",
                        // Containers are run by root, for whom its sandbox does not work; it sees no page but ours.
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--no-first-run",
                        "--no-default-browser-check",
                        "--hide-scrollbars",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("chromium.log").toFile())
                .start();
        try {
            Path told = profile.resolve("DevToolsActivePort");
            await(
                    "chromium listens",
                    PATIENCE,
                    () -> Files.isRegularFile(told) && lines(told).size() >= 2);
            return new Browser(process, new DevTools(target(lines(told).get(0))));
        } catch (Throwable failed) {
            process.destroyForcibly();
            throw failed;
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static URI target(String port) throws IOException {
        try {
            String list = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            for (JsonNode target : JsonMapper.shared().readTree(list)) {
                if (target.get("type").asString().equals("page")) {
                    return URI.create(target.get("webSocketDebuggerUrl").asString());
                }
            }
            throw new IOException("no page: " + list);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    /** Opens an address, as wide as that, and in the light or the dark. */
    public void open(String address, int width, int height, boolean dark) {
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            page.send(domain + ".enable", Map.of());
        }
        look(width, height, dark);
        page.send("Page.navigate", Map.of("url", address));
    }

    /** Changes the size of the window, and the colours that its user prefers. */
    public void look(int width, int height, boolean dark) {
        page.send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        Map<String, String> scheme = Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
        page.send("Emulation.setEmulatedMedia", Map.of("features", List.of(scheme)));
    }

    /** What an expression comes to. */
    public JsonNode evaluate(String expression) {
        JsonNode told = page.send(
                "Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        assertThat(told.path("exceptionDetails").isMissingNode())
                .as("%s: %s", expression, told)
                .isTrue();
        return told.get("result").path("value");
    }

    /** Waits until an expression is true, and gives how long it took. */
    public Duration await(String expression, Duration longest) {
        return await(expression, longest, () -> evaluate("Boolean(" + expression + ")")
                .asBoolean());
    }

    private static Duration await(String what, Duration longest, BooleanSupplier so) {
        long begun = System.nanoTime();
        while (!so.getAsBoolean()) {
            assertThat(System.nanoTime() - begun)
                    .as("%s, within %s", what, longest)
                    .isLessThan(longest.toNanos());
            pause();
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** What the window shows, as a picture. */
    public void screenshot(Path file) throws IOException {
        String data = page.send("Page.captureScreenshot", Map.of("format", "png"))
                .get("data")
                .asString();
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(data));
    }

    /** What went wrong on the page so far: uncaught exceptions, errors on the console, what could not be loaded. */
    public List<String> errors() {
        List<String> errors = new ArrayList<>();
        page.events("Runtime.exceptionThrown").forEach(event -> errors.add(event.toString()));
        Stream.of("Runtime.consoleAPICalled", "Log.entryAdded")
                .flatMap(name -> page.events(name).stream())
                .map(event -> event.get("params"))
                .filter(told -> (told.path("type").asString("")
                                + told.path("entry").path("level").asString(""))
                        .matches("error|warning|assert"))
                // The test reads the charts' pixels, which a page would do in another way.
                .filter(told -> !told.path("entry").path("text").asString("").contains("getImageData"))
                .forEach(told -> errors.add(told.toString()));
        return errors;
    }

    /** The addresses it has asked for. */
    public List<String> requested() {
        Function<JsonNode, String> url =
                event -> event.get("params").get("request").get("url").asString();
        return page.events("Network.requestWillBeSent").stream().map(url).toList();
    }

    @Override
    public void close() {
        page.close();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
