// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.guide;

import io.github.resilienthttp.testkit.MarkdownPage;
import io.github.resilienthttp.testkit.MarkdownPage.CodeBlock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;

/** A page of the guide, and the parts of it that tests run. */
final class GuidePage {
    private static final Path FOLDER = Path.of("..", "docs", "guide");

    private final Path file;
    private final MarkdownPage page;

    private GuidePage(Path file) {
        this.file = file;
        this.page = MarkdownPage.read(file);
    }

    static GuidePage named(String name) {
        return new GuidePage(FOLDER.resolve(name + ".md"));
    }

    String text() {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The first block of that language which has that text. */
    CodeBlock block(String language, String text) {
        return page.blocks(language).stream()
                .filter(block -> String.join("\n", block.lines()).contains(text))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(file + " has no " + language + " with " + text));
    }

    List<CodeBlock> blocks(String language) {
        return page.blocks(language);
    }
}
