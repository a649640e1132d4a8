// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a run of the program left behind. {@code took} counts from before the start of its process. */
record Ended(int status, String out, String err, Duration took) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Every line of standard output, which must be JSON. */
    List<JsonNode> json() {
        return out.lines().map(JSON::readTree).toList();
    }

    /** The calls of {@code try --json}, in the order of their numbers. */
    List<ToldCall> calls() {
        assertThat(out).as("standard output; standard error has: %s", err).contains("\"summary\"");
        return json().stream()
                .filter(line -> line.has("call"))
                .map(ToldCall::new)
                .sorted((a, b) -> Integer.compare(a.number(), b.number()))
                .toList();
    }

    ToldCall onlyCall() {
        assertThat(calls()).hasSize(1);
        return calls().get(0);
    }

    /** One number of the summary, which must be the last line. */
    int summary(String key) {
        List<JsonNode> all = json();
        return all.get(all.size() - 1).get("summary").get(key).intValue();
    }
}
