// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.dashboards;

import java.util.List;

/** Panels that answer one question. */
record Row(String title, List<Panel> panels) {
    /** The dashboard, from top to bottom. */
    static List<Row> all() {
        return List.of(WorkingRow.row(), AddedRow.row(), ServersRow.row(), BrokenRow.row());
    }
}
