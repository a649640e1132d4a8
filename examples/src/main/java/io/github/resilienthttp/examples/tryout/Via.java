// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.tryout;

/** The adapters of {@code --via}; names as they are typed. */
public enum Via {
    /** HttpClient 5, blocking. */
    classic,
    /** HttpClient 5, callbacks. Comes later. */
    async,
    /** HttpClient 5, HTTP/2 by prior knowledge for {@code http}. Comes later. */
    http2,
    /** Spring's RestClient over HttpClient 5. Comes later. */
    restclient
}
