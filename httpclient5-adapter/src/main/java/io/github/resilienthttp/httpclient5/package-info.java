// SPDX-License-Identifier: Apache-2.0
/** The adapter for Apache HttpClient 5, classic and async, over HTTP/1.1 and HTTP/2. For applications: one class with all there is to call. */
@NullMarked
package io.github.resilienthttp.httpclient5;

import org.jspecify.annotations.NullMarked;
