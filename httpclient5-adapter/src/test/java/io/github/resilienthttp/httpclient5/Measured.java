// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

/**
 * What came of one row on one side.
 *
 * @param text what the table says
 * @param good whether that is what a caller would hope for
 */
record Measured(String text, boolean good) {}
