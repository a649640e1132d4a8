// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.contract.AdapterKind;
import io.github.resilienthttp.contract.AdapterSetting;
import io.github.resilienthttp.contract.AdapterUnderTest;
import io.github.resilienthttp.contract.BlockingCall;
import io.github.resilienthttp.contract.ContractBody;
import io.github.resilienthttp.contract.ContractRequest;
import io.github.resilienthttp.contract.Ending;
import io.github.resilienthttp.contract.Running;
import io.github.resilienthttp.contract.Trait;
import io.github.resilienthttp.testkit.HeaderLine;
import io.github.resilienthttp.testkit.ScriptedServer;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** The classic client, put to the contract. */
final class ClassicAdapter implements AdapterUnderTest {
    static final AdapterKind KIND = new Kind();

    private final ScriptedServer server;
    private final PoolingHttpClientConnectionManager pool;
    private final CloseableHttpClient client;

    private record Kind() implements AdapterKind {
        @Override
        public String prefix() {
            return "Classic";
        }

        /** A thread that reads or writes a socket does not heed an interrupt. */
        @Override
        public Set<Trait> lacks() {
            return EnumSet.of(Trait.INTERRUPTS_ATTEMPTS);
        }

        @Override
        public AdapterUnderTest open(AdapterSetting setting) {
            return new ClassicAdapter(setting);
        }
    }

    private ClassicAdapter(AdapterSetting setting) {
        server = setting.server();
        pool = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(setting.connections())
                .setMaxConnPerRoute(setting.connections())
                .setDefaultConnectionConfig(connections())
                .build();
        client = ResilientHttpClient5.install(HttpClients.custom().setConnectionManager(pool), setting.engine())
                .build();
    }

    /** Time limits of the client's own that are far off. */
    static ConnectionConfig connections() {
        return ConnectionConfig.custom()
                .setConnectTimeout(Timeout.ofSeconds(30))
                .setSocketTimeout(Timeout.ofSeconds(30))
                .setValidateAfterInactivity(TimeValue.NEG_ONE_MILLISECOND)
                .build();
    }

    static List<HeaderLine> lines(Header... headers) {
        return Arrays.stream(headers)
                .map(header -> new HeaderLine(header.getName(), String.valueOf(header.getValue())))
                .toList();
    }

    @Override
    public URI uri(String target) {
        return server.uri(target);
    }

    @Override
    public Running start(ContractRequest request) {
        HttpUriRequestBase sent = new HttpUriRequestBase(request.method(), request.uri());
        request.headers().forEach(line -> sent.addHeader(line.name(), line.value()));
        sent.setEntity(entity(request.body()));
        HttpClientContext context = HttpClientContext.create();
        ResilientHttpClient5.options(context, request.options());
        return BlockingCall.start(() -> send(sent, context), () -> ResilientHttpClient5.report(context), sent::abort);
    }

    private Ending send(HttpUriRequestBase request, HttpClientContext context) throws IOException {
        return client.execute(request, context, response -> {
            byte[] body = response.getEntity() == null ? null : EntityUtils.toByteArray(response.getEntity());
            return Ending.answered(
                    response.getCode(),
                    lines(response.getHeaders()),
                    body == null ? new byte[0] : body,
                    () -> ResilientHttpClient5.report(context));
        });
    }

    private static @Nullable HttpEntity entity(ContractBody body) {
        return switch (body.kind()) {
            case NONE -> null;
            case REPEATABLE -> new ByteArrayEntity(body.bytes(), null);
            case ONCE -> new InputStreamEntity(body.open(), body.length(), null);
            case CHUNKED -> new ByteArrayEntity(body.bytes(), null, null, true);
        };
    }

    @Override
    public int leased() {
        return pool.getTotalStats().getLeased();
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
