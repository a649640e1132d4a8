// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.hint;

import io.github.resilienthttp.fuzz.Claim;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A pointer is refused with a message, or is written as it was read. */
public final class JsonPointerFuzz {
    private static final Object DOCUMENT =
            Map.of("a", List.of(Map.of("b/c", BigDecimal.ONE), List.of(true)), "", Map.of("~", "x"), "0", "zero");

    private JsonPointerFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        JsonPointer pointer;
        try {
            pointer = JsonPointer.parse(text);
        } catch (IllegalArgumentException refused) {
            Claim.that(String.valueOf(refused.getMessage()).startsWith("JSON pointer: "), refused);
            return;
        }
        Claim.that(pointer.toString().equals(text), text);
        Claim.that(JsonPointer.parse(pointer.toString()).equals(pointer), text);
        Object found = pointer.find(DOCUMENT);
        Claim.that((found == DOCUMENT) == text.isEmpty(), text);
    }
}
