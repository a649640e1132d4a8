// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.hint;

import io.github.resilienthttp.policy.HintHeader;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How the names of all fields begin that carry hints, or forbid a retry. */
final class HintNames {
    private static final List<String> STANDARD = List.of(
            "retry-after",
            "ratelimit",
            "x-ms-retry",
            "x-amz-retry",
            "x-rate",
            RetryVeto.SHOULD_RETRY,
            RetryVeto.PUSHBACK);

    private final String[] beginnings;
    /** The first letter of each. */
    private final String initials;

    /** The client's own headers are among them. */
    HintNames(List<HintHeader> additional) {
        Stream<String> own = additional.stream().map(header -> header.name().toLowerCase(Locale.ROOT));
        beginnings = Stream.concat(STANDARD.stream(), own).toArray(String[]::new);
        StringBuilder letters = new StringBuilder();
        for (String beginning : beginnings) {
            letters.append(beginning, 0, 1);
        }
        initials = letters.toString();
    }

    boolean anyIn(HeaderView headers) {
        Search search = new Search(this);
        headers.forEach((name, value) -> search.look(name));
        return search.found;
    }

    private boolean begins(String name) {
        if (name.isEmpty() || initials.indexOf(Character.toLowerCase(name.charAt(0))) < 0) {
            return false;
        }
        for (String beginning : beginnings) {
            if (name.regionMatches(true, 0, beginning, 0, beginning.length())) {
                return true;
            }
        }
        return false;
    }

    private static final class Search {
        private final HintNames names;
        private boolean found;

        Search(HintNames names) {
            this.names = names;
        }

        void look(String name) {
            found = found || names.begins(name);
        }
    }
}
