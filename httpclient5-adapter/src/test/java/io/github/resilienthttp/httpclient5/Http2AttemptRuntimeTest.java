// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InterruptedIOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.client5.http.EndpointInfo;
import org.apache.hc.client5.http.async.AsyncExecRuntime;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.http.ProtocolVersion;
import org.apache.hc.core5.http.RequestNotExecutedException;
import org.apache.hc.core5.http2.H2Error;
import org.apache.hc.core5.http2.H2StreamResetException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the end of an attempt does to a connection that others may share. */
class Http2AttemptRuntimeTest {
    private final List<String> journal = new ArrayList<>();

    private AttemptRuntime runtime(ProtocolVersion version, boolean connected) {
        Class<?>[] type = {AsyncExecRuntime.class};
        Object fork = Proxy.newProxyInstance(type[0].getClassLoader(), type, (self, method, args) -> {
            return switch (method.getName()) {
                case "getEndpointInfo" -> new EndpointInfo(version, null);
                case "isEndpointConnected" -> connected;
                default -> {
                    journal.add(method.getName());
                    yield null;
                }
            };
        });
        return new AttemptRuntime((AsyncExecRuntime) fork, () -> {});
    }

    static List<Exception> ofOneStream() {
        return List.of(
                new H2StreamResetException(H2Error.REFUSED_STREAM, "no"),
                new RequestNotExecutedException(),
                new InterruptedIOException("cancelled"));
    }

    @ParameterizedTest
    @MethodSource("ofOneStream")
    void whatEndsOneStreamLeavesTheConnection(Exception cause) {
        runtime(HttpVersion.HTTP_2, true).end(cause);
        assertThat(journal).containsExactly("markConnectionReusable", "releaseEndpoint");
    }

    @ParameterizedTest
    @MethodSource("ofOneStream")
    void overHttp1ItIsTheConnections(Exception cause) {
        runtime(HttpVersion.HTTP_1_1, true).end(cause);
        assertThat(journal).containsExactly("discardEndpoint");
    }

    @Test
    void whatEndsTheConnectionDropsIt() {
        runtime(HttpVersion.HTTP_2, true).end(new ConnectionClosedException());
        runtime(HttpVersion.HTTP_2, false).end(new RequestNotExecutedException());
        runtime(HttpVersion.HTTP_2, true).end(true);
        assertThat(journal).containsExactly("discardEndpoint", "discardEndpoint", "discardEndpoint");
    }

    @Test
    void aFailedStreamDoesNotSpoilTheConnection() {
        runtime(HttpVersion.HTTP_2, true).markConnectionNonReusable();
        runtime(HttpVersion.HTTP_2, true).disconnectEndpoint();
        assertThat(journal).isEmpty();
        runtime(HttpVersion.HTTP_1_1, true).markConnectionNonReusable();
        assertThat(journal).containsExactly("markConnectionNonReusable");
    }
}
