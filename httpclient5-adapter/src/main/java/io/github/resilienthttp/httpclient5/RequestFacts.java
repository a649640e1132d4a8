// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.call.RequestView;
import io.github.resilienthttp.hint.HeaderView;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.core5.http.HttpRequest;

/** A request of HttpClient's as facts. */
record RequestFacts(HttpRequest request, HttpRoute route) implements RequestView {
    @Override
    public String method() {
        return request.getMethod();
    }

    @Override
    public String scheme() {
        return route.getTargetHost().getSchemeName();
    }

    @Override
    public String host() {
        return HostNames.normal(route.getTargetHost().getHostName());
    }

    @Override
    public int port() {
        return route.getTargetHost().getPort();
    }

    @Override
    public String path() {
        String path = request.getPath();
        if (path == null || path.isEmpty()) {
            return "/";
        }
        int query = path.indexOf('?');
        return query < 0 ? path : query == 0 ? "/" : path.substring(0, query);
    }

    @Override
    public HeaderView headers() {
        return new HeaderFields(request);
    }
}
