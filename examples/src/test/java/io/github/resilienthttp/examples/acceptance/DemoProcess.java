// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged program's demo with its live page, on a free port, ended when it is closed. */
public final class DemoProcess implements AutoCloseable {
    private static final Pattern LIVE = Pattern.compile("Live: (http://localhost:\\d+/)");
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final PackagedProgram program;
    private final String address;

    private DemoProcess(PackagedProgram program, String address) {
        this.program = program;
        this.address = address;
    }

    /** Waits until the page is there. */
    public static DemoProcess start() throws IOException {
        PackagedProgram program = PackagedProgram.start("demo", "--port", "0");
        long begun = System.nanoTime();
        try {
            while (System.nanoTime() - begun < PATIENCE.toNanos()) {
                Matcher live = LIVE.matcher(program.printed());
                if (live.find()) {
                    return new DemoProcess(program, live.group(1));
                }
                Thread.sleep(100);
            }
            throw new AssertionError("no page within " + PATIENCE + ": " + program.printed());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        } catch (Throwable failed) {
            program.kill();
            throw failed;
        }
    }

    /** Ends with a slash. */
    public String address() {
        return address;
    }

    /** What the page's button does. */
    public void befall(String upstream, String fault) throws IOException {
        HttpRequest press = HttpRequest.newBuilder(URI.create(address + "upstreams/" + upstream + "/" + fault))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            assertThat(HttpClient.newHttpClient()
                            .send(press, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(204);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    @Override
    public void close() {
        program.kill();
    }
}
