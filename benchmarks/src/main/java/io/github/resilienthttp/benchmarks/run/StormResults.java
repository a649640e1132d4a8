// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.run;

import io.github.resilienthttp.benchmarks.storm.StagedStorm;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came of all storms.
 *
 * @param before the machine at the beginning
 * @param after the machine at the end
 * @param versions the versions of all that was run
 * @param batches what the machine did meanwhile
 * @param rows each run, simulated and measured
 */
record StormResults(
        Machine before, Machine after, Map<String, String> versions, List<StormBatch> batches, List<StormRow> rows) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    void write(Path file) {
        JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), this);
    }

    static StormResults read(Path file) {
        return JSON.readValue(file.toFile(), StormResults.class);
    }

    /** With the storms of an earlier run that this one did not have. */
    StormResults with(StormResults earlier) {
        Set<String> here = batches.stream().map(StormBatch::scenario).collect(Collectors.toSet());
        List<StormBatch> allBatches = Stream.concat(
                        batches.stream(), earlier.batches.stream().filter(batch -> !here.contains(batch.scenario())))
                .sorted(Comparator.comparing(batch -> StagedStorm.of(batch.scenario())))
                .toList();
        List<StormRow> allRows = Stream.concat(
                        rows.stream(), earlier.rows.stream().filter(row -> !here.contains(row.scenario())))
                .toList();
        return new StormResults(earlier.before, after, versions, allBatches, allRows);
    }

    /** One of them for all seeds. */
    List<StormRow> rows(String scenario, String policy, String way) {
        return rows.stream()
                .filter(row -> row.scenario().equals(scenario)
                        && row.policy().equals(policy)
                        && row.way().equals(way))
                .toList();
    }

    List<String> policies() {
        return rows.stream().map(StormRow::policy).distinct().toList();
    }
}
