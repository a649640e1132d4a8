// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.dashboards;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The file that users import. */
final class CommittedDashboard {
    static final Path FILE = Path.of("..", "dashboards", "resilient-http.json");

    private CommittedDashboard() {}

    static JsonNode read() {
        try {
            return JsonMapper.shared().readTree(Files.readString(FILE));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** All but the headings of rows. */
    static List<JsonNode> panels() {
        return read().get("panels")
                .valueStream()
                .filter(panel -> !panel.get("type").asString().equals("row"))
                .toList();
    }

    /** Everything that Grafana would ask Prometheus. */
    static List<String> expressions() {
        Stream<JsonNode> queries =
                panels().stream().flatMap(panel -> panel.get("targets").valueStream());
        Stream<JsonNode> annotations = read().at("/annotations/list").valueStream();
        return Stream.concat(queries, annotations)
                .map(query -> query.get("expr").asString())
                .toList();
    }
}
