// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.tryout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RedactionTest {
    private final Redaction redaction = new Redaction(TryRequest.of(
            null,
            "https://host/path?auth_token=hunter2hunter2&page=1",
            HeaderLine.all(List.of("Authorization: Bearer sk_live_abcdef")),
            RequestBody.of(null, new ByteArrayInputStream(new byte[0]))));

    @Test
    void queriesAreNotShown() {
        assertThat(redaction.describe(new IOException("Circular redirect to 'https://other/x?token=abc&y=1'")))
                .isEqualTo("java.io.IOException: Circular redirect to 'https://other/x?…'");
    }

    @Test
    void valuesOfHeadersAndQueriesAreNotShownWhereverTheyStand() {
        assertThat(redaction.describe(new IOException("bad sk_live_abcdef near hunter2hunter2")))
                .isEqualTo("java.io.IOException: bad … near …");
    }

    @Test
    void credentialsInAddressesAreNotShown() {
        assertThat(redaction.describe(new IOException("to http://me:pw@host/")))
                .isEqualTo("java.io.IOException: to http://…@host/");
    }

    @Test
    void aMessageStaysOnOneLine() {
        assertThat(redaction.describe(new IOException("a\r\nb"))).isEqualTo("java.io.IOException: a b");
        assertThat(redaction.describe(new IOException())).isEqualTo("java.io.IOException");
    }
}
