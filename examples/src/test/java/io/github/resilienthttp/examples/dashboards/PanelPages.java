// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.dashboards;

import java.util.List;

/** The part of docs/dashboards.md that is about panels. */
final class PanelPages {
    static final String BEGIN = "<!-- The panels: written by DashboardTest from their definitions. -->";
    static final String END = "<!-- End of the panels. -->";

    private PanelPages() {}

    static String markdown(List<Row> rows) {
        StringBuilder text = new StringBuilder(BEGIN).append("\n");
        for (Row row : rows) {
            text.append("\n## ").append(row.title()).append("\n");
            for (Panel panel : row.panels()) {
                text.append("\n### ").append(panel.title).append("\n\n");
                text.append(panel.says)
                        .append("\n\n**When it is red:** ")
                        .append(panel.whenRed)
                        .append("\n");
            }
        }
        return text.append("\n").append(END).toString();
    }

    /** The page with its part written anew. */
    static String replaced(String page, List<Row> rows) {
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("the page lacks the lines " + BEGIN + " and " + END);
        }
        return page.substring(0, begin) + markdown(rows) + page.substring(end + END.length());
    }
}
