// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The cases of {@code vectors/retry-budgets.json}. */
final class BudgetVectors {
    private BudgetVectors() {}

    static JsonNode of(String group) {
        try (InputStream in = BudgetVectors.class.getResourceAsStream("/vectors/retry-budgets.json")) {
            return JsonMapper.builder().build().readTree(in).get(group);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<JsonNode> cases(String group) {
        return of(group).valueStream();
    }
}
