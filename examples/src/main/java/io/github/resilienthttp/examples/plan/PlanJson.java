// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.plan;

import io.github.resilienthttp.examples.JsonLine;
import io.github.resilienthttp.policy.WorstCase;
import tools.jackson.core.JsonGenerator;

/** A plan for a program. */
public final class PlanJson {
    private PlanJson() {}

    /**
     * Writes it as one JSON object.
     *
     * @param plan of one client
     * @return one line
     */
    public static String line(ClientPlan plan) {
        return JsonLine.of(json -> {
            json.writeStringProperty("client", plan.client());
            json.writeStringProperty("plan", plan.plan());
            worst(json, plan.worst());
            json.writeArrayPropertyStart("warnings");
            plan.warnings().forEach(json::writeString);
            json.writeEndArray();
            json.writeArrayPropertyStart("table");
            plan.table().rows().forEach(row -> row(json, plan.table(), row));
            json.writeEndArray();
        });
    }

    private static void worst(JsonGenerator json, WorstCase worst) {
        json.writeObjectPropertyStart("worstCase");
        json.writeNumberProperty("elapsedMs", worst.worstCaseMillis());
        json.writeNumberProperty("attempts", worst.attempts());
        json.writeNumberProperty("attemptsThatFit", worst.attemptsThatFit());
        json.writeEndObject();
    }

    private static void row(JsonGenerator json, OutcomeTable table, OutcomeTable.Line row) {
        json.writeStartObject();
        json.writeStringProperty("outcome", row.outcome());
        json.writeStringProperty("verdict", row.verdict());
        json.writeStringProperty("breaker", row.breaker());
        json.writeArrayPropertyStart("cells");
        for (int column = 0; column < row.cells().size(); column++) {
            cell(json, table.columns().get(column), row.cells().get(column));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void cell(JsonGenerator json, String column, WhatHappens cell) {
        json.writeStartObject();
        json.writeStringProperty("methods", column);
        json.writeStringProperty("decision", cell.decision());
        json.writeStringProperty("reason", cell.reason());
        if (cell.waitSource() == null) {
            json.writeNullProperty("waitMinMs");
            json.writeNullProperty("waitMaxMs");
        } else {
            json.writeNumberProperty("waitMinMs", cell.waitMinMs());
            json.writeNumberProperty("waitMaxMs", cell.waitMaxMs());
        }
        json.writeStringProperty("waitSource", cell.waitSource());
        json.writeEndObject();
    }
}
