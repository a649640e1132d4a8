// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.dashboards;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The dashboard in Grafana's classic model, ready to be imported or provisioned as it is. */
final class DashboardJson {
    static final String UID = "resilient-http";
    private static final String DOCS = "https://github.com/resilienthttp/resilient-http/blob/main/docs/dashboards.md";
    private static final int COLUMNS = 24;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private int id;
    private int x;
    private int y;
    private int lineHeight;

    private DashboardJson() {}

    static String text(List<Row> rows) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(new DashboardJson().dashboard(rows)) + "\n";
    }

    private ObjectNode dashboard(List<Row> rows) {
        ObjectNode dashboard = JSON.createObjectNode();
        dashboard.putNull("id").put("uid", UID).put("title", "resilient-http");
        dashboard.put("description", "Calls, retries, hints and breakers of resilient-http clients.");
        dashboard
                .put("schemaVersion", 39)
                .put("version", 1)
                .put("editable", true)
                .put("graphTooltip", 1);
        dashboard.putArray("tags").add("resilient-http").add("http-client");
        dashboard.put("timezone", "browser").put("refresh", "30s");
        dashboard.putObject("time").put("from", "now-1h").put("to", "now");
        ObjectNode link = dashboard.putArray("links").addObject();
        link.put("title", "What each panel says")
                .put("type", "link")
                .put("url", DOCS)
                .put("targetBlank", true);
        annotations(dashboard.putObject("annotations").putArray("list"));
        Variables.write(dashboard.putObject("templating").putArray("list"));
        ArrayNode panels = dashboard.putArray("panels");
        for (Row row : rows) {
            row(panels, row);
        }
        return dashboard;
    }

    private static void annotations(ArrayNode list) {
        ObjectNode opened = list.addObject();
        opened.put("name", "Breaker open")
                .put("enable", true)
                .put("iconColor", "red")
                .put("step", "30s");
        opened.put("expr", BrokenRow.openings())
                .put("titleFormat", "breaker open")
                .put("textFormat", "{{client}}");
        source(opened);
    }

    private void row(ArrayNode panels, Row row) {
        newLine();
        ObjectNode head = panels.addObject();
        head.put("id", ++id).put("type", "row").put("title", row.title()).put("collapsed", false);
        place(head, COLUMNS, 1);
        head.putArray("panels");
        for (Panel panel : row.panels()) {
            ObjectNode json = panels.addObject();
            json.put("id", ++id);
            place(json, panel.width, panel.height);
            source(json);
            PanelJson.write(json, panel);
        }
    }

    private void place(ObjectNode panel, int width, int height) {
        if (x + width > COLUMNS) {
            newLine();
        }
        panel.putObject("gridPos").put("x", x).put("y", y).put("w", width).put("h", height);
        x += width;
        lineHeight = Math.max(lineHeight, height);
    }

    private void newLine() {
        y += lineHeight;
        x = 0;
        lineHeight = 0;
    }

    static void source(ObjectNode of) {
        of.putObject("datasource").put("type", "prometheus").put("uid", "${datasource}");
    }

    static String letter(int index) {
        return String.valueOf((char) ('A' + index)).toUpperCase(Locale.ROOT);
    }
}
