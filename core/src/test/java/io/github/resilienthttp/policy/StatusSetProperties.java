// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class StatusSetProperties {
    @Property(tries = 300)
    void theCanonicalTextIsReadBack(@ForAll("texts") String text) {
        StatusSet set = StatusSet.parse(text);
        assertThat(StatusSet.parse(set.toString())).isEqualTo(set);
    }

    @Property(tries = 300)
    void containsWhatWasNamedAndNotExcluded(
            @ForAll("repeatable") Set<Integer> named, @ForAll("repeatable") Set<Integer> not) {
        String text = "500, " + joined(named, "") + joined(not, "!") + "!100";
        Set<Integer> expected =
                named.stream().filter(status -> !not.contains(status)).collect(Collectors.toSet());
        if (!not.contains(500)) {
            expected.add(500);
        }
        if (expected.isEmpty()) {
            return;
        }
        StatusSet set = StatusSet.parse(text);
        for (int status = -1; status < 1000; status++) {
            assertThat(set.contains(status)).isEqualTo(expected.contains(status));
        }
    }

    @Provide
    Arbitrary<Set<Integer>> repeatable() {
        return Arbitraries.integers()
                .between(400, 599)
                .filter(status -> status != 429)
                .set()
                .ofMaxSize(30);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> single = Arbitraries.integers()
                .between(400, 599)
                .filter(status -> status != 429)
                .map(String::valueOf);
        Arbitrary<String> range = Combinators.combine(
                        Arbitraries.integers().between(500, 549),
                        Arbitraries.integers().between(550, 599))
                .as((first, last) -> first + "-" + last);
        Arbitrary<String> entry =
                Arbitraries.oneOf(single, range, single.map(text -> "!" + text), range.map(text -> "!" + text));
        Arbitrary<List<String>> entries = entry.list().ofMinSize(1).ofMaxSize(8);
        return entries.map(list -> String.join(",", list)).filter(StatusSetProperties::readable);
    }

    private static boolean readable(String text) {
        try {
            StatusSet.parse(text);
            return true;
        } catch (IllegalArgumentException nothingLeft) {
            return false;
        }
    }

    private static String joined(Set<Integer> statuses, String sign) {
        return statuses.stream().map(status -> sign + status + ", ").collect(Collectors.joining());
    }
}
