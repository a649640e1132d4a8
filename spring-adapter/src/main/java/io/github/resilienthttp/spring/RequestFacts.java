// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring;

import io.github.resilienthttp.call.RequestView;
import io.github.resilienthttp.hint.HeaderView;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpRequest;

/** A request of Spring's as facts. What is wrong with an address is the HTTP client's to say: it reads as empty here. */
record RequestFacts(HttpRequest request) implements RequestView {
    static String scheme(URI uri) {
        return lower(uri.getScheme());
    }

    static String host(URI uri) {
        String host = lower(uri.getHost());
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    @Override
    public String method() {
        return request.getMethod().name();
    }

    @Override
    public String scheme() {
        return scheme(request.getURI());
    }

    @Override
    public String host() {
        return host(request.getURI());
    }

    @Override
    public int port() {
        return request.getURI().getPort();
    }

    @Override
    public String path() {
        String path = request.getURI().getRawPath();
        return path == null || path.isEmpty() ? "/" : path;
    }

    @Override
    public HeaderView headers() {
        return new HeaderFields(request.getHeaders());
    }
}
