// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.retry.annotation.Retry;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Settings that the guide moves over from are settings of those libraries. */
class MovingSettingsTest {
    private static final Path GUIDE = Path.of("..", "docs", "guide");
    private static final Pattern FIRST_CELL = Pattern.compile("(?m)^\\| ([^|]+) \\|");
    private static final Pattern WORD =
            Pattern.compile("(Spring Retry|Framework|annotation|`@Backoff`|`@ConcurrencyLimit`)|`([\\w-]+)`");
    private static final Map<String, String> RESILIENCE4J = Map.of(
            "retry",
            "Retry",
            "circuitbreaker",
            "CircuitBreaker",
            "ratelimiter",
            "RateLimiter",
            "timelimiter",
            "TimeLimiter",
            "bulkhead",
            "Bulkhead");
    private static final Map<String, String> SPRING = Map.of(
            "Spring Retry", "org.springframework.retry.annotation.Retryable",
            "Framework", "org.springframework.resilience.annotation.Retryable",
            "`@Backoff`", "org.springframework.retry.annotation.Backoff",
            "`@ConcurrencyLimit`", "org.springframework.resilience.annotation.ConcurrencyLimit");

    @Test
    void ofResilience4j() throws Exception {
        int names = 0;
        for (String cell : cells("moving-resilience4j.md")) {
            List<String> words = words(cell);
            Class<?> type = words.get(0).equals("annotation") ? Retry.class : properties(words.get(0));
            for (String name : words.subList(1, words.size())) {
                assertThat(names(type)).as(cell).contains(name.replace("-", "").toLowerCase(Locale.ROOT));
                names++;
            }
        }
        assertThat(names).isGreaterThan(30);
    }

    private static Class<?> properties(String kind) throws ClassNotFoundException {
        return Class.forName("io.github.resilience4j.common." + kind + ".configuration.Common" + RESILIENCE4J.get(kind)
                + "ConfigurationProperties$InstanceProperties");
    }

    @Test
    void ofSpring() throws Exception {
        int names = 0;
        for (String cell : cells("moving-spring-retry.md")) {
            Class<?> type = null;
            for (String word : words(cell)) {
                if (SPRING.containsKey(word)) {
                    type = Class.forName(SPRING.get(word));
                } else {
                    assertThat(type).as(cell).isNotNull();
                    assertThat(names(type)).as(cell).contains(word.toLowerCase(Locale.ROOT));
                    names++;
                }
            }
        }
        assertThat(names).isGreaterThan(15);
    }

    private static List<String> names(Class<?> type) {
        return Stream.of(type.getMethods())
                .map(Method::getName)
                .map(name -> name.replaceFirst("^set(?=[A-Z])", "").toLowerCase(Locale.ROOT))
                .toList();
    }

    private static List<String> cells(String page) throws IOException {
        String text = Files.readString(GUIDE.resolve(page));
        String table = text.substring(text.indexOf("<!-- settings -->"), text.indexOf("<!-- /settings -->"));
        return FIRST_CELL
                .matcher(table)
                .results()
                .map(cell -> cell.group(1))
                .filter(cell -> cell.contains("`"))
                .toList();
    }

    private static List<String> words(String cell) {
        List<String> words = new ArrayList<>();
        for (MatchResult word : WORD.matcher(cell).results().toList()) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        return words;
    }
}
