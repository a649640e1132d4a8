package io.github.resilienthttp.config;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * One logical line of a {@code .properties} file: a line with those that continue it.
 *
 * @param number where it begins, counted from 1
 * @param text the lines, with the backslashes that join them
 */
record PropertyLine(int number, String text) {
    /** After each line terminator, which stays with its line: what it is makes a difference to {@link Properties}. */
    private static final Pattern LINE_END = Pattern.compile("(?<=\n)|(?<=\r)(?!\n)");

    /** Takes a file apart, without its comments and blank lines. */
    static List<PropertyLine> of(String file) {
        List<PropertyLine> logical = new ArrayList<>();
        StringBuilder pending = new StringBuilder();
        int first = 0;
        int number = 0;
        for (String line : LINE_END.split(file, -1)) {
            number++;
            if (pending.length() == 0) {
                if (isCommentOrBlank(line)) {
                    continue;
                }
                first = number;
            }
            pending.append(line);
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
            if (" \t\f\r\n".indexOf(c) < 0) {
                return c == '#' || c == '!';
            }
        }
        return true;
    }

    private static boolean isContinued(String line) {
        int end = line.length();
        while (end > 0 && (line.charAt(end - 1) == '\n' || line.charAt(end - 1) == '\r')) {
            end--;
        }
        int begin = end;
        while (begin > 0 && line.charAt(begin - 1) == '\\') {
            begin--;
        }
        return (end - begin) % 2 == 1;
    }
}
