// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.architecture.planted.names.policy;

public record TextUtils(ParseHelper helper) {
    /** A nested one. */
    public record ParseHelper(int count) {}
}
