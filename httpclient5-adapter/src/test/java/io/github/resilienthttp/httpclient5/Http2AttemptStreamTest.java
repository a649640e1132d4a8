// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InterruptedIOException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.hc.client5.http.EndpointInfo;
import org.apache.hc.client5.http.async.AsyncExecRuntime;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.impl.BasicEntityDetails;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.message.BasicHttpResponse;
import org.apache.hc.core5.http.nio.AsyncClientExchangeHandler;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.http2.H2StreamResetException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What HttpCore sees of an attempt's stream once nobody wants it any more. */
class Http2AttemptStreamTest {
    /** What HttpCore hands out for an HTTP/2 stream. */
    private interface Channel extends DataStreamChannel, CapacityChannel, Cancellable {}

    private final List<String> journal = new ArrayList<>();
    private final HttpContext context = HttpCoreContext.create();
    private final Channel channel = recorded(Channel.class);
    private final AttemptStream stream = stream(true);

    private AttemptStream stream(boolean http2) {
        AsyncClientExchangeHandler exchange = recorded(AsyncClientExchangeHandler.class);
        return new AttemptStream(exchange, http2, () -> journal.add("begins"));
    }

    private <T> T recorded(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            journal.add(method.getName());
            if (method.getName().equals("produceRequest")) {
                BasicHttpRequest put = new BasicHttpRequest("PUT", "/");
                put.setScheme("https");
                ((RequestChannel) args[0]).sendRequest(put, new BasicEntityDetails(-1, null), context);
            }
            return switch (method.getName()) {
                case "cancel" -> method.getReturnType() == boolean.class ? true : null;
                case "available" -> 0;
                case "getEndpointInfo" -> new EndpointInfo(HttpVersion.HTTP_2, null);
                case "isEndpointConnected" -> true;
                default -> null;
            };
        }));
    }

    private RequestChannel requests() {
        return (request, body, given) -> journal.add(request.getMethod() + " " + request.getScheme());
    }

    private void uploading() throws Exception {
        stream.produceRequest(requests(), context);
        stream.produce(channel);
        journal.clear();
    }

    @Test
    void aBodyUnderWayIsAskedForOnceMoreAndEndsWithTheReset() throws Exception {
        uploading();

        stream.abandon();

        assertThat(journal).containsExactly("requestOutput");
        assertThat(stream.available()).isPositive();
        // The one exception that HttpCore takes for the stream's there.
        assertThatThrownBy(() -> stream.produce(channel)).isInstanceOf(ProtocolException.class);
        assertThat(journal).containsExactly("requestOutput");
    }

    @Test
    void onceThereIsFlowControlTheStreamIsResetAtOnce() throws Exception {
        uploading();
        stream.updateCapacity(channel);
        journal.clear();

        stream.abandon();

        assertThat(journal).containsExactly("cancel");
    }

    @Test
    void whateverComesNextResetsTheStream() throws Exception {
        uploading();
        stream.abandon();
        journal.clear();

        assertReset(() -> stream.consumeInformation(new BasicHttpResponse(103), context));
        assertReset(() -> stream.consumeResponse(new BasicHttpResponse(200), null, context));
        assertReset(() -> stream.updateCapacity(channel));
        assertReset(() -> stream.consume(ByteBuffer.allocate(1)));
        assertReset(() -> stream.streamEnd(null));
        assertThat(journal).as("what the attempt is told").isEmpty();
    }

    private static void assertReset(ThrowingCallable comes) {
        assertThatThrownBy(comes).isInstanceOf(H2StreamResetException.class);
    }

    @Test
    void whatHasNotBegunIsNeverSent() throws Exception {
        stream.abandon();

        assertThatThrownBy(() -> stream.produceRequest(requests(), context)).isInstanceOf(ProtocolException.class);
        // Its number is taken: a stream must be opened to be reset.
        assertThat(journal).containsExactly("produceRequest", "OPTIONS https");
        journal.clear();
        AttemptStream http1 = stream(false);
        http1.abandon();

        assertThatThrownBy(() -> http1.produceRequest(requests(), context)).isInstanceOf(InterruptedIOException.class);
        assertThat(journal).isEmpty();
    }

    /** HttpClient gives a connection back with a body under way: that must not go on beside a retry. */
    @Test
    void whatIsGivenBackWithItsBodyUnderWayIsReset() throws Exception {
        AttemptRuntime runtime = new AttemptRuntime(recorded(AsyncExecRuntime.class), () -> {});
        AsyncClientExchangeHandler exchange = recorded(AsyncClientExchangeHandler.class);
        Cancellable unused = runtime.execute("1", exchange, HttpClientContext.create());
        AttemptStream given = Objects.requireNonNull(runtime.stream());
        given.produceRequest(requests(), context);

        runtime.releaseEndpoint();

        assertReset(() -> given.streamEnd(null));
        assertThat(journal).endsWith("releaseEndpoint");
    }

    @Test
    void whatHasEndedIsLeftAlone() throws Exception {
        uploading();
        stream.updateCapacity(channel);
        stream.releaseResources();
        journal.clear();

        stream.abandon();

        assertThat(journal).isEmpty();
    }
}
