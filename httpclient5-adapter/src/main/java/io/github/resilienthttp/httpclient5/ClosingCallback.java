// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import java.io.IOException;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncDataConsumer;
import org.jspecify.annotations.Nullable;

/** Closes the call when the caller gets the response head or a failure, just before: the report is final then. */
record ClosingCallback(OpenCall open, HttpClientContext context, AsyncExecCallback caller)
        implements AsyncExecCallback {
    @Override
    public @Nullable AsyncDataConsumer handleResponse(HttpResponse response, @Nullable EntityDetails entity)
            throws HttpException, IOException {
        open.close(context);
        return caller.handleResponse(response, entity);
    }

    @Override
    public void handleInformationResponse(HttpResponse response) throws HttpException, IOException {
        caller.handleInformationResponse(response);
    }

    @Override
    public void completed() {
        open.close(context);
        caller.completed();
    }

    @Override
    public void failed(Exception cause) {
        open.thrown();
        open.close(context);
        caller.failed(cause);
    }
}
