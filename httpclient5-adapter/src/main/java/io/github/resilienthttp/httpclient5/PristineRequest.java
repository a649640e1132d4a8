// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;

/** A request as it came from the outer elements of the chain, before the inner ones add to it. */
final class PristineRequest extends PristineHead {
    private final ClassicHttpRequest given;
    private final HttpEntity entity;

    PristineRequest(ClassicHttpRequest given) {
        super(given);
        this.given = given;
        this.entity = given.getEntity();
    }

    @Override
    ClassicHttpRequest copy() {
        ClassicHttpRequest copy = restored(ClassicRequestBuilder.copy(given).build());
        copy.setEntity(entity);
        return copy;
    }
}
