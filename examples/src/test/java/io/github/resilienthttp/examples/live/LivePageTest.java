// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LivePageTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private final FakeRun run = new FakeRun();
    private LivePage page;

    @BeforeEach
    void open() throws IOException {
        page = LivePage.open(0);
        page.begin(run, Duration.ofMillis(20));
    }

    @AfterEach
    void close() {
        page.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(page.address() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder press(String path) {
        return request(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.noBody());
    }

    @ParameterizedTest
    @CsvSource({
        "'', text/html, <h1>",
        "page.css, text/css, prefers-color-scheme",
        "page.js, text/javascript, EventSource",
        "model.js, text/javascript, export",
        "chart.js, text/javascript, Chart.js",
        "icon.svg, image/svg+xml, <svg",
        "metrics, text/plain, a_total 1"
    })
    void everythingComesFromHere(String path, String type, String part) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(request(path));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'");
        assertThat(answer.body()).contains(part);
    }

    @Test
    void whoComesLateGetsWhatWasAndThenWhatComes() throws IOException, InterruptedException {
        Thread.sleep(100);
        HttpResponse<InputStream> answer =
                http.send(request("events").build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            for (int n = 1; n <= 20; n++) {
                assertThat(lines.readLine()).matches("id: \\d+-" + n);
                assertThat(lines.readLine()).isEqualTo("data: {\"n\":" + n + "}");
                assertThat(lines.readLine()).isEmpty();
            }
        }
    }

    @Test
    void whoComesBackGetsTheRest() throws IOException, InterruptedException {
        String first = firstEvent(request("events"));
        assertThat(firstEvent(request("events").header("Last-Event-ID", first.replaceAll("id: (\\d+)-.*", "$1-3"))))
                .endsWith("-4");
        assertThat(firstEvent(request("events").header("Last-Event-ID", "1-3"))).endsWith("-1");
        assertThat(firstEvent(request("events").header("Last-Event-ID", "nonsense")))
                .endsWith("-1");
    }

    private String firstEvent(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            return lines.readLine();
        }
    }

    @Test
    void aButtonIsObeyed() throws IOException, InterruptedException {
        assertThat(send(press("upstreams/a/well")).statusCode()).isEqualTo(204);
        assertThat(run.befell).containsExactly("well");
        assertThat(send(press("upstreams/b/well")).statusCode()).isEqualTo(404);
        assertThat(send(press("upstreams/a/ill")).statusCode()).isEqualTo(404);
        HttpResponse<String> failed = send(press("upstreams/a/worse"));
        assertThat(failed.statusCode()).isEqualTo(500);
        assertThat(failed.body()).doesNotContain("secret");
    }

    @Test
    void anotherSiteInTheSameBrowserCannotPress() throws IOException, InterruptedException {
        HttpRequest.Builder form = request("upstreams/a/well")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("a=b"));
        assertThat(send(form).statusCode()).isEqualTo(415);
        assertThat(send(request("upstreams/a/well")).statusCode()).isEqualTo(405);
        HttpRequest.Builder asking = request("upstreams/a/well")
                .header("Origin", "https://elsewhere.example")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody());
        assertThat(send(asking).headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
        assertThat(run.befell).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"elsewhere.example", "localhost.elsewhere.example", "127.0.0.1.elsewhere.example:80"})
    void anotherNameForThisMachineIsTurnedAway(String host) throws IOException {
        for (String path : List.of("/", "/metrics", "/events")) {
            assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 421 ");
        }
    }

    private String raw(String request) throws IOException {
        URI address = URI.create(page.address());
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), address.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            socket.setSoTimeout(5_000);
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }

    @Test
    void whatIsNotThereIsToldSo() throws IOException, InterruptedException {
        assertThat(send(request("nothing")).statusCode()).isEqualTo(404);
        assertThat(send(request("../page.html")).statusCode()).isEqualTo(404);
        HttpResponse<String> wrong = send(request("").DELETE());
        assertThat(wrong.statusCode()).isEqualTo(405);
        assertThat(wrong.headers().firstValue("Allow")).contains("GET, HEAD");
        assertThat(send(request("").method("HEAD", HttpRequest.BodyPublishers.noBody()))
                        .body())
                .isEmpty();
    }

    @Test
    void nobodyElseReachesIt() throws IOException {
        int port = URI.create(page.address()).getPort();
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList();
        for (InetAddress other : others) {
            assertThatThrownBy(() -> new Socket(other, port).close()).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aPortIsTakenOnce() {
        int port = URI.create(page.address()).getPort();
        assertThatThrownBy(() -> LivePage.open(port).close()).isInstanceOf(BindException.class);
    }
}
