// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.support.BasicRequestBuilder;
import org.apache.hc.core5.net.URIAuthority;

/** A request without its body, as it came from the outer elements of the chain, before the inner ones change it. */
class PristineHead {
    private final HttpRequest given;
    private final Header[] headers;
    private final String scheme;
    private final URIAuthority authority;
    private final String path;

    PristineHead(HttpRequest given) {
        this.given = given;
        this.headers = given.getHeaders();
        this.scheme = given.getScheme();
        this.authority = given.getAuthority();
        this.path = given.getPath();
    }

    HttpRequest copy() {
        return restored(BasicRequestBuilder.copy(given).build());
    }

    /** The same request, whatever it has become, as it was. */
    final <R extends HttpRequest> R restored(R request) {
        request.setHeaders(headers);
        request.setScheme(scheme);
        request.setAuthority(authority);
        request.setPath(path);
        return request;
    }
}
