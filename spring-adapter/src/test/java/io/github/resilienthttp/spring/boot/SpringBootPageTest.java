// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What docs/spring-boot.md shows is so. */
class SpringBootPageTest {
    private static String page() throws IOException {
        return Files.readString(Path.of("..", "docs", "spring-boot.md"));
    }

    @Test
    void theExampleIsAConfiguration() throws IOException {
        String page = page();
        int begin = page.indexOf("```yaml\n") + "```yaml\n".length();
        Env example = Env.yaml(page.substring(begin, page.indexOf("```", begin)));
        assertThat(example.bind().policies()).containsOnlyKeys("default", "tickets", "api.github.com");
        assertThat(example.client("tickets").rateLimit().permits()).isEqualTo(20);
        assertThat(example.client("api.github.com").retry().maxAttempts()).isEqualTo(2);
    }

    @Test
    void theTableHasBootsOwnKeys() throws IOException {
        for (BootKey key : BootSettings.KEYS) {
            assertThat(page())
                    .contains("| `resilient-http." + key.name() + "` | `" + key.byDefault() + "` | "
                            + String.join(" or ", key.allowed()) + " |");
        }
    }
}
