// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples;

import io.github.resilienthttp.policy.InvalidConfigurationException;
import io.github.resilienthttp.policy.Policy;
import io.github.resilienthttp.policy.PolicyBuilder;
import io.github.resilienthttp.policy.PolicyKey;
import io.github.resilienthttp.policy.PolicyKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keys that a page names in its text are keys, and the values beside them are allowed. */
final class KeyMentions {
    /** Of others: an attribute of spans. */
    private static final Set<String> NOT_OURS = Set.of("error.type");

    private static final Pattern MENTION =
            Pattern.compile("`(?:resilient-http\\.(?:defaults|clients\\.[\\w-]+)\\.)?((?:"
                    + Stream.concat(
                                    Stream.of("breaker"),
                                    PolicyKeys.all().stream()
                                            .map(PolicyKey::name)
                                            .filter(name -> name.contains("."))
                                            .map(name -> name.substring(0, name.indexOf('.')))
                                            .distinct())
                            .map(Pattern::quote)
                            .collect(Collectors.joining("|"))
                    + ")(?:\\.[a-z-]+)+|mode|scope|origins|attempt-header)(?: ?= ?([^`]+))?`");

    private KeyMentions() {}

    /** What is wrong, with file and line. */
    static List<String> faults(Path page) {
        List<String> faults = new ArrayList<>();
        try {
            List<String> lines = Files.readAllLines(page);
            boolean code = false;
            for (int n = 0; n < lines.size(); n++) {
                if (lines.get(n).strip().startsWith("```")) {
                    code = !code;
                } else if (!code) {
                    for (MatchResult mention :
                            MENTION.matcher(lines.get(n)).results().toList()) {
                        String fault = fault(mention.group(1), mention.group(2));
                        if (fault != null) {
                            faults.add(page + ":" + (n + 1) + ": " + fault);
                        }
                    }
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return faults;
    }

    private static @Nullable String fault(String key, @Nullable String value) {
        if (NOT_OURS.contains(key)) {
            return null;
        }
        if (PolicyKeys.find(key).isEmpty()) {
            return key + " is no key";
        }
        if (value == null || value.contains("…") || value.startsWith("\"")) {
            return null;
        }
        try {
            PolicyBuilder builder = Policy.builder("any");
            if (key.equals("rate-limit.permits")) {
                builder.set("rate-limit.period", "1s");
            }
            builder.set(key, value.replace("path:N", "path:1").replace("header:NAME", "header:X"))
                    .build();
            return null;
        } catch (InvalidConfigurationException refused) {
            return refused.getMessage();
        }
    }
}
