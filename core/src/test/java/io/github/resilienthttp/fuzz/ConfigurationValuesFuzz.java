// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.fuzz;

import io.github.resilienthttp.policy.ConfigValue;
import io.github.resilienthttp.policy.PolicyBinder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keys and values as a host hands them over: lines of {@code key=value}; {@code >} stands for a client's prefix. */
public final class ConfigurationValuesFuzz {
    private ConfigurationValuesFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Map<String, ConfigValue> values = new LinkedHashMap<>();
        for (String line : new String(input, StandardCharsets.UTF_8).split("\n", -1)) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                String key = line.substring(0, equals);
                String full = key.startsWith(">") ? "resilient-http.clients.a." + key.substring(1) : key;
                values.put(full, new ConfigValue(line.substring(equals + 1), "line " + values.size()));
            }
        }
        BoundOrRefused.check(() -> PolicyBinder.bind(values));
    }
}
