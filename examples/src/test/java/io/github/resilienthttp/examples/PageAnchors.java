// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples;

import io.github.resilienthttp.testkit.MarkdownPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The anchors that GitHub makes of headings, and the links that miss them. */
final class PageAnchors {
    private static final Pattern HEADING = Pattern.compile("#{1,6}\\s+(.*?)[\\s#]*");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)\\]\\([^)]*\\)");

    private PageAnchors() {}

    /** Links to a part of a page, of this or of another, that has no such part. */
    static List<String> missedBy(MarkdownPage page) {
        return page.links().stream()
                .filter(link ->
                        !link.target().matches("[a-z]+:.*") && link.target().contains("#"))
                .filter(link -> !isThere(page.path(), link.target()))
                .map(link -> page.path() + ":" + link.line() + ": no such heading: " + link.target())
                .toList();
    }

    private static boolean isThere(Path from, String target) {
        int hash = target.indexOf('#');
        Path page = hash == 0 ? from : from.resolveSibling(target.substring(0, hash));
        return !Files.isRegularFile(page) || of(page).contains(target.substring(hash + 1));
    }

    /** A heading that stands twice gets a number the second time. */
    static Set<String> of(Path page) {
        Set<String> anchors = new LinkedHashSet<>();
        Map<String, Integer> times = new HashMap<>();
        boolean code = false;
        for (String line : lines(page)) {
            code ^= line.strip().startsWith("```");
            Matcher heading = HEADING.matcher(line);
            if (!code && heading.matches()) {
                String anchor = anchor(heading.group(1));
                int before = times.merge(anchor, 1, Integer::sum) - 1;
                anchors.add(before == 0 ? anchor : anchor + "-" + before);
            }
        }
        return anchors;
    }

    private static String anchor(String heading) {
        return LINK.matcher(heading)
                .replaceAll("$1")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                .replace(' ', '-');
    }

    private static List<String> lines(Path page) {
        try {
            return Files.readAllLines(page);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
