// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.springboot.circuitbreaker.autoconfigure.CircuitBreakerAutoConfiguration;
import io.github.resilience4j.springboot.ratelimiter.autoconfigure.RateLimiterAutoConfiguration;
import io.github.resilience4j.springboot.retry.autoconfigure.RetryAutoConfiguration;
import io.github.resilienthttp.testkit.MarkdownPage;
import io.github.resilienthttp.testkit.MarkdownPage.CodeBlock;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.convert.ApplicationConversionService;

/** Every block of properties and of YAML on every page is bound strictly, and starts an application. */
class DocumentedSettingsTest {
    private record Block(Path page, CodeBlock code) {
        Env env() {
            String name = code.language().equals("yaml") ? "application.yaml" : "application.properties";
            return Env.empty().file(name, String.join("\n", code.lines()));
        }

        @Override
        public String toString() {
            return page.getFileName() + ":" + code.line();
        }
    }

    static Stream<Block> blocks() {
        return MarkdownPage.below(Path.of("..")).stream().flatMap(page -> Stream.of("properties", "yaml")
                .flatMap(language -> page.blocks(language).stream())
                .map(code -> new Block(page.path(), code)));
    }

    @Test
    void thereIsSomethingToStart() {
        assertThat(blocks()).hasSizeGreaterThan(12);
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void itStarts(Block block) {
        assertThat(block.env().faults()).isEmpty();
        Contexts.ours()
                .withConfiguration(AutoConfigurations.of(
                        CircuitBreakerAutoConfiguration.class,
                        RateLimiterAutoConfiguration.class,
                        RetryAutoConfiguration.class))
                .withInitializer(
                        context -> context.getEnvironment().setConversionService(new ApplicationConversionService()))
                .withInitializer(context -> block.env()
                        .environment()
                        .getPropertySources()
                        .forEach(context.getEnvironment().getPropertySources()::addLast))
                .run(context -> assertThat(context).hasNotFailed());
    }
}
