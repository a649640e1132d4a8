// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.storm;

import java.util.function.Consumer;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.core5.concurrent.FutureCallback;

/**
 * Brings what came of a request to the thread of the loop.
 *
 * @param loop the thread
 * @param answered told of a response
 * @param failed told of an exception
 */
record BackOnLoop(LoopThread loop, Consumer<SimpleHttpResponse> answered, Consumer<Exception> failed)
        implements FutureCallback<SimpleHttpResponse> {
    @Override
    public void completed(SimpleHttpResponse response) {
        tell(() -> answered.accept(response));
    }

    @Override
    public void failed(Exception failure) {
        tell(() -> failed.accept(failure));
    }

    @Override
    public void cancelled() {
        // The client was closed: the run is over.
    }

    private void tell(Runnable what) {
        if (!loop.closed()) {
            loop.execute(what);
        }
    }
}
