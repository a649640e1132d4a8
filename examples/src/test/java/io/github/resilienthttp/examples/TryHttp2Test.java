// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples;

import static io.github.resilienthttp.examples.StubbedServer.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.examples.Program.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code try --via http2} tells what {@code --via classic} does. */
class TryHttp2Test {
    private static Ended http2(String... args) {
        String[] all = new String[args.length + 3];
        all[0] = "try";
        all[1] = "--via";
        all[2] = "http2";
        System.arraycopy(args, 0, all, 3, args.length);
        return Program.run(all);
    }

    @Test
    void aCallRecovers() {
        try (StubbedServer server =
                new StubbedServer(answer(429, "later").withHeader("Retry-After", "1"), answer(200, "ok"))) {
            Ended ended = http2(server.url("/list"));
            assertThat(ended.out()).contains("via http2", "(hint)", "recovered");
            assertThat(ended.status()).as(ended.out()).isZero();
            assertThat(server.requests()).hasSize(2).allSatisfy(seen -> assertThat(seen.getProtocol())
                    .isEqualTo("HTTP/2.0"));
        }
    }

    @Test
    void lineForLineItTellsTheSame() {
        try (StubbedServer server = new StubbedServer(answer(404, "gone"), answer(404, "gone"))) {
            Ended classic = Program.run("try", "--json", server.url("/"));
            Ended http2 = http2("--json", server.url("/"));
            assertThat(http2.status()).isEqualTo(classic.status());
            for (String name : new String[] {"status", "outcome", "reason", "bodyBytes", "bodySha256"}) {
                assertThat(http2.call(1).get(name))
                        .as(name)
                        .isEqualTo(classic.call(1).get(name));
            }
        }
    }

    @Test
    void severalCallsRunAtATime() {
        try (StubbedServer server = new StubbedServer(answer(200, "ok").withFixedDelay(500))) {
            Ended ended = http2("--json", "--repeat", "6", "--concurrency", "6", server.url("/"));
            assertThat(ended.status()).as(ended.out()).isZero();
            assertThat(ended.summary().get("elapsedMs").longValue()).isBetween(500L, 2_400L);
        }
    }

    @Test
    void aFileIsSentAgainWhole(@TempDir Path folder) throws IOException {
        try (StubbedServer server = new StubbedServer(answer(503, "no"), answer(200, "ok"))) {
            Path file = Files.writeString(folder.resolve("body"), "x".repeat(100_000));
            Ended ended = http2("--method", "PUT", "--body", "@" + file, server.url("/"));
            assertThat(ended.status()).as(ended.out()).isZero();
            assertThat(server.requests()).hasSize(2).allSatisfy(seen -> assertThat(seen.getBodyAsString())
                    .hasSize(100_000));
        }
    }

    @Test
    void aServerThatIsNotThereIsToldOf() {
        String url;
        try (StubbedServer server = new StubbedServer(answer(200, "ok"))) {
            url = server.url("/");
        }
        Ended ended = http2("--json", url);
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.call(1).get("status").isNull()).isTrue();
        assertThat(ended.call(1).get("attempts").get(0).get("verdict").stringValue())
                .isEqualTo("unreachable");
    }
}
