// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpRequestInterceptor;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * The last thing that runs before a request's first byte is written: lease, connect, TLS handshake and proxy tunnel are done. A
 * failure without this mark has sent nothing. Thread-safe.
 */
enum SendingMark implements HttpRequestInterceptor {
    INSTANCE;

    @Override
    public void process(HttpRequest request, EntityDetails entity, HttpContext context) {
        OpenCall call = OpenCall.last(context);
        if (call != null) {
            call.attemptSends();
        }
    }
}
