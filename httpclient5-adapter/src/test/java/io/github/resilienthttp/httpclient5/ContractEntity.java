// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.contract.ContractBody;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityProducer;
import org.jspecify.annotations.Nullable;

/** A body as the contract wants it given. */
final class ContractEntity implements AsyncEntityProducer {
    private final ContractBody body;
    private @Nullable BasicAsyncEntityProducer producer;

    ContractEntity(ContractBody body) {
        this.body = body;
    }

    private BasicAsyncEntityProducer producer() {
        if (producer == null) {
            try {
                producer = new BasicAsyncEntityProducer(body.open().readAllBytes(), null);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
        return producer;
    }

    @Override
    public boolean isRepeatable() {
        return body.kind() != ContractBody.Kind.ONCE;
    }

    @Override
    public boolean isChunked() {
        return body.kind() == ContractBody.Kind.CHUNKED;
    }

    @Override
    public long getContentLength() {
        return isChunked() ? -1 : body.length();
    }

    @Override
    public int available() {
        return producer().available();
    }

    @Override
    public void produce(DataStreamChannel channel) throws IOException {
        producer().produce(channel);
    }

    @Override
    public void failed(Exception cause) {
        producer().failed(cause);
    }

    @Override
    public void releaseResources() {
        // The next attempt opens it anew: a body that can be written once does not survive that.
        producer = null;
    }

    @Override
    public @Nullable String getContentType() {
        return null;
    }

    @Override
    public @Nullable String getContentEncoding() {
        return null;
    }

    @Override
    public Set<String> getTrailerNames() {
        return Set.of();
    }
}
