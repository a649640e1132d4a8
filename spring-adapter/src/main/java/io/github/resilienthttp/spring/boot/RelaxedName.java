// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot;

import io.github.resilienthttp.policy.PolicyKey;
import io.github.resilienthttp.policy.PolicyKeys;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The name of a property as files and the command line have it. Case, hyphens and underscores of a key do not count, those of
 * a client's name do. A name that is nobody's stays as it is, so that whoever wrote it is told of it.
 *
 * @param key the key in its one form
 * @param client the client it belongs to; null where it is none's
 */
record RelaxedName(String key, @Nullable String client) {
    private static final Pattern BRACKETED = Pattern.compile("clients\\[([^\\]]*)]\\.?(.*)", Pattern.DOTALL);
    private static final Pattern INDEXED = Pattern.compile("(.*)(\\[[0-9]{1,4}])", Pattern.DOTALL);
    private static final String DEFAULTS = "defaults.";
    private static final String CLIENTS = "clients.";

    private static final Map<String, String> POLICY_KEYS = PolicyKeys.all().stream()
            .map(PolicyKey::name)
            .collect(Collectors.toUnmodifiableMap(RelaxedName::plain, Function.identity()));
    private static final Map<String, String> BOOT_KEYS = BootSettings.KEYS.stream()
            .map(BootKey::name)
            .collect(Collectors.toUnmodifiableMap(RelaxedName::plain, Function.identity()));

    static RelaxedName of(String name) {
        int dot = name.indexOf('.');
        if (dot < 0 || !plain(name.substring(0, dot)).equals(plain(PolicyKeys.PREFIX))) {
            return new RelaxedName(name, null);
        }
        String rest = name.substring(dot + 1);
        Matcher bracketed = BRACKETED.matcher(rest);
        if (bracketed.matches()) {
            rest = CLIENTS + bracketed.group(1) + "." + bracketed.group(2);
        }
        Matcher indexed = INDEXED.matcher(rest);
        return indexed.matches() ? below(indexed.group(1), indexed.group(2)) : below(rest, "");
    }

    private static RelaxedName below(String rest, String index) {
        if (rest.startsWith(CLIENTS)) {
            String named = rest.substring(CLIENTS.length());
            // The first dot leaves the longest key, as in the table of keys.
            for (int dot = named.indexOf('.', 1); dot > 0; dot = named.indexOf('.', dot + 1)) {
                String key = POLICY_KEYS.get(plain(named.substring(dot + 1)));
                if (key != null) {
                    String client = named.substring(0, dot);
                    return new RelaxedName(prefixed(CLIENTS + client + "." + key + index), client);
                }
            }
        } else if (rest.startsWith(DEFAULTS)) {
            String key = POLICY_KEYS.get(plain(rest.substring(DEFAULTS.length())));
            if (key != null) {
                return new RelaxedName(prefixed(DEFAULTS + key + index), null);
            }
        }
        return new RelaxedName(prefixed(BOOT_KEYS.getOrDefault(plain(rest), rest) + index), null);
    }

    static String prefixed(String rest) {
        return PolicyKeys.PREFIX + "." + rest;
    }

    static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }
}
