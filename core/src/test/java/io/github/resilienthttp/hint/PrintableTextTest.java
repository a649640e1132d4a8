// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.hint;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrintableTextTest {
    @Test
    void replacesWhatCouldForgeOrReverseALogLine() {
        assertThat(PrintableText.of(
                        "a\r\nINFO b\tc\u0000d\u001b[31me\u0085f\u2028g\u2029h\u202ei\u200bj\u007fk\ud800l"))
                .isEqualTo("a  INFO b c d [31me f g h i j k l");
    }

    @Test
    void keepsLettersOfAllScripts() {
        assertThat(PrintableText.of("  größer als 5 €, 日本語 \ud83d\ude00 "))
                .isEqualTo("größer als 5 €, 日本語 \ud83d\ude00");
    }

    @Test
    void cutsAtTheLimitAndNeverThroughACharacter() {
        assertThat(PrintableText.of("x".repeat(60_000))).hasSize(PrintableText.LONGEST);
        assertThat(PrintableText.of("x" + "\ud83d\ude00".repeat(1000))).hasSize(PrintableText.LONGEST - 1);
        assertThat(PrintableText.of(Collections.nCopies(10_000, "text")))
                .startsWith("text; text")
                .hasSizeLessThanOrEqualTo(PrintableText.LONGEST);
    }

    @Test
    void takesScalarsAndListsOfScalars() {
        assertThat(PrintableText.of(new BigDecimal("17.50"))).isEqualTo("17.50");
        assertThat(PrintableText.of(new BigDecimal("1E+999999999"))).isEqualTo("1E+999999999");
        assertThat(PrintableText.of(true)).isEqualTo("true");
        assertThat(PrintableText.of(Arrays.asList("a", null, Map.of(), " ", List.of("b"), 7, "c")))
                .isEqualTo("a; c");
    }

    @Test
    void nothingVisibleIsNothing() {
        assertThat(PrintableText.of(null)).isNull();
        assertThat(PrintableText.of("")).isNull();
        assertThat(PrintableText.of(" \r\n\u0000")).isNull();
        assertThat(PrintableText.of(List.of())).isNull();
        assertThat(PrintableText.of(Map.of("a", "b"))).isNull();
    }
}
