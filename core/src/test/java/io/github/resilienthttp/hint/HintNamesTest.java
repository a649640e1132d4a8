// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.hint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.policy.HintHeader;
import org.junit.jupiter.api.Test;

class HintNamesTest {
    @Test
    void noCaseWithAHintInItsFieldsIsPassedOver() {
        for (HintVector vector : HintVectors.all()) {
            ServerHint hint = Hinting.READER.readHeaders(vector.status(), vector.headers(), vector.now());
            if (hint.kind() != ServerHint.Kind.NONE) {
                assertThat(Hinting.READER.mayTell(vector.headers()))
                        .as(vector.id())
                        .isTrue();
            }
        }
    }

    @Test
    void thePlainFieldsOfAResponseTellNothing() {
        assertThat(Hinting.READER.mayTell(HeaderLines.of(
                        "Date",
                        "Fri, 01 Jan 2027 00:00:00 GMT",
                        "Server",
                        "s",
                        "X-Request-Id",
                        "retry-after",
                        "Referrer-Policy",
                        "no-referrer",
                        "",
                        "")))
                .isFalse();
    }

    @Test
    void theClientsOwnHeaderMayTellWhateverItsCase() {
        HintReader reader = Hinting.reader(new HintHeader("Back-In", HintHeader.Unit.MILLISECONDS));

        assertThat(reader.mayTell(HeaderLines.of("back-in", "5"))).isTrue();
        assertThat(reader.mayTell(HeaderLines.of("BACK-IN", "5"))).isTrue();
        assertThat(Hinting.READER.mayTell(HeaderLines.of("back-in", "5"))).isFalse();
        assertThat(Hinting.READER.mayTell(HeaderLines.of("RETRY-AFTER", "5"))).isTrue();
    }
}
