// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lists that a host hands out entry by entry, as YAML does: {@code methods[0]=GET} and {@code methods[1]=PUT}. */
final class ListEntries {
    private static final Pattern ENTRY = Pattern.compile("(.+)\\[([0-9]{1,4})]", Pattern.DOTALL);

    private ListEntries() {}

    /** The same values with the entries of each list put together, at the place of its first one. */
    static Map<String, ConfigValue> joined(Map<String, ConfigValue> values) {
        Map<String, ConfigValue> joined = new LinkedHashMap<>();
        Map<String, Map<Integer, String>> lists = new LinkedHashMap<>();
        values.forEach((key, written) -> {
            Matcher entry = ENTRY.matcher(key);
            if (!entry.matches() || values.containsKey(entry.group(1))) {
                joined.put(key, written);
                return;
            }
            Map<Integer, String> list = lists.computeIfAbsent(entry.group(1), name -> new TreeMap<>());
            list.put(Integer.valueOf(entry.group(2)), written.value());
            joined.putIfAbsent(entry.group(1), written);
        });
        lists.forEach((key, list) -> joined.computeIfPresent(
                key, (name, first) -> new ConfigValue(String.join(",", list.values()), first.place())));
        return joined;
    }
}
