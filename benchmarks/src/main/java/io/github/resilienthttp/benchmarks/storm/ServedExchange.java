// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.storm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpConnection;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.message.BasicHttpResponse;
import org.apache.hc.core5.http.nio.AsyncServerExchangeHandler;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.ResponseChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/** A request at the server: knows whether its connection is still there. */
final class ServedExchange implements AsyncServerExchangeHandler {
    private final ServedStorm storm;
    private final @Nullable HttpConnection connection;
    private volatile boolean failed;
    private @Nullable ResponseChannel channel;
    private @Nullable HttpContext context;

    ServedExchange(ServedStorm storm, @Nullable HttpConnection connection) {
        this.storm = storm;
        this.connection = connection;
    }

    @Override
    public void handleRequest(
            HttpRequest request, @Nullable EntityDetails entity, ResponseChannel response, HttpContext exchange) {
        channel = response;
        context = exchange;
        storm.receive(this);
    }

    /** Whether somebody still heard it. Answers those who have gone too: else their connection would stay half open. */
    boolean answer(int status, int retryAfterSeconds) {
        boolean heard = !gone();
        HttpResponse head = new BasicHttpResponse(status);
        if (retryAfterSeconds > 0) {
            head.setHeader(HttpHeaders.RETRY_AFTER, retryAfterSeconds);
        }
        ResponseChannel response = channel;
        try {
            if (response != null) {
                response.sendResponse(head, null, context);
            }
            return heard;
        } catch (HttpException | IOException e) {
            return false;
        }
    }

    boolean gone() {
        return failed || connection == null || !connection.isOpen();
    }

    /** Ends it without an answer. */
    void hangUp() {
        if (connection != null) {
            connection.close(CloseMode.IMMEDIATE);
        }
    }

    @Override
    public void failed(Exception cause) {
        failed = true;
    }

    @Override
    public void releaseResources() {}

    @Override
    public void updateCapacity(CapacityChannel capacity) throws IOException {
        capacity.update(Integer.MAX_VALUE);
    }

    @Override
    public void consume(ByteBuffer bytes) {
        bytes.position(bytes.limit());
    }

    @Override
    public void streamEnd(@Nullable List<? extends Header> trailers) {}

    @Override
    public int available() {
        return 0;
    }

    @Override
    public void produce(DataStreamChannel stream) {}
}
