// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.ResilientHttp;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.CredentialsProvider;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.testing.auth.Authenticator;
import org.apache.hc.client5.testing.redirect.Redirect;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.net.URIAuthority;
import org.apache.hc.core5.util.TimeValue;
import org.jspecify.annotations.Nullable;

/** What a server of a {@link Peer} does, and what it has seen. */
final class PeerPlan {
    private final List<HttpRequest> seen = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final ResilientHttp resilience;
    private TimeValue retryAfter = TimeValue.ZERO_MILLISECONDS;
    private boolean strict;
    private int port;

    PeerPlan(ResilientHttp resilience) {
        this.resilience = resilience;
    }

    /** The first so many requests for anything but {@code /old} are refused. */
    PeerPlan busyFor(int requests, TimeValue after) {
        refusals.set(requests);
        retryAfter = after;
        return this;
    }

    PeerPlan withPasswords() {
        strict = true;
        return this;
    }

    void port(int bound) {
        port = bound;
    }

    URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    ResilientHttp resilience() {
        return resilience;
    }

    CredentialsProvider credentials() {
        BasicCredentialsProvider credentials = new BasicCredentialsProvider();
        credentials.setCredentials(
                new AuthScope("localhost", -1), new UsernamePasswordCredentials("me", "secret".toCharArray()));
        return credentials;
    }

    void addHeader(HttpRequest request, @Nullable EntityDetails entity, HttpContext context) {
        request.addHeader("my-header", "stuff");
    }

    /** The outermost that is asked about a request, and never says no. */
    @Nullable
    TimeValue record(HttpRequest request) {
        BasicHttpRequest copy = new BasicHttpRequest(request.getMethod(), request.getPath());
        copy.setHeaders(request.getHeaders());
        seen.add(copy);
        return null;
    }

    @Nullable
    TimeValue busy(HttpRequest request) {
        return refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0 ? retryAfter : null;
    }

    @Nullable
    Redirect redirect(URI uri) {
        return uri.getPath().equals("/old") ? new Redirect(307, "/random/20") : null;
    }

    @Nullable
    Authenticator strict() {
        return strict ? new OneUser() : null;
    }

    List<HttpRequest> seen() {
        return seen;
    }

    List<String> paths() {
        return seen.stream().map(HttpRequest::getPath).toList();
    }

    private static final class OneUser implements Authenticator {
        @Override
        public boolean authenticate(URIAuthority authority, String uri, String credentials) {
            return "me:secret".equals(credentials);
        }

        @Override
        public String getRealm(URIAuthority authority, String uri) {
            return "test";
        }
    }
}
