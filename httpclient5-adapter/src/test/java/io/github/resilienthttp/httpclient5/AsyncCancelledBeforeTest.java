// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.event.CallReport;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AsyncCancelledBeforeTest {
    @Test
    void aRequestThatWasCancelledBeforeItsHopBeganMakesNoAttempt() throws Exception {
        HttpClientContext context = HttpClientContext.create();
        try (AsyncScene scene = AsyncScene.built(AsyncCancelledBeforeTest::cancelling)) {
            CompletableFuture<SimpleHttpResponse> result = scene.start(scene.request("GET", "/"), context);

            assertThat(result.handle((response, failure) -> failure).get(20, TimeUnit.SECONDS))
                    .isNotNull();
            assertThat(scene.server().requests()).isEmpty();
        }
        CallReport report = ResilientHttpClient5.report(context);
        assertThat(report).isNotNull();
        assertThat(report.reason()).isEqualTo(Reason.CANCELLED);
        assertThat(report.attempts()).isEmpty();
    }

    private static void cancelling(HttpAsyncClientBuilder builder) {
        builder.addExecInterceptorFirst("cancelling", (request, body, scope, chain, callback) -> {
            scope.cancellableDependency.cancel();
            chain.proceed(request, body, scope, callback);
        });
    }
}
