// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The test classes of all modules as text, by their simple names: the classes themselves are not on one class path. */
record TestSources(Map<String, List<String>> byClass) {
    private static final Pattern RUN = Pattern.compile("@(Test|ParameterizedTest|Property|RepeatedTest|Example)\\b");
    private static final Pattern OFF = Pattern.compile("@Disabled");

    /** Of the modules below a folder. */
    static TestSources below(Path root) throws IOException {
        Map<String, List<String>> all = new HashMap<>();
        try (Stream<Path> modules = Files.list(root)) {
            for (Path module : modules.sorted().toList()) {
                Path tests = module.resolve(Path.of("src", "test", "java"));
                if (Files.isDirectory(tests)) {
                    read(tests, all);
                }
            }
        }
        return new TestSources(all);
    }

    private static void read(Path folder, Map<String, List<String>> all) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String name = file.getFileName().toString().replace(".java", "");
                all.computeIfAbsent(name, unseen -> new ArrayList<>()).add(Files.readString(file));
            }
        }
    }

    /** What is wrong with {@code Class#method}; empty where it is one test that is run. */
    String fault(String named) {
        int hash = named.indexOf('#');
        String name = named.substring(0, hash);
        List<String> sources = byClass.getOrDefault(name, List.of());
        if (sources.size() != 1) {
            return named + ": " + sources.size() + " classes of that name";
        }
        String source = sources.get(0);
        Matcher method = Pattern.compile("\\bvoid " + Pattern.quote(named.substring(hash + 1)) + "\\(")
                .matcher(source);
        if (!method.find()) {
            return named + ": no such method";
        }
        // What stands between it and the last blank line: its annotations.
        String above = source.substring(source.lastIndexOf("\n\n", method.start()) + 1, method.start());
        String type = source.substring(0, source.indexOf("class " + name));
        if (!RUN.matcher(above).find()) {
            return named + ": no test";
        }
        return OFF.matcher(type + above).find() ? named + ": switched off" : "";
    }
}
