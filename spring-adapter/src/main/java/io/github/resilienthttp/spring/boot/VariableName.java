// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot;

import io.github.resilienthttp.policy.NearestName;
import io.github.resilienthttp.policy.PolicyKey;
import io.github.resilienthttp.policy.PolicyKeys;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of an environment variable: upper case, underscores for dots, and for hyphens underscores or nothing. It cannot say
 * how a client's name is written: that of a client which is configured elsewhere counts, or one that needs no guessing.
 *
 * @param key the key in its one form; null where the variable is at fault
 * @param problem what is wrong; null where nothing is
 */
record VariableName(@Nullable String key, @Nullable String problem) {
    private static final Pattern NAME = Pattern.compile("RESILIENT_?HTTP_(.+)");
    private static final Pattern ENTRY = Pattern.compile("(.+)_([0-9]{1,4})_?");
    private static final String DEFAULTS = "DEFAULTS_";
    private static final String CLIENTS = "CLIENTS_";
    private static final Map<String, String> KEYS = keys();

    /** Empty where the variable is none of ours: others begin like that as well, those of a container's service links. */
    static Optional<VariableName> of(String variable, Collection<String> clients) {
        Matcher name = NAME.matcher(variable.toUpperCase(Locale.ROOT));
        if (!name.matches()) {
            return Optional.empty();
        }
        String rest = name.group(1);
        for (BootKey key : BootSettings.KEYS) {
            if (RelaxedName.plain(rest).equals(RelaxedName.plain(key.name()))) {
                return found(key.name());
            }
        }
        Optional<VariableName> found = below(rest, "", clients);
        Matcher entry = ENTRY.matcher(rest);
        if (found.isEmpty() && entry.matches()) {
            found = below(entry.group(1), "[" + Integer.valueOf(entry.group(2)) + "]", clients);
        }
        return found.isPresent() ? found : meantForUs(rest) ? refused("unknown key" + nearest(rest)) : Optional.empty();
    }

    private static Optional<VariableName> below(String rest, String index, Collection<String> clients) {
        if (rest.startsWith(DEFAULTS)) {
            String key = KEYS.get(rest.substring(DEFAULTS.length()));
            return key == null ? Optional.empty() : found("defaults." + key + index);
        }
        if (!rest.startsWith(CLIENTS)) {
            return Optional.empty();
        }
        String named = rest.substring(CLIENTS.length());
        for (int bar = named.indexOf('_', 1); bar > 0; bar = named.indexOf('_', bar + 1)) {
            String key = KEYS.get(named.substring(bar + 1));
            if (key != null) {
                return client(named.substring(0, bar), key + index, clients);
            }
        }
        return Optional.empty();
    }

    private static Optional<VariableName> client(String written, String key, Collection<String> clients) {
        List<String> meant = clients.stream()
                .filter(name -> bare(name).equals(bare(written)))
                .distinct()
                .sorted()
                .toList();
        if (meant.size() > 1) {
            return refused("may mean any of the clients " + String.join(", ", meant) + "; allowed: a file, where names"
                    + " are written as they are");
        }
        if (meant.isEmpty() && written.contains("_")) {
            return refused("no client is configured whose name may be written " + written
                    + ", and a variable cannot say whether the name has '-', '_' or '.'; allowed: at least one key of that"
                    + " client in a file");
        }
        String client = meant.isEmpty() ? written.toLowerCase(Locale.ROOT) : meant.get(0);
        return found("clients." + client + "." + key);
    }

    private static boolean meantForUs(String rest) {
        String section = rest.contains("_") ? rest.substring(0, rest.indexOf('_')) : rest;
        return NearestName.among(List.of("DEFAULTS", "CLIENTS"), section).isPresent();
    }

    private static String nearest(String rest) {
        return NearestName.among(KEYS.keySet(), rest.substring(rest.indexOf('_') + 1))
                .map(meant -> "; did you mean …_" + meant + "?")
                .orElse("");
    }

    private static Optional<VariableName> found(String key) {
        return Optional.of(new VariableName(RelaxedName.prefixed(key), null));
    }

    private static Optional<VariableName> refused(String problem) {
        return Optional.of(new VariableName(null, problem));
    }

    /** Without what a variable cannot hold. */
    private static String bare(String name) {
        return RelaxedName.plain(name).replace(".", "");
    }

    private static Map<String, String> keys() {
        Map<String, String> forms = new LinkedHashMap<>();
        for (PolicyKey<?> key : PolicyKeys.all()) {
            String dotless = key.name().toUpperCase(Locale.ROOT).replace('.', '_');
            forms.put(dotless.replace('-', '_'), key.name());
            forms.put(dotless.replace("-", ""), key.name());
        }
        return Map.copyOf(forms);
    }
}
