// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import java.util.Locale;

/** Host names as the engine compares them. */
final class HostNames {
    private HostNames() {}

    /** In lower case, an IPv6 address without brackets. */
    static String normal(String host) {
        boolean bracketed = host.length() > 2 && host.charAt(0) == '[' && host.charAt(host.length() - 1) == ']';
        String bare = bracketed ? host.substring(1, host.length() - 1) : host;
        return bare.toLowerCase(Locale.ROOT);
    }
}
