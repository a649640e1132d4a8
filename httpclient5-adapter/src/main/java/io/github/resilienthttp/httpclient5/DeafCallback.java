// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncDataConsumer;
import org.jspecify.annotations.Nullable;

/** The callback of what sends nothing. */
enum DeafCallback implements AsyncExecCallback {
    INSTANCE;

    @Override
    public @Nullable AsyncDataConsumer handleResponse(HttpResponse response, @Nullable EntityDetails entity) {
        return null;
    }

    @Override
    public void handleInformationResponse(HttpResponse response) {}

    @Override
    public void completed() {}

    @Override
    public void failed(Exception cause) {}
}
