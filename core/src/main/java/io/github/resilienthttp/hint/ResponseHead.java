// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.hint;

/** What the sources of hints look at: status and header fields of one response, and the server's clock. */
record ResponseHead(int status, HeaderView headers, ServerClock clock) {}
