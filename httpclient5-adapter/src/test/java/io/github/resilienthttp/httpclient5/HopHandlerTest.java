// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilienthttp.ResilientHttp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One element of a chain, with everything around it made up. */
class HopHandlerTest {
    private final ResilientHttp resilience = Scene.engine(List.of("backoff.initial=1ms"));
    private final HopHandler handler = new HopHandler(CallOpener.byOrigin(resilience));
    private final FakeRuntime runtime = new FakeRuntime();
    private final HttpClientContext context = HttpClientContext.create();
    private final AtomicInteger closed = new AtomicInteger();

    @AfterEach
    void close() {
        resilience.close();
    }

    @Test
    void aResponseThatIsGivenUpIsClosedOnceAndTheOneDeliveredNotAtAll() throws Exception {
        List<ClassicHttpResponse> answers = new ArrayList<>(List.of(response(503), response(200)));

        ClassicHttpResponse delivered = run(get(), (request, scope) -> answers.remove(0));

        assertThat(delivered.getCode()).isEqualTo(200);
        assertThat(closed).hasValue(1);
    }

    @Test
    void theFirstAttemptGetsTheVeryRequestAndLaterOnesAFreshCopy() throws Exception {
        ClassicHttpRequest given = get();
        given.addHeader("Custom", "1");
        List<ClassicHttpRequest> seen = new ArrayList<>();
        List<String> headers = new ArrayList<>();
        List<String> paths = new ArrayList<>();

        run(given, (request, scope) -> {
            seen.add(request);
            paths.add(request.getPath());
            for (Header header : request.getHeaders()) {
                headers.add(header.toString());
            }
            request.addHeader("Cookie", "added downstream");
            request.removeHeaders("Custom");
            request.setPath("/changed");
            return response(seen.size() < 3 ? 503 : 200);
        });

        assertThat(seen.get(0)).isSameAs(given);
        assertThat(seen).doesNotHaveDuplicates().hasSize(3);
        assertThat(headers).containsExactly("Custom: 1", "Custom: 1", "Custom: 1");
        assertThat(paths).containsExactly("/", "/", "/");
    }

    @Test
    void aResponseTimeoutThatIsNotSetIsNoObstacle() throws Exception {
        context.setRequestConfig(RequestConfig.custom().setResponseTimeout(null).build());
        AtomicInteger calls = new AtomicInteger();

        run(get(), (request, scope) -> response(calls.incrementAndGet() == 1 ? 503 : 200));

        assertThat(calls).hasValue(2);
    }

    @Test
    void anUncheckedExceptionComesOutAsItIsAndOnce() {
        IllegalStateException bug = new IllegalStateException("a bug");
        AtomicInteger calls = new AtomicInteger();

        assertThatThrownBy(() -> run(get(), (request, scope) -> {
                    calls.incrementAndGet();
                    throw bug;
                }))
                .isSameAs(bug);

        assertThat(calls).hasValue(1);
        assertThat(runtime.acquired).isFalse();
        assertThat(runtime.discards()).isPositive();
    }

    @Test
    void anErrorLeavesNoConnectionBehind() {
        StackOverflowError error = new StackOverflowError();

        assertThatThrownBy(() -> run(get(), (request, scope) -> {
                    throw error;
                }))
                .isSameAs(error);

        assertThat(runtime.acquired).isFalse();
    }

    @Test
    void anHttpExceptionComesOutAsItIsAndOnce() {
        HttpException failure = new ProtocolException("not like this");
        AtomicInteger calls = new AtomicInteger();

        assertThatThrownBy(() -> run(get(), (request, scope) -> {
                    calls.incrementAndGet();
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(calls).hasValue(1);
    }

    @Test
    void anAbortedRequestHasNoSecondAttempt() {
        AtomicInteger calls = new AtomicInteger();
        IOException cut = new IOException("closed");

        assertThatThrownBy(() -> run(get(), (request, scope) -> {
                    calls.incrementAndGet();
                    runtime.aborted = true;
                    throw cut;
                }))
                .isSameAs(cut);

        assertThat(calls).hasValue(1);
    }

    @Test
    void aRepeatableBodyIsPassedOnAsItIs() throws Exception {
        HttpEntity body = new StringEntity("x");
        ClassicHttpRequest put =
                ClassicRequestBuilder.put("http://localhost/").setEntity(body).build();
        List<HttpEntity> bodies = new ArrayList<>();

        run(put, (request, scope) -> {
            bodies.add(request.getEntity());
            request.getEntity().writeTo(OutputStream.nullOutputStream());
            return response(bodies.size() == 1 ? 503 : 200);
        });

        assertThat(bodies).containsExactly(body, body);
    }

    @Test
    void aBodyThatIsGoneEndsItWithTheResponse() throws Exception {
        AtomicInteger calls = new AtomicInteger();

        ClassicHttpResponse delivered = run(once(), (request, scope) -> {
            calls.incrementAndGet();
            request.getEntity().writeTo(OutputStream.nullOutputStream());
            return response(503);
        });

        assertThat(delivered.getCode()).isEqualTo(503);
        assertThat(closed).hasValue(0);
        assertThat(calls).hasValue(1);
    }

    @Test
    void aBodyThatIsGoneEndsItWithTheFailure() {
        AtomicInteger calls = new AtomicInteger();
        IOException reset = new IOException("reset");

        assertThatThrownBy(() -> run(once(), (request, scope) -> {
                    calls.incrementAndGet();
                    request.getEntity().getContent();
                    throw reset;
                }))
                .isSameAs(reset);

        assertThat(calls).hasValue(1);
    }

    private ClassicHttpResponse run(ClassicHttpRequest request, ExecChain chain) throws IOException, HttpException {
        HttpHost target = new HttpHost("http", "localhost", 80);
        ExecChain.Scope scope =
                new ExecChain.Scope("ex-1", new HttpRoute(target), new HttpGet("http://localhost/"), runtime, context);
        return handler.execute(request, scope, (sent, inner) -> {
            runtime.acquired = true;
            ClassicHttpResponse response = chain.proceed(sent, inner);
            runtime.acquired = false;
            return response;
        });
    }

    private ClassicHttpResponse response(int status) {
        return new BasicClassicHttpResponse(status) {
            private static final long serialVersionUID = 1L;

            @Override
            public void close() throws IOException {
                closed.incrementAndGet();
                super.close();
            }
        };
    }

    private static ClassicHttpRequest get() {
        return ClassicRequestBuilder.get("http://localhost/").build();
    }

    private static ClassicHttpRequest once() {
        return ClassicRequestBuilder.put("http://localhost/")
                .setEntity(new InputStreamEntity(new ByteArrayInputStream(new byte[3]), ContentType.TEXT_PLAIN))
                .build();
    }
}
