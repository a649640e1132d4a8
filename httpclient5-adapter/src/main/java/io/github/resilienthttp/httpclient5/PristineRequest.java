// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;

/** A request as it came from the outer elements of the chain, before the inner ones add to it. */
final class PristineRequest {
    private final ClassicHttpRequest given;
    private final Header[] headers;
    private final HttpEntity entity;
    private final String path;

    PristineRequest(ClassicHttpRequest given) {
        this.given = given;
        this.headers = given.getHeaders();
        this.entity = given.getEntity();
        this.path = given.getPath();
    }

    ClassicHttpRequest copy() {
        ClassicHttpRequest copy = ClassicRequestBuilder.copy(given).build();
        copy.setHeaders(headers);
        copy.setEntity(entity);
        copy.setPath(path);
        return copy;
    }
}
