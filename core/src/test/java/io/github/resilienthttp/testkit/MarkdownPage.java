// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation: its fenced code blocks, and the links outside of them. Line numbers count from 1.
 *
 * @param path its file
 * @param blocks in order
 * @param links in order
 */
public record MarkdownPage(Path path, List<CodeBlock> blocks, List<Link> links) {
    private static final Set<String> NOT_OURS = Set.of("target", ".git");
    private static final String FENCE = "```";
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("`[^`]*`");

    /**
     * A fenced block.
     *
     * @param line where its text begins
     * @param language what the fence says it is
     * @param lines its text
     */
    public record CodeBlock(int line, String language, List<String> lines) {}

    /**
     * A link.
     *
     * @param line where it stands
     * @param target as it stands
     */
    public record Link(int line, String target) {}

    /**
     * Every page below a folder, what a build makes excepted.
     *
     * @param folder where to begin
     * @return the pages
     */
    public static List<MarkdownPage> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> Stream.iterate(file, Path::getParent)
                            .takeWhile(part -> !part.equals(folder))
                            .noneMatch(
                                    part -> NOT_OURS.contains(part.getFileName().toString())))
                    .map(MarkdownPage::read)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Reads a page.
     *
     * @param file in UTF-8
     * @return the page
     * @throws IllegalArgumentException where a block has no end
     */
    public static MarkdownPage read(Path file) {
        try {
            return of(file, Files.readAllLines(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static MarkdownPage of(Path path, List<String> lines) {
        List<CodeBlock> blocks = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        CodeBlock open = null;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.strip().startsWith(FENCE)) {
                if (open == null) {
                    open = new CodeBlock(i + 2, line.strip().substring(FENCE.length()), new ArrayList<>());
                    blocks.add(open);
                } else {
                    open = null;
                }
            } else if (open != null) {
                open.lines().add(line);
            } else {
                Matcher link = LINK.matcher(CODE.matcher(line).replaceAll("code"));
                while (link.find()) {
                    links.add(new Link(i + 1, link.group(1)));
                }
            }
        }
        if (open != null) {
            throw new IllegalArgumentException(path + ":" + open.line() + ": a code block without end");
        }
        return new MarkdownPage(path, blocks, links);
    }

    /**
     * The blocks in one language.
     *
     * @param language as the fence says it
     * @return in order
     */
    public List<CodeBlock> blocks(String language) {
        return blocks.stream()
                .filter(block -> block.language().equals(language))
                .toList();
    }
}
