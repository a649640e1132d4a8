// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot.architecture.planted;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

public final class OutdatedCalls {
    @SuppressWarnings("StringCaseLocaleUsage")
    static List<String> all(String text) {
        Objects.requireNonNull(text, "text");
        return Stream.of(text.toLowerCase()).collect(Collectors.toList());
    }
}
