// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.hint;

import io.github.resilienthttp.json.JsonSupport;
import io.github.resilienthttp.policy.HintHeader;
import io.github.resilienthttp.policy.Policy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Readers and short cuts for tests. */
final class Hinting {
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    static final List<String> BODY_POINTERS = List.of("/retryAfter", "/retry_after", "/error/retryAfter");
    static final HintReader READER = reader();

    private Hinting() {}

    static HintReader reader(HintHeader... additional) {
        return new HintReader(new Policy.Hints(List.of(additional), BODY_POINTERS));
    }

    static ServerHint hint429(String... namesAndValues) {
        return READER.readHeaders(429, HeaderLines.of(namesAndValues), NOW);
    }

    static ServerHint hint503(String... namesAndValues) {
        return READER.readHeaders(503, HeaderLines.of(namesAndValues), NOW);
    }

    static ServerHint hintInBody(String body) {
        return READER.readBody(json(body));
    }

    /** The parsed text; fails where it is no JSON. */
    static Object json(String text) {
        JsonReader reader = Objects.requireNonNull(JsonSupport.find());
        return Objects.requireNonNull(reader.parse(text.getBytes(StandardCharsets.UTF_8)), text);
    }

    /** Milliseconds that Retry-After alone says, or -1. */
    static long retryAfter(String... values) {
        return retryAfterAt(NOW, values);
    }

    static long retryAfterAt(Instant now, String... values) {
        return READER.retryAfterMillis(
                new HeaderLines(List.of(values).stream()
                        .map(value -> Map.entry("Retry-After", value))
                        .toList()),
                now);
    }
}
