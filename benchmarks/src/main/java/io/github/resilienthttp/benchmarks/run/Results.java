// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came of a run.
 *
 * @param quick whether it only looked that all of it runs
 * @param effort how long was measured, in words
 * @param before the machine at the beginning
 * @param after the machine at the end
 * @param versions the versions of all that was measured
 * @param rows the rows
 */
record Results(
        boolean quick, String effort, Machine before, Machine after, Map<String, String> versions, List<Row> rows) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    Results(boolean quick, Effort effort, Machine before, Machine after, List<Row> rows) throws IOException {
        this(quick, effort.text(), before, after, versionsOfAll(), rows);
    }

    static Map<String, String> versionsOfAll() throws IOException {
        Properties read = new Properties();
        try (InputStream file = Results.class.getResourceAsStream("/versions.properties")) {
            if (file == null) {
                throw new IOException("no versions.properties");
            }
            read.load(file);
        }
        Map<String, String> versions = new TreeMap<>();
        read.forEach((name, version) -> versions.put(String.valueOf(name), String.valueOf(version)));
        return versions;
    }

    void write(Path file) {
        JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), this);
    }

    /**
     * Writes rows, for the process that asked for them.
     *
     * @param file where to
     * @param rows the rows
     */
    static void write(Path file, List<Row> rows) {
        JSON.writeValue(file.toFile(), rows);
    }

    static List<Row> rows(Path file) {
        return List.of(JSON.readValue(file.toFile(), Row[].class));
    }

    /** A figure of a row that was measured in such a way. */
    OptionalDouble figure(String variant, String way, int threads, ToDoubleFunction<Row> what) {
        return rows.stream()
                .filter(row -> row.variant().equals(variant) && row.way().equals(way) && row.threads() == threads)
                .mapToDouble(what)
                .findFirst();
    }
}
