// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.live;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Server-sent events: the frames that are kept, then each as it comes. A thread for each who listens. */
final class EventStream implements HttpHandler {
    private static final int MOST_LISTENERS = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Pattern ID = Pattern.compile("(\\d+)-(\\d{1,18})");

    private final Frames frames;
    private final Semaphore listeners = new Semaphore(MOST_LISTENERS);
    private final String run = Long.toString(System.currentTimeMillis());

    EventStream(Frames frames) {
        this.frames = frames;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!listeners.tryAcquire()) {
                Answer.text(503, "too many listen already").write(exchange);
                return;
            }
            try {
                stream(exchange);
            } finally {
                listeners.release();
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private void stream(HttpExchange exchange) throws IOException, InterruptedException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        long seen = seen(exchange.getRequestHeaders().getFirst("Last-Event-ID"));
        while (!frames.closed()) {
            List<Frames.Frame> more = frames.after(seen, PATIENCE);
            StringBuilder text = new StringBuilder(more.isEmpty() ? ":\n\n" : "");
            for (Frames.Frame frame : more) {
                seen = frame.number();
                text.append("id: ").append(run).append('-').append(seen);
                text.append("\ndata: ").append(frame.json()).append("\n\n");
            }
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }

    /** Where a browser left off; 0 where it comes for the first time, or from an earlier run. */
    private long seen(@Nullable String lastId) {
        Matcher id = ID.matcher(lastId == null ? "" : lastId);
        return id.matches() && id.group(1).equals(run) ? Long.parseLong(id.group(2)) : 0;
    }
}
