// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Merges what Spring reads of every jar by key, for a program that is one jar. The build runs it as a source file on the
 * program's class path: {@code MergedFactories <directory> <resource>...}. Sorted and without a date, so that the same jars give
 * the same bytes.
 */
final class MergedFactories {
    private MergedFactories() {}

    public static void main(String[] args) throws IOException {
        Path directory = Path.of(args[0]);
        for (String resource : Arrays.copyOfRange(args, 1, args.length)) {
            Path file = directory.resolve(resource);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text(merged(resource)));
        }
    }

    private static Map<String, Set<String>> merged(String resource) throws IOException {
        Map<String, Set<String>> merged = new TreeMap<>();
        for (URL url : Collections.list(ClassLoader.getSystemResources(resource))) {
            Properties one = new Properties();
            try (InputStream in = url.openStream()) {
                one.load(in);
            }
            one.stringPropertyNames().forEach(key -> merged.computeIfAbsent(key, unseen -> new TreeSet<>())
                    .addAll(Arrays.asList(one.getProperty(key).strip().split("\\s*,\\s*"))));
        }
        if (merged.isEmpty()) {
            throw new IllegalStateException("no jar of the class path has " + resource);
        }
        return merged;
    }

    private static String text(Map<String, Set<String>> merged) {
        return merged.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + String.join(",", entry.getValue()) + "\n")
                .collect(Collectors.joining());
    }
}
