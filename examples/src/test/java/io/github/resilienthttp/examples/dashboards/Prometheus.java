// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.examples.Executables;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Prometheus on a free loopback port, ended when it is closed. */
final class Prometheus implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Instant begun = Instant.now();
    private final Process process;
    private final String address;

    private Prometheus(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    static boolean there() {
        return Executables.find("prometheus").isPresent() && Promtool.there();
    }

    /** Writes into that folder only. */
    static Prometheus start(Path config, Path folder) throws IOException, InterruptedException {
        String listen = "127.0.0.1:" + freePort();
        Path log = folder.resolve("prometheus.log");
        Process process = new ProcessBuilder(
                        Executables.find("prometheus").orElseThrow().toString(),
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=" + listen,
                        "--log.level=warn")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Prometheus started = new Prometheus(process, "http://" + listen);
        while (!started.ready()) {
            if (!process.isAlive()
                    || Duration.between(started.begun, Instant.now()).compareTo(PATIENCE) > 0) {
                started.close();
                throw new AssertionError("not ready: " + Files.readString(log));
            }
            Thread.sleep(100);
        }
        return started;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean ready() throws IOException, InterruptedException {
        try {
            return get("/-/ready").statusCode() == 200;
        } catch (ConnectException notYet) {
            return false;
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(address + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode ask(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body()).get("data");
    }

    /** Samples that are numbers, from the start until now. */
    long samples(String expression) throws IOException, InterruptedException {
        JsonNode data = ask("/api/v1/query_range?step=1&start=" + begun.getEpochSecond() + "&end="
                + Instant.now().getEpochSecond() + "&query=" + encoded(expression));
        return data.get("result")
                .valueStream()
                .flatMap(series -> series.get("values").valueStream())
                .filter(sample -> !sample.get(1).asString().equals("NaN"))
                .count();
    }

    /** The values of a label now, among the results of an expression. */
    List<String> labels(String name, String expression) throws IOException, InterruptedException {
        return ask("/api/v1/query?query=" + encoded(expression))
                .get("result")
                .valueStream()
                .map(series -> series.get("metric").path(name).asString(""))
                .distinct()
                .toList();
    }

    /** What went wrong with a rule, one line each. */
    List<String> unwellRules() throws IOException, InterruptedException {
        return ask("/api/v1/rules")
                .get("groups")
                .valueStream()
                .flatMap(group -> group.get("rules").valueStream())
                .filter(rule -> !rule.get("health").asString().equals("ok"))
                .map(rule -> rule.get("name") + ": " + rule.path("lastError"))
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
