// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.hint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Loads the cases of {@code vectors/server-hints.json}. */
public final class HintVectors {
    private HintVectors() {}

    /** All cases in the order of the file. */
    public static List<HintVector> all() {
        JsonNode file;
        try (InputStream in = HintVectors.class.getResourceAsStream("/vectors/server-hints.json")) {
            file = JsonMapper.builder().build().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<HintVector> vectors = new ArrayList<>();
        file.get("cases").forEach(node -> vectors.add(vector(node)));
        if (vectors.size() != file.get("count").asInt()) {
            throw new IllegalStateException("count says " + file.get("count") + ", cases are " + vectors.size());
        }
        return vectors;
    }

    private static HintVector vector(JsonNode node) {
        String date = text(node.get("responseDate"));
        List<Map.Entry<String, String>> lines = new ArrayList<>();
        node.get("headers")
                .forEach(line ->
                        lines.add(Map.entry(line.get(0).asString(), line.get(1).asString())));
        if (date != null) {
            lines.add(Map.entry("Date", date));
        }
        JsonNode expect = node.get("expect");
        JsonNode policy = node.path("policy");
        return new HintVector(
                node.get("id").asString(),
                node.get("group").asString(),
                node.get("status").asInt(),
                new HeaderLines(lines),
                date,
                Instant.parse(node.get("now").asString()),
                expect.get("result").asString(),
                number(expect.get("ms")),
                expect.path("saturated").asBoolean(false),
                text(node.get("body")),
                number(policy.get("maxRetryAfterMs")),
                number(policy.get("remainingDeadlineMs")));
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : node.asString();
    }

    private static @Nullable Long number(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : node.asLong();
    }
}
