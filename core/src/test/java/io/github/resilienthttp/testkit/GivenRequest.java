// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.testkit;

import io.github.resilienthttp.call.RequestView;
import io.github.resilienthttp.hint.HeaderView;

/**
 * A request, as facts.
 *
 * @param method its method
 * @param scheme its scheme
 * @param host its host, in lower case
 * @param port its port; -1 for the scheme's
 * @param path its path
 * @param headers its header fields
 */
public record GivenRequest(String method, String scheme, String host, int port, String path, HeaderView headers)
        implements RequestView {
    /**
     * A request to https, without header fields.
     *
     * @param method its method
     * @param host its host, in lower case
     */
    public GivenRequest(String method, String host) {
        this(method, "https", host, -1, "/", NoHeaders.INSTANCE);
    }
}
