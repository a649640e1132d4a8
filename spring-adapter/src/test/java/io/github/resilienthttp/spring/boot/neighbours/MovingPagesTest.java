// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.springboot.circuitbreaker.autoconfigure.CircuitBreakerAutoConfiguration;
import io.github.resilience4j.springboot.ratelimiter.autoconfigure.RateLimiterAutoConfiguration;
import io.github.resilience4j.springboot.retry.autoconfigure.RetryAutoConfiguration;
import io.github.resilienthttp.spring.boot.Contexts;
import io.github.resilienthttp.testkit.CountTable;
import io.github.resilienthttp.testkit.CountTable.Row;
import io.github.resilienthttp.testkit.MarkdownPage;
import io.github.resilienthttp.testkit.MarkdownPage.CodeBlock;
import io.github.resilienthttp.testkit.Reply;
import io.github.resilienthttp.testkit.ScriptedServer;
import io.github.resilienthttp.testkit.SnippetFile;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.EnableAspectJAutoProxy;

/** What the pages on moving over from annotations count is what a server sees, before and after. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class MovingPagesTest {
    private static final Path GUIDE = Path.of("..", "docs", "guide");
    private static final String DESK = "https://desk.example";
    private static final String RESILIENCE4J = "moving-resilience4j.md";
    private static final String SPRING_RETRY = "moving-spring-retry.md";

    private final ScriptedServer server = ScriptedServer.start();
    private final Deque<Reply> answers = new ConcurrentLinkedDeque<>();

    @TempDir
    Path folder;

    @EnableAspectJAutoProxy(proxyTargetClass = true)
    static class Aspects {}

    @BeforeEach
    void answerInOrder() {
        server.otherwise().answer(seen -> answers.size() > 1 ? answers.remove() : answers.element());
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void fromResilience4j() {
        ApplicationContextRunner theirs = withoutUs()
                .withUserConfiguration(Aspects.class)
                .withConfiguration(AutoConfigurations.of(
                        CircuitBreakerAutoConfiguration.class,
                        RateLimiterAutoConfiguration.class,
                        RetryAutoConfiguration.class));
        assertCounts(
                RESILIENCE4J,
                new Column(
                        before(RESILIENCE4J, "before"),
                        true,
                        withYaml(theirs, block(RESILIENCE4J, "yaml", "resilience4j:"))),
                after(RESILIENCE4J));
    }

    @Test
    void fromSpringRetryAndFramework7() {
        assertCounts(
                SPRING_RETRY,
                new Column(before(SPRING_RETRY, "springretry"), false, withoutUs()),
                new Column(before(SPRING_RETRY, "framework"), false, withoutUs()),
                after(SPRING_RETRY));
    }

    /** Over the JDK's client: HttpClient would repeat a 503 on top. */
    private static ApplicationContextRunner withoutUs() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        HttpClientAutoConfiguration.class,
                        ImperativeHttpClientAutoConfiguration.class,
                        RestClientAutoConfiguration.class))
                .withPropertyValues("spring.http.clients.imperative.factory=jdk");
    }

    private Class<?> before(String page, String home) {
        return loaded(page, "package com.example." + home + ";");
    }

    /** One class without annotations serves both pages. */
    private Column after(String page) {
        return new Column(
                loaded(RESILIENCE4J, "package com.example.after;"),
                true,
                withYaml(Contexts.clients(), block(page, "yaml", "resilient-http:")));
    }

    private Class<?> loaded(String page, String text) {
        return SnippetFile.load(block(page, "java", text), folder, Map.of(DESK, "http://127.0.0.1:" + server.port()));
    }

    private static CodeBlock block(String page, String language, String text) {
        return MarkdownPage.read(GUIDE.resolve(page)).blocks(language).stream()
                .filter(block -> block.lines().contains(text))
                .findFirst()
                .orElseThrow();
    }

    private ApplicationContextRunner withYaml(ApplicationContextRunner runner, CodeBlock yaml) {
        return runner.withInitializer(context -> Contexts.addYaml(
                context, String.join("\n", yaml.lines()).replace(DESK, "http://127.0.0.1:" + server.port())));
    }

    /**
     * A column of a table.
     *
     * @param desk the class that calls
     * @param remembers whether a call leaves something behind for the next: then each has a context of its own
     * @param runner what it calls through
     */
    private record Column(Class<?> desk, boolean remembers, ApplicationContextRunner runner) {
        Column {
            runner = runner.withClassLoader(desk.getClassLoader()).withUserConfiguration(desk);
        }
    }

    private void assertCounts(String page, Column... columns) {
        List<Row> rows = CountTable.of(GUIDE.resolve(page));
        for (int n = 0; n < columns.length; n++) {
            int number = n;
            Column column = columns[n];
            List<List<Row>> runs =
                    column.remembers() ? rows.stream().map(List::of).toList() : List.of(rows);
            for (List<Row> run : runs) {
                column.runner().run(context -> {
                    assertThat(context).hasNotFailed();
                    for (Row row : run) {
                        assertThat(requests(context.getBean(column.desk()), row))
                                .as("%s, column %d", row, number + 1)
                                .isEqualTo(row.counts().get(number));
                    }
                });
            }
        }
    }

    private int requests(Object desk, Row row) throws ReflectiveOperationException {
        answers.clear();
        answers.addAll(List.of(row.replies()));
        int before = server.requestCount();
        call(desk, row.method().equals("GET") ? "ticket" : "close");
        return server.requestCount() - before;
    }

    private static void call(Object desk, String method) throws ReflectiveOperationException {
        try {
            desk.getClass().getMethod(method).invoke(desk);
        } catch (InvocationTargetException answered) {
            assertThat(answered.getCause()).isInstanceOf(RuntimeException.class);
        }
    }
}
