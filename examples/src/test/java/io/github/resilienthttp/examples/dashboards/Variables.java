// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.dashboards;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What can be chosen at the top of the dashboard. */
final class Variables {
    private Variables() {}

    static void write(ArrayNode list) {
        ObjectNode source = list.addObject();
        source.put("name", "datasource").put("label", "Data source").put("type", "datasource");
        source.put("query", "prometheus")
                .put("hide", 0)
                .put("includeAll", false)
                .put("multi", false);
        variable(list, "application", "Application", "resilient_http_budget");
        variable(list, "instance", "Instance", "resilient_http_budget{application=~\"$application\"}");
        variable(
                list,
                "client",
                "Client",
                "resilient_http_budget{application=~\"$application\", instance=~\"$instance\"}");
    }

    private static void variable(ArrayNode list, String name, String label, String of) {
        String values = "label_values(" + of + ", " + name + ")";
        ObjectNode variable = list.addObject();
        variable.put("name", name).put("label", label).put("type", "query").put("hide", 0);
        DashboardJson.source(variable);
        variable.put("definition", values);
        variable.putObject("query").put("query", values).put("refId", "variable-" + name);
        // Matches what has no such label as well.
        variable.put("includeAll", true).put("allValue", ".*").put("multi", true);
        variable.put("refresh", 2).put("sort", 1);
        ObjectNode all = variable.putObject("current");
        all.put("selected", true).putArray("text").add("All");
        all.putArray("value").add("$__all");
    }
}
