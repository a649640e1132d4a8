// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.jspecify.annotations.Nullable;

/** Where the body of an attempt's request is written; {@code ends} is run when all of it has been. As thread-safe as the channel. */
record UploadChannel(DataStreamChannel channel, Runnable ends) implements DataStreamChannel {
    @Override
    public void requestOutput() {
        channel.requestOutput();
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        return channel.write(bytes);
    }

    @Override
    public void endStream(@Nullable List<? extends Header> trailers) throws IOException {
        ends.run();
        channel.endStream(trailers);
    }

    @Override
    public void endStream() throws IOException {
        ends.run();
        channel.endStream();
    }
}
