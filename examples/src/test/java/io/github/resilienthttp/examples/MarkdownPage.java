// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples;

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

/** A page of the documentation: its fenced code blocks, and the lines outside of them. Line numbers count from 1. */
record MarkdownPage(Path path, List<CodeBlock> blocks, List<Link> links) {
    private static final Set<String> NOT_OURS = Set.of("target", ".git");
    private static final String FENCE = "```";
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("`[^`]*`");

    /** A fenced block: where its text begins, what the fence says it is, and its lines. */
    record CodeBlock(int line, String language, List<String> lines) {}

    /** The target of a link, as it stands. */
    record Link(int line, String target) {}

    /** Every page below the folder, what a build makes excepted. */
    static List<MarkdownPage> below(Path folder) {
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

    static MarkdownPage read(Path file) {
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

    List<CodeBlock> blocks(String language) {
        return blocks.stream()
                .filter(block -> block.language().equals(language))
                .toList();
    }
}
