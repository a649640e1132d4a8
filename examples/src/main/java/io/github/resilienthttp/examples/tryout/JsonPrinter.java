// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.tryout;

import io.github.resilienthttp.examples.JsonLine;
import java.io.PrintStream;
import tools.jackson.core.JsonGenerator;

/** One JSON object a call, then the summary; nothing else. */
final class JsonPrinter implements Printer {
    private final PrintStream out;

    JsonPrinter(PrintStream out) {
        this.out = out;
    }

    @Override
    public void begin() {
        // JSON lines have no head.
    }

    @Override
    public void call(CallLine call) {
        out.println(JsonLine.of(json -> write(json, call)));
        out.flush();
    }

    private static void write(JsonGenerator json, CallLine call) {
        json.writeNumberProperty("call", call.call());
        JsonLine.number(json, "status", call.status());
        json.writeStringProperty("outcome", call.outcome());
        json.writeStringProperty("reason", call.reason());
        json.writeStringProperty("error", call.error());
        json.writeStringProperty("notBefore", call.notBefore());
        json.writeNumberProperty("elapsedMs", call.elapsedMs());
        json.writeNumberProperty("bodyBytes", call.body().bytes());
        json.writeStringProperty("bodySha256", call.body().sha256());
        json.writeArrayPropertyStart("attempts");
        for (AttemptLine attempt : call.attempts()) {
            json.writeStartObject();
            write(json, attempt);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, AttemptLine attempt) {
        json.writeNumberProperty("n", attempt.n());
        json.writeNumberProperty("waitBeforeMs", attempt.waitBeforeMs());
        json.writeStringProperty("waitBeforeSource", attempt.waitBeforeSource());
        json.writeNumberProperty("startMs", attempt.startMs());
        json.writeNumberProperty("endMs", attempt.endMs());
        JsonLine.number(json, "status", attempt.status());
        json.writeStringProperty("error", attempt.error());
        json.writeStringProperty("verdict", attempt.verdict());
        json.writeStringProperty("decision", attempt.decision());
    }

    @Override
    public void end(Summary summary) {
        out.println(JsonLine.of(json -> {
            json.writeObjectPropertyStart("summary");
            json.writeNumberProperty("calls", summary.calls());
            json.writeNumberProperty("attempts", summary.attempts());
            json.writeNumberProperty("ok", summary.ok());
            json.writeNumberProperty("recovered", summary.recovered());
            json.writeNumberProperty("failed", summary.failed());
            json.writeNumberProperty("refused", summary.refused());
            json.writeNumberProperty("elapsedMs", summary.elapsedMs());
            json.writeEndObject();
        }));
        out.flush();
    }
}
