// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples;

import static io.github.resilienthttp.examples.StubbedServer.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.examples.Program.Ended;
import io.github.resilienthttp.examples.tryout.Via;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** {@code try --via} anything tells what {@code --via classic} does. */
class TryViaTest {
    private static Ended run(Via via, String... args) {
        String[] all = new String[args.length + 3];
        all[0] = "try";
        all[1] = "--via";
        all[2] = via.name();
        System.arraycopy(args, 0, all, 3, args.length);
        return Program.run(all);
    }

    @ParameterizedTest
    @EnumSource
    void aCallRecovers(Via via) {
        try (StubbedServer server =
                new StubbedServer(answer(429, "later").withHeader("Retry-After", "1"), answer(200, "ok"))) {
            Ended ended = run(via, server.url("/list"));
            assertThat(ended.out()).contains("via " + via, "(hint)", "recovered");
            assertThat(ended.status()).as(ended.out()).isZero();
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void http2IsSpokenByPriorKnowledge() {
        try (StubbedServer server = new StubbedServer(answer(503, "no"), answer(200, "ok"))) {
            assertThat(run(Via.http2, server.url("/list")).status()).isZero();
            assertThat(server.requests()).hasSize(2).allSatisfy(seen -> assertThat(seen.getProtocol())
                    .isEqualTo("HTTP/2.0"));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "classic")
    void lineForLineItTellsTheSame(Via via) {
        try (StubbedServer server = new StubbedServer(answer(404, "gone"), answer(404, "gone"))) {
            Ended classic = Program.run("try", "--json", server.url("/"));
            Ended other = run(via, "--json", server.url("/"));
            assertThat(other.status()).isEqualTo(classic.status());
            for (String name : new String[] {"status", "outcome", "reason", "bodyBytes", "bodySha256", "error"}) {
                assertThat(other.call(1).get(name))
                        .as(name)
                        .isEqualTo(classic.call(1).get(name));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "classic")
    void whatIsSentIsTheSame(Via via) {
        try (StubbedServer server = new StubbedServer(answer(200, "ok"))) {
            List<String> args = List.of("--method", "SEARCH", "--body", "q=ä", "--header", "X-Two: a, b");
            for (Via each : List.of(Via.classic, via)) {
                String[] all = new String[args.size() + 1];
                args.toArray(all);
                all[args.size()] = server.url("/a?b=%20c");
                assertThat(run(each, all).status()).isZero();
            }
            assertThat(server.requests()).hasSize(2).allSatisfy(seen -> {
                assertThat(seen.getMethod().getName()).isEqualTo("SEARCH");
                assertThat(seen.getUrl()).isEqualTo("/a?b=%20c");
                assertThat(seen.getBodyAsString()).isEqualTo("q=ä");
                assertThat(seen.getHeader("Content-Type")).isEqualToIgnoringCase("text/plain; charset=UTF-8");
                assertThat(seen.getHeader("X-Two")).isEqualTo("a, b");
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalIsToldAsSuch(Via via) {
        try (StubbedServer server = new StubbedServer(answer(429, "no").withHeader("Retry-After", "3600"))) {
            Ended ended = run(via, "--json", "--repeat", "2", server.url("/"));
            assertThat(ended.call(2).get("outcome").stringValue()).isEqualTo("refused");
            assertThat(ended.call(2).get("error").stringValue())
                    .startsWith("io.github.resilienthttp.call.CallRefusedException: ");
            assertThat(ended.call(2).get("notBefore").isNull()).isFalse();
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void severalCallsRunAtATime(Via via) {
        try (StubbedServer server = new StubbedServer(answer(200, "ok").withFixedDelay(500))) {
            Ended ended = run(via, "--json", "--repeat", "6", "--concurrency", "6", server.url("/"));
            assertThat(ended.status()).as(ended.out()).isZero();
            assertThat(ended.summary().get("elapsedMs").longValue()).isBetween(500L, 2_400L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFileIsSentAgainWhole(Via via, @TempDir Path folder) throws IOException {
        try (StubbedServer server = new StubbedServer(answer(503, "no"), answer(200, "ok"))) {
            Path file = Files.writeString(folder.resolve("body"), "x".repeat(100_000));
            Ended ended = run(via, "--method", "PUT", "--body", "@" + file, server.url("/"));
            assertThat(ended.status()).as(ended.out()).isZero();
            assertThat(server.requests()).hasSize(2).allSatisfy(seen -> assertThat(seen.getBodyAsString())
                    .hasSize(100_000));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatIsNotThereIsToldOf(Via via) {
        String url;
        try (StubbedServer server = new StubbedServer(answer(200, "ok"))) {
            url = server.url("/");
        }
        Ended ended = run(via, "--json", url + "?token=hunter2hunter2");
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.out()).doesNotContain("hunter2");
        assertThat(ended.call(1).get("status").isNull()).isTrue();
        assertThat(ended.call(1).get("error").stringValue()).contains("HttpHostConnectException");
        assertThat(ended.call(1).get("attempts").get(0).get("verdict").stringValue())
                .isEqualTo("unreachable");
    }
}
