// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.hint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Header fields for tests, in the order given. */
public final class HeaderLines implements HeaderView {
    private final List<Map.Entry<String, String>> lines;

    public HeaderLines(List<Map.Entry<String, String>> lines) {
        this.lines = List.copyOf(lines);
    }

    /** Names and values in turn. */
    public static HeaderLines of(String... namesAndValues) {
        List<Map.Entry<String, String>> lines = new ArrayList<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            lines.add(Map.entry(namesAndValues[at], namesAndValues[at + 1]));
        }
        return new HeaderLines(lines);
    }

    @Override
    public @Nullable String first(String name) {
        for (Map.Entry<String, String> line : lines) {
            if (line.getKey().equalsIgnoreCase(name)) {
                return line.getValue();
            }
        }
        return null;
    }

    @Override
    public List<String> all(String name) {
        return lines.stream()
                .filter(line -> line.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .toList();
    }

    @Override
    public void forEach(BiConsumer<String, String> visitor) {
        lines.forEach(line -> visitor.accept(line.getKey(), line.getValue()));
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
