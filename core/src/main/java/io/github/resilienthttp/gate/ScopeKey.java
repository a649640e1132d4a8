// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import org.jspecify.annotations.Nullable;

/**
 * What tells the scopes of one client apart.
 *
 * @param extra a path prefix, a hashed header, a name given by the caller; or null
 */
record ScopeKey(
        String scheme, String host, int port, @Nullable String extra) {
    /** The label of the one scope of a client that has no other. */
    static final String WHOLE_CLIENT = "client";
    /** The label of the scope that is shared by all for which there is no room. */
    static final String REST = "other";

    private static final String NAMED = "named:";

    boolean is(String otherScheme, String otherHost, int otherPort, @Nullable String otherExtra) {
        return port == otherPort
                && host.equals(otherHost)
                && scheme.equals(otherScheme)
                && (extra == null ? otherExtra == null : extra.equals(otherExtra));
    }

    /** Fit for logs, and for names in registries: no two keys have the same. */
    String label() {
        if (host.isEmpty()) {
            return extra == null ? WHOLE_CLIENT : named(extra);
        }
        StringBuilder text = new StringBuilder();
        text.append(scheme).append("://").append(host.indexOf(':') < 0 ? host : "[" + host + "]");
        if (port > 0 && port != defaultPort()) {
            text.append(':').append(port);
        }
        if (extra != null) {
            text.append(extra.startsWith("/") ? "" : " ").append(extra);
        }
        return text.toString();
    }

    /** A caller's own name must not pass for a scope of another kind: two breakers would fight for one place. */
    private static String named(String name) {
        boolean mistakable = name.isEmpty()
                || name.equals(WHOLE_CLIENT)
                || name.equals(REST)
                || name.startsWith(NAMED)
                || name.contains("://");
        return mistakable ? NAMED + name : name;
    }

    private int defaultPort() {
        return "https".equals(scheme) ? 443 : 80;
    }
}
