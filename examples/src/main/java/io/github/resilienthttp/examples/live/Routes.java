// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.live;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is answered at once: the page, the metrics, and the buttons. */
final class Routes implements HttpHandler {
    private static final Pattern FAULT = Pattern.compile("/upstreams/([a-z0-9-]+)/([a-z-]+)");
    private static final String METRICS = "text/plain; version=0.0.4; charset=utf-8";

    private final LiveRun run;

    Routes(LiveRun run) {
        this.run = run;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            safely(exchange).write(exchange);
        }
    }

    /** Without an answer a browser would be told nothing at all. */
    private Answer safely(HttpExchange exchange) throws IOException {
        try {
            return answer(exchange);
        } catch (RuntimeException failure) {
            return Answer.text(500, failure.getClass().getName());
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String method = exchange.getRequestMethod();
        Matcher fault = FAULT.matcher(path);
        if (fault.matches()) {
            return method.equals("POST") ? befall(exchange, fault.group(1), fault.group(2)) : only(exchange, "POST");
        }
        Optional<Answer> found = path.equals("/metrics")
                ? Optional.of(new Answer(200, METRICS, run.metrics().getBytes(StandardCharsets.UTF_8)))
                : Assets.find(path);
        if (found.isEmpty()) {
            return Answer.text(404, "no such page: there are / and /metrics");
        }
        return method.equals("GET") || method.equals("HEAD") ? found.get() : only(exchange, "GET, HEAD");
    }

    private Answer befall(HttpExchange exchange, String upstream, String fault) {
        // A browser lets no other site send this content type without asking here first, and nobody answers that
        // question.
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type == null || !type.startsWith("application/json")) {
            return Answer.text(415, "Content-Type: application/json is wanted");
        }
        return run.befall(upstream, fault)
                ? new Answer(204, METRICS, new byte[0])
                : Answer.text(404, "no such upstream or fault");
    }

    private static Answer only(HttpExchange exchange, String methods) {
        exchange.getResponseHeaders().set("Allow", methods);
        return Answer.text(405, "only " + methods);
    }
}
