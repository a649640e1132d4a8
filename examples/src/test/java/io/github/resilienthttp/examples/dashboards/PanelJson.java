// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.dashboards;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One panel in Grafana's classic model. */
final class PanelJson {
    private PanelJson() {}

    static void write(ObjectNode json, Panel panel) {
        json.put("type", panel.type).put("title", panel.title).put("description", panel.description());
        targets(json.putArray("targets"), panel);
        ObjectNode field = json.putObject("fieldConfig");
        defaults(field.putObject("defaults"), panel);
        ArrayNode overrides = field.putArray("overrides");
        ObjectNode options = json.putObject("options");
        switch (panel.type) {
            case "timeseries" -> chart(options);
            case "stat" -> stat(options);
            case "state-timeline" -> timeline(options);
            case "table" -> TableJson.write(json, overrides, options, panel);
            default -> throw new IllegalArgumentException(panel.type);
        }
    }

    private static void targets(ArrayNode targets, Panel panel) {
        boolean table = panel.type.equals("table");
        for (int i = 0; i < panel.targets.size(); i++) {
            Panel.Target target = panel.targets.get(i);
            ObjectNode json = targets.addObject();
            json.put("refId", DashboardJson.letter(i)).put("expr", target.expression());
            json.put("legendFormat", table ? "" : target.legend());
            json.put("range", !table).put("instant", table).put("format", table ? "table" : "time_series");
            json.put("editorMode", "code");
            DashboardJson.source(json);
        }
    }

    private static void defaults(ObjectNode defaults, Panel panel) {
        defaults.put("unit", panel.unit);
        if (panel.fromZeroToOne || panel.stacked || panel.type.equals("timeseries")) {
            defaults.put("min", 0);
        }
        if (panel.fromZeroToOne) {
            defaults.put("max", 1);
        }
        thresholds(defaults.putObject("thresholds"), panel);
        if (panel.type.equals("state-timeline")) {
            States.write(defaults.putArray("mappings"));
            defaults.putObject("color").put("mode", "thresholds");
            defaults.putObject("custom").put("fillOpacity", 80).put("lineWidth", 0);
        } else if (panel.type.equals("timeseries")) {
            defaults.putObject("color").put("mode", "palette-classic-by-name");
            ObjectNode custom = defaults.putObject("custom");
            custom.put("lineWidth", 1)
                    .put("fillOpacity", panel.stacked ? 40 : 0)
                    .put("showPoints", "never");
            custom.put("spanNulls", false);
            custom.putObject("stacking")
                    .put("mode", panel.stacked ? "normal" : "none")
                    .put("group", "A");
            custom.putObject("thresholdsStyle").put("mode", Double.isNaN(panel.red) ? "off" : "dashed");
        }
    }

    private static void thresholds(ObjectNode json, Panel panel) {
        json.put("mode", "absolute");
        ArrayNode steps = json.putArray("steps");
        if (Double.isNaN(panel.red)) {
            step(steps, "green", null);
        } else if (panel.red > panel.yellow) {
            step(steps, "green", null);
            step(steps, "yellow", panel.yellow);
            step(steps, "red", panel.red);
        } else {
            step(steps, "red", null);
            step(steps, "yellow", panel.red);
            step(steps, "green", panel.yellow);
        }
    }

    private static void step(ArrayNode steps, String colour, Double from) {
        steps.addObject().put("color", colour).put("value", from);
    }

    private static void chart(ObjectNode options) {
        ObjectNode legend = options.putObject("legend");
        legend.put("displayMode", "list")
                .put("placement", "bottom")
                .put("showLegend", true)
                .putArray("calcs");
        options.putObject("tooltip").put("mode", "multi").put("sort", "desc");
    }

    private static void stat(ObjectNode options) {
        options.put("colorMode", "value").put("graphMode", "area").put("textMode", "value");
        ObjectNode reduce = options.putObject("reduceOptions");
        reduce.put("fields", "").put("values", false).putArray("calcs").add("lastNotNull");
    }

    private static void timeline(ObjectNode options) {
        options.put("showValue", "never").put("mergeValues", true).put("rowHeight", 0.8);
        options.putObject("legend")
                .put("displayMode", "list")
                .put("placement", "bottom")
                .put("showLegend", true);
    }
}
