// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.testkit.MarkdownPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the page on Boot shows is so. */
class SpringBootPageTest {
    private static final Path PAGE = Path.of("../docs/spring-boot.md");

    private final MarkdownPage page = MarkdownPage.read(PAGE);

    @Test
    void itsYamlBinds() {
        assertThat(page.blocks("yaml")).isNotEmpty().allSatisfy(block -> {
            Env env = Env.yaml(String.join("\n", block.lines()));
            assertThat(env.faults()).isEmpty();
            assertThat(env.bind().policies()).containsOnlyKeys("default", "tickets", "api.github.com");
            assertThat(env.client("tickets").rateLimit().permits()).isEqualTo(20);
            assertThat(env.client("api.github.com").retry().maxAttempts()).isEqualTo(2);
        });
    }

    @Test
    void soDoItsProperties() {
        assertThat(page.blocks("properties")).isNotEmpty().allSatisfy(block -> assertThat(
                        Env.properties(block.lines().toArray(String[]::new)).faults())
                .isEmpty());
    }

    @Test
    void theTableHasBootsOwnKeys() throws IOException {
        String text = Files.readString(PAGE);
        for (BootKey key : BootSettings.KEYS) {
            assertThat(text)
                    .contains("| `resilient-http." + key.name() + "` | `" + key.byDefault() + "` | "
                            + String.join(" or ", key.allowed()) + " |");
        }
    }
}
