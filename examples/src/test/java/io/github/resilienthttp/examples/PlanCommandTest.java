// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.examples.Program.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class PlanCommandTest {
    @TempDir
    Path folder;

    @Test
    void eachClientHasItsLineWorstCaseWarningsAndTable() throws IOException {
        Ended ended = plan("resilient-http.clients.github.retry.max-attempts=5\n");
        assertThat(ended.status()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out())
                .contains("default: total 30s", "github: total 30s → retry 5", "worst case: 30000 ms, 5 attempts")
                .contains("warning: ", "attempt", "breaker", "429, Retry-After 30d", "give-up: hint-too-long")
                .contains("retry after 2s to 2.2s (hint)", "give-up: not-idempotent");
    }

    @Test
    void jsonHasOneObjectAClient() throws IOException {
        Ended ended = plan("resilient-http.clients.github.retry.max-attempts=2\n", "--json");
        assertThat(ended.out().lines()).hasSize(2);
        JsonNode github = ended.call(2);
        assertThat(github.propertyNames()).containsExactly("client", "plan", "worstCase", "warnings", "table");
        assertThat(github.get("client").stringValue()).isEqualTo("github");
        assertThat(github.get("worstCase").get("elapsedMs").intValue()).isEqualTo(16_100);
        assertThat(github.get("worstCase").get("attempts").intValue()).isEqualTo(2);
        JsonNode post = cell(github, "503", "POST/PATCH");
        assertThat(post.get("decision").stringValue()).isEqualTo("give-up");
        assertThat(post.get("reason").stringValue()).isEqualTo("not-idempotent");
        JsonNode get = cell(github, "503, Retry-After 2s", "GET/HEAD/PUT/DELETE");
        assertThat(get.get("decision").stringValue()).isEqualTo("retry");
        assertThat(get.get("waitMinMs").intValue()).isEqualTo(2_000);
        assertThat(get.get("waitSource").stringValue()).isEqualTo("hint");
    }

    @Test
    void theTableFollowsThePolicy() throws IOException {
        Ended ended = plan("""
                resilient-http.defaults.retry.statuses=5xx, 409
                resilient-http.defaults.retry.methods=GET
                resilient-http.defaults.throttle.unsafe-methods=fail-fast
                resilient-http.defaults.idempotency-key.generate=true
                """, "--json");
        JsonNode plan = ended.call(1);
        assertThat(cell(plan, "409", "GET").get("decision").stringValue()).isEqualTo("retry");
        assertThat(cell(plan, "409", "PUT").get("reason").stringValue()).isEqualTo("not-idempotent");
        assertThat(cell(plan, "500", "POST/PATCH").get("decision").stringValue())
                .isEqualTo("retry");
        assertThat(cell(plan, "429, Retry-After 2s", "PUT").get("reason").stringValue())
                .isEqualTo("not-idempotent");
    }

    @Test
    void aClientThatIsOffHasNoTable() throws IOException {
        Ended ended = plan("resilient-http.clients.default.mode=off\n");
        assertThat(ended.out()).contains("every outcome is delivered").doesNotContain("not-idempotent");
    }

    private Ended plan(String properties, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("a.properties"), properties);
        String[] args = {"plan", "--config", file.toString()};
        return more.length == 0 ? Program.run(args) : Program.run(args[0], args[1], args[2], more[0]);
    }

    private static JsonNode cell(JsonNode plan, String outcome, String methods) {
        return StreamSupport.stream(plan.get("table").spliterator(), false)
                .filter(row -> row.get("outcome").stringValue().equals(outcome))
                .flatMap(row -> StreamSupport.stream(row.get("cells").spliterator(), false))
                .filter(cell -> cell.get("methods").stringValue().equals(methods))
                .findFirst()
                .orElseThrow();
    }
}
