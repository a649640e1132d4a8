// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A full key, taken apart. What follows {@code clients.} ends in the longest known key that leaves a name before it, so
 * that names may hold dots: {@code clients.api.eu.retry.max-attempts} belongs to the client {@code api.eu}.
 *
 * @param client the client's name; null below {@code defaults}
 * @param key the key
 */
record KeyPath(@Nullable String client, PolicyKey<?> key) {
    static final String DEFAULTS = "defaults";
    static final String CLIENTS = "clients";

    private static final String DOT = ".";
    private static final List<String> SECTIONS = List.of(DEFAULTS, CLIENTS);

    /** Whether a key is meant for us: it has our prefix, or one with at most two slips in it. */
    static boolean isOurs(String fullKey) {
        return hasPrefix(fullKey) || slippedPrefix(fullKey).isPresent();
    }

    /** The full key that somebody wrote without the prefix; empty where it is none, or a single word that may be anybody's. */
    static Optional<String> meantBy(String bareKey) {
        return Stream.of(PolicyKeys.PREFIX + DOT, PolicyKeys.PREFIX + DOT + DEFAULTS + DOT)
                .filter(missing -> bareKey.contains(DOT))
                .map(missing -> missing + bareKey)
                .filter(whole -> parse(whole).isPresent())
                .findFirst();
    }

    /** Takes a key apart; empty where there is no such key. */
    static Optional<KeyPath> parse(String fullKey) {
        String rest = hasPrefix(fullKey) ? afterPrefix(fullKey) : "";
        if (rest.startsWith(DEFAULTS + DOT)) {
            return PolicyKeys.find(rest.substring(DEFAULTS.length() + 1))
                    .filter(key -> !key.clientsOnly())
                    .map(key -> new KeyPath(null, key));
        }
        if (!rest.startsWith(CLIENTS + DOT)) {
            return Optional.empty();
        }
        String named = rest.substring(CLIENTS.length() + 1);
        // The first dot leaves the longest key, so the first one that fits is the right one.
        for (int dot = firstSplit(named); dot > 0; dot = named.indexOf('.', dot + 1)) {
            String client = named.substring(0, dot);
            Optional<PolicyKey<?>> key = PolicyKeys.find(named.substring(dot + 1));
            if (key.isPresent()) {
                return Optional.of(new KeyPath(client, key.get()));
            }
        }
        return Optional.empty();
    }

    /** Says what is wrong with a key that cannot be taken apart. */
    static Fault refuse(String fullKey, ConfigValue written) {
        String text = written.value();
        String place = written.place();
        if (!hasPrefix(fullKey)) {
            String meant = PolicyKeys.PREFIX + slippedPrefix(fullKey).orElse("");
            return new Fault(fullKey, text, place, "unknown prefix; did you mean " + FaultText.shown(meant) + "?");
        }
        String rest = afterPrefix(fullKey);
        String section = rest.contains(DOT) ? rest.substring(0, rest.indexOf('.')) : rest;
        String below = rest.substring(Math.min(section.length() + 1, rest.length()));
        if (section.equals(DEFAULTS)) {
            boolean clientsOnly = PolicyKeys.find(below).isPresent();
            return clientsOnly
                    ? new Fault(fullKey, text, place, below + " is allowed only below clients.<name>")
                    : unknown(fullKey, below, text, place);
        }
        if (section.equals(CLIENTS)) {
            return refuseClient(fullKey, below, text, place);
        }
        return refuseSection(fullKey, rest, section, written);
    }

    /** An unknown key. Its value is told only where it can be seen what was meant: else it may be anybody's secret. */
    static Fault unknown(String fullKey, String key, String text, @Nullable String place) {
        return PolicyKeys.nearest(key)
                .map(meant -> new Fault(fullKey, text, place, "unknown key; did you mean " + meant + "?"))
                .orElseGet(() -> new Fault(fullKey, null, place, "unknown key"));
    }

    private static Fault refuseClient(String fullKey, String named, String text, String place) {
        if (PolicyKeys.find(named).isPresent() || !named.contains(DOT) || named.startsWith(DOT)) {
            return new Fault(fullKey, null, place, "the client's name or the key is missing: clients.<name>.<key>");
        }
        // A name with dots can be split anywhere: take the split whose key is nearest to a known one.
        String best = named.substring(named.indexOf('.') + 1);
        int least = Integer.MAX_VALUE;
        for (int dot = firstSplit(named); dot > 0; dot = named.indexOf('.', dot + 1)) {
            String key = named.substring(dot + 1);
            int distance = PolicyKeys.nearest(key)
                    .map(meant -> NearestName.between(key, meant))
                    .orElse(Integer.MAX_VALUE);
            if (distance < least) {
                least = distance;
                best = key;
            }
        }
        return unknown(fullKey, best, text, place);
    }

    private static Fault refuseSection(String fullKey, String rest, String section, ConfigValue written) {
        String problem = "unknown key; keys stand below " + PolicyKeys.PREFIX + ".defaults or " + PolicyKeys.PREFIX
                + ".clients.<name>";
        Optional<String> meant = PolicyKeys.find(rest).isPresent()
                ? Optional.of(DEFAULTS + DOT + rest)
                : NearestName.among(SECTIONS, section).map(name -> name + rest.substring(section.length()));
        return meant.map(key -> new Fault(
                        fullKey,
                        written.value(),
                        written.place(),
                        problem + "; did you mean " + PolicyKeys.PREFIX + DOT + FaultText.shown(key) + "?"))
                .orElseGet(() -> new Fault(fullKey, null, written.place(), problem));
    }

    /** The first dot that leaves no more than could be a key. */
    private static int firstSplit(String named) {
        return named.indexOf('.', Math.max(1, named.length() - NearestName.LONGEST));
    }

    private static boolean hasPrefix(String fullKey) {
        return fullKey.equals(PolicyKeys.PREFIX) || fullKey.startsWith(PolicyKeys.PREFIX + DOT);
    }

    private static String afterPrefix(String fullKey) {
        return fullKey.substring(Math.min(PolicyKeys.PREFIX.length() + 1, fullKey.length()));
    }

    /** What follows a prefix that is nearly ours; a dot in the middle of it is a slip as well. */
    private static Optional<String> slippedPrefix(String fullKey) {
        int end = fullKey.indexOf('.');
        for (int dots = 0; dots < 2 && end > 0; dots++) {
            if (NearestName.between(fullKey.substring(0, end), PolicyKeys.PREFIX) <= 2) {
                return Optional.of(fullKey.substring(end));
            }
            end = fullKey.indexOf('.', end + 1);
        }
        return Optional.empty();
    }
}
