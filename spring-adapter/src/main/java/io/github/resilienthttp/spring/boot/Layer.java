// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot;

/** Where the engine is put. */
enum Layer {
    /** The outermost interceptor: those within run anew for each attempt. */
    INTERCEPTOR,
    /** Below the interceptors, around the request factory: bodies are streamed, interceptors run once a call. */
    TRANSPORT
}
