// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.tryout;

import java.net.URI;
import java.util.Objects;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;

/** Remembers what each thread sent last, so that it can be cut; and lets any method through, as it is typed. Thread-safe. */
final class CancellableRequests extends HttpComponentsClientHttpRequestFactory {
    private static final ThreadLocal<HttpUriRequestBase> LAST = new ThreadLocal<>();

    CancellableRequests(CloseableHttpClient client) {
        super(client);
    }

    @Override
    protected ClassicHttpRequest createHttpUriRequest(HttpMethod method, URI uri) {
        HttpUriRequestBase request = new HttpUriRequestBase(method.name(), uri);
        LAST.set(request);
        return request;
    }

    /** The last request of the calling thread. */
    Cancellable last() {
        return Objects.requireNonNull(LAST.get(), "nothing has been sent");
    }
}
