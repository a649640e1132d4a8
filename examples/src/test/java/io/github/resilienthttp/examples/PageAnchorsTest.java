// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.testkit.MarkdownPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageAnchorsTest {
    @TempDir
    Path folder;

    @Test
    void everyLinkToAPartOfAPageFindsIt() {
        List<MarkdownPage> pages = MarkdownPage.below(Path.of(".."));

        assertThat(pages.stream().flatMap(page -> page.links().stream()))
                .filteredOn(link -> link.target().contains("#"))
                .hasSizeGreaterThan(50);
        assertThat(pages.stream().flatMap(page -> PageAnchors.missedBy(page).stream()))
                .isEmpty();
    }

    @Test
    void aHeadingIsNamedAsItsAnchorIs() throws IOException {
        Path page = page("# 1. Does `it`, *well*?", "## By [hand](x.md)", "```", "# a comment", "```", "## By hand ##");

        assertThat(PageAnchors.of(page)).containsExactly("1-does-it-well", "by-hand", "by-hand-1");
    }

    @Test
    void aLinkThatMissesIsToldWithItsLine() throws IOException {
        Path page = page("# Here", "[a](#here) [b](#there)", "[c](page.md#here), [d](page.md#gone), [e](gone.md#x)");

        assertThat(PageAnchors.missedBy(MarkdownPage.read(page)))
                .containsExactly(page + ":2: no such heading: #there", page + ":3: no such heading: page.md#gone");
    }

    private Path page(String... lines) throws IOException {
        return Files.write(folder.resolve("page.md"), List.of(lines));
    }
}
