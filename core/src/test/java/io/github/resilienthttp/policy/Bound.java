// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Binds lines of {@code key=value}, below the prefix where they begin with a dot. */
final class Bound {
    private Bound() {}

    static ResilientHttpConfig of(String... lines) {
        return PolicyBinder.bind(values(lines));
    }

    static List<Fault> faults(String... lines) {
        try {
            of(lines);
            return List.of();
        } catch (InvalidConfigurationException refused) {
            return refused.faults();
        }
    }

    private static Map<String, ConfigValue> values(String... lines) {
        Map<String, ConfigValue> values = new LinkedHashMap<>();
        for (int i = 0; i < lines.length; i++) {
            String key = lines[i].substring(0, lines[i].indexOf('='));
            String value = lines[i].substring(lines[i].indexOf('=') + 1);
            values.put(key.startsWith(".") ? "resilient-http" + key : key, new ConfigValue(value, "f:" + (i + 1)));
        }
        return values;
    }
}
