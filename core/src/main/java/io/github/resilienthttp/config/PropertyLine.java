package io.github.resilienthttp.config;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * One logical line of a {@code .properties} file: a line with those that continue it.
 *
 * @param number where it begins, counted from 1
 * @param text the lines, with the backslashes that join them
 */
record PropertyLine(int number, String text) {
    /** Takes a file apart, without its comments and blank lines. */
    static List<PropertyLine> of(String file) {
        List<PropertyLine> logical = new ArrayList<>();
        StringBuilder pending = new StringBuilder();
        int first = 0;
        int number = 0;
        for (String line : file.lines().toList()) {
            number++;
            if (pending.length() == 0) {
                if (isCommentOrBlank(line)) {
                    continue;
                }
                first = number;
            }
            pending.append(line).append('\n');
            if (!isContinued(line)) {
                logical.add(new PropertyLine(first, pending.toString()));
                pending.setLength(0);
            }
        }
        if (pending.length() > 0) {
            logical.add(new PropertyLine(first, pending.toString()));
        }
        return logical;
    }

    /**
     * Key and value, as {@link Properties} reads them; empty where it sees none, as in a backslash before a blank line.
     *
     * @throws IllegalArgumentException where a Unicode escape is malformed
     */
    Optional<Map.Entry<String, String>> entry() {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return properties.stringPropertyNames().stream()
                .map(key -> Map.entry(key, properties.getProperty(key)))
                .findFirst();
    }

    private static boolean isCommentOrBlank(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c != ' ' && c != '\t' && c != '\f') {
                return c == '#' || c == '!';
            }
        }
        return true;
    }

    private static boolean isContinued(String line) {
        int backslashes = 0;
        while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }
}
