// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.hint.ErrorDetails;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialsTest {
    private static @Nullable String cleaned(String header, String value, String message) {
        ErrorDetails error = Credentials.removed(
                FakeHeaders.of(header, value), null, new ErrorDetails(null, message, Map.of(), null));
        return error == null ? null : error.message();
    }

    @ParameterizedTest
    @CsvSource({
        "Authorization, Bearer abcdefgh12345678, bad abcdefgh12345678!, bad …!",
        "Authorization, Negotiate abcdefgh12345678, Negotiate is out of order, Negotiate is out of order",
        "Cookie, sid=abcdefgh12345678; lang=english, abcdefgh12345678 is not known, … is not known",
        "X-Api-Key, abcdefgh12345678, the key abcdefgh12345678, the key …",
        "Accept, abcdefgh12345678, the key abcdefgh12345678, the key abcdefgh12345678",
    })
    void theSecretGoesAndTheWordsAroundItStay(String header, String value, String message, String told) {
        assertThat(cleaned(header, value, message)).isEqualTo(told);
    }

    /** Shorter ones would be found in any text. */
    @Test
    void fromFiveCharactersOnAndNoLess() {
        assertThat(cleaned("X-Api-Key", "abcde", "was abcde.")).isEqualTo("was ….");
        assertThat(cleaned("X-Api-Key", "abcd", "was abcd.")).isEqualTo("was abcd.");
        assertThat(cleaned("X-Api-Key", "abcdefgh", "cut off: abcde")).isEqualTo("cut off: …");
        assertThat(cleaned("X-Api-Key", "abcdefgh", "cut off: abcd")).isEqualTo("cut off: abcd");
        assertThat(cleaned("X-Api-Key", "abcdefgh", "cut off: abcdefg")).isEqualTo("cut off: …");
    }
}
