// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.storm;

import io.github.resilienthttp.examples.JsonLine;
import io.github.resilienthttp.storm.StormResult;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import tools.jackson.core.JsonGenerator;

/** A storm for a program. */
public final class StormJson {
    private StormJson() {}

    /**
     * Writes it as one JSON object.
     *
     * @param result of one contender
     * @return one line
     */
    public static String line(StormResult result) {
        return JsonLine.of(json -> {
            json.writeStringProperty("policy", result.contender());
            json.writeStringProperty("scenario", result.scenario().name());
            json.writeNumberProperty("clients", result.scenario().clients());
            json.writeNumberProperty("seed", result.seed());
            share(json, "amplificationDuring", result.amplificationDuring());
            share(json, "amplificationAfter", result.amplificationAfter());
            share(json, "goodputDuring", result.goodputDuring());
            share(json, "goodputAfter", result.goodputAfter());
            JsonLine.number(
                    json,
                    "recoverySeconds",
                    result.recovery()
                            .map(Duration::toSeconds)
                            .map(Long::intValue)
                            .orElse(null));
            json.writeNumberProperty("calls", result.calls());
            json.writeNumberProperty("endedWell", result.endedWell());
            json.writeNumberProperty("requests", result.requests());
            json.writeNumberProperty("refused", result.refused());
            json.writeNumberProperty("throttled", result.throttled());
            share(json, "wasted", result.wasted());
        });
    }

    private static void share(JsonGenerator json, String name, double value) {
        json.writeNumberProperty(name, BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP));
    }
}
