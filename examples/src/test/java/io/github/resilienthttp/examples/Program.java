// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program as a process would see it: arguments and standard input in, streams and exit status out. */
public final class Program {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Program() {}

    public record Ended(int status, String out, String err) {
        List<JsonNode> json() {
            return out.lines().map(JSON::readTree).toList();
        }

        JsonNode call(int line) {
            return json().get(line - 1);
        }

        JsonNode summary() {
            List<JsonNode> all = json();
            return all.get(all.size() - 1).get("summary");
        }
    }

    public static Ended run(String... args) {
        return runWithInput("", args);
    }

    static Ended runWithInput(String input, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Main.run(
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        return new Ended(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
