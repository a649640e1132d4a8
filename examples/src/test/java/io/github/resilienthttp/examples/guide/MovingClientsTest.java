// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.httpclient5.ResilientHttpClient5;
import io.github.resilienthttp.testkit.CountTable;
import io.github.resilienthttp.testkit.CountTable.Row;
import io.github.resilienthttp.testkit.MarkdownPage.CodeBlock;
import io.github.resilienthttp.testkit.Reply;
import io.github.resilienthttp.testkit.ScriptedServer;
import io.github.resilienthttp.testkit.SnippetFile;
import java.nio.file.Path;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.util.TimeValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages on moving over from HttpClient's own retries and from Failsafe count is what a server sees. */
class MovingClientsTest {
    private static final Path GUIDE = Path.of("..", "docs", "guide");
    private static final CodeBlock AFTER = GuidePage.named("moving-httpclient5").block("java", "com.example.engine");

    private final ScriptedServer server = ScriptedServer.start();
    private final Deque<Reply> answers = new ConcurrentLinkedDeque<>();

    @TempDir
    Path folder;

    @Test
    void fromHttpClient() throws Exception {
        CodeBlock before = GuidePage.named("moving-httpclient5").block("java", "com.example.builtin");
        assertCounts("moving-httpclient5", before, AFTER);
    }

    @Test
    void fromFailsafe() throws Exception {
        CodeBlock before = GuidePage.named("moving-failsafe").block("java", "com.example.failsafe");
        assertCounts("moving-failsafe", before, AFTER);
    }

    private void assertCounts(String page, CodeBlock... columns) throws Exception {
        List<Row> rows = CountTable.of(GUIDE.resolve(page + ".md"));
        server.otherwise().answer(seen -> answers.size() > 1 ? answers.remove() : answers.element());
        try (server) {
            for (int n = 0; n < columns.length; n++) {
                Class<?> program = SnippetFile.load(columns[n], folder, Map.of("https://desk.example", address()));
                for (Row row : rows) {
                    int before = server.requestCount();
                    answers.clear();
                    answers.addAll(List.of(row.replies()));
                    SnippetFile.run(program, row.method());
                    assertThat(server.requestCount() - before)
                            .as("%s, column %d", row, n + 1)
                            .isEqualTo(row.counts().get(n));
                }
            }
        }
    }

    private String address() {
        return "http://127.0.0.1:" + server.port();
    }

    @Test
    void aStrategyOnTheBuilderHasNoEffectAnyMore() throws Exception {
        server.otherwise().reply(Reply.status(503));
        try (server;
                ResilientHttp engine = ResilientHttp.withDefaults();
                CloseableHttpClient http = ResilientHttpClient5.install(
                                HttpClients.custom()
                                        .setRetryStrategy(
                                                new DefaultHttpRequestRetryStrategy(2, TimeValue.ofMilliseconds(1))),
                                engine)
                        .build()) {
            http.execute(new HttpPost(server.uri("/")), response -> response.getCode());
            assertThat(server.requestCount()).isEqualTo(1);
        }
    }

    @Test
    void namesOfFailsafeAreThere() {
        List<MatchResult> names = Pattern.compile("`([A-Z]\\w+)\\.(\\w+)`")
                .matcher(GuidePage.named("moving-failsafe").text())
                .results()
                .toList();
        assertThat(names).hasSizeGreaterThan(10).allSatisfy(name -> assertThat(
                        Stream.of(Class.forName("dev.failsafe." + name.group(1)).getMethods()))
                .anyMatch(method -> method.getName().equals(name.group(2))));
    }
}
