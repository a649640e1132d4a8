// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.decision.Reason;
import java.util.List;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.H2AsyncClientBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class Http2InstallTest {
    @Test
    void aNameThatNobodyKnowsIsRefusedAtOnce() {
        try (ResilientHttp resilience = Scene.engine(List.of())) {
            assertThatThrownBy(() -> ResilientHttpClient5.install(H2AsyncClientBuilder.create(), resilience, "nobody"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("nobody");
        }
    }

    @Test
    void requestsBelongToTheClientThatWasNamedAndAttemptsDoNotMultiply() throws Exception {
        try (ResilientHttp resilience =
                        Scene.engine(List.of("backoff.initial=1ms", "clients.two.retry.max-attempts=2"));
                Http2Server server = Http2Server.start(stream -> stream.answer(503, "no"));
                CloseableHttpAsyncClient client = ResilientHttpClient5.install(
                                H2AsyncClientBuilder.create(), resilience, "two")
                        .build()) {
            client.start();
            HttpClientContext context = HttpClientContext.create();
            SimpleHttpResponse response = client.execute(
                            SimpleHttpRequest.create("GET", server.uri("/")), context, null)
                    .get();

            assertThat(response.getCode()).isEqualTo(503);
            assertThat(Scene.report(context).client()).isEqualTo("two");
            assertThat(Scene.report(context).reason()).isEqualTo(Reason.ATTEMPTS_EXHAUSTED);
            assertThat(server.streams()).hasSize(2);
        }
    }
}
