// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.core5.http.nio.AsyncClientExchangeHandler;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.http2.H2ConnectionException;
import org.junit.jupiter.api.Test;

/** Whose an unchecked exception is with which an HTTP/2 connection ends. */
class Http2ConnectionErrorTest {
    private final RuntimeException error = new IllegalStateException("whose?");
    private final List<Object> told = new ArrayList<>();

    /** Throws at the body. */
    private final AsyncClientExchangeHandler exchange = (AsyncClientExchangeHandler) Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {AsyncClientExchangeHandler.class},
            (self, method, arguments) -> {
                switch (method.getName()) {
                    case "consume" -> throw error;
                    case "failed" -> told.add(arguments[0]);
                    default -> {
                        // All else goes well.
                    }
                }
                return null;
            });

    private AttemptStream begun(boolean http2) throws Exception {
        AttemptStream stream = new AttemptStream(exchange, http2, () -> {});
        stream.produceRequest((request, body, context) -> {}, HttpCoreContext.create());
        return stream;
    }

    @Test
    void oneThatTheExchangeDidNotThrowIsTheConnections() throws Exception {
        begun(true).failed(error);

        assertThat(told).singleElement().isInstanceOfSatisfying(H2ConnectionException.class, broken -> assertThat(
                        broken)
                .hasCause(error));
    }

    @Test
    void oneThatTheExchangeThrewIsTheProgramsOwn() throws Exception {
        AttemptStream stream = begun(true);
        assertThatThrownBy(() -> stream.consume(ByteBuffer.allocate(1))).isSameAs(error);

        stream.failed(error);

        assertThat(told).containsExactly(error);
    }

    @Test
    void whatIsNoErrorOfAProgramStaysWhatItIs() throws Exception {
        IOException cut = new IOException("cut");
        begun(true).failed(cut);
        begun(false).failed(error);

        assertThat(told).containsExactly(cut, error);
    }
}
