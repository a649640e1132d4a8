// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.testkit.MarkdownPage;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the page on Boot shows can be bound. */
class SpringBootPageTest {
    private final MarkdownPage page = MarkdownPage.read(Path.of("../docs/spring-boot.md"));

    @Test
    void itsYamlBinds() {
        assertThat(page.blocks("yaml")).isNotEmpty().allSatisfy(block -> {
            Env env = Env.yaml(String.join("\n", block.lines()));
            assertThat(env.faults()).isEmpty();
            assertThat(env.bind().policies()).containsKeys("tickets", "api.github.com");
        });
    }

    @Test
    void soDoItsProperties() {
        assertThat(page.blocks("properties")).isNotEmpty().allSatisfy(block -> assertThat(
                        Env.properties(block.lines().toArray(String[]::new)).faults())
                .isEmpty());
    }
}
