// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import java.net.URI;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleRequestProducer;
import org.apache.hc.client5.http.async.methods.SimpleResponseConsumer;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ContentType;

/**
 * Sends the requests of the soak through a client that calls back.
 *
 * @param client started
 * @param leases how many connections are leased or waited for
 * @param address where it finds a path of the server
 * @param patience after how many milliseconds a caller cancels who would not do so earlier; 0: never
 * @param ending closes all of it
 */
record SoakSender(
        CloseableHttpAsyncClient client,
        IntSupplier leases,
        Function<String, URI> address,
        long patience,
        Runnable ending)
        implements SoakVia.Sender {
    @Override
    public void send(String method, URI uri, byte[] body, HttpClientContext context, long cancelAfter)
            throws Exception {
        SimpleHttpRequest request = SimpleHttpRequest.create(method, uri);
        if (body.length > 0) {
            request.setBody(body, ContentType.APPLICATION_OCTET_STREAM);
        }
        Future<SimpleHttpResponse> future =
                client.execute(SimpleRequestProducer.create(request), SimpleResponseConsumer.create(), context, null);
        long cancels = cancelAfter > 0 ? cancelAfter : patience;
        if (cancels > 0) {
            SoakVia.after(cancels).execute(() -> future.cancel(true));
        }
        try {
            future.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | CancellationException ended) {
            throw new Exception(ended);
        }
    }

    @Override
    public URI uri(String path) {
        return address.apply(path);
    }

    @Override
    public int leased() {
        return leases.getAsInt();
    }

    @Override
    public void close() {
        ending.run();
    }
}
