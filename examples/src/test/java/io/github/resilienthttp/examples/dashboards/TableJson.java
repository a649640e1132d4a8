// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.dashboards;

import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A table of one line per client, a column per query. */
final class TableJson {
    private static final Map<String, String> UNITS = Map.of(
            "Calls/s", "reqps",
            "Success", "percentunit",
            "Mean time", "s",
            "Budget left", "percentunit",
            "Cool-down", "s");

    private TableJson() {}

    static void write(ObjectNode json, ArrayNode overrides, ObjectNode options, Panel panel) {
        options.put("showHeader", true).put("cellHeight", "sm");
        ArrayNode transformations = json.putArray("transformations");
        transformations.addObject().put("id", "merge").putObject("options");
        ObjectNode organize = transformations.addObject().put("id", "organize").putObject("options");
        organize.putObject("excludeByName").put("Time", true);
        ObjectNode order = organize.putObject("indexByName");
        order.put("client", 0);
        ObjectNode names = organize.putObject("renameByName");
        names.put("client", "Client");
        for (int i = 0; i < panel.targets.size(); i++) {
            String column = panel.targets.get(i).legend();
            String value = "Value #" + DashboardJson.letter(i);
            names.put(value, column);
            order.put(value, i + 1);
            override(overrides, column);
        }
    }

    private static void override(ArrayNode overrides, String column) {
        ObjectNode override = overrides.addObject();
        override.putObject("matcher").put("id", "byName").put("options", column);
        ArrayNode properties = override.putArray("properties");
        String unit = UNITS.get(column);
        properties.addObject().put("id", "unit").put("value", unit == null ? "none" : unit);
        properties.addObject().put("id", "decimals").put("value", column.equals("Breaker") ? 0 : 2);
        if (column.equals("Breaker")) {
            ObjectNode mappings = properties.addObject();
            mappings.put("id", "mappings");
            States.write(mappings.putArray("value"));
        }
    }
}
