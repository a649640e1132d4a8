// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot;

import io.github.resilienthttp.policy.PolicyKey;
import io.github.resilienthttp.policy.PolicyKeys;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes what editors know of the keys, from the table of keys. */
final class MetadataJson {
    private static final String DEFAULTS = RelaxedName.prefixed("defaults");
    private static final String CLIENTS = RelaxedName.prefixed("clients");
    private static final String ANY_CLIENT = CLIENTS + ".*.";

    private final List<Map<String, Object>> groups = new ArrayList<>();
    private final List<Map<String, Object>> properties = new ArrayList<>();
    private final List<Map<String, Object>> hints = new ArrayList<>();

    static String write() {
        MetadataJson json = new MetadataJson();
        json.boot();
        for (PolicyKey<?> key : PolicyKeys.all()) {
            if (!key.clientsOnly()) {
                json.policy(DEFAULTS + "." + key.name(), key, "For every client: ");
            }
            json.policy(ANY_CLIENT + key.name(), key, "For this client: ");
        }
        json.actuator();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("groups", json.groups);
        all.put("properties", json.properties);
        all.put("hints", json.hints);
        return text(all, "") + "\n";
    }

    private void boot() {
        groups.add(entry("name", PolicyKeys.PREFIX, "description", "Settings of the engine as a whole."));
        groups.add(entry("name", DEFAULTS, "description", "What every client has that leaves it out."));
        groups.add(entry("name", CLIENTS, "description", "Clients by name, each with the keys of the defaults."));
        for (BootKey key : BootSettings.KEYS) {
            boolean flag = key.allowed().contains("true");
            property(
                    RelaxedName.prefixed(key.name()),
                    flag ? "java.lang.Boolean" : "java.lang.String",
                    key.meaning(),
                    flag ? Boolean.valueOf(key.byDefault()) : key.byDefault());
            if (!flag) {
                hint(RelaxedName.prefixed(key.name()), key.allowed());
            }
        }
        property(
                CLIENTS,
                "java.util.Map<java.lang.String,java.lang.Object>",
                "Clients by name. A name has letters, digits, '-', '_' and single dots; every key of the defaults may stand"
                        + " below it.",
                null);
    }

    private void policy(String name, PolicyKey<?> key, String before) {
        property(name, type(key), sentence(before + key.description()), byDefault(key));
        if (key.metadataType().isEnum()) {
            hint(name, constants(key));
        }
    }

    private void actuator() {
        String access = "org.springframework.boot.actuate.endpoint.Access";
        String endpoint = "management.endpoint.resilienthttp";
        property(
                endpoint + ".access", access, "Permitted level of access for the resilienthttp endpoint.", "read-only");
        property(
                endpoint + ".cache.time-to-live",
                Duration.class.getName(),
                "Maximum time that a response can be cached.",
                "0ms");
        property(
                endpoint + "refresh.access",
                access,
                "Permitted level of access for the resilienthttprefresh endpoint.",
                "none");
        property(
                "management.health.resilienthttp.enabled",
                "java.lang.Boolean",
                "Whether health tells which scopes are in trouble.",
                true);
    }

    private void property(String name, String type, String description, Object byDefault) {
        Map<String, Object> property = entry("name", name, "type", type);
        property.put("description", description);
        if (byDefault != null) {
            property.put("defaultValue", byDefault);
        }
        properties.add(property);
    }

    private void hint(String name, List<String> values) {
        Map<String, Object> hint = entry("name", name);
        hint.put("values", values.stream().map(value -> entry("value", value)).toList());
        hints.add(hint);
    }

    private static String type(PolicyKey<?> key) {
        Class<?> type = key.metadataType();
        return Collection.class.isAssignableFrom(type) ? type.getName() + "<java.lang.String>" : type.getName();
    }

    private static Object byDefault(PolicyKey<?> key) {
        String text = key.defaultText();
        if (text.equals("none") && !constants(key).contains("none")) {
            return null;
        }
        Object value = key.defaultValue();
        if (value instanceof Collection<?>) {
            return Arrays.asList(text.split(", "));
        }
        boolean plain = key.metadataType() != String.class && (value instanceof Number || value instanceof Boolean);
        return plain ? value : text;
    }

    private static List<String> constants(PolicyKey<?> key) {
        Object[] constants = key.metadataType().getEnumConstants();
        return constants == null
                ? List.of()
                : Arrays.stream(constants)
                        .map(each -> each.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .toList();
    }

    private static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static Map<String, Object> entry(String... namesAndValues) {
        Map<String, Object> entry = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            entry.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return entry;
    }

    private static String text(Object value, String indent) {
        String deeper = indent + "  ";
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(each -> deeper + text(each.getKey(), "") + ": " + text(each.getValue(), deeper))
                    .collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"));
        }
        if (value instanceof Collection<?> all) {
            return all.stream()
                    .map(each -> deeper + text(each, deeper))
                    .collect(Collectors.joining(",\n", "[\n", "\n" + indent + "]"));
        }
        return value instanceof String string
                ? "\"" + string.replace("\\", "\\\\").replace("\"", "\\\"") + "\""
                : value.toString();
    }
}
