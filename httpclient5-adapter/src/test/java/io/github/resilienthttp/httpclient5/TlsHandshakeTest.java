// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.decision.Verdict;
import io.github.resilienthttp.testkit.Fate;
import java.io.IOException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TlsHandshakeTest {
    @ParameterizedTest
    @EnumSource(names = {"RESET", "CLOSE", "HALF_CLOSE"})
    void aHandshakeThatIsCutOffHasSentNothing(Fate fate) throws IOException {
        try (Scene scene = Scene.with("backoff.initial=1ms")) {
            scene.server().onAccept(fate);
            HttpClientContext context = HttpClientContext.create();
            HttpPost post = new HttpPost("https://127.0.0.1:" + scene.server().port() + "/");

            assertThatThrownBy(() -> scene.send(post, context)).isInstanceOf(IOException.class);

            assertThat(Scene.report(context).attempts()).hasSize(3).allSatisfy(attempt -> assertThat(attempt.verdict())
                    .isEqualTo(Verdict.UNREACHABLE));
        }
    }
}
