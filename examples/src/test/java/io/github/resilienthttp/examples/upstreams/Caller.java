// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.upstreams;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.call.CallRefusedException;
import io.github.resilienthttp.event.CallReport;
import io.github.resilienthttp.event.ResilienceListener;
import io.github.resilienthttp.httpclient5.ResilientHttpClient5;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;

/** An application that calls one upstream through the classic adapter with the client of {@code upstreams.properties}. */
final class Caller implements AutoCloseable {
    private final Upstream upstream;
    private final ResilientHttp http;
    private final CloseableHttpClient client;

    Caller(Upstream upstream, String... changes) {
        this.upstream = upstream;
        Map<String, String> map = new java.util.HashMap<>();
        for (String change : changes) {
            String[] pair = change.split("=", 2);
            map.put("resilient-http.clients." + upstream.client() + "." + pair[0], pair[1]);
        }
        http = UpstreamClients.load(map).listener(new ResilienceListener() {}).build();
        HttpClientBuilder builder = HttpClientBuilder.create()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(50)
                        .setMaxConnTotal(50)
                        .build());
        client = ResilientHttpClient5.install(builder, http, upstream.client()).build();
    }

    /** @param status 0 for a refusal */
    record Seen(int status, String body, CallReport report, CallRefusedException refusal) {
        String reason() {
            return report.reason().label();
        }
    }

    Seen get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    Seen post(String path, String json, String... headers) {
        return send("POST", path, json, headers);
    }

    Seen send(String method, String path, String json, String... headers) {
        HttpUriRequestBase request =
                new HttpUriRequestBase(method, upstream.origin().resolve(path));
        for (String header : headers) {
            String[] pair = header.split(": ", 2);
            request.addHeader(pair[0], pair[1]);
        }
        if (json != null) {
            request.setEntity(new StringEntity(json, ContentType.APPLICATION_JSON));
        }
        HttpClientContext context = HttpClientContext.create();
        try {
            return client.execute(request, context, response -> {
                String body = response.getEntity() == null ? "" : EntityUtils.toString(response.getEntity());
                return new Seen(response.getCode(), body, report(context), null);
            });
        } catch (CallRefusedException refusal) {
            return new Seen(0, "", report(context), refusal);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static CallReport report(HttpClientContext context) {
        return Objects.requireNonNull(ResilientHttpClient5.report(context));
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        http.close();
    }
}
