// SPDX-License-Identifier: Apache-2.0
/** The adapter for Apache HttpClient 5. */
@NullMarked
package io.github.resilienthttp.httpclient5;

import org.jspecify.annotations.NullMarked;
